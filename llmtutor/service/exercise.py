"""practice: exercises to write in an editor, judged by their laws, graded into the journal (`exercise_events`)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ..bank.exercise_files import name_files
from ..errors import NotFound, Usage
from ..model import Code, Ending, Judged, Kind, Lang, Mistake, Question, Reason, Text
from ..views.exercise import ExerciseRow, ExercisesView, ExerciseView, JudgedView, KnownMistake, SolutionView, State
from ..views.practice import HintView
from .exercise_events import GAVE_UP, Recorded, Try, digest_of, record, tries_of
from .exercise_places import Places, Progress, begin, exercise_of, read_solution
from .lab import could_start, open_bench
from .practice_memory import recall
from .trust import Ask, require_trust

if TYPE_CHECKING:
    from ..store.index import Index
    from ..workspace import Workspace

_PRINTED = 4000
"""Characters of what a program printed that are handed on: the last ones."""


def list_exercises(workspace: Workspace) -> ExercisesView:
    """Every exercise in teaching order, with how far it has come."""
    places = Places(workspace)
    with workspace.index() as index:
        rows = index.questions(kind=Kind.CODE.value)
        names = {row.slug: row.name for row in index.concepts()}
    journal = workspace.journal(create=False)
    try:
        memories = recall(journal, workspace.settings, workspace.clock(), keep=False)
        tried = {row.id: tries_of(journal, row.id) for row in rows}
    finally:
        if journal is not None:
            journal.close()
    listed = []
    for row in rows:
        tries, file = tried[row.id], places.file_of(row.id)
        state: State = "solved" if any(one.right for one in tries) else "begun" if tries or file else "new"
        memory = memories.get(row.id)
        listed.append(
            ExerciseRow(
                exercise=exercise_of(row.id),
                question=row.id,
                concept=row.concept,
                name=names[row.concept],
                topic=row.topic,
                level=row.level,
                state=state,
                due=memory.due if memory else None,
                file=str(file) if file else None,
            )
        )
    return ExercisesView(tuple(listed), sum(one.state == "solved" for one in listed))


def start_exercise(
    workspace: Workspace, name: str, lang: Lang, *, folder: Path | None = None, anew: bool = False
) -> ExerciseView:
    """Put the stub where the learner writes; what is there already is left as it is. Raises NotFound, Usage."""
    with workspace.index() as index:
        question = _find(index, name)
        concept = index.concept(question.concept)
    path, created = begin(Places(workspace), question, folder, lang, anew=anew)
    body = _code(question)
    return ExerciseView(
        exercise=exercise_of(question.id),
        question=question.id,
        concept=question.concept,
        name=concept.name,
        level=question.level,
        prompt=question.prompt,
        function=body.function,
        stub=body.stub,
        hints=len(question.hints),
        file=str(path),
        created=created,
    )


def give_hint(workspace: Workspace, name: str) -> HintView:
    """The next hint; the last try that passes will be Hard for it."""
    with workspace.index() as index:
        question = _find(index, name)
    places, total = Places(workspace), len(question.hints)
    progress = places.progress(question.id)
    if progress.hints >= total:
        return HintView(question.id, total, total, None)
    places.note(question.id, Progress(progress.file, progress.hints + 1))
    return HintView(question.id, progress.hints + 1, total, question.hints[progress.hints])


def check_solution(
    workspace: Workspace,
    name: str,
    *,
    folder: Path | None = None,
    file: Path | None = None,
    session: str | None = None,
    since: float | None = None,
    ask: Ask | None = None,
    on_wait: Callable[[float], None] | None = None,
) -> JudgedView:
    """Judge what the learner has written, and record the try; `since` is when its writing began, by the workspace.

    It stands in `file`, else in `folder` under the exercise's name, else where it was begun. `ask` is asked about the
    judge of another bank than ours; see `service.trust` for what is raised.

    Raises NotFound where nothing was written, and KeyboardInterrupt where the judging was interrupted.
    """
    from ..lab.exercise import judge_one

    places = Places(workspace)
    with could_start(), open_bench(workspace.environ) as bench, workspace.index() as index:
        question = _find(index, name)
        path = file or places.file_of(question.id)
        if folder and not file:
            path = folder.absolute() / f"{exercise_of(question.id)}.py"
        if path is None:
            raise _not_begun(question)
        solution = read_solution(path)
        require_trust(workspace, _programs(question), ask)
        judged, result = judge_one(bench, _code(question), solution, path.name, on_wait)
        if result.ending is Ending.INTERRUPTED:
            raise KeyboardInterrupt
        mistake = next((one for one in _code(question).mistakes if one.name == judged.mistake), None)
        made = Try(
            digest_of(solution),
            judged.passed,
            hints=places.progress(question.id).hints,
            misconceptions=(mistake.misconception,) if mistake and mistake.misconception else (),
            session=session,
            milliseconds=max(0, round((workspace.monotonic() - since) * 1000)) if since is not None else 0,
        )
        recorded = record(workspace, index, question, made, keep=_is_try(judged))
    if recorded.event and judged.passed:
        places.note(question.id, Progress(str(path)))
    return _view(question, path, judged, mistake, recorded, result.stderr, made)


def is_solved(workspace: Workspace, name: str) -> bool:
    with workspace.index() as index:
        question = _find(index, name)
    journal = workspace.journal(create=False)
    if journal is None:
        return False
    with journal:
        return any(one.right for one in tries_of(journal, question.id))


def reveal_solution(workspace: Workspace, name: str, *, confirmed: bool) -> SolutionView:
    """The reference; before it is solved only if `confirmed`, for then it counts as given up. Raises Usage if not."""
    with workspace.index() as index:
        question = _find(index, name)
        journal = workspace.journal(create=False)
        tries = tries_of(journal, question.id)
        if journal is not None:
            journal.close()
        solved = any(one.right for one in tries)
        if not solved and not confirmed:
            raise Usage(
                "not-solved-yet",
                Text(
                    "this exercise is not solved yet; looking at the reference counts as Again",
                    "这道练习还没有解出；现在查看参考解答会记为“重来”",
                ),
                Text("--hint helps; --solution --yes shows it all the same", "可先用 --hint；确定要看请加 --yes"),
            )
        recorded = Recorded(len(tries))
        if not solved and not (tries and tries[-1].response == GAVE_UP):
            given_up = Try(GAVE_UP, right=False, hints=Places(workspace).progress(question.id).hints)
            recorded = record(workspace, index, question, given_up)
    return SolutionView(
        exercise=exercise_of(question.id),
        question=question.id,
        code=_code(question).solution,
        explanation=question.explanation,
        gave_up=not solved,
        grade=recorded.grade,
        due=recorded.due,
    )


def _is_try(judged: Judged) -> bool:
    return judged.failure is None or judged.failure.reason not in (Reason.SYNTAX, Reason.UNDEFINED, Reason.UNFINISHED)


def _view(
    question: Question, path: Path, judged: Judged, mistake: Mistake | None, recorded: Recorded, printed: str, made: Try
) -> JudgedView:
    return JudgedView(
        exercise=exercise_of(question.id),
        question=question.id,
        file=str(path),
        right=judged.passed,
        held=judged.held,
        failure=judged.failure,
        mistake=KnownMistake(mistake.name, mistake.why, mistake.misconception) if mistake else None,
        printed=printed[-_PRINTED:],
        recorded=recorded.event is not None,
        event=recorded.event,
        attempt=recorded.attempt,
        hints=made.hints,
        grade=recorded.grade,
        due=recorded.due,
        milliseconds=made.milliseconds,
    )


# --- Finding ----------------------------------------------------------------------------------------------------------


def _find(index: Index, name: str) -> Question:
    """An exercise by its name, its question's id, or its concept if that has only one."""
    rows = index.questions(kind=Kind.CODE.value)
    wanted = name.strip().removesuffix(".py")
    found = [row.id for row in rows if wanted in (row.id, exercise_of(row.id))]
    if not found and (slug := index.resolve(name).slug):
        found = [row.id for row in rows if row.concept == slug]
    if len(found) == 1:
        return index.question(found[0])
    if found:
        listed = ", ".join(found)
        raise Usage(
            "ambiguous-exercise",
            Text(f"{name} may be one of: {listed}", f"{name} 可能指：{listed}"),
            Text(f"for example: llmtutor practice {found[0]}", f"例如：llmtutor practice {found[0]}"),
        )
    from difflib import get_close_matches

    near = ", ".join(get_close_matches(wanted, [exercise_of(row.id) for row in rows], n=3))
    raise NotFound(
        "unknown-exercise",
        Text(f"there is no exercise {name}", f"没有练习 {name}"),
        Text(f"did you mean: {near}", f"是否想找：{near}")
        if near
        else Text("llmtutor practice lists them all", "用 llmtutor practice 查看全部练习"),
    )


def _code(question: Question) -> Code:
    assert isinstance(question.body, Code)
    return question.body


def _programs(question: Question) -> dict[str, str]:
    """What the judging runs beside the learner's own program, by the names of the files."""
    code = _code(question)
    files = name_files(question.id, [mistake.name for mistake in code.mistakes])
    texts = [code.stub, code.solution, code.judge, *(mistake.code for mistake in code.mistakes)]
    return {file.removesuffix(".py"): text for file, text in zip(files, texts, strict=True) if text is not code.stub}


def _not_begun(question: Question) -> NotFound:
    name = exercise_of(question.id)
    return NotFound(
        "not-begun",
        Text(f"{name} was not begun yet", f"{name} 还没有开始"),
        Text(f"llmtutor practice {name} gives you the file", f"用 llmtutor practice {name} 取得文件"),
    )
