"""practice: exercises, how far they have come, and what the judge says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from ..model import Failure, Text

State = Literal["new", "begun", "solved"]


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """`file` is where the learner writes it, None until it was begun; `due` when it is worth writing again."""

    exercise: str
    question: str
    concept: str
    name: Text
    topic: str
    level: int
    state: State
    due: datetime | None
    file: str | None


@dataclass(frozen=True, slots=True)
class ExercisesView:
    envelope: ClassVar[str] = "exercises"
    exercises: tuple[ExerciseRow, ...]
    solved: int


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """What to write. `created`: the file was made just now, else it is as the learner left it."""

    envelope: ClassVar[str] = "exercise"
    exercise: str
    question: str
    concept: str
    name: Text
    level: int
    prompt: Text
    function: str
    stub: str
    hints: int
    file: str
    created: bool


@dataclass(frozen=True, slots=True)
class KnownMistake:
    """A mistake that gives the very same results as what was written."""

    name: str
    why: Text
    misconception: str | None


@dataclass(frozen=True, slots=True)
class JudgedView:
    """`held` are the laws that hold, `printed` what the program printed, the end of it if that is much.

    `recorded` says whether this try went into the journal, as `event`; the same program again does not. `grade` and
    `due` are set once it is solved.
    """

    envelope: ClassVar[str] = "judged"
    exercise: str
    question: str
    file: str
    right: bool
    held: tuple[Text, ...]
    failure: Failure | None
    mistake: KnownMistake | None
    printed: str
    recorded: bool
    event: str | None
    attempt: int
    hints: int
    grade: int | None
    due: datetime | None
    milliseconds: int


@dataclass(frozen=True, slots=True)
class SolutionView:
    """The reference. `gave_up`: it was not solved yet, and looking counts as Again."""

    envelope: ClassVar[str] = "solution"
    exercise: str
    question: str
    code: str
    explanation: Text
    gave_up: bool
    grade: int | None
    due: datetime | None
