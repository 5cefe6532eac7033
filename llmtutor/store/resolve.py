"""The concept that a typed name means: its slug first, then a name or alias in either language, then the nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Text
from .rows import NamedConcept, Resolved
from .spelling import nearest
from .tokens import name_key

if TYPE_CHECKING:
    from .index_file import IndexFile

_MOST = 5


def resolve(index: IndexFile, name: str) -> Resolved:
    """Exact first; a name outranks an alias; several concepts with equal right to the name are `ambiguous`."""
    stripped = name.strip()
    if index.rows("select 1 from concept where slug = ?", (stripped,)):
        return Resolved(stripped)
    key = name_key(stripped)
    best = _bearers(index, [key], only_best=True)
    if len(best) == 1:
        return Resolved(best[0].slug)
    if best:
        return Resolved(None, ambiguous=tuple(best))
    return Resolved(None, suggestions=tuple(_suggest(index, key, stripped)))


def _bearers(index: IndexFile, keys: list[str], *, only_best: bool = False) -> list[NamedConcept]:
    """The concepts with one of these name keys, by the order of the keys, the rank of the name and teaching order."""
    found: dict[str, NamedConcept] = {}
    for key in keys:
        rows = index.rows(
            "select c.slug, c.en, c.zh, min(n.rank) from name n join concept c on c.number = n.concept"
            " where n.key = ? group by c.number order by max(min(n.rank), 1), c.place",
            (key,),
        )
        for slug, en, zh, rank in rows:
            # A slug is the name once more.
            if not only_best or max(rank, 1) == max(rows[0][3], 1):
                found.setdefault(slug, NamedConcept(slug, Text(en, zh)))
    return list(found.values())


def _suggest(index: IndexFile, key: str, name: str) -> list[NamedConcept]:
    """Names that begin with what was typed, then names a slip away, then the best hits of a search."""
    from .search import search

    if not key:
        return []
    begins = [
        found
        for (found,) in index.rows(
            "select distinct key from name where key >= ? and key < ? order by length(key), key limit ?",
            (key, key + "\U0010ffff", _MOST),
        )
    ]
    near = _bearers(index, begins + [name for _, name in nearest(index, key)])
    if len(near) < _MOST:
        found = search(index, name, limit=_MOST, type="concept")
        slugs = [hit.id for hit in found.hits] or list(found.nearest)
        known = {entry.slug for entry in near}
        for slug in slugs:
            if slug not in known:
                rows = index.rows("select en, zh from concept where slug = ?", (slug,))
                near.append(NamedConcept(slug, Text(*rows[0])))
    return near[:_MOST]
