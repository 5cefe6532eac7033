"""As many questions as fit into the time that the learner has, by their own pace."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..learn.pace import Pace, fit, measure
from ..learn.pick import Pick
from ..store.journal import Journal
from ..store.rows import QuestionEntry

_RECENT = 2000  # answers that tell the pace
_ROUNDS = 6


def pace_of(journal: Journal | None, kinds: Mapping[str, str]) -> Pace:
    return Pace() if journal is None else measure(journal.recent(_RECENT), kinds)


def pick_within(
    budget: int, most: int, rows: Sequence[QuestionEntry], pace: Pace, pick_some: Callable[[int], tuple[Pick, ...]]
) -> tuple[Pick, ...]:
    """The picks of `pick_some` that fit into `budget` seconds, at most `most`.

    What is asked for is what fits and no more: how many are asked decides what comes first in a backlog.
    """
    kinds = {row.id: row.kind for row in rows}
    time = budget * 1000
    count = 1
    for _ in range(_ROUNDS):
        picked = pick_some(count)
        expected = [pace.expect(pick.question, kinds[pick.question]) for pick in picked]
        left = time - sum(expected)
        if not picked or len(picked) < count or count == most or left <= 0:
            break
        count = min(most, count + max(1, int(left / (sum(expected) / len(expected)))))
    return picked[: fit(expected, time)]
