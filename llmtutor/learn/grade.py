"""The grader: what an answer is worth, and why. Pure; open answers are graded by who gave them.

    read_response    what a person types    -> the response, in its JSON form
    judge            a response             -> a verdict
    key              the right answer, with the reason of every choice
    mentioned        the key points of an open question that an answer names

The rules of each kind are in `choices`, `arrangement`, `typed` and `numeric`.
"""

from __future__ import annotations

from ..model import (
    Cloze,
    Code,
    Feedback,
    Matching,
    MultipleChoice,
    Numeric,
    Open,
    Ordering,
    PredictOutput,
    Question,
    Response,
    SingleChoice,
    Text,
    TrueFalse,
    Variant,
    Verdict,
)
from . import arrangement, choices, numeric, typed
from .typed import mentioned
from .unreadable import Unreadable
from .variant import LETTERS

__all__ = ["Unreadable", "judge", "key", "mentioned", "read_response"]


def read_response(question: Question, variant: Variant, text: str) -> Response:
    """What a person typed, in the form that JSON has. Raises Unreadable where it is no answer to this kind."""
    match question.body:
        case SingleChoice(choices=parts):
            return choices.one_letter_of(text, len(parts))
        case MultipleChoice(choices=parts):
            return sorted(set(choices.read_letters(text, len(parts))))
        case TrueFalse():
            return choices.read_truth(text)
        case Cloze(gaps=gaps):
            return typed.read_gaps(text, len(gaps))
        case Numeric() as body:
            numeric.number_of(body, text)
            return text.strip()
        case Ordering(items=items):
            return arrangement.sequence_of(text, len(items))
        case Matching(pairs=pairs):
            return arrangement.read_pairs(text, len(pairs))
        case PredictOutput():
            return typed.output_of(text)
        case Open():
            return text.strip()
        case Code():
            raise _written_elsewhere(question)


def judge(question: Question, variant: Variant, response: Response) -> Verdict:
    """How right `response` is. Raises Unreadable where its form is wrong; ValueError for an open question.

    An exercise is judged by running it, which is not done here: that is Unreadable too.
    """
    match question.body:
        case SingleChoice() as body:
            return choices.judge_single(body, variant, response)
        case MultipleChoice() as body:
            return choices.judge_multiple(body, variant, response)
        case TrueFalse() as body:
            return choices.judge_truth(body, response)
        case Cloze() as body:
            return typed.judge_cloze(body, response)
        case Numeric() as body:
            return numeric.judge_numeric(body, variant, response)
        case Ordering() as body:
            return arrangement.judge_ordering(body, variant, response)
        case Matching() as body:
            return arrangement.judge_matching(body, variant, response)
        case PredictOutput() as body:
            return typed.judge_output(body, response)
        case Open():
            raise ValueError(f"{question.id} is open: the learner grades it")
        case Code():
            raise _written_elsewhere(question)


def key(question: Question, variant: Variant) -> tuple[Text, tuple[Feedback, ...]]:
    """The right answer as a learner would write it, and the reason of every choice where there are choices."""
    match question.body:
        case SingleChoice(choices=parts) | MultipleChoice(choices=parts):
            letters = ", ".join(choices.right_letters(parts, variant))
            return Text(letters, letters), choices.explain_choices(parts, variant, LETTERS)
        case TrueFalse(answer=answer):
            return choices.write_truth(answer), ()
        case Cloze() as body:
            return typed.expected_gaps(body), ()
        case Numeric() as body:
            written = numeric.write_answer(numeric.answer_of(body, variant), body)
            return Text(written, written), ()
        case Ordering():
            written = " ".join(arrangement.right_sequence(variant))
            return Text(written, written), ()
        case Matching():
            written = arrangement.write_pairs(arrangement.right_pairs(variant))
            return Text(written, written), ()
        case PredictOutput(output=output):
            return Text(output.strip("\n"), output.strip("\n")), ()
        case Open(model_answer=model_answer):
            return model_answer, ()
        case Code(solution=solution):
            return Text(solution, solution), ()


def _written_elsewhere(question: Question) -> Unreadable:
    name = question.id.partition("/")[2]
    return Unreadable(
        Text("This is an exercise: it is written in an editor.", "这是编程练习，需要在编辑器里编写。"),
        Text(f"llmtutor practice {name}", f"llmtutor practice {name}"),
    )
