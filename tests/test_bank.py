"""The bank that comes with the program: sound, complete, spread over kinds; nothing of the source article left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from llmtutor.bank.lint import Checked, check_bank
from llmtutor.model import Bank, Kind, MultipleChoice, SingleChoice
from llmtutor.service.coverage import cover
from llmtutor.store.index import Index
from llmtutor.store.search import search
from llmtutor.store.tokens import name_key
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
    assert len(bank().concepts) >= 181
    assert len(bank().questions) >= 860
    assert kinds[Kind.NUMERIC] + kinds[Kind.PREDICT_OUTPUT] >= 370
    assert {kind for kind in Kind if kinds[kind]} == set(Kind)
    assert sum(concept.snippet is not None for concept in bank().concepts) >= 181


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


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Workspace({"LLMTUTOR_HOME": str(tmp_path_factory.mktemp("home"))}).index() as index:
        yield index


def test_every_name_and_alias_finds_its_concept_first_or_shares_the_first_place(index: Index) -> None:
    bearers: dict[str, set[str]] = defaultdict(set)
    names: list[tuple[str, str]] = []
    for concept in bank().concepts:
        for text in (concept.slug, concept.name.en, concept.name.zh, *concept.aliases.all, *concept.asked.all):
            bearers[name_key(text)].add(concept.slug)
        names += [(text, concept.slug) for text in (concept.name.en, concept.name.zh, *concept.aliases.all)]
    missed = []
    for text, slug in names:
        first = [hit.id for hit in search(index, text, type="concept").hits][: len(bearers[name_key(text)])]
        if slug not in first:
            missed.append(f"{text} finds {first}, not {slug}")
    assert missed == []


@pytest.mark.parametrize("query", ["第一个字为什么要等很久才出来", "why is the first token slow", "kv cache", "注意力"])
def test_the_order_of_concepts_does_not_depend_on_how_many_hits_are_shown(query: str, index: Index) -> None:
    few, many = (
        [hit.id for hit in search(index, query, limit=limit).hits if hit.type == "concept"] for limit in (6, 40)
    )
    assert few == many[: len(few)]
