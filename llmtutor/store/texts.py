"""What the search tables are told of each part: the texts by column, the names of a concept, and the words it uses.

Everything here is a pure function of the model, because taking a part out of the index needs its texts once more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import (
    Cloze,
    Code,
    Concept,
    Matching,
    MultipleChoice,
    Open,
    Ordering,
    Part,
    PredictOutput,
    Question,
    SingleChoice,
    Text,
)
from .index_file import ALIAS, ASKED, NAME, SLUG
from .spelling import HAN
from .tokens import facet, name_key, tokenize


@dataclass(frozen=True, slots=True)
class PartTexts:
    """`concept`: name, alias, summary, explanation, question, facet. `questions`: prompt, concept, answer, explanation,
    facet. `snippets`: title, code, facet. `words` are the words in letters of all texts, `names` those of the names,
    and the names as one word."""

    concept: tuple[str, ...]
    questions: Sequence[tuple[str, ...]]
    snippets: Sequence[tuple[str, ...]]
    words: set[str]
    names: set[str]


@dataclass(frozen=True, slots=True)
class Name:
    """One way to say a concept; `rank` is SLUG, NAME, ALIAS or ASKED."""

    key: str
    rank: int
    lang: str
    text: str


def names_of(concept: Concept) -> list[Name]:
    said = [
        (SLUG, "en", concept.slug),
        (NAME, "en", concept.name.en),
        (NAME, "zh", concept.name.zh),
        *((ALIAS, "en", alias) for alias in concept.aliases.en),
        *((ALIAS, "zh", alias) for alias in concept.aliases.zh),
        *((ASKED, "en", phrase) for phrase in concept.asked.en),
        *((ASKED, "zh", phrase) for phrase in concept.asked.zh),
    ]
    return [Name(key, rank, lang, text) for rank, lang, text in said if (key := name_key(text))]


def part_texts(part: Part) -> PartTexts:
    """The columns of every row that a part gives to the search tables, and the words it uses."""
    words: set[str] = set()

    def column(*texts: str) -> str:
        tokens = tokenize("\n".join(texts))
        words.update(tokens)
        return " ".join(tokens)

    concept = part.concept
    name = column(concept.slug, concept.name.en, concept.name.zh)
    here = f"{facet('t', concept.topic)} {facet('c', concept.slug)}"
    questions = [
        (
            column(question.id.partition("/")[2], *_both(question.prompt)),
            name,
            column(*_body_texts(question)),
            column(*_both(question.explanation)),
            f"{here} {facet('l', question.level)} {facet('k', question.kind.value)}",
        )
        for question in part.questions
    ]
    snippets = [
        (
            f"{column(snippet.name, snippet.title)} {name}",
            column(snippet.code),
            f"{here} {facet('l', concept.level)}",
        )
        for snippet in part.snippets
    ]
    whole = (
        name,
        column(*concept.aliases.en, *concept.aliases.zh, *concept.asked.en, *concept.asked.zh),
        column(*_both(concept.summary)),
        column(*_both(concept.explanation), *(text for p in concept.pitfalls for text in _both(p.text))),
        " ".join(f"{prompt} {explanation}" for prompt, _, _, explanation, _ in questions),
        f"{here} {facet('l', concept.level)}",
    )
    said = names_of(concept)
    names = {token for name in said for token in tokenize(name.text) if token[0] < HAN} | {name.key for name in said}
    return PartTexts(whole, questions, snippets, {word for word in words if word[0] < HAN}, names)


def _both(text: Text) -> tuple[str, str]:
    return text.en, text.zh


def _body_texts(question: Question) -> list[str]:
    return [side for text in _body_parts(question) for side in (text if isinstance(text, tuple) else (text,))]


def _body_parts(question: Question) -> Iterator[str | tuple[str, str]]:
    match question.body:
        case SingleChoice(choices) | MultipleChoice(choices):
            yield from (_both(choice.text) for choice in choices)
        case Cloze(text):
            yield _both(text)
        case Ordering(items):
            yield from map(_both, items)
        case Matching(pairs):
            for pair in pairs:
                yield _both(pair.left)
                yield _both(pair.right)
        case PredictOutput(_, code) | Code(stub=code):
            yield code
        case Open(model_answer):
            yield _both(model_answer)
        case _:
            pass
