"""Single choice, multiple choice, true or false: what was chosen, and the reason of every choice.

Feedback on choices tells the truth of the choice (`right`), in the order shown; which were chosen stands in `given`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..letters import fold
from ..model import Choice, Feedback, MultipleChoice, SingleChoice, Text, TrueFalse, Variant, Verdict
from .unreadable import Unreadable
from .variant import LETTERS

_YES = frozenset("true t yes y 1 right correct 对 对的 是 是的 正确 真 √ ✓ ✔".split())  # noqa: SIM905
_NO = frozenset("false f no n 0 2 wrong incorrect 错 错的 错误 不对 否 不是 假 × ✗ ✘ x".split())  # noqa: SIM905
_JOINING_WORDS = frozenset("and or then choice option 和 与 及 选 选项 然后".split())  # noqa: SIM905
_WORD = re.compile(r"[a-z]+|\d+|[\u4e00-\u9fff]+")


# --- Reading --------------------------------------------------------------------------------------------------------


def read_letters(text: str, count: int) -> list[str]:
    """The letters that `text` names of the first `count`, in its order: `a c`, `AC`, `1,3`, `A、C`, `b > a > c`."""
    found: list[str] = []
    for word in _WORD.findall(fold(text)):
        if word not in _JOINING_WORDS:
            found.extend(_read_letter(char, count) for char in word)
    if not found:
        raise Unreadable(Text("That names no letter.", "没有看到选项字母。"), _letters_hint(count))
    return found


def _read_letter(char: str, count: int) -> str:
    letter = LETTERS[int(char) - 1 : int(char)] if "1" <= char <= "9" else char.upper()
    if not letter or letter not in LETTERS[:count]:
        shown = char.upper()
        raise Unreadable(Text(f"There is no “{shown}” here.", f"这里没有“{shown}”。"), _letters_hint(count))
    return letter


def _letters_hint(count: int) -> Text:
    span = f"{LETTERS[0]}-{LETTERS[count - 1]}"
    return Text(f"Answer with letters of {span}.", f"请用 {span} 中的字母作答。")


def letters_of(response: object, count: int) -> list[str]:
    """The letters of a response in its JSON form, a list of letters or one text of letters."""
    if isinstance(response, str):
        return read_letters(response, count)
    if isinstance(response, list | tuple) and response and all(isinstance(part, str) for part in response):
        return [letter for part in response for letter in read_letters(part, count)]
    raise Unreadable(Text("Letters are expected.", "应当用字母作答。"), _letters_hint(count))


def one_letter_of(response: object, count: int) -> str:
    letters = letters_of(response, count) if isinstance(response, str) else []
    if len(letters) != 1:
        raise Unreadable(Text("One letter is expected.", "应当只写一个字母。"), _letters_hint(count))
    return letters[0]


def read_truth(text: str) -> bool:
    """True for yes, y, true, 1, 对 and their like; False for no, n, false, 2, 错 and theirs."""
    word = fold(text).strip(" .。!！")
    if word in _YES or word in _NO:
        return word in _YES
    raise Unreadable(
        Text("Neither true nor false.", "看不出是“对”还是“错”。"),
        Text("Answer y or n, true or false.", "请回答“对”或“错”，也可以用 y 或 n。"),
    )


def truth_of(response: object) -> bool:
    if isinstance(response, bool):
        return response
    if isinstance(response, str):
        return read_truth(response)
    raise Unreadable(
        Text("True or false is expected.", "应当回答对或错。"), Text("Answer true or false.", "请回答 true 或 false。")
    )


# --- Judging --------------------------------------------------------------------------------------------------------


def right_letters(choices: Sequence[Choice], variant: Variant) -> list[str]:
    return [LETTERS[place] for place, index in enumerate(variant.order) if choices[index].right]


def explain_choices(choices: Sequence[Choice], variant: Variant, letters: Sequence[str]) -> tuple[Feedback, ...]:
    """The reason of every choice in `letters`, in the order shown."""
    return tuple(
        Feedback(LETTERS[place], choices[index].right, choices[index].why)
        for place, index in enumerate(variant.order)
        if LETTERS[place] in letters
    )


def judge_single(body: SingleChoice, variant: Variant, response: object) -> Verdict:
    chosen = one_letter_of(response, len(body.choices))
    expected = right_letters(body.choices, variant)
    right = chosen in expected
    return Verdict(
        right=right,
        score=float(right),
        given=chosen,
        expected=Text(", ".join(expected), ", ".join(expected)),
        feedback=explain_choices(body.choices, variant, [chosen, *expected]),
        misconceptions=_misconceptions(body.choices, variant, [chosen]),
    )


def judge_multiple(body: MultipleChoice, variant: Variant, response: object) -> Verdict:
    """Score: the right ones that were found less the wrong ones that were taken, as a share of the right ones."""
    chosen = sorted(set(letters_of(response, len(body.choices))))
    expected = right_letters(body.choices, variant)
    found = sum(letter in expected for letter in chosen)
    taken = len(chosen) - found
    right = chosen == expected
    feedback = explain_choices(body.choices, variant, [*chosen, *expected])
    if not right:
        feedback = (_tell_share(found, taken, len(expected)), *feedback)
    return Verdict(
        right=right,
        score=max(found - taken, 0) / len(expected),
        given=", ".join(chosen),
        expected=Text(", ".join(expected), ", ".join(expected)),
        feedback=feedback,
        misconceptions=_misconceptions(body.choices, variant, chosen),
    )


def _tell_share(found: int, taken: int, wanted: int) -> Feedback:
    en = f"You found {found} of the {wanted} right choices" if wanted > 1 else f"You found {found} of 1 right choice"
    zh = f"正确选项共 {wanted} 个，选对了 {found} 个"
    if taken:
        en, zh = f"{en} and took {taken} wrong {'one' if taken == 1 else 'ones'}", f"{zh}，另外错选了 {taken} 个"
    return Feedback("", False, Text(en + ".", zh + "。"))


def judge_truth(body: TrueFalse, response: object) -> Verdict:
    """The reason is the question's explanation, so there is no feedback here."""
    given = truth_of(response)
    right = given is body.answer
    return Verdict(
        right=right,
        score=float(right),
        given=write_truth(given).en,
        expected=write_truth(body.answer),
        misconceptions=() if right or body.misconception is None else (body.misconception,),
    )


def write_truth(truth: bool) -> Text:
    return Text("true", "对") if truth else Text("false", "错")


def _misconceptions(choices: Sequence[Choice], variant: Variant, letters: Sequence[str]) -> tuple[str, ...]:
    """The wrong beliefs behind the wrong choices that were taken, each once."""
    named = [
        choices[index].misconception
        for place, index in enumerate(variant.order)
        if LETTERS[place] in letters and not choices[index].right
    ]
    return tuple(dict.fromkeys(slug for slug in named if slug is not None))
