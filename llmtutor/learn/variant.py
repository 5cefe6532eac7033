"""One showing of a question: the numbers it draws, the order in which its parts stand, all from one seed.

The journal keeps a variant as its seed alone. The question's id is mixed in, so that one seed does not put every right
choice in the same place.
"""

from __future__ import annotations

import re

from ..model import Matching, MultipleChoice, Numeric, Ordering, Question, SingleChoice, Text, Variant
from .numerals import write_number
from .stream import shuffle, stream

LETTERS = "ABCDEFGHI"
"""What the learner calls the parts shown, in the order shown."""

_PLACEHOLDER = re.compile(r"\{([A-Za-z][A-Za-z0-9_]*)\}")


def draw(question: Question, seed: int) -> Variant:
    """The variant of `question` that `seed` stands for, today and on every machine.

    Items to order are never shown in the right order, nor right sides of a matching beside their own left ones.
    """
    numbers = stream(f"{seed}:{question.id}")
    match question.body:
        case Numeric(parameters=parameters):
            drawn = tuple((one.name, one.values[next(numbers) % len(one.values)]) for one in parameters)
            return Variant(seed, numbers=drawn)
        case SingleChoice(choices=parts) | MultipleChoice(choices=parts):
            return Variant(seed, order=shuffle(len(parts), numbers))
        case Ordering(items=parts) | Matching(pairs=parts):
            order = straight = tuple(range(len(parts)))
            while order == straight and len(parts) > 1:
                order = shuffle(len(parts), numbers)
            return Variant(seed, order=order)
    return Variant(seed)


def fill(text: Text, variant: Variant) -> Text:
    """`text` with every `{name}` of a drawn number replaced, in both languages; other braces stay as they are."""
    if not variant.numbers:
        return text
    written = {name: write_number(number) for name, number in variant.numbers}

    def replace(match: re.Match[str]) -> str:
        return written.get(match[1], match[0])

    return Text(_PLACEHOLDER.sub(replace, text.en), _PLACEHOLDER.sub(replace, text.zh))
