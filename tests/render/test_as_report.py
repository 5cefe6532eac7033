"""The report of an interview as Markdown: a file for each language, and nothing typed that is obeyed."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from sample_around import REPORT, VIEWS

from llmtutor.model import LANGS, Lang
from llmtutor.render.as_report import write

REPORTS = Path(__file__).parent / "reports"


@pytest.mark.parametrize("lang", LANGS)
def test_it_reads_as_it_did(lang: Lang) -> None:
    path = REPORTS / f"interview.{lang}.md"
    written = write(REPORT, lang)
    if os.environ.get("LLMTUTOR_RENEW_SNAPSHOTS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(written, "utf-8")
    assert path.read_text("utf-8") == written


def test_what_was_typed_is_shown_as_it_was_typed() -> None:
    hostile = "# no heading\n- no list\n<b>no</b> | *no* `no`\n\n> no"
    view = replace(REPORT, questions=(replace(REPORT.questions[1], given=hostile),))
    tokens = MarkdownIt().parse(write(view, "en"))
    headings = [token for token in tokens if token.type == "heading_open"]
    assert len(headings) == 4  # the title, by topic, the question, read again
    assert not any(token.type == "html_block" for token in tokens)
    inner = [child.type for token in tokens for child in token.children or ()]
    assert "html_inline" not in inner


def test_nothing_drives_the_terminal_that_shows_the_file() -> None:
    assert "\x1b" not in write(REPORT, "en")


def test_an_empty_interview_has_a_report() -> None:
    assert "Nothing was answered." in write(VIEWS["interview-empty"], "en")
