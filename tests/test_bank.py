"""The bank that comes with the program: sound, complete, spread over kinds; nothing of the source article left out."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from llmtutor.bank.lint import Checked, check_bank
from llmtutor.model import Bank, Kind, MultipleChoice, SingleChoice
from llmtutor.service.coverage import cover
from llmtutor.workspace import Workspace, find_builtin


@cache
def checked() -> Checked:
    return check_bank(find_builtin())


def bank() -> Bank:
    found = checked().bank
    assert found is not None
    return found


def test_it_is_sound_to_the_last_warning() -> None:
    assert [f"{p.where.file}:{p.where.line} {p.rule} {p.message.en}" for p in checked().problems] == []


def test_it_has_what_it_set_out_to_teach() -> None:
    kinds = Counter(question.kind for question in bank().questions)
    assert len(bank().concepts) >= 135
    assert len(bank().questions) >= 480
    assert kinds[Kind.NUMERIC] + kinds[Kind.PREDICT_OUTPUT] >= 150
    assert {kind for kind in Kind if kinds[kind]} == set(Kind)
    assert sum(concept.snippet is not None for concept in bank().concepts) >= 105


def test_distractors_are_misconceptions_with_names_and_reasons() -> None:
    named = [
        question.id
        for question in bank().questions
        if isinstance(question.body, SingleChoice | MultipleChoice)
        and sum(choice.misconception is not None for choice in question.body.choices) >= 2
    ]
    assert len(named) >= 100


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_length_tells_nothing(lang: str) -> None:
    """Neither "the longest is right" nor "the longest is wrong" helps much."""
    share, chance = checked().longest[lang], checked().chance
    assert chance - 0.15 <= share <= chance + 0.05


def test_every_item_is_taught_asked_and_every_erratum_corrected(tmp_path: Path) -> None:
    coverage = cover(Workspace({"LLMTUTOR_HOME": str(tmp_path)}))
    assert len(coverage.items) == 74
    assert len({item.distinct for item in coverage.items}) == 58
    assert len(coverage.errata) == 124
    assert coverage.untaught == ()
    assert coverage.unasked == ()
    by_severity = Counter(erratum.severity for erratum in coverage.errata if not erratum.where)
    assert by_severity["critical"] == by_severity["major"] == by_severity["moderate"] == 0
