"""Concepts for a query: how much of it is their name, and how well their texts answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..letters import is_han
from .index_file import ALIAS, NAME
from .search_texts import WEIGHTS, Ranked, flattened, required, shared, weigh
from .stopwords import ENGLISH
from .tokens import tokenize

if TYPE_CHECKING:
    from .index_file import IndexFile
    from .request import Need, Request

# What counts, beside how well the texts answer (0 to 1): the query is a name or part of one, its words stand in names,
# a name says little else, and a question of the concept is near. Tuned on the working half of the relevance test set.
_ALIAS = 0.9
_FOUND_BY = 0.85
_WHOLE = 3.0
_TITLED = 1.4
_BEGUN = 0.5
_BEGINNING = 0.7
_FIRST = 0.5
_CLOSE = 0.3
_ASKED = 0.1
_ANSWERED = 0.4
_PHRASED = 0.8
_IN_NAMES = 1.0
_MOST_PHRASED = 20
_LEADING = 0.7  # of a name such as `Activations: ReLU, GELU` what stands first is nearly all of it
_SAID = 0.15  # a sentence is about a concept only if its names or its summary say this share of it
_PRESENT = 0.1  # what a word counts by being there at all, before how often and where
_ALSO = 0.35  # a concept whose texts answer less than this share of the best is not shown
_ALL = 0.999
_MOST_COMPARED = 200
_BEST = 7.0  # more than any sum of these


class RankedConcept(NamedTuple):
    """`score` from 0 to 1; `alias` is what was recognized with its rank, if it is not the name itself."""

    number: int
    score: float
    alias: tuple[int, str] | None


def find_concepts(
    index: IndexFile, request: Request, topic: str | None, level: int | None, questions: list[Ranked]
) -> list[RankedConcept]:
    """All concepts that answer, best first; ties by level and teaching order.

    `questions` are the best questions for the same request: a concept that has one is likely what was asked about.
    """
    facts = _facts(index, topic, level)
    answered, covered, weights = _answer(index, request.needs)
    enough = required(request)
    said = _say(index, request) if request.asks else {}
    named, aliases = _name(request, weights)
    first = _first_named(request)
    titled, said_weights = _title(index, request.needs, weights)
    close = _close(index, request.key, [number for number, share in titled.items() if share > _ALL])
    asked = _ask(index, questions)
    enough_named = {number for number, share in named.items() if share >= enough}
    candidates = {number for number, share in covered.items() if share >= enough} | enough_named
    if request.asks:
        candidates &= {number for number, share in said.items() if share >= _SAID} | named.keys()
    scores = {number: _ANSWERED * answered.get(number, 0.0) for number in candidates & facts.keys()}
    for number in scores:
        scores[number] += max(named.get(number, 0.0) + first.get(number, 0.0), _TITLED * titled.get(number, 0.0))
    for more, weight in ((close, _CLOSE), (asked, _ASKED)):
        for number in scores.keys() & more.keys():
            scores[number] += weight * more[number]
    if request.asks:
        leading = sorted(scores, key=lambda number: -scores[number])[:_MOST_PHRASED]
        for number, share in _phrase(index, request.needs, said_weights, leading).items():
            scores[number] += _PHRASED * share
    least = _ALSO * max((answered.get(number, 0.0) for number in scores), default=0.0)
    shown = [number for number in scores if number in enough_named or answered.get(number, 0.0) >= least]
    shown.sort(key=lambda number: (-round(scores[number] / _BEST, 6), facts[number]))
    return [RankedConcept(number, scores[number] / _BEST, aliases.get(number)) for number in shown]


def find_nearest(index: IndexFile, request: Request, most: int = 3) -> tuple[str, ...]:
    """Slugs of the concepts that share the most with a query that nothing answers."""
    answered, _, _ = _answer(index, request.needs)
    best = sorted(answered, key=lambda number: (-answered[number], number))[:most]
    return tuple(index.rows("select slug from concept where number = ?", (number,))[0][0] for number in best)


def _answer(index: IndexFile, needs: list[Need]) -> tuple[dict[int, float], dict[int, float], list[float]]:
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


def _name(request: Request, weights: list[float]) -> tuple[dict[int, float], dict[int, tuple[int, str]]]:
    """By concept: the share of the query that is its name, 0 to 1, and `_WHOLE` where it is the whole query; the alias."""
    named: dict[int, float] = {}
    aliases: dict[int, tuple[int, str]] = {}
    for spot in request.spots:
        places = set(range(spot.start, spot.end))
        share = sum(
            weight for need, weight in zip(request.needs, weights, strict=True) if places.issuperset(need.units)
        )
        if spot.key == request.key:
            share = _WHOLE
        for number, rank, text in spot.bearers:
            worth = share * _worth(rank)
            if worth > named.get(number, 0.0):
                named[number] = worth
                aliases.pop(number, None)
                if rank > NAME:
                    aliases[number] = (rank, text)
    for number, share in request.begun:
        named[number] = max(named.get(number, 0.0), _BEGINNING + _BEGUN * share)
    return named, aliases


def _worth(rank: int) -> float:
    return 1.0 if rank <= NAME else _ALIAS if rank == ALIAS else _FOUND_BY


def _first_named(request: Request) -> dict[int, float]:
    """What a question names first is mostly what it is about: something for the concepts with that name."""
    if not request.spots or request.spots[0].key == request.key:
        return {}
    spot = min(request.spots, key=lambda spot: (spot.start, -spot.end))
    worth = _FIRST / len(spot.bearers) ** 0.5
    return {number: worth * _worth(rank) for number, rank, _ in spot.bearers}


def _title(index: IndexFile, needs: list[Need], weights: list[float]) -> tuple[dict[int, float], list[float]]:
    """By concept: the share of the needs that stand anywhere in its names and aliases, in either language.

    And the needs' weights for that: how rare they are in names counts as much as how rare they are in all texts.
    """
    sql = "select rowid from concept_text where concept_text match ?"
    rows = [index.rows(sql, (f"{{name alias}} : ({need.expression})",)) if need.forms else [] for need in needs]
    rarities = shared(needs, [weigh(index.counts["concept"], len(found)) if found else 0.0 for found in rows])
    weights = [
        (weight + _IN_NAMES * rarity) / (1 + _IN_NAMES) for weight, rarity in zip(weights, rarities, strict=True)
    ]
    titled: dict[int, float] = {}
    for found, weight in zip(rows, weights, strict=True):
        for (number,) in found:
            titled[number] = titled.get(number, 0.0) + weight
    return titled, weights


def _say(index: IndexFile, request: Request) -> dict[int, float]:
    """By concept: the share of the needs that its names or its summary say, all needs alike."""
    said: dict[int, float] = {}
    sql = "select rowid from concept_text where concept_text match ?"
    whole = sum(need.share for need in request.needs) or 1.0
    for need in request.needs:
        for (number,) in index.rows(sql, (f"{{name alias summary}} : ({need.expression})",)) if need.forms else []:
            said[number] = said.get(number, 0.0) + need.share / whole
    return said


def _close(index: IndexFile, key: str, numbers: list[int]) -> dict[int, float]:
    """Of concepts whose names say all that was asked: the share of the nearest name or slug that the query is."""
    close: dict[int, float] = {}
    names = index.rows_in("select concept, key from name where rank < 2 and concept", numbers[:_MOST_COMPARED])
    for number, name in names:
        if key in name:
            share = len(key) / len(name)
            close[number] = max(close.get(number, 0.0), share, _LEADING if name.startswith(key) else 0.0)
    return close


def _phrase(index: IndexFile, needs: list[Need], weights: list[float], numbers: list[int]) -> dict[int, float]:
    """By concept: how well one of its names alone says what is asked: the share of the needs, less for words beside."""
    worth: dict[str, float] = {}
    for need, weight in zip(needs, weights, strict=True):
        for term in need.terms:
            worth[term] = max(worth.get(term, 0.0), weight)
    beginnings = {term[:-1]: weight for term, weight in worth.items() if term.endswith("*")}
    phrased: dict[int, float] = {}
    for number, name in index.rows_in("select concept, text from name where concept", numbers):
        tokens = [token for token in dict.fromkeys(tokenize(name)) if token not in ENGLISH and not _is_end(token)]
        said = [worth.get(token) or (_begun_by(token, beginnings) if beginnings else 0.0) for token in tokens]
        held = [weight for weight in said if weight]
        if held:
            phrased[number] = max(phrased.get(number, 0.0), sum(held) * len(held) / len(tokens))
    return phrased


def _begun_by(token: str, beginnings: dict[str, float]) -> float:
    return max((weight for beginning, weight in beginnings.items() if token.startswith(beginning)), default=0.0)


def _is_end(token: str) -> bool:
    """Whether it is a lone Han character, which is in the pair before it already."""
    return len(token) == 1 and is_han(token)


def _ask(index: IndexFile, questions: list[Ranked]) -> dict[int, float]:
    """By concept: the score of its best question."""
    numbers = [question.number for question in questions]
    concepts = dict(index.rows_in("select number, concept from question where number", numbers))
    asked: dict[int, float] = {}
    for question in questions:
        asked.setdefault(concepts[question.number], question.score)
    return asked


def _facts(index: IndexFile, topic: str | None, level: int | None) -> dict[int, tuple[int, int]]:
    """Level and place of each concept that the filters let through."""
    wanted = {"topic": topic, "level": level}
    filters = {column: value for column, value in wanted.items() if value is not None}
    where = " and ".join(f"{column} = ?" for column in filters) or "true"
    rows = index.rows(f"select number, level, place from concept where {where}", list(filters.values()))
    return {number: (level, place) for number, level, place in rows}
