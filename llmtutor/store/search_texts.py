"""Questions and programs by BM25, as FTS5 computes it, with a bound on the work where words are common.

In a large bank the ranking of a word that stands in a tenth of all questions would have to visit them all. For such
words the index holds the best questions of each (`champion`), and only these are scored, together with every question
that has one of the rarer words asked for. The scores are FTS5's own, over the whole table; only who is looked at is
bounded.
"""

from __future__ import annotations

from itertools import combinations
from math import log
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from .index_file import IndexFile
    from .request import Need, Request

WEIGHTS = {
    "concept_text": "8.0, 6.0, 4.0, 1.5, 1.0, 0.0",
    "question_text": "4.0, 2.0, 1.0, 1.0, 0.0",
    "snippet_text": "3.0, 1.0, 0.0",
}
COMMON = 10_000  # questions with a word, from which on the index keeps its champions
CHAMPIONS = 200
_MOST_REQUIRED = 6
_ALL_KNOWN = 0.6
_FLAT = 0.4
_SPARE = 20  # rows beyond what is shown, so that ties at the end are broken by teaching order too


class Ranked(NamedTuple):
    """A row of a table of texts; `score` is 1 for the best and higher is better."""

    number: int
    score: float


def weigh(total: int, having: int) -> float:
    """How much a need says: the logarithm of its rarity, as in BM25, never below zero."""
    return log(1 + (total - having + 0.5) / (having + 0.5))


def flattened(rarities: list[float]) -> list[float]:
    """Weights that tell common from rare words less sharply: what an answer must hold, rather than how good it is."""
    rarest = max(rarities, default=0.0) or 1.0
    return [_FLAT + (1 - _FLAT) * rarity / rarest for rarity in rarities]


def shared(needs: list[Need], weights: list[float]) -> list[float]:
    """The weight of each need as its share of the whole query."""
    whole = sum(need.share * weight for need, weight in zip(needs, weights, strict=True)) or 1.0
    return [need.share * weight / whole for need, weight in zip(needs, weights, strict=True)]


def required(request: Request) -> float:
    """The share of what was asked that an answer must hold: half of a few words, less of a long question.

    Less, too, where a concept is named and the bank knows every word: then only their combination is new to it.
    """
    share = max(0.2, 0.55 - 0.07 * max(0.0, sum(need.share for need in request.needs) - 3))
    return share * _ALL_KNOWN if request.spots and all(need.forms for need in request.needs) else share


def find_texts(
    index: IndexFile, kind: Literal["question", "snippet"], request: Request, facets: list[str], most: int | None
) -> tuple[list[Ranked], int]:
    """The best `most` rows and how many there are, ties in teaching order."""
    table = f"{kind}_text"
    needs = [need._replace(forms=need.forms + need.lent) for need in request.needs]
    if kind == "question":
        needs = [_alone_if_common(index, need) for need in needs]
    having = [_count(index, table, need.expression) if need.forms else 0 for need in needs]
    ways = _ways(
        needs, required(request), shared(needs, flattened([weigh(index.counts[kind], count) for count in having]))
    )
    if not ways:
        return [], 0
    forms = [form for need in needs for form in need.forms]
    enough = " OR ".join(_all_of(needs, way) for way in ways)
    # Where an answer must have everything, what is asked is the same, and much quicker to look for.
    asked = enough if len(ways) == 1 and len(ways[0]) == sum(1 for need in needs if need.forms) else " OR ".join(forms)
    filters = "".join(f' AND facet : "{token}"' for token in facets)
    rows: list[tuple[int, float]] = []
    if kind == "question" and len(forms) == 1 and not filters and most is not None and most + _SPARE <= CHAMPIONS:
        # The champions of one word are its ranking.
        word = forms[0].strip('"')
        rows = index.rows(
            "select question, score from champion where word = ? order by score limit ?", (word, most + _SPARE)
        )
        found = sum(having)
    if not rows:
        common = [form.strip('"') for form in forms if sum(having) > COMMON and index.is_common(form.strip('"'))]
        bounded = common if kind == "question" and most is not None and not filters else []
        rows, found = _rank(index, table, forms, asked, enough, filters, bounded, most)
    if not rows:
        return [], 0
    best = rows[0][1] or -1.0
    places = {number: place for number, *place in index.rows_in(_PLACE[kind], [number for number, _ in rows])}
    ranked = [Ranked(number, round(score / best, 6)) for number, score in rows]
    ranked.sort(key=lambda row: (-row.score, places[row.number]))
    return ranked[:most], found


