"""What to ask next, and why: first what is due, then what is new and within reach. It advises; it never locks.

* Due is what its memory says is due, less what encompassing credit puts off. What is most likely forgotten comes first.
  In a backlog, where there is more than the day or three sessions can take, what is most likely still known comes
  first, for it costs least to keep; the rest waits: a long absence is spread over days, not dumped on one.
* New questions come in the order of the candidates, which is teaching order, easy ones of a concept first. A concept
  opens when every prerequisite that has questions is known, or once it was begun; one that a placement test took as
  known stays closed, for there is nothing new in it. Who insists (on a topic, a concept, a
  level) gets everything: what lacks prerequisites then only comes last, and says so.
* Of what was picked, two questions of one concept do not follow each other where that can be helped, and topics change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..graph import Requires
from ..model import Kind, Memory, Text
from .credit import give_credit, put_off
from .mastery import Candidate, Mastery, assess, concept_of
from .memory import DECAY, retrievability
from .stream import shuffle, stream

__all__ = ["DUE_LIMIT", "NEW_LIMIT", "Candidate", "Pick", "pick"]

NEW_LIMIT = 20
DUE_LIMIT = 200
_SESSIONS = 3
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pick:
    question: str
    why: Text


_Chosen = tuple[Candidate, Text]


def pick(
    candidates: Sequence[Candidate],
    memories: Mapping[str, Memory],
    requires: Requires,
    *,
    at: datetime,
    seed: int,
    count: int,
    only_due: bool = False,
    only_new: bool = False,
    insist: bool = False,
    new_limit: int = NEW_LIMIT,
    due_limit: int = DUE_LIMIT,
    credit: bool = True,
    placed: Set[str] = frozenset(),
    decay: float = DECAY,
) -> tuple[Pick, ...]:
    """At most `count` different questions in the order of asking.

    `candidates` in teaching order: all that may be asked. The limits are what the day still allows; `credit` switches
    encompassing credit; `placed` are the concepts that a placement test took as known. `decay` belongs to the weights
    that `memories` were folded with. The same arguments give the same picks. Exercises, which need an editor, are left
    out.
    """
    candidates = [candidate for candidate in candidates if candidate.kind != Kind.CODE]
    due: list[_Chosen] = []
    if not only_new:
        due = _pick_due(candidates, memories, requires if credit else {}, at, seed, count, due_limit, decay)
    new: list[_Chosen] = []
    if not only_due:
        standing = _standing(candidates, memories, at, placed, decay)
        opened = _pick_new(candidates, memories, requires, standing, seed, insist=insist)
        new = opened[: max(0, min(count - len(due), new_limit))]
    arranged = _apart(due, None)
    arranged += _apart(new, arranged[-1][0] if arranged else None)
    return tuple(Pick(candidate.question, why) for candidate, why in arranged)


# --- Due ------------------------------------------------------------------------------------------------------------


def _pick_due(
    candidates: Sequence[Candidate],
    memories: Mapping[str, Memory],
    requires: Requires,
    at: datetime,
    seed: int,
    count: int,
    limit: int,
    decay: float,
) -> list[_Chosen]:
    credit = give_credit(memories, requires)
    due: list[tuple[float, Candidate, timedelta]] = []
    for candidate in candidates:
        memory = memories.get(candidate.question)
        if memory is not None and memory.due <= at:
            since = at - memory.due - put_off(memory, candidate.concept, credit)
            if since >= timedelta(0):
                due.append((retrievability(memory, at, decay=decay), candidate, since))
    backlog = len(due) > min(limit, _SESSIONS * count)
    tie = shuffle(len(due), stream(f"due:{seed}"))
    order = sorted(range(len(due)), key=lambda place: (round(due[place][0], 2) * (-1 if backlog else 1), tie[place]))
    chosen = [due[place] for place in order[: max(0, min(count, limit))]]
    return [(candidate, _tell_due(since, likely)) for likely, candidate, since in chosen]


def _tell_due(since: timedelta, likely: float) -> Text:
    percent = min(max(round(100 * likely), 1), 99)
    days = since // _DAY
    if days < 1:
        return Text(f"due today, {percent} % likely known", f"今天到期，记得的可能性约 {percent} %")
    return Text(
        f"due since {days} {'day' if days == 1 else 'days'}, {percent} % likely known",
        f"已到期 {days} 天，记得的可能性约 {percent} %",
    )


# --- New ------------------------------------------------------------------------------------------------------------


def _standing(
    candidates: Sequence[Candidate],
    memories: Mapping[str, Memory],
    at: datetime,
    placed: Set[str],
    decay: float,
) -> dict[str, Mastery]:
    """The standing of the candidates' concepts, and of others as far as their answered questions or a test tell."""
    among = {candidate.concept for candidate in candidates}
    others = [
        Candidate(question, concept, "", 1)
        for question in sorted(memories)
        if (concept := concept_of(question)) not in among
    ]
    untold = placed - among - {candidate.concept for candidate in others}
    others += [Candidate("", concept, "", 1) for concept in sorted(untold)]
    return assess([*candidates, *others], memories, at, decay=decay, placed=placed)


