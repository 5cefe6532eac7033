"""quiz, next, answer, undo."""

from __future__ import annotations

import re
import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

from ..errors import Exit, Usage
from ..model import Grade, Kind, Text
from .complete import concept_names, question_ids, topic_slugs
from .options import Run, argument, option

if TYPE_CHECKING:
    from ..service.practice_acts import Opening
    from ..service.practice_state import Wanted


def topic_option() -> Any:
    return option("--topic", en="Only this topic", zh="只考这个主题", autocompletion=topic_slugs)


def concept_option() -> Any:
    return option("--concept", en="Only this concept", zh="只考这个概念", autocompletion=concept_names)


def level_option() -> Any:
    return option("--level", en="Only this level, 1 to 5", zh="只考这个难度，1 到 5", min=1, max=5)


def kind_option() -> Any:
    return option("--kind", en="Only this kind of question", zh="只考这种题型")


def due_option() -> Any:
    return option("--due", en="Only what is due", zh="只复习到期的题")


def new_option() -> Any:
    return option("--new", en="Only what is new", zh="只学新题")


def budget_option() -> Any:
    return option(
        "--budget",
        en="How long you have, such as 10m or 90s: as many questions as fit, by your own pace",
        zh="可用的时间，如 10m、90s：按平时的速度安排题数",
        metavar="TIME",
    )


def seed_option() -> Any:
    return option("--seed", en="The same questions, numbers and order again", zh="固定题目、数字和顺序", min=0)


def quiz(
    run: Run,
    topic: Annotated[str | None, topic_option()] = None,
    concept: Annotated[str | None, concept_option()] = None,
    level: Annotated[int | None, level_option()] = None,
    kind: Annotated[Kind | None, kind_option()] = None,
    due: Annotated[bool, due_option()] = False,
    new: Annotated[bool, new_option()] = False,
    count: Annotated[
        int | None,
        option(
            "--count",
            en="How many questions (10, or as many as --budget allows)",
            zh="题数（默认 10，或 --budget 内能答完的数量）",
            min=1,
            max=1000,
        ),
    ] = None,
    budget: Annotated[str | None, budget_option()] = None,
    why: Annotated[
        bool, option("--why", en="Say of each question why it comes now", zh="说明每道题为何现在出现")
    ] = False,
    confidence: Annotated[
        bool,
        option("--confidence", en="Ask how sure you are before each verdict", zh="公布结果前询问把握有多大"),
    ] = False,
    seed: Annotated[int | None, seed_option()] = None,
    placement: Annotated[
        bool,
        option(
            "--placement",
            en="A short test of what you know already, so that it is not asked",
            zh="简短测试已经掌握的内容，以后不再问",
        ),
    ] = False,
) -> Exit:
    from ..service.practice_session import open_quiz

    if not run.json and not run.interactive:
        raise Usage(
            "no-terminal",
            Text("A quiz needs a terminal to ask on", "答题需要在终端中进行"),
            Text("--json holds the same quiz as JSON Lines", "加 --json 可用 JSON Lines 进行同样的测验"),
        )
    if placement:
        if topic or concept or level or kind or due or new or count or budget:
            raise Usage(
                "placement-alone",
                Text("--placement chooses its questions itself", "--placement 会自行选题"),
                Text("llmtutor quiz --placement, with nothing else", "请单独使用 llmtutor quiz --placement"),
            )
        from ..service.placement import open_placement

        with open_placement(run.workspace, seed) as test:
            sit(run, test)
        return Exit.OK
    seconds = None if budget is None else read_budget(budget)
    many = count or (10 if seconds is None else 1000)
    with open_quiz(run.workspace, _wanted(topic, concept, level, kind, due, new, many, seed, seconds)) as opening:
        sit(run, opening, why=why, confidence=confidence)
    return Exit.OK


def next_(
    run: Run,
    topic: Annotated[str | None, topic_option()] = None,
    concept: Annotated[str | None, concept_option()] = None,
    level: Annotated[int | None, level_option()] = None,
    kind: Annotated[Kind | None, kind_option()] = None,
    due: Annotated[bool, due_option()] = False,
    new: Annotated[bool, new_option()] = False,
    seed: Annotated[int | None, seed_option()] = None,
) -> Exit:
    from ..service.practice_single import next_question

    run.emit(next_question(run.workspace, _wanted(topic, concept, level, kind, due, new, 1, seed)))
    return Exit.OK


