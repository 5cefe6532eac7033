"""A question, its verdict and its model answer as views. Only `reveal` and `verdict` ever hold an answer."""

from __future__ import annotations

from ..learn.grade import mentioned
from ..learn.variant import LETTERS, draw, fill
from ..model import (
    Answered,
    Cloze,
    Code,
    Grade,
    Matching,
    Memory,
    MultipleChoice,
    Numeric,
    Open,
    Ordering,
    PredictOutput,
    Question,
    SingleChoice,
    Text,
    Variant,
    Verdict,
)
from ..views.practice import ChoiceView, LeftView, PositionView, QuestionView, RevealView, VerdictView


def view_question(
    question: Question,
    variant: Variant,
    *,
    name: Text,
    topic: str,
    position: PositionView | None = None,
    why: Text | None = None,
) -> QuestionView:
    """The question as `variant` shows it; `name` and `topic` are its concept's."""
    body = question.body
    return QuestionView(
        id=question.id,
        kind=question.kind.value,
        concept=question.concept,
        name=name,
        topic=topic,
        level=question.level,
        prompt=fill(question.prompt, variant),
        variant=variant.seed,
        digest=question.digest,
        choices=_choices(question, variant),
        left=_left(question, variant),
        text=fill(body.text, variant) if isinstance(body, Cloze) else None,
        gaps=len(body.gaps) if isinstance(body, Cloze) else 0,
        code=_code(question),
        unit=body.unit if isinstance(body, Numeric) else None,
        hints=len(question.hints),
        position=position,
        why=why,
    )


def _code(question: Question) -> str | None:
    """The program that the question is about: the one to predict, or the stub to fill."""
    match question.body:
        case PredictOutput(code=code) | Code(stub=code):
            return code
        case _:
            return None


def _choices(question: Question, variant: Variant) -> tuple[ChoiceView, ...]:
    match question.body:
        case SingleChoice(choices=choices) | MultipleChoice(choices=choices):
            parts = [choice.text for choice in choices]
        case Ordering(items=items):
            parts = list(items)
        case Matching(pairs=pairs):
            parts = [pair.right for pair in pairs]
        case _:
            return ()
    return tuple(ChoiceView(LETTERS[place], fill(parts[index], variant)) for place, index in enumerate(variant.order))


def _left(question: Question, variant: Variant) -> tuple[LeftView, ...]:
    if not isinstance(question.body, Matching):
        return ()
    return tuple(LeftView(str(number), fill(pair.left, variant)) for number, pair in enumerate(question.body.pairs, 1))


def view_verdict(
    question: Question, answer: Answered, verdict: Verdict, grade: Grade, memory: Memory | None, *, returns: bool
) -> VerdictView:
    return VerdictView(
        question=question.id,
        event=answer.id,
        right=verdict.right,
        score=verdict.score,
        given=verdict.given,
        expected=verdict.expected,
        feedback=verdict.feedback,
        explanation=fill(question.explanation, draw(question, answer.variant)),
        grade=grade,
        due=memory.due if memory else None,
        typo=verdict.typo,
        misconceptions=verdict.misconceptions,
        returns=returns,
        sources=question.sources,
    )


def view_reveal(question: Question, answer: Answered) -> RevealView:
    """What a good answer to an open question says, beside the one that was given."""
    body = question.body
    if not isinstance(body, Open):
        raise ValueError(f"{question.id} is not open")
    given = str(answer.response)
    follow_up = body.follow_up
    return RevealView(
        question=question.id,
        event=answer.id,
        given=given,
        model_answer=body.model_answer,
        key_points=tuple(point.text for point in body.key_points),
        mentioned=mentioned(body, given),
        follow_up_question=follow_up.question if follow_up else None,
        follow_up_answer=follow_up.answer if follow_up else None,
        sources=question.sources,
    )
