import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtutor.letters import cell_width, fold, is_han, mark_superscripts
from llmtutor.letters.traditional import SIMPLIFIED, TRADITIONAL


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Softmax", "softmax"),
        ("ＳＯＦＴＭＡＸ　１２", "softmax 12"),
        ("café Café naïve Łukasz Øre", "cafe cafe naive lukasz ore"),
        ("殘差連接與注意力機制", "残差连接与注意力机制"),
        ("特徵、訓練、後向傳播、裡面、為什麼", "特征、训练、后向传播、里面、为什么"),
        ("著名的乾坤", "著名的干坤"),
        ("Straße", "strasse"),
        ("ﬁne ½ ① ㎏", "fine 1⁄2 1 kg"),
        ("й ё が ガ 한글", "й ё が ガ 한글"),
        ("", ""),
    ],
)
def test_fold_makes_spellings_one(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_fold_ignores_case_width_and_composition(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert fold(unicodedata.normalize("NFKC", text)) == fold(text)
    assert fold(text.casefold()) == fold(text)


@given(st.text(alphabet=TRADITIONAL))
def test_fold_replaces_traditional_character_by_character(text: str) -> None:
    assert fold(text) == "".join(SIMPLIFIED[TRADITIONAL.index(char)] for char in text)


def test_the_table_is_sound() -> None:
    assert len(TRADITIONAL) == len(SIMPLIFIED) == len(set(TRADITIONAL))
    assert not set(TRADITIONAL) & set(SIMPLIFIED)
    assert all(map(is_han, TRADITIONAL + SIMPLIFIED))


def test_simplified_text_stays_as_it_is() -> None:
    text = "残差连接把输入直接加到输出上，梯度因此能够绕过这一层；著名的例子是深层网络，它于二〇一五年提出。"
    assert fold(text) == unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize(
    ("text", "marked"),
    [("n²", "n^2"), ("2³¹", "2^31"), ("10⁻³", "10^−3"), ("QKᵀ/√d", "QK^T/√d"), ("x", "x"), ("d₁", "d₁"), ("½", "½")],
)
def test_superscripts_become_powers(text: str, marked: str) -> None:
    assert mark_superscripts(text) == marked


@pytest.mark.parametrize("char", "注〇々㐀鿿𠀀")
def test_han(char: str) -> None:
    assert is_han(char)


@pytest.mark.parametrize("char", "a1。，あア한　－")
def test_not_han(char: str) -> None:
    assert not is_han(char)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("abc", 3),
        ("注意力", 6),
        ("注意力 QKᵀ", 10),
        ("Ａ，", 4),
        ("e\u0301", 1),
        ("\u200b\ufeff", 0),
        ("한글", 4),
        ("\u1112\u1161\u11ab", 2),
        ("→√≈", 3),
        ("🙂", 2),
        ("\x1b[1m", 3),
        ("", 0),
    ],
)
def test_cell_width(text: str, cells: int) -> None:
    assert cell_width(text) == cells


@given(st.text(), st.text())
def test_cell_width_is_additive(one: str, other: str) -> None:
    assert cell_width(one + other) == cell_width(one) + cell_width(other)


def test_english_costs_no_table() -> None:
    program = "from llmtutor.letters import fold; fold('Attention'); import sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert "llmtutor.letters.traditional" not in loaded
    assert "llmtutor.model" not in loaded