def answer(
    run: Run,
    question: Annotated[str, argument("Its id, concept/name", "题目标识：概念/名称", autocompletion=question_ids)],
    answer: Annotated[
        str | None,
        argument("As in a quiz: B, AC, true, 1.5 GiB, 'one; two', 1B 2A 3C", "写法同答题：B、AC、true、1.5 GiB"),
    ] = None,
    variant: Annotated[
        int, option("--variant", en="Which numbers and order were shown", zh="所展示的是哪一组数字与顺序", min=0)
    ] = 0,
    grade: Annotated[
        int | None,
        option("--grade", en="1 Again, 2 Hard, 3 Good, 4 Easy", zh="1 重来，2 困难，3 良好，4 轻松", min=1, max=4),
    ] = None,
    points: Annotated[
        str,
        option("--points", en="Key points that were named, such as 0,2", zh="提到的要点编号，如 0,2", metavar="N,N"),
    ] = "",
    confidence: Annotated[
        float | None,
        option("--confidence", en="How sure you are, 0 to 1", zh="把握有多大，0 到 1", min=0, max=1),
    ] = None,
    event: Annotated[
        str | None,
        option("--event", en="Grade this answer instead of giving one", zh="为已有的这次作答评分", metavar="ID"),
    ] = None,
) -> Exit:
    from ..service.practice_single import answer_question, grade_answer

    chosen, ticked = Grade(grade) if grade else None, _read_points(points)
    if event is not None:
        if chosen is None or answer is not None:
            raise Usage(
                "grade-expected",
                Text("--event goes with --grade, and without an answer", "--event 要与 --grade 一起使用，且不带答案"),
                Text(
                    f"llmtutor answer {question} --event {event} --grade 3",
                    f"llmtutor answer {question} --event {event} --grade 3",
                ),
            )
        run.emit(grade_answer(run.workspace, event, chosen, ticked))
    elif answer is None:
        raise Usage(
            "answer-expected",
            Text("An answer is missing", "缺少答案"),
            Text(
                f"llmtutor answer {question} ANSWER --variant {variant}",
                f"llmtutor answer {question} 答案 --variant {variant}",
            ),
        )
    else:
        run.emit(
            answer_question(
                run.workspace,
                question,
                answer.strip(),
                variant=variant,
                grade=chosen,
                points=ticked,
                confidence=confidence,
            )
        )
    return Exit.OK


def undo(run: Run) -> Exit:
    from ..service.practice_single import undo_last

    run.emit(undo_last(run.workspace))
    return Exit.OK


def sit(run: Run, opening: Opening, *, why: bool = False, confidence: bool = False) -> None:
    """Hold the quiz that was opened, by keys or as JSON Lines; say why where there is none.

    By keys, `why` tells of each question why it comes now, and `confidence` asks before each verdict; as JSON Lines,
    the one is always told, and the other may come with any answer.
    """
    if opening.quiz is None:
        if opening.notice is not None:
            run.tell(opening.notice)
        if opening.nothing is not None:
            run.emit(opening.nothing)
    elif run.json:
        from ..render.as_json import dumps
        from ..service.progress_lines import read_lines
        from .dialog import LONGEST, converse

        def emit(view: Any) -> None:
            sys.stdout.write(dumps(view, pretty=False) + "\n")
            sys.stdout.flush()

        converse(opening.quiz, read_lines(sys.stdin.buffer, LONGEST), emit)
    else:
        from ..service.help_pages import help_page
        from ..service.prediction import check_prediction
        from .terminal import Sitting
        from .terminal_keys import open_keyboard

        with open_keyboard(run.environ) as keyboard:
            Sitting(
                opening.quiz,
                run.screen,
                keyboard,
                clock=run.workspace.clock,
                help_page=lambda: help_page("keys"),
                notice=None if run.quiet else opening.notice,
                why=why,
                confidence=confidence,
                predict=partial(check_prediction, run.workspace),
            ).run()


def _wanted(
    topic: str | None,
    concept: str | None,
    level: int | None,
    kind: Kind | None,
    due: bool,
    new: bool,
    count: int,
    seed: int | None,
    budget: int | None = None,
) -> Wanted:
    """Both `--due` and `--new` are as good as neither."""
    from ..service.practice_state import Wanted

    return Wanted(topic, concept, level, kind and kind.value, due and not new, new and not due, count, seed, budget)


_UNITS = {"": 60, "s": 1, "m": 60, "min": 60, "h": 3600}


def read_budget(text: str) -> int:
    """Seconds of `90s`, `10m`, `1h30m`, or of a bare number of minutes. Raises Usage."""
    word = text.lower().replace(" ", "")
    seconds = sum(float(number) * _UNITS[unit] for number, unit in re.findall(r"(\d+(?:\.\d+)?)(min|[smh]?)", word))
    if not re.fullmatch(r"(\d+(\.\d+)?(min|[smh]))+|\d+(\.\d+)?", word, re.ASCII) or not 1 <= seconds <= 86_400:
        raise Usage(
            "bad-budget",
            Text(f"--budget {text} is no time", f"--budget {text} 不是时间"),
            Text("--budget 10m, --budget 90s, --budget 1h", "--budget 10m、--budget 90s 或 --budget 1h"),
        )
    return int(seconds)


def _read_points(text: str) -> tuple[int, ...]:
    try:
        return tuple(int(part) for part in text.split(",") if part.strip())
    except ValueError:
        raise Usage(
            "bad-points",
            Text(f"--points {text} is no list of numbers", f"--points {text} 不是编号列表"),
            Text("--points 0,2", "--points 0,2"),
        ) from None
