"""search: the command that people meet first, so this module imports what it needs and no more."""

from __future__ import annotations

from typing import Literal

from ..errors import Usage
from ..model import Text
from ..store.search import search
from ..views.search import HitView, Marks, NamedView, SearchView
from ..workspace import Workspace
from .names import check_topic


def search_bank(
    workspace: Workspace,
    query: str,
    *,
    limit: int | None = 10,
    topic: str | None = None,
    level: int | None = None,
    kind: str | None = None,
    type: Literal["concept", "question", "snippet"] | None = None,
) -> SearchView:
    """Ranked hits; `limit` None gives all. Raises `NotFound` for an unknown topic, `Usage` for an empty query."""
    if not query.strip():
        raise Usage(
            "empty-query",
            Text("there is nothing to search for", "没有要搜索的内容"),
            Text("llmtutor search attention", "例如：llmtutor search 注意力"),
        )
    with workspace.index() as index:
        check_topic(index, topic)
        found = search(index, query, limit=limit, topic=topic, level=level, kind=kind, type=type)
        names = {row.slug: row.name for row in index.concepts()} if found.nearest else {}
    hits = tuple(
        HitView(
            h.type, h.id, h.concept, h.title, h.excerpt, Marks(h.marks.en, h.marks.zh), h.score, h.topic, h.level, h.why
        )
        for h in found.hits
    )
    nearest = tuple(NamedView(slug, names[slug]) for slug in found.nearest)
    return SearchView(query, hits, found.total, found.corrected, nearest)
