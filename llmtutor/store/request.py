"""A query understood: the names seen in it, and what a text must hold to answer it."""

from __future__ import annotations

from typing import NamedTuple


class Spot(NamedTuple):
    """A name of the bank seen in the query: units [start, end).

    `bearers` are the concepts with that name as (number, its rank as in `index_file`, the name as the bank writes it).
    """

    start: int
    end: int
    key: str
    bearers: list[tuple[int, int, str]]


class Need(NamedTuple):
    """One thing to find. `forms` are FTS5 strings, any of which satisfies it; `terms` are the tokens that mark it.

    `share` is how much of a need it is, 1 or less. `lent` are forms by which questions and programs may satisfy it too.
    """

    source: str
    units: tuple[int, ...]
    forms: list[str]
    terms: list[str]
    share: float
    lent: list[str]

    @property
    def expression(self) -> str:
        return " OR ".join(self.forms)


class Request(NamedTuple):
    """A query understood. `corrected` is what was searched instead where a slip was mended.

    `key` is the query as a name; `begun` are names that begin like it, as (concept, share of the name that is there).
    `asks` says that it is a sentence rather than a few words to look up.
    """

    needs: list[Need]
    spots: list[Spot]
    key: str
    begun: list[tuple[int, float]]
    corrected: str | None
    asks: bool

    @property
    def terms(self) -> set[str]:
        return {term for need in self.needs for term in need.terms}
