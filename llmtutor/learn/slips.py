"""What a typed word may differ in and still be the word: its number, and one slip of the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

SHORTEST = 5
_LONGEST = 60


def is_same_word(one: str, other: str) -> bool:
    """Whether two folded words are one, an English plural aside: query and queries, loss and losses."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    if not (len(short) > 2 and short.isascii() and short[-1].isalpha() and long[-1] == "s"):
        return False
    return long in (short + "s", short + "es") or (short[-1] == "y" and long == short[:-1] + "ies")


def is_slip(given: Sequence[str], meant: Sequence[str]) -> bool:
    """Whether the words `given` are those `meant` with one letter of one of them wrong, missing, added or swapped.

    The word must have at least five letters, all Latin, and start as it should: a first letter is seldom mistaken, and
    `asymmetric` is no typo of `symmetric`. A digit is never a slip: fp16 is not fp32.
    """
    if len(given) != len(meant):
        return False
    differing = [(one, due) for one, due in zip(given, meant, strict=True) if not is_same_word(one, due)]
    return len(differing) == 1 and any(_one_letter_off(differing[0][0], due) for due in _numbers(differing[0][1]))


def _numbers(word: str) -> tuple[str, ...]:
    return (word, word + "s") if not word.endswith("s") else (word, word[:-1])


def _one_letter_off(given: str, meant: str) -> bool:
    if not SHORTEST <= len(meant) <= _LONGEST or abs(len(given) - len(meant)) > 1 or given[0] != meant[0]:
        return False
    if not (given.isascii() and given.isalpha() and meant.isascii() and meant.isalpha()):
        return False
    start = next((place for place, (one, due) in enumerate(zip(given, meant, strict=False)) if one != due), -1)
    if start < 0:
        return True  # one of them only goes on for a letter more
    rest, due = given[start:], meant[start:]
    swapped = rest[:2] == due[1::-1] and rest[2:] == due[2:]
    return swapped or rest[1:] == due[1:] or rest[1:] == due or rest == due[1:]
