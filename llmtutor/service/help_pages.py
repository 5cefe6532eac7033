"""The pages of `llmtutor help`: exit codes, keys, grading, environment, JSON, and how to write a bank."""

from __future__ import annotations

from ..errors import Exit, NotFound
from ..model import Text
from ..views.upkeep import HelpRow, HelpView

EXIT_CODES: dict[Exit, Text] = {
    Exit.OK: Text("fine, also when a quiz is left early", "正常；提前离开答题也算"),
    Exit.FINDINGS: Text(
        "the answer is no: findings, an output that differs, a search without hits",
        "结果为否：检查有发现、输出不一致、搜索无结果",
    ),
    Exit.USAGE: Text("a wrong option, argument or answer", "选项、参数或答案写法有误"),
    Exit.NOT_FOUND: Text("no such concept, question, topic or program", "没有这样的概念、题目、主题或程序"),
    Exit.BANK: Text("the bank is broken", "题库已损坏"),
    Exit.JOURNAL: Text(
        "the journal is broken, too new or locked, or something cannot be written",
        "学习记录损坏、版本过新或被锁定，或者有内容无法写入",
    ),
    Exit.BUG: Text("a bug in llmtutor; its traceback is on stderr", "llmtutor 的程序错误；回溯信息在标准错误输出"),
    Exit.INTERRUPTED: Text("interrupted", "被中断"),
}

ENVIRONMENT: dict[str, Text] = {
    "LLMTUTOR_HOME": Text("one folder for data, cache and settings", "数据、缓存和设置共用的目录"),
    "LLMTUTOR_BANK": Text("the bank folders to use, as with --bank", "要使用的题库目录，同 --bank"),
    "LLMTUTOR_LANG": Text(
        "en or zh; before LANGUAGE, LC_ALL, LC_MESSAGES, LANG", "en 或 zh；优先于 LANGUAGE、LC_ALL、LC_MESSAGES、LANG"
    ),
    "LLMTUTOR_PAGER, PAGER": Text("the pager for long pages on a terminal", "终端里显示长内容的分页器"),
    "NO_COLOR": Text("no colour", "不使用颜色"),
    "ACCESSIBLE": Text("linear output: no boxes, no redrawing, no glyphs", "线性输出：无边框、不重绘、无装饰符号"),
    "COLUMNS": Text("the width, where it is not the terminal's", "指定宽度，覆盖终端宽度"),
    "VISUAL, EDITOR": Text("the editor for programs", "编辑程序所用的编辑器"),
}

_KEYS: dict[str, Text] = {
    "1-9": Text("choose; Enter confirms", "选择；回车确认"),
    "h": Text("a hint; again for the next", "提示；再按看下一条"),
    "s": Text("skip", "跳过"),
    "u": Text("undo the last answer", "撤销上一次作答"),
    "?": Text("these keys", "显示这些按键"),
    "q, Ctrl-C, Ctrl-D": Text("leave; what you answered is kept", "离开；已作答的内容会保留"),
    ":h :s :u :? :q": Text("the same where an answer is typed", "在需要输入答案的题目里，作用相同"),
    "1 2 3 4 5": Text(
        "with --confidence, before the verdict: how sure, from a guess to certain",
        "使用 --confidence 时，在公布结果前：把握有多大，从猜测到确定",
    ),
    "r": Text("after a predicted output: run the program, and compare", "预测输出之后：运行程序并比对"),
    "1 2 3 4": Text(
        "after the answer: Again, Hard, Good, Easy instead of the computed grade",
        "作答之后：以重来、困难、良好、轻松取代自动评分",
    ),
}

_BANK: dict[str, Text] = {
    "bank.yaml": Text("format, name, languages, topics in teaching order", "格式号、名称、语言、按教学顺序排列的主题"),
    "TOPIC/CONCEPT.yaml": Text("one concept with its questions", "一个概念及其题目"),
    "TOPIC/CONCEPT.py": Text("its program; more as CONCEPT.name.py", "它的程序；更多程序写作 CONCEPT.名称.py"),
    "TOPIC/CONCEPT.figures.json": Text(
        "the values that its `figures` draw; written by `bank test --update`",
        "`figures` 所画的数值；由 `bank test --update` 写入",
    ),
    "TOPIC/CONCEPT.out": Text(
        "what it printed, recorded by bank test --update", "程序的输出，由 bank test --update 记录"
    ),
    "source.yaml": Text(
        "items and errata that covers and corrects name; optional", "covers 与 corrects 引用的条目和勘误；可省略"
    ),
}


