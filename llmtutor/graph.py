"""The prerequisite graph: teaching order, what lies below a concept, cycles. Pure functions over slugs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush

from .model import Concept, Topic

Requires = Mapping[str, Sequence[str]]


def teaching_order(topics: Sequence[Topic], concepts: Iterable[Concept]) -> list[Concept]:
    """Concepts by topic in the bank's order; inside a topic prerequisites first, then by level, then by slug.

    Prerequisites in other topics do not move a concept; members of a cycle come last, by slug.
    """
    rank = {topic.slug: number for number, topic in enumerate(topics)}
    by_topic: dict[int, list[Concept]] = {}
    for concept in concepts:
        by_topic.setdefault(rank.get(concept.topic, len(rank)), []).append(concept)
    return [concept for number in sorted(by_topic) for concept in _prerequisites_first(by_topic[number])]


def _prerequisites_first(members: list[Concept]) -> list[Concept]:
    """Kahn's algorithm with a heap, so that ties are broken the same way everywhere."""
    by_slug = {concept.slug: concept for concept in members}
    waiting = {slug: {needed for needed in concept.requires if needed in by_slug} for slug, concept in by_slug.items()}
    ready = [(by_slug[slug].level, slug) for slug, needed in waiting.items() if not needed]
    ready.sort()
    ordered: list[Concept] = []
    while ready:
        _, slug = heappop(ready)
        del waiting[slug]
        ordered.append(by_slug[slug])
        for other, needed in waiting.items():
            if slug in needed:
                needed.discard(slug)
                if not needed:
                    heappush(ready, (by_slug[other].level, other))
    return ordered + [by_slug[slug] for slug in sorted(waiting)]


def below(slug: str, requires: Requires) -> list[str]:
    """All prerequisites of `slug`, direct and indirect, each after its own; `slug` itself is left out."""
    seen: dict[str, None] = {}
    stack: list[tuple[str, bool]] = [(slug, False)]
    opened: set[str] = set()
    while stack:
        current, done = stack.pop()
        if done:
            seen.setdefault(current)
        elif current not in opened:
            opened.add(current)
            stack.append((current, True))
            stack.extend((needed, False) for needed in reversed(requires.get(current, ())) if needed not in opened)
    seen.pop(slug, None)
    return list(seen)


def find_cycle(requires: Requires) -> list[str] | None:
    """One cycle as a closed path, first slug repeated at the end; None in a DAG."""
    done: set[str] = set()
    for start in requires:
        path: list[str] = []
        on_path: set[str] = set()
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            slug, leaving = stack.pop()
            if leaving:
                path.pop()
                on_path.discard(slug)
                done.add(slug)
                continue
            if slug in on_path:
                return [*path[path.index(slug) :], slug]
            if slug in done:
                continue
            path.append(slug)
            on_path.add(slug)
            stack.append((slug, True))
            stack.extend((needed, False) for needed in requires.get(slug, ()) if needed not in done)
    return None
