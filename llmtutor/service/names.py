"""Names that a user types: concepts, topics, kinds. Each is found, or an error says what is near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import NotFound, Usage
from ..model import Kind, Text

if TYPE_CHECKING:
    from ..store.index import Index


def find_concept(index: Index, name: str) -> str:
    """The slug behind a slug, name or alias. Raises `NotFound` with suggestions, `Usage` where several are meant."""
    found = index.resolve(name)
    if found.slug:
        return found.slug
    if found.ambiguous:
        slugs = [concept.slug for concept in found.ambiguous]
        listed = ", ".join(slugs)
        raise Usage(
            "ambiguous-concept",
            Text(f"{name} may be one of: {listed}", f"{name} 可能指：{listed}"),
            Text(f"for example: llmtutor explain {slugs[0]}", f"例如：llmtutor explain {slugs[0]}"),
        )
    near = ", ".join(concept.slug for concept in found.suggestions)
    raise NotFound(
        "unknown-concept",
        Text(f"there is no concept {name}", f"没有名为 {name} 的概念"),
        Text(f"did you mean: {near}", f"是否想找：{near}")
        if near
        else Text("llmtutor list concepts shows them all", "用 llmtutor list concepts 查看全部概念"),
    )


def check_topic(index: Index, topic: str | None) -> None:
    if topic is None:
        return
    topics = [known.slug for known in index.topics()]
    if topic not in topics:
        raise NotFound(
            "unknown-topic",
            Text(f"there is no topic {topic}", f"没有主题 {topic}"),
            Text(f"topics: {', '.join(topics)}", f"可用主题：{', '.join(topics)}"),
        )


def check_kind(kind: str | None) -> None:
    """Raises `Usage` for a kind of question that does not exist."""
    if kind is not None and kind not in set(Kind):
        kinds = ", ".join(Kind)
        raise Usage(
            "unknown-kind",
            Text(f"there is no kind {kind}", f"没有题型 {kind}"),
            Text(f"kinds: {kinds}", f"题型：{kinds}"),
        )
