"""The index follows the bank's files, whatever happens to them or to the cache."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from llmtutor.errors import BankBroken, Usage
from llmtutor.model import Text
from llmtutor.service.upkeep import check
from llmtutor.workspace import Workspace, find_builtin

from ..conftest import BANKS

Make = Callable[..., Workspace]


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BANKS / "tiny", tmp_path / "bank"))


@pytest.fixture
def make(tmp_path: Path, bank: Path) -> Make:
    def make(*banks: Path, told: list[Text] | None = None) -> Workspace:
        environ = {"LLMTUTOR_HOME": str(tmp_path / "home")}
        names = tuple(map(str, banks or (bank,)))
        return Workspace(environ, banks=names, tell=(told if told is not None else []).append)

    return make


def slugs(workspace: Workspace) -> list[str]:
    with workspace.index() as index:
        return [row.slug for row in index.concepts()]


def rewrite(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    stat = path.stat()
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + 1_000_000))


def test_a_bank_is_read_in_teaching_order(make: Make) -> None:
    assert slugs(make()) == ["addition", "multiplication"]


def test_a_changed_file_is_read_again(make: Make, bank: Path) -> None:
    slugs(make())
    rewrite(bank / "basics/multiplication.yaml", "repeated addition.", "quick addition.")
    with make().index() as index:
        assert "quick" in index.concept("multiplication").summary.en
        assert index.concept("addition").name.zh == "加法"


def test_a_changed_program_is_read_again(make: Make, bank: Path) -> None:
    slugs(make())
    rewrite(bank / "basics/addition.py", "2 + 3", "3 + 2")
    with make().index() as index:
        assert "3 + 2" in index.snippet("addition").code


def test_a_new_and_a_removed_concept(make: Make, bank: Path) -> None:
    slugs(make())
    text = (bank / "basics/multiplication.yaml").read_text(encoding="utf-8")
    (bank / "basics/division.yaml").write_text(text.replace("concept: multiplication", "concept: division"))
    assert slugs(make()) == ["addition", "division", "multiplication"]
    (bank / "basics/division.yaml").unlink()
    assert slugs(make()) == ["addition", "multiplication"]


def test_an_update_that_breaks_the_graph_is_refused_and_mended(make: Make, bank: Path) -> None:
    slugs(make())
    rewrite(bank / "basics/addition.yaml", "concept: addition", "concept: addition\nrequires: [multiplication]")
    with pytest.raises(BankBroken) as caught:
        make().index()
    assert {problem.rule for problem in caught.value.problems} == {"CYCLE", "LEVEL"}
    rewrite(bank / "basics/addition.yaml", "\nrequires: [multiplication]", "")
    assert slugs(make()) == ["addition", "multiplication"]


def test_a_removed_prerequisite_is_noticed(make: Make, bank: Path) -> None:
    slugs(make())
    for path in bank.glob("basics/addition.*"):
        path.unlink()
    with pytest.raises(BankBroken) as caught:
        make().index()
    assert [problem.rule for problem in caught.value.problems] == ["REQUIRES"]


@pytest.mark.parametrize("damage", [b"", b"not a database", None])
def test_a_damaged_index_is_built_again(damage: bytes | None, make: Make) -> None:
    workspace = make()
    slugs(workspace)
    path = workspace.index_path
    path.write_bytes(path.read_bytes()[:5000] if damage is None else damage)
    assert slugs(make()) == ["addition", "multiplication"]


def test_where_the_cache_cannot_be_written_a_temporary_index_serves(make: Make, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file, where a folder should be")
    told: list[Text] = []
    assert slugs(make(told=told)) == ["addition", "multiplication"]
    assert len(told) == 1
    assert "temporary" in told[0].en


def test_two_banks_together_and_the_same_slug_twice(make: Make, bank: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(bank, tmp_path / "other"))
    rewrite(other / "bank.yaml", "bank: tiny", "bank: other")
    with pytest.raises(BankBroken) as caught:
        make(bank, other).index()
    assert {problem.rule for problem in caught.value.problems} == {"UNIQUE"}
    told = caught.value.problems[0]
    assert (told.where.file, str(bank / "basics/addition.yaml") in told.message.en) == (
        str(other / "basics/addition.yaml"),
        True,
    )
    assert f"--bank {bank} --bank {other}" in caught.value.hint.en
    first, second = check(make(bank, other))
    assert not first.problems
    assert [problem.rule for problem in second.problems] == ["UNIQUE", "UNIQUE"]
    assert str(bank) in second.problems[0].message.en
    for path in other.glob("basics/*"):
        if path.suffix == ".yaml":
            rewrite(path, "concept: ", "concept: my-")
            rewrite(path, "requires: [", "requires: [my-")
            rewrite(path, "program: ", "program: my-")
            rewrite(path, "snippet: ", "snippet: my-")
        path.rename(path.with_name(f"my-{path.name}"))
    workspace = make(bank, other)
    assert slugs(workspace) == ["addition", "my-addition", "multiplication", "my-multiplication"]
    with workspace.index() as index:
        assert index.bank_of("my-addition") == "other"


def test_a_folder_that_is_no_bank(make: Make, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(BankBroken, match=r"holds no bank\.yaml"):
        make(tmp_path / "empty").index()


def test_the_bank_that_comes_with_the_program() -> None:
    assert (find_builtin() / "bank.yaml").is_file()
    assert Workspace({}, banks=("builtin",)).roots == (find_builtin(),)


@pytest.mark.parametrize(
    "text",
    [
        "desired_retention = 2.0",
        "languag = 'en'",
        "language = 'fr'",
        "new_per_day = true",
        "= broken",
        "new_per_day = -1",
    ],
)
def test_bad_settings_are_told_not_ignored(text: str, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config/config.toml").write_text(text)
    with pytest.raises(Usage, match="is not a setting"):
        _ = Workspace({"LLMTUTOR_HOME": str(tmp_path)}).settings


def test_settings_and_their_defaults(tmp_path: Path) -> None:
    assert Workspace({"LLMTUTOR_HOME": str(tmp_path)}).settings.desired_retention == 0.9
    (tmp_path / "config").mkdir()
    (tmp_path / "config/config.toml").write_text("language = 'zh'\ndesired_retention = 0.85\n")
    assert Workspace({"LLMTUTOR_HOME": str(tmp_path)}).settings.desired_retention == 0.85


def test_the_clock_is_handed_in_and_kept_to_milliseconds() -> None:
    workspace = Workspace({}, clock=lambda: datetime(2026, 1, 2, 3, 4, 5, 678_912, tzinfo=UTC))
    assert workspace.clock() == datetime(2026, 1, 2, 3, 4, 5, 678_000, tzinfo=UTC)
