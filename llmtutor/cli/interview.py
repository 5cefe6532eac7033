"""interview."""

from __future__ import annotations

import os
from errno import EACCES
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from ..errors import CannotWrite, Exit, Usage
from ..model import Text
from ..writing import write_whole
from .options import Run, option
from .practice import level_option, seed_option, sit, topic_option

if TYPE_CHECKING:
    from ..service.practice_acts import Act, Asking, StepView
    from ..service.practice_state import Phase
    from ..views.interview import InterviewView
    from ..views.practice import ComplaintView


def interview(
    run: Run,
    minutes: Annotated[
        int | None,
        option("--minutes", en="How long it takes at most (30)", zh="最长多少分钟（30）", min=1, max=600),
    ] = None,
    topic: Annotated[str | None, topic_option()] = None,
    level: Annotated[int | None, level_option()] = None,
    finish: Annotated[
        bool,
        option(
            "--finish",
            en="Call the time of the unfinished one, and go to the key points",
            zh="结束未完成的面试，直接对照要点",
        ),
    ] = False,
    report: Annotated[
        Path | None,
        option(
            "--report", en="Also write the report as Markdown", zh="同时把报告写成 Markdown 文件", metavar="FILE.md"
        ),
    ] = None,
    seed: Annotated[int | None, seed_option()] = None,
) -> Exit:
    from ..service.interview import open_interview
    from ..service.interview_state import MINUTES, Wish
    from ..service.practice_acts import Opening

    if not run.json and not run.interactive:
        raise Usage(
            "no-terminal",
            Text("An interview needs a terminal to ask on", "模拟面试需要在终端中进行"),
            Text("--json holds the same interview as JSON Lines", "加 --json 可用 JSON Lines 进行同样的面试"),
        )
    if report is not None:
        _check_report(report)
    # Who names a topic or a level means a new interview, of the usual length where none is named.
    named = topic is not None or level is not None
    wish = Wish(minutes or (MINUTES if named else None), topic, level)
    with open_interview(run.workspace, wish, finish=finish, seed=seed) as opening:
        heard = _Listening(opening.quiz) if opening.quiz is not None else None
        sit(run, Opening(heard, opening.nothing, opening.notice), why=True)
    if report is not None and heard is not None and heard.report is not None:
        from ..render.as_report import write

        # The interview is in the journal whatever happens here.
        write_whole(report, [write(heard.report, run.language)], _ELSEWHERE)
        run.tell(Text(f"Report: {report}", f"报告：{report}"))
    return Exit.OK


class _Listening:
    """The interview itself; it remembers the report that comes by."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self.report: InterviewView | None = None

    @property
    def phase(self) -> Phase:
        return self._asking.phase

    def begin(self) -> tuple[StepView, ...]:
        return self._hear(self._asking.begin())

    def send(self, act: Act) -> tuple[StepView, ...]:
        return self._hear(self._asking.send(act))

    def complaint(self, act: Act) -> ComplaintView | None:
        return self._asking.complaint(act)

    def _hear(self, views: tuple[StepView, ...]) -> tuple[StepView, ...]:
        from ..views.interview import InterviewView

        for view in views:
            if isinstance(view, InterviewView):
                self.report = view
        return views


# --- The file of the report -----------------------------------------------------------------------------------------


_ELSEWHERE = Text(
    "Name a file in a folder that you may write to; every answer is kept", "请指定一个可写的位置；作答都已保存"
)


def _check_report(path: Path) -> None:
    """Before half an hour is spent on what cannot be written."""
    if path.exists():
        raise Usage(
            "report-would-overwrite",
            Text(f"{path} is there already", f"{path} 已存在"),
            Text("Name another file", "请换一个文件名"),
        )
    if not os.access(path.parent, os.W_OK):
        raise CannotWrite(path, PermissionError(EACCES, os.strerror(EACCES)), _ELSEWHERE)