def _pick_new(
    candidates: Sequence[Candidate],
    memories: Mapping[str, Memory],
    requires: Requires,
    standing: Mapping[str, Mastery],
    seed: int,
    *,
    insist: bool,
) -> list[_Chosen]:
    """All new questions within reach, in the order in which they should be learned."""
    rank = {concept: place for place, concept in enumerate(dict.fromkeys(one.concept for one in candidates))}
    tie = shuffle(len(candidates), stream(f"new:{seed}"))
    ordered: list[tuple[tuple[bool, int, int, int], _Chosen]] = []
    for place, candidate in enumerate(candidates):
        if candidate.question in memories:
            continue
        needed = requires.get(candidate.concept, ())
        tested = [concept for concept in needed if insist or concept in standing]
        missing = [concept for concept in tested if not (concept in standing and standing[concept].is_known)]
        if standing[candidate.concept].placed and not insist:
            continue
        begun = standing[candidate.concept].seen > 0
        if missing and not begun and not insist:
            continue
        last = bool(missing) and not begun
        why = _tell_new(tested, missing, insist=insist)
        ordered.append(((last, rank[candidate.concept], candidate.level, tie[place]), (candidate, why)))
    ordered.sort(key=lambda one: one[0])
    return [chosen for _, chosen in ordered]


def _tell_new(tested: Sequence[str], missing: Sequence[str], *, insist: bool) -> Text:
    if not tested:
        return Text("new: nothing has to come first", "新题：不需要先学别的概念")
    if not missing:
        if len(tested) == 1:
            return Text("new: you know its prerequisite", "新题：它的先修概念已掌握")
        return Text(f"new: you know its {len(tested)} prerequisites", f"新题：它的 {len(tested)} 个先修概念都已掌握")
    if not insist:
        return Text("new: you have begun its concept", "新题：这个概念已经开始学了")
    return Text(
        f"new, as you asked; not known yet of what it builds on: {', '.join(missing)}",
        f"新题，按要求选出；它依赖的概念中还没掌握的有：{'、'.join(missing)}",
    )


# --- Order ----------------------------------------------------------------------------------------------------------


def _apart(chosen: Sequence[_Chosen], before: Candidate | None) -> list[_Chosen]:
    """In the given order as far as neighbours differ: in concept wherever that is possible, in topic where it is easy.

    The concept with the most left goes first as soon as it could not be kept apart otherwise.
    """
    left = list(chosen)
    counts = Counter(candidate.concept for candidate, _ in left)
    arranged: list[_Chosen] = []
    while left:
        concept, most = max(counts.items(), key=lambda one: one[1])
        pressing = {concept} if 2 * most > len(left) else set(counts)
        best = min(range(len(left)), key=lambda place: _likeness(left[place][0], before, pressing))
        before = left[best][0]
        counts[before.concept] -= 1
        arranged.append(left.pop(best))
    return arranged


def _likeness(candidate: Candidate, before: Candidate | None, pressing: set[str]) -> tuple[bool, bool, bool]:
    if before is None:
        return (False, candidate.concept not in pressing, False)
    return (
        candidate.concept == before.concept,
        candidate.concept not in pressing,
        candidate.topic == before.topic,
    )
