"""path and map -> Mermaid, which many pages draw as a graph. Names are in one language; what is known is ticked.

Ids are slugs behind a prefix, so that the same concept is the same node in every drawing, and no slug is a word of
Mermaid's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model import Lang
from ..views.learning import KnownConcept, MapView, PathView
from .visible import visible

_STYLES = {
    "new": "fill:#ffffff,stroke:#888888,color:#222222",
    "untested": "fill:#ffffff,stroke:#888888,color:#222222,stroke-dasharray:4",
    "begun": "fill:#fff3cd,stroke:#b8860b,color:#222222",
    "known": "fill:#d7f0dd,stroke:#2e7d32,color:#222222",
    "mastered": "fill:#a8ddb5,stroke:#1b5e20,color:#222222,stroke-width:2px",
}
_TICKS = {"known": "✓ ", "mastered": "✓✓ ", "begun": "~ "}


def draw(view: PathView | MapView, lang: Lang) -> str:
    """A flowchart, prerequisites above what builds on them; ends with a line end."""
    lines = ["flowchart TD"]
    if isinstance(view, MapView):
        concepts = [concept for topic in view.topics for concept in topic.concepts]
        for topic in view.topics:
            lines.append(f"  subgraph {_id('t', topic.slug)}[{_quote(topic.name[lang])}]")
            lines += [f"    {_node(concept, lang)}" for concept in topic.concepts]
            lines.append("  end")
    else:
        concepts = list(view.steps)
        lines += [f"  {_node(concept, lang)}" for concept in concepts]
    lines += _edges(concepts)
    used = {concept.stage for concept in concepts}
    lines += [f"  classDef {stage} {style}" for stage, style in _STYLES.items() if stage in used]
    return "\n".join(lines) + "\n"


def _edges(concepts: Iterable[KnownConcept]) -> Iterator[str]:
    concepts = list(concepts)
    shown = {concept.slug for concept in concepts}
    for concept in concepts:
        for needed in concept.requires:
            if needed in shown:
                yield f"  {_id('c', needed)} --> {_id('c', concept.slug)}"


def _node(concept: KnownConcept, lang: Lang) -> str:
    label = _quote(_TICKS.get(concept.stage, "") + concept.name[lang])
    return f"{_id('c', concept.slug)}[{label}]:::{concept.stage}"


def _id(kind: str, slug: str) -> str:
    """Letters, digits and `_`; whatever else there is becomes its number, so that two slugs never share an id."""
    return f"{kind}_" + re.sub(r"[^A-Za-z0-9]", lambda found: "_" if found[0] == "-" else f"_{ord(found[0])}_", slug)


def _quote(text: str) -> str:
    """A label in quotes. Mermaid reads `#34;` and the like, and nothing else, as characters."""
    plain = visible(text).replace("\n", " ")
    return '"' + re.sub(r'["#<>&;`\\]', lambda found: f"#{ord(found[0])};", plain) + '"'
