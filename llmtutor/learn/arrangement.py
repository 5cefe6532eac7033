"""Ordering and matching: letters put in order, letters given to numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..letters import fold
from ..model import Feedback, Matching, Ordering, Text, Variant, Verdict
from .choices import letters_of, read_letters
from .unreadable import Unreadable
from .variant import LETTERS

_PAIR = re.compile(r"(\d)[\s:.=>→\-–—]*([a-z])(?![a-z])")


# --- Ordering -------------------------------------------------------------------------------------------------------


def sequence_of(response: object, count: int) -> list[str]:
    """`count` different letters in order."""
    letters = letters_of(response, count)
    if len(letters) != count or len(set(letters)) != count:
        raise Unreadable(
            Text(f"Each of the {count} letters is needed once.", f"{count} 个字母应当各出现一次。"),
            Text(
                f"Write them in order, such as {LETTERS[:count][::-1]}.",
                f"请按顺序写出，例如 {LETTERS[:count][::-1]}。",
            ),
        )
    return letters


def right_sequence(variant: Variant) -> list[str]:
    """The letter of the first item, of the second, and so on."""
    return [LETTERS[variant.order.index(item)] for item in range(len(variant.order))]


def judge_ordering(body: Ordering, variant: Variant, response: object) -> Verdict:
    """Score: the share of pairs of items in the right order (Kendall). Items of one text may change places."""
    given = sequence_of(response, len(body.items))
    ranks = _ranks(body, [variant.order[LETTERS.index(letter)] for letter in given])
    pairs = [(first, second) for place, first in enumerate(ranks) for second in ranks[place + 1 :]]
    right = all(first < second for first, second in pairs)
    return Verdict(
        right=right,
        score=1.0 if right else sum(first < second for first, second in pairs) / len(pairs),
        given=" ".join(given),
        expected=_same(" ".join(right_sequence(variant))),
        feedback=() if right else (_first_out_of_place(body, given, ranks),),
    )


def _ranks(body: Ordering, placed: list[int]) -> list[int]:
    """The right place of each item as placed; of items of one text the first placed takes the first place."""
    free = {item: [place for place, other in enumerate(body.items) if other == item] for item in body.items}
    return [free[body.items[item]].pop(0) for item in placed]


def _first_out_of_place(body: Ordering, given: list[str], ranks: list[int]) -> Feedback:
    place = next(place for place, rank in enumerate(ranks) if rank != place)
    there, due = body.items[ranks[place]], body.items[place]
    return Feedback(
        given[place],
        False,
        Text(
            f"Place {place + 1} is the first that differs: “{due.en}” belongs there, not “{there.en}”.",
            f"从第 {place + 1} 位开始不对：这里应当是“{due.zh}”，而不是“{there.zh}”。",
        ),
    )


# --- Matching -------------------------------------------------------------------------------------------------------


def read_pairs(text: str, count: int) -> dict[str, str]:
    """Number to letter, from `1B 2A 3C`, `1-B, 2-A, 3-C` or the bare letters `BAC` for 1, 2, 3."""
    folded = fold(text)
    found = _PAIR.findall(folded)
    if found and not _PAIR.sub("", folded).strip(" ,;，；、.。\n\t"):
        if len({number for number, _ in found}) != len(found):
            raise Unreadable(Text("A number is given twice.", "有的编号出现了两次。"), _pairs_hint(count))
        return _checked({number: letter.upper() for number, letter in found}, count)
    letters = read_letters(text, count)
    if len(letters) != count:
        raise _pairs_missing(count)
    return _checked({str(number): letter for number, letter in enumerate(letters, 1)}, count)


def pairs_of(response: object, count: int) -> dict[str, str]:
    if isinstance(response, Mapping) and all(isinstance(part, str) for pair in response.items() for part in pair):
        letters = {fold(number).strip(): "".join(read_letters(letter, count)) for number, letter in response.items()}
        return _checked(letters, count)
    if isinstance(response, str):
        return read_pairs(response, count)
    raise Unreadable(Text("Pairs are expected.", "应当逐对作答。"), _pairs_hint(count))


def _checked(pairs: Mapping[str, str], count: int) -> dict[str, str]:
    for number, letter in pairs.items():
        if number not in map(str, range(1, count + 1)):
            raise Unreadable(Text(f"There is no number {number} here.", f"没有编号 {number}。"), _pairs_hint(count))
        if letter not in LETTERS[:count] or len(letter) != 1:
            raise Unreadable(Text(f"There is no “{letter}” here.", f"这里没有“{letter}”。"), _pairs_hint(count))
    if len(pairs) != count:
        raise _pairs_missing(count)
    if len(set(pairs.values())) != count:
        raise Unreadable(Text("A letter is used twice.", "有的字母用了两次。"), _pairs_hint(count))
    return {number: pairs[number] for number in sorted(pairs)}


def _pairs_missing(count: int) -> Unreadable:
    return Unreadable(Text(f"{count} pairs are needed.", f"需要配成 {count} 对。"), _pairs_hint(count))


def _pairs_hint(count: int) -> Text:
    example = " ".join(f"{number}{letter}" for number, letter in enumerate(LETTERS[:count][::-1], 1))
    return Text(f"Write a letter for each number, such as {example}.", f"请给每个编号写一个字母，例如 {example}。")


def right_pairs(variant: Variant) -> dict[str, str]:
    return {str(number): letter for number, letter in enumerate(right_sequence(variant), 1)}


def write_pairs(pairs: Mapping[str, str]) -> str:
    return " ".join(number + letter for number, letter in pairs.items())


def judge_matching(body: Matching, variant: Variant, response: object) -> Verdict:
    """Score: the share of pairs that belong together. Right sides of one text may change places."""
    given = pairs_of(response, len(body.pairs))
    feedback = []
    for number, letter in given.items():
        pair = body.pairs[int(number) - 1]
        chosen = body.pairs[variant.order[LETTERS.index(letter)]].right
        if chosen != pair.right:
            feedback.append(
                Feedback(
                    number + letter,
                    False,
                    Text(
                        f"“{pair.left.en}” goes with “{pair.right.en}”, not with “{chosen.en}”.",
                        f"“{pair.left.zh}”对应的是“{pair.right.zh}”，而不是“{chosen.zh}”。",
                    ),
                )
            )
    return Verdict(
        right=not feedback,
        score=1 - len(feedback) / len(body.pairs),
        given=write_pairs(given),
        expected=_same(write_pairs(right_pairs(variant))),
        feedback=tuple(feedback),
    )


def _same(text: str) -> Text:
    return Text(text, text)
