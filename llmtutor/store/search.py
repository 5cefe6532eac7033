"""Search: a query in either language -> concepts, questions and programs, best first.

Concepts come first: a recognized name weighs most, then BM25 over their texts. Questions and programs follow by BM25
alone. A hit must cover most of what was asked, by weight of rarity; where nothing does, there is no hit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .rewrite import rewrite
from .search_concepts import find_concepts, find_nearest
from .search_hits import Hit, HitType, concept_hits, question_hits, snippet_hits
from .search_texts import find_texts
from .tokens import facet

if TYPE_CHECKING:
    from .index_file import IndexFile

_NEAREST = 10


class Found(NamedTuple):
    """`total` counts all that match; `corrected` is what was searched instead; `nearest` is filled without hits."""

    hits: tuple[Hit, ...]
    total: int
    corrected: str | None = None
    nearest: tuple[str, ...] = ()


def search(
    index: IndexFile,
    query: str,
    *,
    limit: int | None = 10,
    topic: str | None = None,
    level: int | None = None,
    kind: str | None = None,
    type: HitType | None = None,
) -> Found:
    """The best `limit` hits (all of them for None), concepts before questions before programs, each best first.

    `kind` is a kind of question, so only questions are searched where it is given. Any string is a query.
    """
    request = rewrite(index, query)
    if not (request.spots or request.begun or any(need.forms for need in request.needs)):
        return Found((), 0)
    facets = [facet(*wanted) for wanted in (("t", topic), ("l", level), ("k", kind)) if wanted[1] is not None]
    # Which concepts are meant depends on the nearest questions, and not on how many hits are to be shown.
    most = None if limit is None else max(limit, _NEAREST)
    questions, question_total = find_texts(index, "question", request, facets, most)
    concepts = (
        find_concepts(index, request, topic, level, questions[:_NEAREST])
        if kind is None and type in (None, "concept")
        else []
    )
    if request.asks and not concepts and not (kind or topic or level or type):
        return Found((), 0, None, find_nearest(index, request))
    if type not in (None, "question"):
        questions, question_total = [], 0
    snippets, snippet_total = (
        find_texts(index, "snippet", request, facets, limit) if kind is None and type in (None, "snippet") else ([], 0)
    )
    total = len(concepts) + question_total + snippet_total
    if not total:
        return Found((), 0, None, find_nearest(index, request))
    shown = _share_out(limit, len(concepts), len(questions), len(snippets))
    hits = [
        *concept_hits(index, request, concepts[: shown[0]]),
        *question_hits(index, request, questions[: shown[1]]),
        *snippet_hits(index, request, snippets[: shown[2]]),
    ]
    return Found(tuple(hits), total, request.corrected)


def _share_out(limit: int | None, concepts: int, questions: int, snippets: int) -> tuple[int, int, int]:
    """How many of each are shown: up to half for concepts, a fifth for programs, and what one leaves to the others."""
    if limit is None:
        return concepts, questions, snippets
    shown_concepts = min(concepts, max((limit + 1) // 2, limit - questions - snippets))
    shown_snippets = min(snippets, limit - shown_concepts, max(limit // 5, limit - shown_concepts - questions))
    return shown_concepts, min(questions, limit - shown_concepts - shown_snippets), shown_snippets
