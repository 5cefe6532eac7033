"""Laws that hold for every kind; what each kind does in detail stands in the tests of its module."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_questions import GRADED, MULTIPLE, NUMERIC, OPEN, ORDERING, SINGLE, ask, choice, graded_questions

from llmtutor.learn.grade import Unreadable, judge, key, read_response
from llmtutor.learn.variant import LETTERS, draw
from llmtutor.letters import fold
from llmtutor.letters.traditional import SIMPLIFIED, TRADITIONAL
from llmtutor.model import LANGS, Question, Response, SingleChoice

SEEDS = st.integers(0, 2**63)
ANY_TEXT = st.text(max_size=80) | st.text(alphabet="ABCabc123 ,;；/:-+*^.()%eExX万亿kKMGiBt对错\n", max_size=40)
ANY_RESPONSE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3) | st.integers(), inner, max_size=4),
    max_leaves=6,
)


@given(graded_questions(), SEEDS)
def test_the_key_read_back_is_right(question: Question, seed: int) -> None:
    variant = draw(question, seed)
    expected, _ = key(question, variant)
    for lang in LANGS:
        verdict = judge(question, variant, read_response(question, variant, expected[lang]))
        assert verdict.right
        assert verdict.score == 1
        assert verdict.expected == expected
        assert verdict.typo is None
        assert not verdict.misconceptions
        assert all(part.right for part in verdict.feedback)


@given(graded_questions(), SEEDS, ANY_TEXT)
def test_typed_text_is_a_response_or_unreadable(question: Question, seed: int, text: str) -> None:
    variant = draw(question, seed)
    try:
        response = read_response(question, variant, text)
    except Unreadable:
        return
    verdict = judge(question, variant, response)
    assert 0 <= verdict.score <= 1
    assert verdict.right == (verdict.score == 1)
    assert all(part.text[lang] for part in verdict.feedback for lang in LANGS)


@given(graded_questions(), SEEDS, ANY_RESPONSE)
def test_any_json_value_is_judged_or_unreadable(question: Question, seed: int, response: Response) -> None:
    try:
        verdict = judge(question, draw(question, seed), response)
    except Unreadable:
        return
    assert 0 <= verdict.score <= 1
    assert verdict.right == (verdict.score == 1)


@given(graded_questions(), SEEDS, st.data())
def test_case_width_and_traditional_characters_do_not_count(question: Question, seed: int, data: st.DataObject) -> None:
    variant = draw(question, seed)
    expected, _ = key(question, variant)
    text = data.draw(st.sampled_from([expected.en, expected.zh]) | ANY_TEXT)
    folding = data.draw(st.sampled_from([fold, str.upper, str.lower, _widen, _traditional]))
    if unicodedata.normalize("NFKC", text) != text or any(len(char.upper()) > 1 for char in text):
        return  # superscripts mean a power, and ß has no capital of one letter
    if folding in (fold, _widen) and "\\n" in text:
        return
    assert _outcome(question, seed, folding(text)) == _outcome(question, seed, text)


def _outcome(question: Question, seed: int, text: str) -> object:
    variant = draw(question, seed)
    try:
        verdict = judge(question, variant, read_response(question, variant, text))
    except Unreadable:
        return "unreadable"
    return verdict.right, verdict.score, [(part.label, part.right) for part in verdict.feedback], verdict.misconceptions


def _widen(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def _traditional(text: str) -> str:
    return text.translate({ord(one): other for one, other in zip(SIMPLIFIED, TRADITIONAL, strict=True)})


@pytest.mark.parametrize("question", [OPEN])
def test_open_answers_are_not_judged_here(question: Question) -> None:
    with pytest.raises(ValueError, match="open") as refusal:
        judge(question, draw(question, 0), "an answer")
    assert not isinstance(refusal.value, Unreadable)
    assert read_response(question, draw(question, 0), "  an answer ") == "an answer"
    assert read_response(question, draw(question, 0), "") == ""
    assert key(question, draw(question, 0)) == (OPEN.body.model_answer, ())


@given(SEEDS)
def test_the_key_explains_every_choice(seed: int) -> None:
    variant = draw(MULTIPLE, seed)
    expected, feedback = key(MULTIPLE, variant)
    assert [part.label for part in feedback] == list("ABCDE")
    assert ", ".join(part.label for part in feedback if part.right) == expected.en == expected.zh
    assert {part.text.en for part in feedback} == {"why one", "why two", "why three", "why four", "why five"}


@pytest.mark.parametrize("name", list(GRADED))
def test_nothing_is_no_answer(name: str) -> None:
    question = GRADED[name]
    for nothing in ("", "   ", "\n"):
        with pytest.raises(Unreadable) as refusal:
            read_response(question, draw(question, 1), nothing)
        assert all(refusal.value.message[lang] and refusal.value.hint[lang] for lang in LANGS)
        with pytest.raises(Unreadable):
            judge(question, draw(question, 1), nothing)


def test_letters_follow_the_order_shown() -> None:
    for seed in range(20):
        variant = draw(SINGLE, seed)
        letter = LETTERS[variant.order.index(0)]
        assert judge(SINGLE, variant, letter).right


def test_a_bank_may_have_nine_choices() -> None:
    question = ask(SingleChoice(tuple(choice(str(number), right=number == 8) for number in range(9))))
    variant = draw(question, 0)
    assert sum(judge(question, variant, letter).right for letter in LETTERS) == 1


def test_reading_keeps_what_was_typed_where_the_grader_reads_text() -> None:
    variant = draw(NUMERIC, 0)
    assert read_response(NUMERIC, variant, " 1.5 GiB ") == "1.5 GiB"
    assert read_response(ORDERING, draw(ORDERING, 0), "b a d c") == ["B", "A", "D", "C"]


@pytest.mark.parametrize("name", list(GRADED))
@pytest.mark.parametrize(
    "text",
    ["." * 50_000 + "q", "1." + "0" * 50_000 + "q", " " * 50_000 + "q", "a" * 50_000, "1 " * 25_000, "(" * 50_000],
)
def test_a_very_long_answer_is_read_at_once(name: str, text: str) -> None:
    question = GRADED[name]
    variant = draw(question, 1)
    try:
        response = read_response(question, variant, text)
    except Unreadable:
        return
    assert not judge(question, variant, response).right
