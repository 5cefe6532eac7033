"""Which wrong ways were taken how often: misconceptions by their name, and wrong choices that have none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..learn.choices import letters_of
from ..learn.mastery import concept_of
from ..learn.unreadable import Unreadable
from ..learn.variant import LETTERS, draw, fill
from ..model import (
    Answered,
    Choice,
    Code,
    MultipleChoice,
    Numeric,
    PredictOutput,
    Question,
    SingleChoice,
    Text,
    TrueFalse,
)
from ..views.learning import MisconceptionView


@dataclass(frozen=True, slots=True)
class _Way:
    """A wrong way that an answer took; `text` and `why` as far as the question is there as it was."""

    key: str
    slug: str | None
    text: Text | None = None
    why: Text | None = None


@dataclass(slots=True)
class _Taken:
    way: _Way
    last: Answered
    count: int = 0


def rank_mistakes(
    answers: Iterable[Answered], questions: Mapping[str, Question], names: Mapping[str, Text], most: int
) -> tuple[MisconceptionView, ...]:
    """The `most` frequent wrong ways, the frequent and then the recent first; what was done once is no habit yet.

    `questions` are those of the wrong answers that the bank still has, `names` those of the concepts.
    """
    taken: dict[str, _Taken] = {}
    for answer in sorted(answers, key=lambda each: (each.at, each.id)):
        for way in {way.key: way for way in _ways(answer, questions.get(answer.question))}.values():
            known = taken.setdefault(way.key, _Taken(way, answer))
            known.count += 1
            known.last = answer
            if way.text is not None:
                known.way = way
    often = sorted(
        (each for each in taken.values() if each.count > 1), key=lambda each: (each.count, each.last.at), reverse=True
    )
    return tuple(_view(each, names) for each in often[:most])


def _view(taken: _Taken, names: Mapping[str, Text]) -> MisconceptionView:
    question = taken.last.question
    concept = concept_of(question)
    return MisconceptionView(
        slug=taken.way.slug,
        question=question,
        concept=concept,
        name=names.get(concept, Text(concept, concept)),
        text=taken.way.text,
        why=taken.way.why,
        count=taken.count,
        last=taken.last.at,
    )


def _ways(answer: Answered, question: Question | None) -> Iterator[_Way]:
    if answer.right is not False:
        return
    if question is None or question.digest != answer.digest:
        # Another text by now: its letters may stand for other choices, but a name stays what it was.
        yield from (_Way(slug, slug) for slug in answer.misconceptions)
        return
    variant = draw(question, answer.variant)
    match question.body:
        case SingleChoice(choices=choices) | MultipleChoice(choices=choices):
            for index in _chosen(answer, choices, variant.order):
                choice = choices[index]
                if not choice.right:
                    key = choice.misconception or f"{question.id}#{index}"
                    yield _Way(key, choice.misconception, fill(choice.text, variant), fill(choice.why, variant))
        case TrueFalse():
            for slug in answer.misconceptions:
                yield _Way(slug, slug, question.prompt, question.explanation)
        case Numeric(traps=traps) | PredictOutput(traps=traps):
            for slug in answer.misconceptions:
                why = next((trap.why for trap in traps if trap.misconception == slug), None)
                given = str(answer.response)
                yield _Way(slug, slug, Text(given, given), fill(why, variant) if why else None)
        case Code(mistakes=mistakes):
            for slug in answer.misconceptions:
                yield _Way(slug, slug, None, next((one.why for one in mistakes if one.misconception == slug), None))
        case _:
            yield from (_Way(slug, slug) for slug in answer.misconceptions)


def _chosen(answer: Answered, choices: tuple[Choice, ...], order: tuple[int, ...]) -> list[int]:
    """The choices that were taken, by their place in the bank; none where the answer names none."""
    try:
        return [order[LETTERS.index(letter)] for letter in letters_of(answer.response, len(choices))]
    except Unreadable:
        return []
