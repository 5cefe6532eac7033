"""tune: whether weights fitted to the learner foretell better, and whether they hold now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal


@dataclass(frozen=True, slots=True)
class TuningView:
    """`outcome` says what came of it:

    too-few     `reviews` are below `needed`, and nothing was fitted
    no-better   fitted weights are not clearly better than those in use, and nothing changes
    better      they are; `llmtutor tune --apply` puts them to use
    applied     they were put to use: kept in `path`

    `before` and `after` are log losses over the last `tested` reviews, which the fit never saw, of the weights in use
    until now and of `weights`; None where they were not measured.
    """

    envelope: ClassVar[str] = "tuning"
    outcome: Literal["too-few", "no-better", "better", "applied"]
    reviews: int
    needed: int
    learned: int
    tested: int
    before: float | None
    after: float | None
    weights: tuple[float, ...]
    path: str
