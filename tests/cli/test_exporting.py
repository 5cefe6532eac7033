"""--export: what was seen, as a file; whole or not at all."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ..conftest import Program


@pytest.mark.parametrize("words", [("explain", "addition"), ("search", "addition"), ("stats",), ("run", "addition")])
@pytest.mark.parametrize("form", ["svg", "html", "txt"])
def test_what_was_seen_is_in_the_file(words: tuple[str, ...], form: str, tiny: Program, tmp_path: Path) -> None:
    ran = tiny(*words, "--export", f"page.{form}")
    assert (ran.code, "page." in ran.err) == (0, True), ran.err
    content = (tmp_path / f"page.{form}").read_text("utf-8")
    assert "http" not in re.sub(r"http://www.w3.org/\S+|https?://www.textualize.io\S*", "", content)
    if form == "svg":
        content = "".join(ElementTree.fromstring(content).itertext())
    plain = re.sub(r"<[^>]*>|&#\w+;|\s", "", content.replace("\u00a0", " "))
    for word in re.findall(r"\w{6,}", ran.out):
        assert word in plain


def test_a_text_is_what_a_pipe_gets(tiny: Program, tmp_path: Path) -> None:
    env = {"COLUMNS": "60"}
    tiny("explain", "addition", "--export", "page.txt", "--lang", "zh", env=env)
    lines = (tmp_path / "page.txt").read_text("utf-8").splitlines()
    assert all(line == line.rstrip() for line in lines)
    assert any("加法" in line for line in lines)


def test_json_stays_alone_on_stdout(tiny: Program, tmp_path: Path) -> None:
    ran = tiny("explain", "addition", "--json", "--export", "page.svg")
    assert ran.document["kind"] == "concept"
    assert ran.err == ""
    assert (tmp_path / "page.svg").exists()


@pytest.mark.parametrize(("name", "code"), [("page.pdf", 2), ("page", 2), ("no-such-folder/page.svg", 5)])
def test_what_cannot_be_written_is_said(name: str, code: int, tiny: Program, tmp_path: Path) -> None:
    ran = tiny("explain", "addition", "--export", name)
    assert ran.code == code
    assert name in ran.err
    assert not list(tmp_path.glob("*page*"))


def test_an_old_file_is_replaced_and_nothing_else_is_left(tiny: Program, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("old", "utf-8")
    tiny("search", "addition", "--export", "page.txt")
    assert "old" not in (tmp_path / "page.txt").read_text("utf-8")
    assert [path.name for path in tmp_path.glob("*page*")] == ["page.txt"]
    assert not list(tmp_path.glob(".page*"))
