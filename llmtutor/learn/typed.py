"""Typed words: the gaps of a cloze, the output of a program, the key points of an open answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from ..letters import fold, mark_superscripts
from ..model import Cloze, Feedback, Number, Open, PredictOutput, Text, Trap, Verdict, Words
from .numerals import write_number
from .quantity import read_quantity
from .slips import is_same_word, is_slip
from .unreadable import Unreadable

# What may stand between the parts of a word: a sign of multiplication in front of a letter, a hyphen or underscore
# beside a letter, a blank except between two digits.
_JOINTS = re.compile(
    r"(?<=\w)\s*[*·×⋅]\s*(?=[^\W\d_])"
    r"|(?<=[^\W\d_])[\-‐‑–_](?=\w)|(?<=\w)[\-‐‑–_](?=[^\W\d_])"
    r"|(?<!\d)\s+|\s+(?!\d)"
)
_WRAPPING = " \t\r\n.,;:!?。，；：！？、`'\"“”‘’「」『』《》$"
_ARTICLE = re.compile(r"^(?:the|an?) (?=\S)")
_NUMERIC = frozenset("-.0123456789")
_GAP_SEPARATOR = re.compile(r"[;；\n]")
_LOOSE_SEPARATOR = re.compile(r"[，、]|,(?!\d)")


# --- Cloze ----------------------------------------------------------------------------------------------------------


def read_gaps(text: str, count: int) -> list[str]:
    """`count` texts, split at `;`, `；` and line ends; at commas only where that alone gives the number."""
    if count == 1:
        return gaps_of([text.strip()], 1)
    parts = [part.strip() for part in _GAP_SEPARATOR.split(text.strip())]
    while len(parts) > count and not parts[-1]:
        parts.pop()
    if len(parts) == 1 and len(loose := _LOOSE_SEPARATOR.split(text.strip())) == count:
        parts = [part.strip() for part in loose]
    return gaps_of(parts, count)


def gaps_of(response: object, count: int) -> list[str]:
    """The texts of a response in its JSON form, a list of texts or numbers; a gap may be empty, but not all of them."""
    if isinstance(response, str):
        return read_gaps(response, count)
    if not isinstance(response, list | tuple) or any(
        isinstance(part, bool) or not isinstance(part, str | int | float) for part in response
    ):
        raise Unreadable(Text("A list of words is expected.", "应当逐空作答。"), _gaps_hint(count))
    if len(response) != count:
        en = "1 gap" if count == 1 else f"{count} gaps"
        raise Unreadable(
            Text(
                f"There {'is' if count == 1 else 'are'} {en}, but {len(response)} answers.",
                f"共有 {count} 个空，却写了 {len(response)} 个答案。",
            ),
            _gaps_hint(count),
        )
    gaps = [part if isinstance(part, str) else write_number(part) for part in response]
    if not any(gap.strip() for gap in gaps):
        raise Unreadable(Text("Nothing was written.", "什么也没有写。"), _gaps_hint(count))
    return gaps


def _gaps_hint(count: int) -> Text:
    if count == 1:
        return Text("Write the missing word.", "请写出空缺的词。")
    example = "; ".join(f"[{number}]" for number in range(1, count + 1))
    return Text(
        f"Write {count} answers, separated by semicolons: {example}", f"请写 {count} 个答案，用分号隔开：{example}"
    )


def judge_cloze(body: Cloze, response: object) -> Verdict:
    """Score: the share of gaps that are right; a slip of the keyboard is forgiven and named."""
    gaps = gaps_of(response, len(body.gaps))
    feedback: list[Feedback] = []
    typos: list[str] = []
    for number, (gap, accepted) in enumerate(zip(gaps, body.gaps, strict=True), 1):
        others = [word for other, words in enumerate(body.gaps, 1) if other != number for word in words.all]
        meant = _accept(gap, accepted.all, others)
        expected = _first(accepted)
        if meant is None:
            feedback.append(Feedback(str(number), False, _tell_gap(gap.strip(), expected)))
        else:
            feedback.append(Feedback(str(number), True, expected))
            if meant != gap:
                typos.append(f"{gap.strip()} → {meant}")
    right = sum(part.right for part in feedback)
    return Verdict(
        right=right == len(gaps),
        score=right / len(gaps),
        given="; ".join(gap.strip() for gap in gaps),
        expected=expected_gaps(body),
        feedback=tuple(feedback),
        typo=", ".join(typos) or None,
    )


def expected_gaps(body: Cloze) -> Text:
    firsts = [_first(words) for words in body.gaps]
    return Text("; ".join(first.en for first in firsts), "; ".join(first.zh for first in firsts))


def _first(words: Words) -> Text:
    """The first accepted word of each language, or of the other where a language has none."""
    return Text((words.en or words.zh)[0], (words.zh or words.en)[0])


def _tell_gap(given: str, expected: Text) -> Text:
    if not given:
        return Text(f"left empty; it is “{expected.en}”", f"没有填；应为“{expected.zh}”")
    return Text(f"not “{given}” but “{expected.en}”", f"不是“{given}”，应为“{expected.zh}”")


def _accept(given: str, accepted: Sequence[str], others: Sequence[str]) -> str | None:
    """`given` itself where it is accepted, the word that was meant where it holds a slip, None where it is wrong."""
    form = _plain_form(given)
    if not form:
        return None
    if any(_same(form, _plain_form(word)) for word in accepted):
        return given
    if any(_same(form, _plain_form(word)) for word in others):
        return None
    return next((word for word in accepted if is_slip(_words(given), _words(word))), None)


def _bare(text: str) -> str:
    """Folded, without quotes, punctuation and article around it."""
    folded = fold(mark_superscripts(text)).replace("−", "-").replace("**", "^")
    return _ARTICLE.sub("", folded.strip(_WRAPPING))


def _plain_form(text: str) -> str:
    return _JOINTS.sub("", _bare(text))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", _bare(text))


def _same(one: str, other: str) -> bool:
    if is_same_word(one, other):
        return True
    return one[0] in _NUMERIC and other[0] in _NUMERIC and _as_number(one) == _as_number(other) is not None


def _as_number(text: str) -> Number | None:
    try:
        return read_quantity(text, None)
    except Unreadable:
        return None


# --- Predicting output ----------------------------------------------------------------------------------------------

_DECIMAL = re.compile(r"(?<![\w.])\d+\.\d*(?![\w.])")
_ROW_END = re.compile(r"\r?\n|\\n")
_BLANKS = re.compile(r"\s+")
_BESIDE_MARKS = re.compile(r"\s*([\[\](){},:=|])\s*")


def output_of(response: object) -> str:
    if isinstance(response, str) and response.strip():
        return response.strip("\n")
    if isinstance(response, int | float) and not isinstance(response, bool):
        return write_number(response)
    raise Unreadable(
        Text("The output is expected as text.", "应当写出程序的输出。"),
        Text("Write what the program prints, line by line.", "请逐行写出程序打印的内容。"),
    )


def judge_output(body: PredictOutput, response: object) -> Verdict:
    """Line by line; blanks, case and trailing zeros of numbers do not count. Score: the share of lines in place."""
    given = output_of(response)
    typed, printed = _lines(given), _lines(body.output)
    if len(typed) == 1 and _joined(typed) == _joined(printed):
        typed = printed  # several lines typed as one
    same = sum(one == other for one, other in zip(typed, printed, strict=False))
    right = typed == printed
    trap = (
        None if right else next((trap for trap in body.traps if _joined(_lines(trap.answer)) == _joined(typed)), None)
    )
    feedback = [] if right else [_first_difference(given, body.output, typed, printed)]
    if trap is not None:
        feedback.append(Feedback("", False, trap.why))
    output = body.output.strip("\n")
    return Verdict(
        right=right,
        score=1.0 if right else same / max(len(typed), len(printed), 1),
        given=given,
        expected=Text(output, output),
        feedback=tuple(feedback),
        misconceptions=_misconception(trap),
    )


def pair_lines(given: str, output: str) -> list[tuple[str | None, str | None, bool]]:
    """A predicted and a printed line each, and whether they say the same; None where one of both has ended."""
    guessed, printed = _rows(given), _rows(output)
    if len(guessed) == 1 and _joined(_lines(given)) == _joined(_lines(output)):
        guessed = printed  # several lines typed as one
    return [
        (one, other, one is not None and other is not None and _line_form(one) == _line_form(other))
        for one, other in zip_longest(guessed, printed)
    ]


def _misconception(trap: Trap | None) -> tuple[str, ...]:
    return () if trap is None or trap.misconception is None else (trap.misconception,)


def _rows(text: str) -> list[str]:
    """The lines that hold something; `\\n` may stand for the end of one, for there is one line to type on."""
    return [row.strip() for row in _ROW_END.split(text) if row.strip()]


def _lines(text: str) -> list[str]:
    """The rows in the form in which they are compared."""
    return [_line_form(row) for row in _rows(text)]


def _line_form(line: str) -> str:
    form = _BLANKS.sub(" ", fold(line)).replace('"', "'").replace("−", "-")
    return _DECIMAL.sub(lambda number: number[0].rstrip("0").rstrip("."), _BESIDE_MARKS.sub(r"\1", form))


def _joined(lines: Sequence[str]) -> str:
    return _BESIDE_MARKS.sub(r"\1", " ".join(lines))


def _first_difference(given: str, output: str, typed: list[str], printed: list[str]) -> Feedback:
    place = next((n for n, (one, other) in enumerate(zip(typed, printed, strict=False)) if one != other), None)
    place = min(len(typed), len(printed)) if place is None else place
    shown, due = _rows(given), _rows(output)
    label = str(place + 1)
    if place >= len(printed):
        return Feedback(
            label,
            False,
            Text(f"the program prints only {len(printed)} line(s)", f"程序只打印 {len(printed)} 行"),
        )
    if place >= len(typed):
        return Feedback(label, False, Text(f"missing: {due[place]}", f"缺少：{due[place]}"))
    return Feedback(
        label,
        False,
        Text(
            f"you wrote “{shown[place]}”, it prints “{due[place]}”",
            f"写成了“{shown[place]}”，实际打印的是“{due[place]}”",
        ),
    )


# --- Open answers ---------------------------------------------------------------------------------------------------

_BLANKS_BESIDE_HAN = re.compile(r" (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) ")


def mentioned(body: Open, response: str) -> tuple[int, ...]:
    """The key points, counted from 0, of whose words `response` holds at least one. It does not understand a "not"."""
    text = _spaced(response)
    return tuple(
        place for place, point in enumerate(body.key_points) if any(_holds(text, word) for word in point.words.all)
    )


def _spaced(text: str) -> str:
    """Folded, a blank for every hyphen, none beside Han: `KV 缓存` and `KV缓存` are one."""
    return _BLANKS_BESIDE_HAN.sub("", _BLANKS.sub(" ", re.sub(r"[-‐-–_]", " ", fold(text)))).strip()


def _holds(text: str, word: str) -> bool:
    word = _spaced(word)
    if not word:
        return False
    before = r"(?<![a-z0-9])" if re.match(r"[a-z0-9]", word) else ""
    after = r"(?![a-z0-9])" if re.search(r"[a-z0-9]$", word) else ""
    return re.search(before + _with_endings(word) + after, text) is not None


def _with_endings(word: str) -> str:
    """An expression for a word and, where its end is English, its forms: tokenize, tokenized, tokenizer, tokenization."""
    if not re.search(r"(?<![a-z0-9])[a-z]{4,}$", word):
        return re.escape(word) + ("(?:s|es)?" if re.search(r"[a-z0-9]$", word) else "")
    if word.endswith("e"):
        return re.escape(word[:-1]) + "(?:e|es|ed|er|ers|ing|ation|ations)"
    if re.search(r"[^aeiou]y$", word):
        return re.escape(word[:-1]) + "(?:y|ies|ied|ying)"
    return re.escape(word) + f"(?:{word[-1]}?(?:ed|er|ers|ing)|s|es)?"
