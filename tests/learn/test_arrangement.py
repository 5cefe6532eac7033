from itertools import permutations

import pytest
from sample_questions import MATCHING, ORDERING, ask, both

from llmtutor.learn.arrangement import read_pairs
from llmtutor.learn.grade import Unreadable, judge
from llmtutor.model import Matching, Ordering, Pair, Variant

# Shown: A project, B tokenize, C attend, D embed.
SHOWN = Variant(0, order=(3, 0, 2, 1))
# Shown: A value, B query, C key.
RIGHTS = Variant(0, order=(2, 0, 1))


def test_the_right_order() -> None:
    verdict = judge(ORDERING, SHOWN, ["B", "D", "C", "A"])
    assert (verdict.right, verdict.score, verdict.feedback) == (True, 1, ())
    assert verdict.expected.en == "B D C A"


@pytest.mark.parametrize("order", [order for order in permutations("ABCD") if "".join(order) != "BDCA"])
def test_every_other_order_is_wrong(order: tuple[str, ...]) -> None:
    verdict = judge(ORDERING, SHOWN, list(order))
    assert not verdict.right
    assert 0 <= verdict.score < 1
    first = next(place for place, (one, due) in enumerate(zip(order, "BDCA", strict=True)) if one != due)
    assert verdict.feedback[0].label == order[first]
    assert f"Place {first + 1} " in verdict.feedback[0].text.en


def test_the_score_is_the_share_of_pairs_in_order() -> None:
    assert judge(ORDERING, SHOWN, "ACDB").score == 0
    assert judge(ORDERING, SHOWN, "BDAC").score == pytest.approx(5 / 6)


def test_feedback_names_both_items() -> None:
    text = judge(ORDERING, SHOWN, "BCDA").feedback[0].text
    assert text.en == "Place 2 is the first that differs: “embed” belongs there, not “attend”."
    assert "第 2 位" in text.zh


def test_items_of_one_text_may_change_places() -> None:
    question = ask(Ordering((both("add"), both("norm"), both("add"))))
    variant = Variant(0, order=(1, 0, 2))
    assert judge(question, variant, "BAC").right
    assert judge(question, variant, "CAB").right
    assert not judge(question, variant, "ABC").right


@pytest.mark.parametrize("response", ["BDC", "BDCAA", "BDCB", "BDCE", ["B"], [], 5, None, {"1": "B"}])
def test_an_order_needs_every_letter_once(response: object) -> None:
    with pytest.raises(Unreadable):
        judge(ORDERING, SHOWN, response)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    ["1B 2A 3C", "1b2a3c", "1-B, 2-A, 3-C", "3C 1:B 2=A", "BAC", "b a c", "１Ｂ；２Ａ；３Ｃ", "1 → B\n2 → A\n3 → C"],
)
def test_pairs(text: str) -> None:
    assert read_pairs(text, 3) == {"1": "B", "2": "A", "3": "C"}


@pytest.mark.parametrize(
    "text", ["", "1B", "1B 2A", "1B 2A 3D", "1B 2A 4C", "1B 1A 3C", "1B 2B 3C", "BA", "BACB", "BBC"]
)
def test_pairs_that_are_none(text: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_pairs(text, 3)
    assert "1C 2B 3A" in refusal.value.hint.en or "A-C" in refusal.value.hint.en


def test_the_right_pairs() -> None:
    verdict = judge(MATCHING, RIGHTS, {"1": "B", "2": "C", "3": "A"})
    assert (verdict.right, verdict.score, verdict.feedback) == (True, 1, ())
    assert verdict.expected.en == "1B 2C 3A"


@pytest.mark.parametrize("letters", [letters for letters in permutations("ABC") if "".join(letters) != "BCA"])
def test_every_other_matching_is_wrong_and_each_wrong_pair_told(letters: tuple[str, ...]) -> None:
    verdict = judge(MATCHING, RIGHTS, dict(zip("123", letters, strict=True)))
    wrong = [f"{number}{letter}" for number, letter, due in zip("123", letters, "BCA", strict=True) if letter != due]
    assert not verdict.right
    assert [part.label for part in verdict.feedback] == wrong
    assert verdict.score == pytest.approx(1 - len(wrong) / 3)


def test_a_wrong_pair_is_told_by_its_texts() -> None:
    text = judge(MATCHING, RIGHTS, "CBA").feedback[0].text
    assert text.en == "“Q” goes with “query”, not with “key”."
    assert text.zh == "“Q（中）”对应的是“query（中）”，而不是“key（中）”。"


def test_right_sides_of_one_text_may_change_places() -> None:
    question = ask(Matching((Pair(both("1"), both("n²")), Pair(both("2"), both("n²")), Pair(both("3"), both("n")))))
    variant = Variant(0, order=(1, 2, 0))
    assert judge(question, variant, "ACB").right
    assert judge(question, variant, "CAB").right


@pytest.mark.parametrize("response", [["B", "C", "A"], {"1": 2}, {1: "B"}, {"0": "B", "2": "C", "3": "A"}, True])
def test_a_matching_takes_pairs(response: object) -> None:
    with pytest.raises(Unreadable):
        judge(MATCHING, RIGHTS, response)  # type: ignore[arg-type]


def test_numbers_and_letters_may_be_full_width() -> None:
    assert judge(MATCHING, RIGHTS, {"１": "ｂ", "2": "c", "3": "a"}).right
