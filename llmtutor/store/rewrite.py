"""What was typed -> what to look for: names recognized, slips mended, stop words out.

A query becomes `Need`s, one for each word or pair of Han characters that carries meaning, each with all the forms in
which a text may satisfy it. What no text of the bank can satisfy stays as a need without forms: it counts against
every answer, so that a query about something else ends in nothing rather than in noise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .needs import list_needs
from .request import Request, Spot
from .stopwords import ENGLISH, HAN_STOPS
from .tokens import find_runs, fold_run
from .vocabulary import LAST

if TYPE_CHECKING:
    from .index_file import IndexFile

_MOST_LETTERS = 2000
_MOST_UNITS = 64
_LONGEST_WORD = 60
_LONGEST_NAME = 12
_MOST_BEGUN = 12
_SENTENCE = 3  # words, two Han characters for one


def rewrite(index: IndexFile, query: str) -> Request:
    """Understand a query; never fails, whatever the string."""
    query = query[:_MOST_LETTERS]
    units, _ = _units(query)
    spots = _spot(index, units)
    corrected = None
    if any(place not in _covered(spots) and unit not in ENGLISH for place, unit in enumerate(units)):
        from .mending import mend, write_mended

        slips = mend(index, units, _covered(spots))
        if slips:
            corrected = query = write_mended(query, slips)
            spots = _spot(index, _units(query)[0])
    units, joints = _units(query)
    key = "".join(units)
    whole = any(spot.key == key for spot in spots)
    needs = list_needs(index, units, joints, spots)
    places = {place for need in needs for place in need.units}
    words = sum(1.0 if units[place].isascii() else 0.5 for place in places)
    asks = not whole and (words >= _SENTENCE or len(places) < len(units))
    return Request(needs, spots, key, [] if whole else _begun(index, key), corrected, asks)


def _units(query: str) -> tuple[list[str], set[int]]:
    """Words, and Han characters one by one; and the places of words that a hyphen or an underscore ties to the next."""
    units: list[str] = []
    joints: set[int] = set()
    end = -1
    for start, run, han in find_runs(query):
        folded = fold_run(run, han)[: _LONGEST_WORD if not han else None]
        if not folded:
            continue
        if start == end + 1 and query[end] in "-_" and not han:
            joints.add(len(units) - 1)
        units.extend(folded if han else [folded])
        end = start + len(run)
    return units[:_MOST_UNITS], joints


def _covered(spots: list[Spot]) -> set[int]:
    """Places of units inside recognized names."""
    return {place for spot in spots for place in range(spot.start, spot.end)}


def _spot(index: IndexFile, units: list[str]) -> list[Spot]:
    """Every stretch of the query that is a name of some concept, longest first."""
    places: dict[str, list[tuple[int, int]]] = {}
    for start in range(len(units)):
        key = ""
        for end in range(start + 1, min(start + _LONGEST_NAME, len(units)) + 1):
            key += units[end - 1]
            places.setdefault(key, []).append((start, end))
    marks = ", ".join("?" * len(places))
    bearers: dict[str, dict[int, tuple[int, str]]] = {}
    for key, concept, rank, text in index.rows(
        f"select key, concept, rank, text from name where key in ({marks}) order by rank desc, lang desc, text",
        list(places),
    ):
        bearers.setdefault(key, {})[concept] = (rank, text)
    spots = [
        Spot(start, end, key, [(concept, *how) for concept, how in found.items()])
        for key, found in bearers.items()
        for start, end in places[key]
        if end - start == len(units) or (key not in HAN_STOPS and any(unit not in ENGLISH for unit in units[start:end]))
    ]
    return sorted(spots, key=lambda spot: (spot.start - spot.end, spot.start))


def _begun(index: IndexFile, key: str) -> list[tuple[int, float]]:
    """Concepts with a name that begins like the query, and the share of the name that was typed."""
    if not key or key in ENGLISH or (len(key) < 2 and key.isascii()):
        return []
    return index.rows(
        "select concept, max(1.0 * ? / length(key)) as share from name where key > ? and key < ?"
        f" group by concept order by share desc, concept limit {_MOST_BEGUN}",
        (len(key), key, key + LAST),
    )
