"""The nouns: what a bank holds, what a learner did, what a program printed.

Frozen dataclasses over the standard library. Nothing here reads a clock, a file or a terminal, and nothing prints.
Text that a person reads is always a `Text`, both languages together; code, formulas, slugs and papers' names are `str`.

Making forty dataclasses takes a third of the start-up of a small command, so a module is imported when one of its names
is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .answer import *
    from .bank import *
    from .exercise import *
    from .figure import *
    from .files import *
    from .journal import *
    from .kind import *
    from .lab import *
    from .problem import *
    from .text import *

_NAMES = {
    "text": "LANGS Lang NO_WORDS Number Slug Text Words",
    "kind": "Kind",
    "bank": """BODIES Bank Body Choice Cloze Concept Erratum FollowUp KeyPoint Matching MultipleChoice Numeric Open
        Ordering Pair Parameter Pitfall PredictOutput Question SingleChoice Snippet Source SourceItem Topic Trap
        TrueFalse""",
    "exercise": "Code Failure Judged Mistake Reason ShownValue",
    "figure": "Axis Figure",
    "files": "FileStamp Part",
    "problem": "Place Problem",
    "answer": "Feedback Grade Response Variant Verdict",
    "journal": "Answered Event Graded Memory Placed Retracted Skipped",
    "lab": "Ending RunResult",
}
_HOME = {name: module for module, names in _NAMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(_HOME)
