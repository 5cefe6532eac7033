"""path and map: what builds on what, and how much of it is known. Reads, and only reads."""

from __future__ import annotations

from collections.abc import Mapping

from ..graph import below
from ..learn.mastery import Candidate, Mastery, assess
from ..learn.memory import decay_of
from ..store.index import Index
from ..store.rows import ConceptEntry
from ..views.learning import KnownConcept, MappedTopic, MapView, PathView
from ..workspace import Workspace
from .names import check_topic, find_concept
from .practice_memory import placed_concepts, recall


def find_path(workspace: Workspace, name: str) -> PathView:
    """What to learn before the concept called `name`, in order, with what is known. Raises NotFound, Usage."""
    with workspace.index() as index:
        slug = find_concept(index, name)
        standing = _stand(workspace, index)
        requires = index.requires()
    steps = [standing[concept] for concept in (*below(slug, requires), slug)]
    return PathView(
        concept=slug,
        name=standing[slug].name,
        steps=tuple(steps),
        known=sum(_is_known(step) for step in steps),
        next=tuple(step.slug for step in steps if step.ready and step.stage in ("new", "begun")),
    )


def draw_map(workspace: Workspace, topic: str | None = None) -> MapView:
    """Every concept by topic, or those of one topic. Raises NotFound where there is no such topic."""
    with workspace.index() as index:
        check_topic(index, topic)
        standing = _stand(workspace, index)
        topics = [each for each in index.topics() if topic in (None, each.slug)]
    groups = [
        MappedTopic(each.slug, each.name, tuple(known for known in standing.values() if known.topic == each.slug))
        for each in topics
    ]
    shown = tuple(group for group in groups if group.concepts)
    concepts = [known for group in shown for known in group.concepts]
    return MapView(shown, len(concepts), sum(map(_is_known, concepts)))


def _stand(workspace: Workspace, index: Index) -> dict[str, KnownConcept]:
    """Where every concept of the index stands, in teaching order."""
    at = workspace.clock()
    journal = workspace.journal(create=False)
    try:
        memories = recall(journal, workspace.settings, at, keep=False)
        placed = placed_concepts(journal, memories, workspace.settings, at)
    finally:
        if journal is not None:
            journal.close()
    candidates = [Candidate(row.id, row.concept, row.topic, row.level, row.kind) for row in index.questions()]
    mastery = assess(candidates, memories, at, decay=decay_of(workspace.settings.weights), placed=placed)
    return {row.slug: _view(row, mastery) for row in index.concepts()}


def _view(row: ConceptEntry, mastery: Mapping[str, Mastery]) -> KnownConcept:
    mine = mastery.get(row.slug)
    gates = [mastery[needed] for needed in row.requires if needed in mastery]
    return KnownConcept(
        slug=row.slug,
        name=row.name,
        topic=row.topic,
        level=row.level,
        requires=row.requires,
        questions=mine.questions if mine else 0,
        seen=mine.seen if mine else 0,
        known=mine.known if mine else 0,
        score=round(mine.score, 4) if mine else 0.0,
        stage=mine.stage.value if mine else "untested",
        ready=all(gate.is_known for gate in gates),
    )


def _is_known(concept: KnownConcept) -> bool:
    return concept.stage in ("known", "mastered")
