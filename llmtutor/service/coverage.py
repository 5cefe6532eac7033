"""`bank coverage`: what teaches each item of the source article, and where each of its errata is put right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..errors import NotFound
from ..model import Kind, Text
from ..store.index import Index
from ..views.upkeep import CorrectedErratum, CoverageView, CoveredItem
from ..workspace import Workspace


def cover(workspace: Workspace) -> CoverageView:
    """Raises `NotFound` where the bank has no source.yaml."""
    with workspace.index() as index:
        items, errata = index.items(), index.errata()
        if not items:
            raise NotFound(
                "no-source",
                Text("this bank grew from no article: it has no source.yaml", "此题库没有 source.yaml，不对应任何文章"),
                Text("llmtutor list concepts shows what it has", "用 llmtutor list concepts 查看内容"),
            )
        concepts, questions, open_questions, corrections = _collect(index)
    group = {item.id: item.distinct for item in items}
    members: dict[str, list[str]] = defaultdict(list)
    for item in items:
        members[item.distinct].append(item.id)

    def gather(table: dict[str, list[str]], item: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for member in members[group[item]] for name in table[member]))

    covered = tuple(
        CoveredItem(
            item.id,
            item.asks,
            item.distinct,
            gather(concepts, item.id),
            gather(questions, item.id),
            gather(open_questions, item.id),
        )
        for item in items
    )
    corrected = tuple(
        CorrectedErratum(e.id, e.severity, e.claim, e.truth, tuple(dict.fromkeys(corrections[e.id]))) for e in errata
    )
    return CoverageView(
        covered,
        corrected,
        untaught=tuple(item.id for item in covered if not item.concepts),
        unasked=tuple(item.id for item in covered if not item.answered and item.id == item.distinct),
        uncorrected=tuple(erratum.id for erratum in corrected if not erratum.where),
    )


Table = dict[str, list[str]]


def _collect(index: Index) -> tuple[Table, Table, Table, Table]:
    concepts: Table = defaultdict(list)
    questions: Table = defaultdict(list)
    open_questions: Table = defaultdict(list)
    corrections: Table = defaultdict(list)
    for row in index.concepts():
        _add(concepts, row.covers, row.slug)
        for pitfall in index.concept(row.slug).pitfalls:
            _add(corrections, pitfall.corrects, row.slug)
    for entry in index.questions():
        _add(questions, entry.covers, entry.id)
        if entry.kind == Kind.OPEN:
            _add(open_questions, entry.covers, entry.id)
        _add(corrections, entry.corrects, entry.id)
        body = index.question(entry.id).body
        for choice in getattr(body, "choices", ()):
            _add(corrections, choice.corrects, entry.id)
    return concepts, questions, open_questions, corrections


def _add(table: Table, keys: Iterable[str], name: str) -> None:
    for key in keys:
        table[key].append(name)
