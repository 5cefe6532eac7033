"""Hits as they are shown: title, excerpt with its marks, and why, for the few rows that made it.

A question shows its prompt and nothing else, so that a search never gives an answer away.
"""

from __future__ import annotations

from json import loads
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..model import Text
from .excerpt import make_excerpt, one_line
from .index_file import ASKED, damage_told
from .tokens import name_key

if TYPE_CHECKING:
    from .index_file import IndexFile
    from .request import Request
    from .search_concepts import RankedConcept
    from .search_texts import Ranked

_WIDTH_EN, _WIDTH_ZH = 160, 80

HitType = Literal["concept", "question", "snippet"]
Span = tuple[int, int]


class Marks(NamedTuple):
    """Where the excerpt matches, as [start, end) offsets in characters, by language."""

    en: tuple[Span, ...] = ()
    zh: tuple[Span, ...] = ()


class Hit(NamedTuple):
    """`title` is the concept's name; `why` says why it was found where title and excerpt do not show it.

    Scores fall from hit to hit: concepts have 2 to 3, questions 1 to 2, programs 0 to 1.
    """

    type: HitType
    id: str
    concept: str
    topic: str
    level: int
    title: Text
    excerpt: Text
    marks: Marks
    score: float
    why: Text | None = None


@damage_told()
def concept_hits(index: IndexFile, request: Request, ranked: list[RankedConcept]) -> list[Hit]:
    hits = []
    for concept in ranked:
        slug, topic, names, level, summary, explanation, *_ = loads(
            index.rows("select body from concept where number = ?", (concept.number,))[0][0]
        )
        title = Text(*names)
        excerpt, marks = _excerpt([summary, explanation], request)
        why = _explain_alias(*concept.alias, title, excerpt) if concept.alias else None
        hits.append(Hit("concept", slug, slug, topic, level, title, excerpt, marks, 2 + concept.score, why))
    return hits


@damage_told()
def question_hits(index: IndexFile, request: Request, ranked: list[Ranked]) -> list[Hit]:
    hits = []
    for question in ranked:
        key, slug, topic, level, *names, en, zh = index.rows(
            "select q.id, c.slug, c.topic, q.level, c.en, c.zh, q.en, q.zh"
            " from question q join concept c on c.number = q.concept where q.number = ?",
            (question.number,),
        )[0]
        excerpt, marks = _excerpt([(en, zh)], request)
        hits.append(Hit("question", key, slug, topic, level, Text(*names), excerpt, marks, 1 + question.score))
    return hits


@damage_told()
def snippet_hits(index: IndexFile, request: Request, ranked: list[Ranked]) -> list[Hit]:
    hits = []
    for snippet in ranked:
        name, slug, topic, level, *names, body = index.rows(
            "select s.name, c.slug, c.topic, c.level, c.en, c.zh, s.body"
            " from snippet s join concept c on c.number = s.concept where s.number = ?",
            (snippet.number,),
        )[0]
        _, _, title, code, *_ = loads(body)
        # Code is the same in both languages.
        lines = [line for line in code.splitlines() if not line.startswith(("import ", "from "))]
        excerpt, spans = make_excerpt([title, *lines], request.terms, _WIDTH_EN, one_line)
        both = Marks(spans, spans)
        hits.append(Hit("snippet", name, slug, topic, level, Text(*names), Text(excerpt, excerpt), both, snippet.score))
    return hits


def _excerpt(texts: list[tuple[str, str]], request: Request) -> tuple[Text, Marks]:
    """The best piece of several texts given as (en, zh)."""
    en, en_marks = make_excerpt([en for en, _ in texts], request.terms, _WIDTH_EN)
    zh, zh_marks = make_excerpt([zh for _, zh in texts], request.terms, _WIDTH_ZH)
    return Text(en, zh), Marks(en_marks, zh_marks)


def _explain_alias(rank: int, alias: str, title: Text, excerpt: Text) -> Text | None:
    """That the concept is also called what was typed, or asked for by it, unless that can be seen."""
    shown = (title.en, title.zh, excerpt.en, excerpt.zh)
    if any(alias.lower() in text.lower() for text in shown) or any(name_key(alias) in name_key(text) for text in shown):
        return None
    if rank == ASKED:
        return Text(f"about “{alias}”", f"与“{alias}”有关")
    return Text(f"also called “{alias}”", f"又称“{alias}”")
