"""What goes into the index comes out of it, in teaching order; a file that is no index is a reason to build one."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmtutor.errors import IndexDamaged, NotFound
from llmtutor.model import Part, Text
from llmtutor.store import index, index_file
from llmtutor.store.index import Index
from llmtutor.store.search import search

from .small_bank import ATTENTION, GRADIENT, HEAD, MULTI_HEAD, PARTS, POSITIONS, SOFTMAX, build, changed, stamps


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return build(tmp_path / "cache" / "index.db")


@pytest.fixture
def bank(path: Path) -> Iterator[Index]:
    with Index.open(path) as opened:
        yield opened


def test_everything_comes_back_as_it_went_in(bank: Index) -> None:
    for part in PARTS:
        assert bank.concept(part.concept.slug) == part.concept
        assert bank.bank_of(part.concept.slug) == "small"
        for question in part.questions:
            assert bank.question(question.id) == question
            assert bank.bank_of(question.id) == "small"
        for snippet in part.snippets:
            assert bank.snippet(snippet.name) == snippet
    assert bank.items() == HEAD.items
    assert bank.errata() == HEAD.errata
    assert bank.topics() == HEAD.topics


def test_lists_are_in_teaching_order(bank: Index) -> None:
    slugs = ["gradient-descent", "softmax", "attention-mechanism", "positional-encoding", "multi-head-attention"]
    assert [row.slug for row in bank.concepts()] == slugs
    assert list(bank.requires()) == slugs
    assert bank.requires()["multi-head-attention"] == ("attention-mechanism",)
    assert [row.id for row in bank.questions()][:3] == ["gradient-descent/rate", "softmax/sum", "softmax/prints"]
    assert [row.name for row in bank.snippets()] == ["softmax"]


def test_rows_tell_what_a_list_shows(bank: Index) -> None:
    row = bank.concepts()[1]
    assert (row.slug, row.topic, row.level, row.questions, row.snippet) == ("softmax", "basics", 1, 2, "softmax")
    assert row.covers == ("q22",)
    (asked,) = bank.questions(concept="softmax", kind="numeric")
    assert (asked.level, asked.covers, asked.corrects, asked.digest) == (2, ("q22",), ("e1",), "softmax-sum")
    assert asked.prompt.zh in ("softmax 的 1 个输出之和是多少？", "softmax 的 2.5 个输出之和是多少？")
    (program,) = bank.snippets()
    assert (program.lines, program.needs, program.title) == (2, ("jax",), "Softmax of three logits")


@pytest.mark.parametrize(
    ("filters", "count"),
    [({}, 10), ({"topic": "attention"}, 7), ({"concept": "softmax"}, 2), ({"level": 3}, 3), ({"kind": "open"}, 1)],
)
def test_questions_can_be_filtered(bank: Index, filters: dict[str, str], count: int) -> None:
    assert len(bank.questions(**filters)) == count  # type: ignore[arg-type]


def test_what_is_not_there_is_not_found_with_a_way_out(bank: Index) -> None:
    with pytest.raises(NotFound, match="no concept is called softmaxx") as caught:
        bank.concept("softmaxx")
    assert "softmax" in caught.value.hint.en
    assert caught.value.code == "no-concept"
    with pytest.raises(NotFound):
        bank.question("softmax/nothing")
    with pytest.raises(NotFound):
        bank.snippet("nothing")
    with pytest.raises(NotFound):
        bank.bank_of("nothing/at-all")


# --- names ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "multi-head-attention",
        "Multi-head attention",
        "MULTI HEAD ATTENTION",
        "multihead attention",
        "MHA",
        "多頭注意力",
        " 多头 ",
    ],
)
def test_a_concept_answers_to_slug_name_and_alias(bank: Index, name: str) -> None:
    assert bank.resolve(name).slug == "multi-head-attention"


@pytest.mark.parametrize(
    ("name", "first"),
    [("multi-haed-attention", "multi-head-attention"), ("softm", "softmax"), ("位置编吗", "positional-encoding")],
)
def test_a_near_miss_gets_suggestions(bank: Index, name: str, first: str) -> None:
    resolved = bank.resolve(name)
    assert resolved.slug is None
    assert resolved.suggestions[0].slug == first


def test_a_name_borne_by_two_concepts_is_ambiguous(tmp_path: Path) -> None:
    twin = replace(POSITIONS.concept, aliases=GRADIENT.concept.aliases)
    with Index.open(build(tmp_path / "i.db", (GRADIENT, replace(POSITIONS, concept=twin)))) as bank:
        resolved = bank.resolve("learning rate")
        assert resolved.slug is None
        assert [named.slug for named in resolved.ambiguous] == ["gradient-descent", "positional-encoding"]


def test_a_name_outranks_an_alias(tmp_path: Path) -> None:
    borrower = replace(POSITIONS.concept, aliases=replace(POSITIONS.concept.aliases, en=("Gradient descent",)))
    with Index.open(build(tmp_path / "i.db", (GRADIENT, replace(POSITIONS, concept=borrower)))) as bank:
        assert bank.resolve("gradient descent").slug == "gradient-descent"


@pytest.mark.parametrize("name", ["\ud800", "\udce9t\udce9", "\x00", ""])
def test_a_name_that_no_text_can_hold_is_not_found(bank: Index, name: str) -> None:
    assert bank.resolve(name).slug is None
    with pytest.raises(NotFound):
        bank.concept(name)
    assert bank.questions(topic=name) == ()
    assert search(bank, "attention", topic=name).hits == ()


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_string_resolves_to_something_or_nothing(shared_bank: Index, name: str) -> None:
    resolved = shared_bank.resolve(name)
    assert resolved.slug is None or not (resolved.ambiguous or resolved.suggestions)


@pytest.fixture(scope="module")
def shared_bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(build(tmp_path_factory.mktemp("cache") / "index.db")) as opened:
        yield opened


# --- freshness and damage -------------------------------------------------------------------------------------------


def test_stamps_are_kept(path: Path) -> None:
    found = index.read_stamps(path, key="small")
    assert found is not None
    assert found["small", "basics/softmax.yaml"] == stamps()["small"][1]
    assert len(found) == len(PARTS)


def test_a_missing_index_has_no_stamps(tmp_path: Path) -> None:
    assert index.read_stamps(tmp_path / "nothing.db", key="small") is None
    assert index.read_stamps(tmp_path, key="small") is None


def test_an_index_of_another_version_is_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_file, "FORMAT", index_file.FORMAT + 1)
    assert index.read_stamps(path, key="small") is None
    monkeypatch.undo()
    monkeypatch.setattr(index_file, "__version__", "99")
    assert index.read_stamps(path, key="small") is None


def damage(path: Path, how: str) -> None:
    raw = path.read_bytes()
    match how:
        case "empty":
            path.write_bytes(b"")
        case "text":
            path.write_text("not a database")
        case "half":
            path.write_bytes(raw[: len(raw) // 2])
        case "one byte short":
            path.write_bytes(raw[:-1])
        case "longer":
            path.write_bytes(raw + b"\0" * 4096)
        case "no tables":
            path.unlink()
            connection = sqlite3.connect(path)
            connection.execute("create table meta (key text, value text)")
            connection.commit()
            connection.close()
        case _:
            raise AssertionError(how)


@pytest.mark.parametrize("how", ["empty", "text", "half", "one byte short", "longer", "no tables"])
def test_a_damaged_index_is_none_and_can_be_built_again(path: Path, how: str) -> None:
    damage(path, how)
    assert index.read_stamps(path, key="small") is None
    with pytest.raises(IndexDamaged):
        Index.open(path)
    with pytest.raises(IndexDamaged):
        index.update(path, [HEAD], [SOFTMAX], [], stamps(), key="small")
    build(path)
    with Index.open(path) as bank:
        assert bank.concept("softmax") == SOFTMAX.concept


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_overwritten_bytes_are_damage_or_harmless(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = build(tmp_path_factory.mktemp("cache") / "index.db")
    raw = bytearray(path.read_bytes())
    start = data.draw(st.integers(0, len(raw) - 1))
    garbage = data.draw(st.binary(min_size=1, max_size=5000))[: len(raw) - start]
    raw[start : start + len(garbage)] = garbage
    path.write_bytes(raw)
    try:
        with Index.open(path) as bank:
            bank.stamps(), bank.concepts(), bank.questions(), bank.snippets()
            bank.concept("softmax"), bank.question("softmax/sum"), bank.items(), bank.errata()
            search(bank, "attention")
    except (IndexDamaged, NotFound):
        build(path)
        with Index.open(path) as bank:
            assert len(bank.concepts()) == len(PARTS)


# --- building and updating ------------------------------------------------------------------------------------------


def everything(path: Path) -> dict[str, object]:
    """All that can be read from an index, and what searches say."""
    with Index.open(path) as bank:
        return {
            "topics": bank.topics(),
            "concepts": [(row, bank.concept(row.slug)) for row in bank.concepts()],
            "questions": [(row, bank.question(row.id)) for row in bank.questions()],
            "snippets": [(row, bank.snippet(row.name)) for row in bank.snippets()],
            "requires": bank.requires(),
            "stamps": bank.stamps(),
            "names": [bank.resolve(name) for name in ("MHA", "learning rate", "atention", "注意力", "no such thing")],
            "found": [
                search(bank, q) for q in ("attention", "注意力", "heads", "softmx", "the order", "剪", "print", "x")
            ],
        }


EDITED = (
    changed(ATTENTION, summary=Text("Pruning and quantization of attention.", "注意力的剪枝与量化。")),
    replace(SOFTMAX, questions=SOFTMAX.questions[:1], snippets=()),
    replace(MULTI_HEAD, concept=replace(MULTI_HEAD.concept, topic="basics", level=5, requires=())),
    changed(GRADIENT, name=Text("Steepest descent", "最速下降")),
    POSITIONS,
)


@given(st.lists(st.sampled_from(PARTS), unique_by=lambda p: p.path), st.data())
@settings(max_examples=25, deadline=None)
def test_update_leaves_what_build_would(
    tmp_path_factory: pytest.TempPathFactory, before: list[Part], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    path = build(folder / "updated.db", before)
    state = {part.path: part for part in before}
    for _ in range(data.draw(st.integers(1, 3))):
        changed_parts = data.draw(st.lists(st.sampled_from(PARTS + EDITED), unique_by=lambda p: p.path))
        gone = data.draw(st.lists(st.sampled_from(sorted(state)), unique=True)) if state else []
        gone = [file for file in gone if file not in {part.path for part in changed_parts}]
        slugs = {part.concept.slug: part.path for part in changed_parts}
        # A concept that moved to another file takes its old one with it.
        gone += [f for f, p in state.items() if slugs.get(p.concept.slug, f) != f and f not in gone]
        state = {file: part for file, part in state.items() if file not in gone}
        state |= {part.path: part for part in changed_parts}
        index.update(
            path, [HEAD], changed_parts, [("small", file) for file in gone], stamps(state.values()), key="small"
        )
    fresh = build(folder / "fresh.db", data.draw(st.permutations(sorted(state.values(), key=lambda p: p.path))))
    assert everything(path) == everything(fresh)


def test_a_question_may_move_to_another_file(path: Path) -> None:
    moved = replace(SOFTMAX.questions[0], id="gradient-descent/sum", concept="gradient-descent")
    taker = replace(GRADIENT, questions=(moved,))
    giver = replace(SOFTMAX, questions=SOFTMAX.questions[1:])
    index.update(path, [HEAD], [taker, giver], [], stamps(), key="small")
    with Index.open(path) as bank:
        assert [row.id for row in bank.questions(topic="basics")] == ["gradient-descent/sum", "softmax/prints"]


def test_a_failing_build_leaves_the_old_index_and_no_litter(path: Path) -> None:
    def breaking() -> Iterator[Part]:
        yield SOFTMAX
        raise RuntimeError("the disk is gone")

    with pytest.raises(RuntimeError, match="the disk"):
        index.build(path, [HEAD], breaking(), stamps(), key="small")
    with pytest.raises(RuntimeError, match="the disk"):
        index.update(path, [HEAD], breaking(), [], stamps(), key="small")
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    with Index.open(path) as bank:
        assert len(bank.concepts()) == len(PARTS)


def test_a_reader_keeps_what_it_opened(path: Path) -> None:
    with Index.open(path) as bank:
        index.update(path, [HEAD], [], [("small", SOFTMAX.path)], stamps(), key="small")
        assert bank.concept("softmax") == SOFTMAX.concept
    with Index.open(path) as bank, pytest.raises(NotFound):
        bank.concept("softmax")


def _build_many(path: str) -> None:
    for _ in range(5):
        build(Path(path))


def test_processes_that_build_at_once_leave_a_whole_index(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    builders = [context.Process(target=_build_many, args=(os.fspath(path),)) for _ in range(3)]
    for builder in builders:
        builder.start()
    while any(builder.is_alive() for builder in builders):
        with Index.open(path) as bank:
            assert len(bank.questions()) == 10
    assert [builder.exitcode for builder in builders] == [0, 0, 0]
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def _build_on_a_full_disk(path: str) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    try:
        build(Path(path))
    except OSError:
        os._exit(7)


def test_a_full_disk_is_an_os_error_and_leaves_the_old_index(path: Path) -> None:
    builder = multiprocessing.get_context("spawn").Process(target=_build_on_a_full_disk, args=(os.fspath(path),))
    builder.start()
    builder.join()
    assert builder.exitcode == 7
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    with Index.open(path) as bank:
        assert len(bank.concepts()) == len(PARTS)


def test_progress_is_told_part_by_part(tmp_path: Path) -> None:
    told: list[int] = []
    index.build(tmp_path / "i.db", [HEAD], iter(PARTS), stamps(), key="small", progress=told.append)
    assert told == [1, 2, 3, 4, 5]


def test_an_empty_bank_is_an_index_too(tmp_path: Path) -> None:
    with Index.open(build(tmp_path / "i.db", ())) as bank:
        assert bank.concepts() == ()
        assert search(bank, "attention").hits == ()
        assert bank.resolve("attention").suggestions == ()
