"""Concepts for a query: how much of it is their name, and how well their texts answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .search_texts import WEIGHTS, Ranked, flattened, required, shared, weigh

if TYPE_CHECKING:
    from .index import Index
    from .rewrite import Need, Request

# What counts, beside how well the texts answer (0 to 1): the query is a name or part of one, its words stand in names,
# a name says little else, and a question of the concept is near. Tuned on the working half of the relevance test set.
_ALIAS = 0.9
_TITLED = 0.7
_BEGUN = 0.5
_CLOSE = 0.3
_ASKED = 0.2
_PRESENT = 0.2  # what a word counts by being there at all, before how often and where
_ALSO = 0.35  # a concept whose texts answer less than this share of the best is not shown
_ALL = 0.999
_MOST_COMPARED = 200
_BEST = 4.0  # more than any sum of these


class RankedConcept(NamedTuple):
    """`score` from 0 to 1; `alias` is the alias that was recognized, if it was one."""

    number: int
    score: float
    alias: str | None


def find_concepts(
    index: Index, request: Request, topic: str | None, level: int | None, questions: list[Ranked]
) -> list[RankedConcept]:
    """All concepts that answer, best first; ties by level and teaching order.

    `questions` are the best questions for the same request: a concept that has one is likely what was asked about.
    """
    facts = _facts(index, topic, level)
    answered, covered, weights = _answer(index, request.needs)
    enough = required(request.needs)
    named, aliases = _name(request, weights)
    titled = _title(index, request.needs, weights)
    close = _close(index, request.key, [number for number, share in titled.items() if share > _ALL])
    asked = _ask(index, questions)
    ranked = []
    for number in answered.keys() | named.keys():
        if number in facts and max(covered.get(number, 0.0), named.get(number, 0.0)) >= enough:
            score = (
                answered.get(number, 0.0)
                + max(named.get(number, 0.0), _TITLED * titled.get(number, 0.0))
                + _CLOSE * close.get(number, 0.0)
                + _ASKED * asked.get(number, 0.0)
            )
            ranked.append(RankedConcept(number, score / _BEST, aliases.get(number)))
    ranked.sort(key=lambda concept: (-round(concept.score, 6), facts[concept.number]))
    best = max((answered.get(concept.number, 0.0) for concept in ranked), default=0.0)
    return [
        concept
        for concept in ranked
        if named.get(concept.number, 0.0) >= enough or answered.get(concept.number, 0.0) >= _ALSO * best
    ]


def find_nearest(index: Index, request: Request, most: int = 3) -> tuple[str, ...]:
    """Slugs of the concepts that share the most with a query that nothing answers."""
    answered, _, _ = _answer(index, request.needs)
    best = sorted(answered, key=lambda number: (-answered[number], number))[:most]
    return tuple(index.rows("select slug from concept where number = ?", (number,))[0][0] for number in best)


def _answer(index: Index, needs: list[Need]) -> tuple[dict[int, float], dict[int, float], list[float]]:
    """By concept: how well its texts answer, and the share of the needs they cover, both 0 to 1; the needs' weights."""
    sql = f"select rowid, -bm25(concept_text, {WEIGHTS['concept_text']}) from concept_text where concept_text match ?"
    answered: dict[int, float] = {}
    covered: dict[int, float] = {}
    rows = [index.rows(sql, (need.expression,)) if need.forms else [] for need in needs]
    rarities = [weigh(index.counts["concept"], len(found)) for found in rows]
    weights = shared(needs, rarities)
    says = shared(needs, flattened(rarities))
    for found, weight, say in zip(rows, weights, says, strict=True):
        best = max((score for _, score in found), default=0.0) or 1.0
        for number, score in found:
            answered[number] = answered.get(number, 0.0) + weight * (_PRESENT + (1 - _PRESENT) * score / best)
            covered[number] = covered.get(number, 0.0) + say
    return answered, covered, weights


def _name(request: Request, weights: list[float]) -> tuple[dict[int, float], dict[int, str]]:
    """By concept: the share of the query that is its name, 0 to 1, and 2 where it is the whole query; the alias."""
    named: dict[int, float] = {}
    aliases: dict[int, str] = {}
    for spot in request.spots:
        places = set(range(spot.start, spot.end))
        share = sum(
            weight for need, weight in zip(request.needs, weights, strict=True) if places.issuperset(need.units)
        )
        if spot.key == request.key:
            share = 2.0
        for number, is_alias, text in spot.bearers:
            worth = share * (_ALIAS if is_alias else 1.0)
            if worth > named.get(number, 0.0):
                named[number] = worth
                aliases.pop(number, None)
                if is_alias:
                    aliases[number] = text
    for number, share in request.begun:
        named[number] = max(named.get(number, 0.0), _TITLED + _BEGUN * share)
    return named, aliases


def _title(index: Index, needs: list[Need], weights: list[float]) -> dict[int, float]:
    """By concept: the share of the needs that stand anywhere in its names and aliases, in either language."""
    titled: dict[int, float] = {}
    sql = "select rowid from concept_text where concept_text match ?"
    for need, weight in zip(needs, weights, strict=True):
        for (number,) in index.rows(sql, (f"{{name alias}} : ({need.expression})",)) if need.forms else []:
            titled[number] = titled.get(number, 0.0) + weight
    return titled


def _close(index: Index, key: str, numbers: list[int]) -> dict[int, float]:
    """Of concepts whose names say all that was asked: the share of the nearest name or slug that the query is."""
    close: dict[int, float] = {}
    numbers = numbers[:_MOST_COMPARED]
    marks = ", ".join("?" * len(numbers))
    for number, name in index.rows(f"select concept, key from name where rank < 2 and concept in ({marks})", numbers):
        if key in name:
            close[number] = max(close.get(number, 0.0), len(key) / len(name))
    return close


def _ask(index: Index, questions: list[Ranked]) -> dict[int, float]:
    """By concept: the score of its best question."""
    asked: dict[int, float] = {}
    for question in questions:
        ((concept,),) = index.rows("select concept from question where number = ?", (question.number,))
        asked.setdefault(concept, question.score)
    return asked


def _facts(index: Index, topic: str | None, level: int | None) -> dict[int, tuple[int, int]]:
    """Level and place of each concept that the filters let through."""
    wanted = {"topic": topic, "level": level}
    filters = {column: value for column, value in wanted.items() if value is not None}
    where = " and ".join(f"{column} = ?" for column in filters) or "true"
    rows = index.rows(f"select number, level, place from concept where {where}", list(filters.values()))
    return {number: (level, place) for number, level, place in rows}
