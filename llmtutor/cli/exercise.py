"""practice: exercises written in the user's editor, judged at every save."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from ..errors import Exit, Usage
from ..model import Text
from .complete import exercise_names
from .options import Run, argument, option

if TYPE_CHECKING:
    from ..views.exercise import ExerciseView

SAVE_JUDGES = Text(
    "Every save is judged. h and Enter: a hint. Enter leaves.", "每次保存都会评判。h 加回车：提示；回车离开。"
)
AGAIN = Text("Enter edits again, h hint, q leaves: ", "回车继续编辑，h 提示，q 离开：")
KEPT = Text("Your file is kept: {file}", "你的文件已保留：{file}")


def practice(
    run: Run,
    name: Annotated[
        str | None,
        argument("An exercise; without one, all are listed", "练习名；不给出时列出全部", autocompletion=exercise_names),
    ] = None,
    folder: Annotated[
        Path | None,
        option("--dir", en="Where your file is, or shall be", zh="你的文件所在或要放置的目录", metavar="FOLDER"),
    ] = None,
    check: Annotated[bool, option("--check", en="Judge your file once", zh="评判一次你的文件")] = False,
    hint: Annotated[bool, option("--hint", en="Show the next hint", zh="显示下一条提示")] = False,
    solution: Annotated[bool, option("--solution", en="Show the reference", zh="显示参考解答")] = False,
    yes: Annotated[
        bool, option("--yes", en="With --solution: also before it is solved", zh="与 --solution 连用：未解出也显示")
    ] = False,
    anew: Annotated[
        bool, option("--anew", en="Begin another file, beside the old one", zh="另建一个新文件，旧文件不动")
    ] = False,
) -> Exit:
    from ..service import exercise
    from .asking import asker

    _refuse_odd_mixtures(name, check=check, hint=hint, solution=solution, anew=anew)
    if name is None:
        run.emit(exercise.list_exercises(run.workspace))
        return Exit.OK
    if hint:
        run.emit(exercise.give_hint(run.workspace, name))
        return Exit.OK
    if solution:
        run.emit(exercise.reveal_solution(run.workspace, name, confirmed=yes or _asked(run, name)))
        return Exit.OK
    if check:
        view = exercise.check_solution(run.workspace, name, folder=folder, ask=asker(run))
        run.emit(view)
        return Exit.OK if view.right else Exit.FINDINGS
    begun = exercise.start_exercise(run.workspace, name, run.language, folder=folder, anew=anew)
    run.emit(begun)
    if not run.json and run.interactive:
        _write(run, begun)
    return Exit.OK


def _refuse_odd_mixtures(name: str | None, *, check: bool, hint: bool, solution: bool, anew: bool) -> None:
    wanted = [flag for flag, on in zip(("--check", "--hint", "--solution", "--anew"),
                                       (check, hint, solution, anew), strict=True) if on]  # fmt: skip
    if len(wanted) > 1:
        said = ", ".join(wanted)
        raise Usage(
            "one-at-a-time",
            Text(f"{said}: only one of them at a time", f"{said}：一次只能用其中一个"),
            Text(f"for example: {wanted[0]}", f"例如：{wanted[0]}"),
        )
    if wanted and name is None:
        raise Usage(
            "exercise-expected",
            Text(f"{wanted[0]}: of which exercise?", f"{wanted[0]}：哪一道练习？"),
            Text("llmtutor practice lists them", "用 llmtutor practice 查看全部练习"),
        )


def _asked(run: Run, name: str) -> bool:
    """Whether somebody who has not solved it wants to see the reference all the same."""
    from ..service.exercise import is_solved

    if run.json or not run.interactive or is_solved(run.workspace, name):
        return False
    question = Text(
        "Not solved yet: looking counts as Again. Show it? [y/N] ", "还没有解出：查看会记为“重来”。要看吗？[y/N] "
    )
    try:
        return input(question[run.language]).strip().lower() in ("y", "yes", "是")
    except EOFError:
        return False


def _write(run: Run, begun: ExerciseView) -> None:
    """The editor, until it is solved or the user leaves; Ctrl-C leaves too, and nothing is lost."""
    from ..service.exercise import check_solution, give_hint
    from .asking import asker
    from .editing import edit_and_run, find_editor

    try:
        editor = find_editor(run.environ)
    except Usage:
        run.tell(
            Text(
                "No editor is known (EDITOR is not set): write the file in any, then judge it with --check.",
                "没有设置编辑器（EDITOR）：请用任意编辑器编写该文件，再用 --check 评判。",
            )
        )
        return
    session, since = run.workspace.new_id(), run.workspace.monotonic()
    file = Path(begun.file)

    def judge() -> bool:
        view = check_solution(run.workspace, begun.question, file=file, session=session, since=since, ask=asker(run))
        run.emit(view)
        return view.right

    def heed(line: str) -> bool:
        if line.strip().lower() not in ("h", "hint"):
            return False
        run.emit(give_hint(run.workspace, begun.question))
        return True

    try:
        edit_and_run(
            file,
            editor,
            run=judge,
            tell=run.tell,
            ask=lambda text: input(text[run.language]),
            words=(SAVE_JUDGES, AGAIN),
            heed=heed,
        )
    except KeyboardInterrupt:
        run.tell(Text(KEPT.en.format(file=file), KEPT.zh.format(file=file)))
