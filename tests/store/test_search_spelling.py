"""Near words leave a common rest, and only near words are near."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtutor.store.spelling import allowed_edits, deletions, distance, is_corrected, sounds_like
from llmtutor.store.tokens import name_key, tokenize

LETTERS = "abcde"
WORDS = st.text(LETTERS, min_size=4, max_size=14)


@st.composite
def slips(draw: st.DrawFn, most: int) -> tuple[str, str]:
    """A word, and the same word with up to `most` slips."""
    word = typed = draw(WORDS)
    for _ in range(draw(st.integers(1, most))):
        at = draw(st.integers(0, len(typed)))
        letter = draw(st.sampled_from(LETTERS))
        kind = draw(st.sampled_from(["in", "out", "instead", "swap"]))
        if kind == "in":
            typed = typed[:at] + letter + typed[at:]
        elif kind == "out":
            typed = typed[:at] + typed[at + 1 :]
        elif kind == "instead":
            typed = typed[:at] + letter + typed[at + 1 :]
        else:
            typed = typed[:at] + typed[at : at + 2][::-1] + typed[at + 2 :]
    return word, typed


@given(slips(1))
def test_a_word_with_one_slip_shares_a_rest_with_it(pair: tuple[str, str]) -> None:
    word, typed = pair
    if allowed_edits(typed) >= 1:
        assert distance(word, typed, 1) <= 1
        assert set(deletions(word)) & set(deletions(typed))


@given(slips(2))
def test_a_long_word_with_two_slips_shares_a_rest_with_it(pair: tuple[str, str]) -> None:
    word, typed = pair
    if allowed_edits(word) == allowed_edits(typed) == 2 and distance(word, typed, 2) <= 2:
        assert set(deletions(word)) & set(deletions(typed))


@given(WORDS, WORDS, st.integers(0, 3))
def test_distance_is_the_same_both_ways_and_bounded(one: str, other: str, limit: int) -> None:
    away = distance(one, other, limit)
    assert away == distance(other, one, limit)
    assert away == min(distance(one, other, 100), limit + 1)
    assert (away == 0) == (one == other)


def test_a_swap_of_neighbours_is_one_slip() -> None:
    assert distance("mutli", "multi", 2) == 1


def test_queries_are_corrected_to_names_and_long_words_only() -> None:
    assert is_corrected("softmax", 1, 1)
    assert is_corrected("exponentiate", 2, 0)
    assert not is_corrected("exponentiate", 1, 0)
    assert not is_corrected("look", 50, 0)
    assert not is_corrected("top", 3, 3)
    assert is_corrected("位置编码", 0, 1)


# --- tokens ---------------------------------------------------------------------------------------------------------


def test_han_is_cut_into_pairs_and_words_are_folded() -> None:
    assert tokenize("Multi-Head 注意力，k_v") == ["multi", "head", "注意", "意力", "力", "k", "v"]
    assert tokenize("ＳＯＦＴｍａｘ函数 Poincaré 殘差 第1步") == [
        "softmax",
        "函数",
        "数",
        "poincare",
        "残差",
        "差",
        "第",
        "1",
        "步",
    ]
    assert tokenize("√d_k") == ["square", "root", "根号", "号", "d", "k"]


@given(st.text(max_size=80))
def test_tokens_are_letters_and_digits_only(text: str) -> None:
    assert all(token.isalnum() for token in tokenize(text))


@given(st.lists(st.sampled_from(["Multi", "head", "注意力", "KV", "4", "é"]), min_size=1, max_size=5))
def test_a_name_key_ignores_what_is_between_the_words(words: list[str]) -> None:
    assert name_key(" ".join(words)) == name_key("-".join(words)) == name_key("".join(words).upper())


@pytest.mark.parametrize(
    ("typed", "name", "alike"),
    [
        ("减枝", "剪枝", True),
        ("多太模", "多模态", True),  # two characters in the wrong order, and one of them only sounds right
        ("温度细数", "温度系数", True),
        ("手机壳", "手机端", False),
        ("注意", "词元", False),
        ("atention", "attention", False),
    ],
)
def test_chinese_words_that_sound_alike(typed: str, name: str, alike: bool) -> None:
    assert sounds_like(typed, name) == alike
    if alike:
        assert set(deletions(typed)) & set(deletions(name))
