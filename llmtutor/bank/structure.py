"""Rules across the files of one or several banks, without which a bank cannot be used: names, topics, prerequisites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..graph import find_cycle
from ..model import Place, Problem, Text


@dataclass(frozen=True, slots=True)
class Outline:
    """What a concept is to the others."""

    file: str
    slug: str
    topic: str
    level: int
    requires: tuple[str, ...]
    where: Place


def check_structure(outlines: Iterable[Outline], topics: Iterable[str]) -> Iterator[Problem]:
    """Topics exist, slugs are unique, prerequisites exist, are not above the concept's level and form no cycle."""
    known_topics = set(topics)
    by_slug: dict[str, Outline] = {}
    for outline in outlines:
        if outline.topic not in known_topics:
            yield Problem(
                outline.where,
                "TOPIC",
                Text(
                    f"the folder {outline.topic} is no topic of bank.yaml",
                    f"目录 {outline.topic} 不是 bank.yaml 中的主题",
                ),
                Text("add the topic there, or move the file", "请在其中加入该主题，或移动文件"),
            )
        if outline.slug in by_slug:
            yield Problem(
                outline.where,
                "UNIQUE",
                Text(
                    f"{outline.slug} is also a concept in {by_slug[outline.slug].file}",
                    f"{by_slug[outline.slug].file} 中已有概念 {outline.slug}",
                ),
                Text("a slug names one concept; rename this one", "一个标识只对应一个概念；请改名"),
            )
        else:
            by_slug[outline.slug] = outline
    yield from _check_prerequisites(by_slug)


def _check_prerequisites(by_slug: Mapping[str, Outline]) -> Iterator[Problem]:
    for outline in by_slug.values():
        for needed in outline.requires:
            if needed not in by_slug:
                yield Problem(
                    outline.where,
                    "REQUIRES",
                    Text(f"the prerequisite {needed} does not exist", f"先修概念 {needed} 不存在"),
                    Text("correct the slug, or write that concept", "请改正标识，或编写该概念"),
                )
            elif by_slug[needed].level > outline.level:
                yield Problem(
                    outline.where,
                    "LEVEL",
                    Text(
                        f"level {outline.level} requires {needed} of level {by_slug[needed].level}",
                        f"难度 {outline.level} 的概念以难度 {by_slug[needed].level} 的 {needed} 为先修",
                    ),
                    Text("raise this level, or lower the other", "请提高本概念难度，或降低先修的难度"),
                )
    requires = {slug: [needed for needed in o.requires if needed in by_slug] for slug, o in by_slug.items()}
    if cycle := find_cycle(requires):
        yield Problem(
            by_slug[cycle[0]].where,
            "CYCLE",
            Text(f"prerequisites in a circle: {' > '.join(cycle)}", f"先修关系成环：{' > '.join(cycle)}"),
            Text("remove one of these from requires", "请从 requires 中去掉其中一个"),
        )
