"""The sets of concepts that somebody may know, and the two ways that lead to them (Doignon and Falmagne 1985)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..graph import Requires

HARDEST = 4
"""How many steps of the log odds the farthest concepts of a way are harder than its first ones."""


class Way:
    """A direction through the graph, in which a set is taken step by step: nothing without all that comes before it.
    Concepts are numbers, sets of them bits.

    Upwards a concept comes after its prerequisites, and what is taken is what is known. Downwards it comes after what
    builds on it, and what is taken is what is not known: `turned` has the bits by which these two differ.
    """

    def __init__(self, before: Sequence[Sequence[int]], after: Sequence[Sequence[int]], *, upwards: bool) -> None:
        self.order = range(len(before)) if upwards else range(len(before))[::-1]
        self.turned = 0 if upwards else _bits(self.order)
        self.followers = after
        self.before = [_bits(some) for some in before]
        self.after = [_bits(some) for some in after]
        depth = [0] * len(before)
        for number in self.order:
            depth[number] = max((depth[other] + 1 for other in before[number]), default=0)
        self.ease = [HARDEST - min(HARDEST, steps // 2) for steps in depth]


class Space:
    """The sets that are closed under prerequisites: `topics` maps concepts to topics, prerequisites before what needs
    them; a prerequisite that it lacks is taken as known."""

    def __init__(self, topics: Mapping[str, str], requires: Requires) -> None:
        self.place = {concept: number for number, concept in enumerate(topics)}
        names = {topic: number for number, topic in enumerate(dict.fromkeys(topics.values()))}
        self.topic = [names[topic] for topic in topics.values()]
        self.topics = range(len(names))
        needs: list[list[int]] = [[] for _ in self.place]
        builds: list[list[int]] = [[] for _ in self.place]
        for concept, number in self.place.items():
            for other in sorted({self.place[each] for each in requires.get(concept, ()) if each in self.place}):
                needs[number].append(other)
                builds[other].append(number)
        self.ways = Way(needs, builds, upwards=True), Way(builds, needs, upwards=False)


def _bits(some: Iterable[int]) -> int:
    return sum(1 << each for each in some)
