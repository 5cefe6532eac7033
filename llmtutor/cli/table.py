"""The commands, as one table: where each is, what its line of help says, examples that work as they stand."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ..model import Text


class Row(NamedTuple):
    """`target` is `module:function` inside `llmtutor.cli`; `examples` are lines that work as they stand.

    `direct` says that the function can be called as it stands: with nothing, with one word, or with a list of words.
    """

    target: str
    help: Text
    examples: tuple[str, ...] = ()
    section: str = "learn"
    hidden: bool = False
    direct: Literal["alone", "word", "words"] | None = None


SECTIONS = {
    "learn": Text("Learn", "学习"),
    "read": Text("Look things up", "查阅"),
    "progress": Text("Your progress", "学习进度"),
    "bank": Text("Banks and upkeep", "题库与维护"),
}

COMMANDS: dict[str, Row] = {
    "home": Row("progress:home", Text("Where you stand", "当前进度"), hidden=True, direct="alone"),
    "quiz": Row(
        "practice:quiz",
        Text("Answer what is due, then something new", "先答到期的题，再学新题"),
        (
            "llmtutor quiz",
            "llmtutor quiz --topic attention --count 5",
            "llmtutor quiz --budget 10m --why",
            "llmtutor quiz --confidence",
            "llmtutor quiz --placement",
            "llmtutor quiz --concept softmax --lang zh",
        ),
        direct="alone",
    ),
    "interview": Row(
        "interview:interview",
        Text("A mock interview against the clock, with a report", "限时模拟面试，附报告"),
        (
            "llmtutor interview",
            "llmtutor interview --minutes 20 --topic attention",
            "llmtutor interview --finish --report interview.md",
        ),
        direct="alone",
    ),
    "path": Row(
        "learning:path",
        Text("What to learn first, in order, and what is known of it", "先学什么、按什么顺序，哪些已掌握"),
        ("llmtutor path self-attention", "llmtutor path 交叉注意力 --mermaid"),
        direct="words",
    ),
    "map": Row(
        "learning:map_",
        Text("Every concept by topic, with how well it is known", "按主题列出全部概念及掌握程度"),
        ("llmtutor map", "llmtutor map --topic attention", "llmtutor map --mermaid > map.mmd"),
        direct="alone",
    ),
    "next": Row(
        "practice:next_",
        Text("The next question as one document, for scripts", "以单个文档给出下一题，供脚本使用"),
        ("llmtutor next --json --seed 1",),
        direct="alone",
    ),
    "answer": Row(
        "practice:answer",
        Text("Answer one question, for scripts", "回答一道题，供脚本使用"),
        ("llmtutor answer softmax/large-logits TEXT --variant 7 --json",),
    ),
    "practice": Row(
        "exercise:practice",
        Text("Write code in your editor and have it judged", "在编辑器里写代码，由程序评判"),
        (
            "llmtutor practice",
            "llmtutor practice write-softmax",
            "llmtutor practice write-softmax --hint",
        ),
    ),
    "search": Row(
        "browse:search",
        Text("Find concepts, questions and programs", "搜索概念、题目和程序"),
        ("llmtutor search attention", "llmtutor search 多头注意力", "llmtutor search kv cache --json"),
        "read",
        direct="words",
    ),
    "explain": Row(
        "browse:explain",
        Text("Read a concept: idea, formula, program, pitfalls", "阅读一个概念：思想、公式、程序、误区"),
        ("llmtutor explain self-attention", "llmtutor explain 交叉注意力 --lang zh"),
        "read",
        direct="words",
    ),
    "list": Row(
        "browse:list_",
        Text("List topics, concepts, questions or snippets", "列出主题、概念、题目或程序"),
        ("llmtutor list topics", "llmtutor list concepts --topic attention", "llmtutor list questions --kind numeric"),
        "read",
    ),
    "show": Row(
        "browse:show",
        Text("Read one question, with --answer its answer too", "查看一道题；加 --answer 同时看答案"),
        ("llmtutor show softmax/large-logits --answer",),
        "read",
        direct="word",
    ),
    "run": Row(
        "lab:run",
        Text("Run a program of the bank and compare its output", "运行题库中的程序并比对输出"),
        ("llmtutor run self-attention", "llmtutor run language-model.train", "llmtutor run rope --export rope.svg"),
        "read",
        direct="word",
    ),
    "snippet": Row(
        "lab:snippet",
        Text("Print the source of a program, for a pipe or a file", "输出程序源码，可接管道或存文件"),
        ("llmtutor snippet softmax > softmax.py",),
        "read",
        direct="word",
    ),
    "stats": Row(
        "learning:stats",
        Text("Retention, what is ahead, weak places, your days", "记忆率、今后的复习、薄弱之处、学习日历"),
        ("llmtutor stats", "llmtutor stats --json"),
        "progress",
        direct="alone",
    ),
    "history": Row(
        "learning:history",
        Text("Your answers, one by one", "逐条查看作答记录"),
        ("llmtutor history", "llmtutor history --limit 100", "llmtutor history --csv > answers.csv"),
        "progress",
        direct="alone",
    ),
    "undo": Row(
        "practice:undo",
        Text("Take the last answer back", "撤销上一次作答"),
        ("llmtutor undo",),
        "progress",
        direct="alone",
    ),
    "tune": Row(
        "tuning:tune",
        Text("Fit the scheduler to your own answers", "按自己的作答调整复习间隔"),
        ("llmtutor tune", "llmtutor tune --apply"),
        "progress",
        direct="alone",
    ),
    "config": Row(
        "settings:config",
        Text("Language, desired retention, limits of a day", "语言、目标记忆率、每日上限"),
        (
            "llmtutor config",
            "llmtutor config desired_retention 0.92",
            "llmtutor config new_per_day 10",
            "llmtutor config pauses 2026-12-20/2027-01-03",
            "llmtutor config language --unset",
        ),
        "bank",
        direct="alone",
    ),
    "doctor": Row(
        "upkeep:doctor",
        Text("Where everything is, and whether it is sound", "各项数据在哪里、是否完好"),
        ("llmtutor doctor",),
        "bank",
        direct="alone",
    ),
    "schema": Row(
        "upkeep:schema",
        Text("The JSON Schema of a document", "某种 JSON 文档的 JSON Schema"),
        ("llmtutor schema search",),
        "bank",
    ),
    "help": Row(
        "upkeep:help_",
        Text("Exit codes, keys, grading, environment", "退出码、按键、评分、环境变量"),
        ("llmtutor help exit-codes", "llmtutor help search"),
        "bank",
    ),
}

GROUPS: dict[str, tuple[Row, dict[str, Row]]] = {
    "progress": (
        Row("", Text("Export, import and back up your progress", "导出、导入和备份进度"), section="progress"),
        {
            "export": Row(
                "progress:export",
                Text("The journal as JSON Lines", "以 JSON Lines 导出学习记录"),
                ("llmtutor progress export > progress.jsonl",),
            ),
            "import": Row(
                "progress:import_",
                Text("Take in exported events; safe to repeat", "导入事件；可放心重复执行"),
                ("llmtutor progress import progress.jsonl",),
            ),
            "backup": Row(
                "progress:backup",
                Text("Copy the journal to a file", "把学习记录备份到文件"),
                ("llmtutor progress backup",),
            ),
            "sync": Row(
                "sync:sync",
                Text(
                    "The same progress on several machines, through a folder",
                    "通过共享目录，在多台机器上保持同一份进度",
                ),
                ("llmtutor progress sync shared-folder",),
            ),
        },
    ),
    "bank": (
        Row("", Text("Check, test and write banks", "检查、测试和编写题库"), section="bank"),
        {
            "check": Row(
                "upkeep:bank_check",
                Text("Every problem at once, with its place", "一次列出全部问题及其位置"),
                ("llmtutor bank check", "llmtutor bank check my-bank --strict"),
            ),
            "test": Row(
                "upkeep:bank_test",
                Text("Run every program, recompute every answer", "运行所有程序，重算所有答案"),
                ("llmtutor bank test", "llmtutor bank test my-bank --update"),
            ),
            "trust": Row(
                "upkeep:bank_trust",
                Text("Let all programs of a bank run, as they are now", "允许运行题库中现有的全部程序"),
                ("llmtutor bank trust my-bank",),
            ),
            "new": Row(
                "upkeep:bank_new",
                Text("A scaffold for a concept", "为一个概念生成骨架文件"),
                ("llmtutor bank new my-concept --topic attention --bank my-bank",),
            ),
            "coverage": Row(
                "upkeep:bank_coverage",
                Text("What of the source article is taught and corrected where", "原文各条在哪里讲授、勘误在哪里更正"),
                ("llmtutor bank coverage",),
            ),
            "schema": Row(
                "upkeep:bank_schema",
                Text("JSON Schema of bank files, for editors", "题库文件的 JSON Schema，供编辑器使用"),
                ("llmtutor bank schema concept > concept.schema.json",),
            ),
        },
    ),
}