_LEARNING: dict[str, Text] = {
    "known": Text(
        "at least half of its questions would be answered rightly tomorrow, with a probability of 80 %",
        "至少一半的题目，明天答对的概率达到 80%",
    ),
    "mastered": Text(
        "all of its questions were answered, and on the average they will hold for a week with 85 %",
        "全部题目都答过，且一周后平均仍有 85% 的概率答对",
    ),
    "ready": Text("all that it builds on is known", "它依赖的概念都已掌握"),
    "credit": Text(
        "a solid answer on an advanced concept puts off a little what it builds on; llmtutor config credit off",
        "稳固掌握的进阶概念会让它所依赖的题目稍晚到期；关闭：llmtutor config credit off",
    ),
    "predicted": Text(
        "the probability that FSRS gave a review just before it, beside how often it came true",
        "复习前 FSRS 给出的记得概率，与实际记得的比例对照",
    ),
    "streak": Text(
        "days on which what was due in the morning was done, 30 reviews at most; a day with nothing due, a pause, and"
        " today before it is over end nothing",
        "当天开始时到期的题目都复习了（最多算 30 道）就计一天；没有到期题目的日子、休息日和尚未结束的今天不会中断",
    ),
    "pauses": Text(
        "days off: llmtutor config pauses 2026-12-20/2027-01-03", "休息日：llmtutor config pauses 2026-12-20/2027-01-03"
    ),
    "Brier": Text(
        "how far your confidence was from what came, squared: 0 is perfect, 0.25 is always saying 50 %",
        "所说的把握与结果之差的平方：0 为最好，每次都说 50% 得 0.25",
    ),
}


def _grading() -> HelpView:
    from ..learn.memory import GRADING

    rows = tuple(HelpRow(row.term, row.text) for row in GRADING)
    return HelpView(
        "grading",
        Text("How an answer becomes a grade", "作答如何换算成评分"),
        Text(
            "The grade drives FSRS, which decides when a question comes again. You can change it after the verdict.",
            "评分驱动 FSRS，决定题目何时再次出现。看到结果后可随时修改评分。",
        ),
        rows,
    )


def _page(topic: str, title: Text, text: Text, rows: dict[str, Text]) -> HelpView:
    return HelpView(topic, title, text, tuple(HelpRow(term, meaning) for term, meaning in rows.items()))


def help_page(topic: str) -> HelpView:
    """The page about `topic`. Raises `NotFound` with the list of topics."""
    match topic:
        case "exit-codes":
            rows = {str(int(code)): text for code, text in EXIT_CODES.items()}
            return _page(
                topic,
                Text("Exit codes", "退出码"),
                Text("What llmtutor tells the shell.", "llmtutor 返回给 shell 的值。"),
                rows,
            )
        case "environment":
            about = Text("Options on the command line come first.", "命令行选项优先于环境变量。")
            return _page(topic, Text("Environment variables", "环境变量"), about, ENVIRONMENT)
        case "keys":
            about = Text("In a quiz on a terminal.", "在终端答题时使用。")
            return _page(topic, Text("Keys", "按键"), about, _KEYS)
        case "bank":
            about = Text(
                "A bank is a folder: `bank new` begins one, `bank check` tells what is missing, `bank test` runs it.",
                "题库是一个目录：`bank new` 新建，`bank check` 指出缺漏，`bank test` 运行验证。",
            )
            return _page(topic, Text("Writing a bank", "编写题库"), about, _BANK)
        case "grading":
            return _grading()
        case "learning":
            about = Text(
                "What path, map and stats say of you. All of it advises; nothing is ever locked.",
                "path、map 与 stats 中各项说法的含义。它们只提供建议，不会锁住任何内容。",
            )
            return _page(topic, Text("What is known, and what is counted", "掌握程度与统计口径"), about, _LEARNING)
    listed = ", ".join(TOPICS)
    raise NotFound(
        "unknown-help",
        Text(f"there is no help on {topic}", f"没有关于 {topic} 的帮助"),
        Text(f"topics: {listed}; commands: llmtutor COMMAND --help", f"主题：{listed}；命令：llmtutor 命令 --help"),
    )


TOPICS = ("exit-codes", "keys", "grading", "learning", "environment", "bank")


def help_topics() -> HelpView:
    """What `llmtutor help` alone shows."""
    rows = {topic: help_page(topic).title for topic in TOPICS}
    return _page(
        "topics",
        Text("Help", "帮助"),
        Text("llmtutor help TOPIC, or llmtutor COMMAND --help", "llmtutor help 主题，或 llmtutor 命令 --help"),
        rows,
    )