def _rank(
    index: IndexFile,
    table: str,
    forms: list[str],
    asked: str,
    enough: str,
    filters: str,
    common: list[str],
    most: int | None,
) -> tuple[list[tuple[int, float]], int]:
    """Rows with their scores as FTS5 gives them, the lower the better, best first; and how many there are in all.

    With `common` words, only their champions and the rows with another form are ranked.
    """
    selected = f"select rowid, bm25({table}, {WEIGHTS[table]}) as score from {table} where {table} match ?"
    values = [f"({asked}){filters}"]
    if common:
        sources = [f"select question from champion where word in ({', '.join('?' * len(common))})"]
        values += common
        if rare := [form for form in forms if form.strip('"') not in common]:
            sources.append(f"select rowid from {table} where {table} match ?")
            values.append(" OR ".join(rare))
        selected += f" and +rowid in ({' union all '.join(sources)})"
    ending = f" order by score limit {-1 if most is None else most + _SPARE}"
    if enough == asked:
        rows = index.rows(selected + ending, values)
        found = _count(index, table, values[0])
    else:
        counted = index.rows(
            f"with enough as materialized (select rowid as number from {table} where {table} match ?)"
            f" select *, (select count(*) from enough)"
            f" from ({selected} and +rowid in (select number from enough)){ending}",
            [f"({enough}){filters}", *values],
        )
        rows = [(number, score) for number, score, _ in counted]
        found = counted[0][2] if counted else 0
    if common and most is not None and len(rows) < most:  # too few champions have enough of the rest
        return _rank(index, table, forms, asked, enough, filters, [], most)
    return rows, found


_PLACE = {
    "question": "select q.number, q.level, c.place, q.within from question q join concept c on c.number = q.concept"
    " where q.number",
    "snippet": "select s.number, c.level, c.place, s.within from snippet s join concept c on c.number = s.concept"
    " where s.number",
}


def _count(index: IndexFile, table: str, expression: str) -> int:
    rows = index.rows(f"select count(*) from {table} where {table} match ?", (expression,))
    return int(rows[0][0]) if rows else 0


def _ways(needs: list[Need], least: float, weights: list[float]) -> list[tuple[int, ...]]:
    """Every smallest set of needs, by place, that weighs at least as much as an answer must; the heaviest needs decide."""
    order = sorted(range(len(needs)), key=lambda place: (-weights[place], place))
    usable = [place for place in order if needs[place].forms][:_MOST_REQUIRED]
    ways: list[tuple[int, ...]] = []
    for size in range(1, len(usable) + 1):
        for way in combinations(usable, size):
            if sum(weights[place] for place in way) >= least and not any(set(w) <= set(way) for w in ways):
                ways.append(way)
    return sorted(ways)


def _all_of(needs: list[Need], way: tuple[int, ...]) -> str:
    if len(way) == 1:
        return needs[way[0]].expression
    return "(" + " AND ".join(f"({needs[place].expression})" for place in way) + ")"


def _alone_if_common(index: IndexFile, need: Need) -> Need:
    """Where very many questions have a word itself, those with other forms of it add work and no better answers."""
    if len(need.forms) > 1 and index.is_common(need.forms[0].strip('"')):
        return need._replace(forms=need.forms[:1])
    return need
