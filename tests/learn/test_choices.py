import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_questions import MULTIPLE, SINGLE, TRUTH

from llmtutor.learn.choices import read_letters, read_truth
from llmtutor.learn.grade import Unreadable, judge, read_response
from llmtutor.model import Text, Variant

IN_ORDER = Variant(0, order=(0, 1, 2, 3, 4))
SWAPPED = Variant(0, order=(2, 0, 1))


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("a c", "AC"),
        ("AC", "AC"),
        ("1,3", "AC"),
        ("13", "AC"),
        ("A、C", "AC"),
        ("Ａ，Ｃ", "AC"),
        ("a and c", "AC"),
        ("A 和 C", "AC"),
        ("选 A C", "AC"),
        ("(a) (c)", "AC"),
        ("c > a > b", "CAB"),
        ("C→A→B", "CAB"),
        ("b.", "B"),
    ],
)
def test_letters(text: str, letters: str) -> None:
    assert read_letters(text, 4) == list(letters)


@pytest.mark.parametrize("text", ["", "e", "5", "0", "A E", "hello", "。", "字", "AA BB CC EE", "²²²9"])
def test_letters_that_are_not_shown(text: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_letters(text, 4)
    assert "A-D" in refusal.value.hint.en
    assert "A-D" in refusal.value.hint.zh


def test_single_choice_explains_what_was_chosen_and_what_is_right() -> None:
    verdict = judge(SINGLE, SWAPPED, "c")
    assert (verdict.right, verdict.score, verdict.given, verdict.expected) == (False, 0, "C", Text("B", "B"))
    assert [(part.label, part.right, part.text.en) for part in verdict.feedback] == [
        ("B", True, "why one"),
        ("C", False, "why two"),
    ]
    assert verdict.misconceptions == ("m-two",)


def test_single_choice_right() -> None:
    verdict = judge(SINGLE, SWAPPED, "B")
    assert (verdict.right, verdict.score, verdict.misconceptions) == (True, 1, ())
    assert [part.label for part in verdict.feedback] == ["B"]
    assert read_response(SINGLE, SWAPPED, " 2 ") == "B"


@pytest.mark.parametrize("response", ["AB", "D", ["A"], 1, True, None, {"1": "A"}])
def test_single_choice_takes_one_letter(response: object) -> None:
    with pytest.raises(Unreadable):
        judge(SINGLE, SWAPPED, response)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("response", "score", "labels"),
    [
        (["A", "B", "C"], 1, "ABC"),
        (["C", "A", "B", "A"], 1, "ABC"),
        (["A", "B"], 2 / 3, "ABC"),
        (["A", "B", "C", "D"], 2 / 3, "ABCD"),
        (["A", "B", "C", "D", "E"], 1 / 3, "ABCDE"),
        (["A", "D"], 0, "ABCD"),
        (["D", "E"], 0, "ABCDE"),
    ],
)
def test_multiple_choice_gives_partial_credit(response: list[str], score: float, labels: str) -> None:
    verdict = judge(MULTIPLE, IN_ORDER, response)
    assert verdict.score == pytest.approx(score)
    assert verdict.right == (score == 1)
    told = [part for part in verdict.feedback if part.label]
    assert "".join(part.label for part in told) == labels
    assert all(part.right == (part.label in "ABC") for part in told)


def test_multiple_choice_tells_the_share() -> None:
    assert judge(MULTIPLE, IN_ORDER, ["A", "D"]).feedback[0].text == Text(
        "You found 1 of the 3 right choices and took 1 wrong one.", "正确选项共 3 个，选对了 1 个，另外错选了 1 个。"
    )
    assert all(part.label for part in judge(MULTIPLE, IN_ORDER, ["A", "B", "C"]).feedback)


def test_a_misconception_is_named_once() -> None:
    assert judge(MULTIPLE, IN_ORDER, ["D", "E"]).misconceptions == ("m-four",)
    assert judge(MULTIPLE, IN_ORDER, ["A"]).misconceptions == ()


@given(st.sets(st.sampled_from("ABCDE"), min_size=1))
def test_only_the_right_set_is_right(letters: set[str]) -> None:
    verdict = judge(MULTIPLE, IN_ORDER, sorted(letters))
    assert verdict.right == (letters == set("ABC"))
    assert (verdict.score == 1) == verdict.right


@pytest.mark.parametrize("response", [[], "", [1], ["F"], True, {"A": True}, None])
def test_multiple_choice_takes_letters(response: object) -> None:
    with pytest.raises(Unreadable):
        judge(MULTIPLE, IN_ORDER, response)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["y", "Yes", "TRUE", "t", "1", "对", "對", "是的", "正确。", "√", "ｙ"])
def test_true(text: str) -> None:
    assert read_truth(text) is True


@pytest.mark.parametrize("text", ["n", "No", "False", "F", "2", "0", "错", "錯", "不对", "否", "×", "✗"])
def test_false(text: str) -> None:
    assert read_truth(text) is False


@pytest.mark.parametrize("text", ["", "maybe", "3", "yn", "对错"])
def test_neither(text: str) -> None:
    with pytest.raises(Unreadable):
        read_truth(text)


def test_true_false_names_the_belief() -> None:
    wrong = judge(TRUTH, Variant(0), True)
    assert (wrong.right, wrong.score, wrong.misconceptions) == (False, 0, ("m-truth",))
    assert (wrong.given, wrong.expected) == ("true", Text("false", "错"))
    right = judge(TRUTH, Variant(0), False)
    assert (right.right, right.score, right.misconceptions) == (True, 1, ())


@pytest.mark.parametrize("response", [0, 1.0, None, [True]])
def test_true_false_takes_a_truth(response: object) -> None:
    with pytest.raises(Unreadable):
        judge(TRUTH, Variant(0), response)  # type: ignore[arg-type]
