"""Every screen as a text file under `snapshots/`, at 40, 80 and 100 columns in both languages; and what holds for all.

To renew the files after a change that was meant, look at each, and commit them:

    LLMTUTOR_RENEW_SNAPSHOTS=1 python -m pytest tests/render/test_screens.py
"""

import io
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from sample_concept import SNIPPET
from sample_quiz import NOW
from sample_views import SCENES, VIEWS
from view_strategies import KINDS, views

from llmtutor.model import LANGS, Lang
from llmtutor.render.as_rich import DRAWN_BY, Screen
from llmtutor.render.visible import visible

SNAPSHOTS = Path(__file__).parent / "snapshots"
RENEW = bool(os.environ.get("LLMTUTOR_RENEW_SNAPSHOTS"))
WIDTHS = (40, 80, 100)
STYLED = ("question-multiple-chosen", "verdict-wrong", "search", "concept")
SGR = re.compile(r"\x1b\[[0-9;]*m")
CONTROLS = "\n\t\r\x00\x07\x08\x1b\x7f\x85\x9b\u200b\u200d\u202e\u2066\u2028\ufeff\ud800"
HOSTILE = st.text(st.sampled_from("a b注意，。（） [/]:`*_|<&#é\u0301⚠️" + CONTROLS), max_size=30)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def seen(
    draw: Callable[[Screen], None], lang: Lang, width: int | None, *, terminal: bool = True, **environ: str
) -> str:
    """What `draw` leaves on a stream."""
    out = Terminal() if terminal else io.StringIO()
    draw(Screen(lang, stdout=out, stderr=out, environ=environ, width=width, now=NOW))
    return out.getvalue()


def plain(name: str, lang: Lang, width: int, **environ: str) -> list[str]:
    return seen(SCENES[name], lang, width, TERM="dumb", **environ).splitlines()


def compare(name: str, drawn: str) -> None:
    path = SNAPSHOTS / f"{name}.txt"
    if RENEW:
        path.write_text(drawn, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == drawn


@pytest.mark.parametrize("name", SCENES)
def test_it_looks_as_it_did(name: str) -> None:
    drawn = [
        f"=== {lang} {width}\n{seen(SCENES[name], lang, width, TERM='dumb')}" for lang in LANGS for width in WIDTHS
    ]
    compare(name, "".join(drawn))


@pytest.mark.parametrize("name", STYLED)
def test_its_styles_are_as_they_were(name: str) -> None:
    colour = seen(SCENES[name], "en", 80, TERM="xterm")
    weight = seen(SCENES[name], "en", 80, TERM="xterm", NO_COLOR="1")
    compare(f"{name}.styled", f"=== colour\n{colour}=== NO_COLOR\n{weight}".replace("\x1b", "␛"))
    assert SGR.sub("", colour) == SGR.sub("", weight)
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", weight)


def test_every_snapshot_is_of_a_screen() -> None:
    kept = {path.stem for path in SNAPSHOTS.glob("*.txt")}
    assert kept == set(SCENES) | {f"{name}.styled" for name in STYLED}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [20, 40, 80, 100, 200])
@pytest.mark.parametrize("name", SCENES)
def test_it_fits(name: str, width: int, lang: Lang) -> None:
    for accessible in ("", "1"):
        for line in plain(name, lang, width, ACCESSIBLE=accessible):
            assert cell_len(line) <= width
            assert line == line.rstrip()
            assert not line.endswith(("…", "...")) or "…" in SNIPPET.code


@pytest.mark.parametrize("name", SCENES)
def test_prose_is_never_wider_than_reads_well(name: str) -> None:
    if name != "schema":
        assert all(cell_len(line) <= 110 for line in plain(name, "en", 250))


@pytest.mark.parametrize("name", SCENES)
def test_for_a_screen_reader_nothing_is_drawn(name: str) -> None:
    text = "\n".join(plain(name, "en", 80, ACCESSIBLE="1"))
    assert not re.search(r"[✓✗•◦›↪─-╿■-◿]|\[[x ]\]|__\d__", text)


@pytest.mark.parametrize("name", SCENES)
def test_colour_says_nothing_by_itself(name: str) -> None:
    """Without styles the same characters are there, but for the backticks of code, which then stay."""
    coloured = SGR.sub("", seen(SCENES[name], "en", 80, TERM="xterm"))
    assert re.sub(r"[`\s]", "", coloured) == re.sub(r"[`\s]", "", "".join(plain(name, "en", 80)))


def test_right_and_wrong_begin_with_a_word() -> None:
    begins = {
        (name, lang): next(line for line in plain(name, lang, 80) if line.startswith(("✓", "✗", "~")))
        for name in ("verdict-right", "verdict-wrong", "verdict-partly")
        for lang in LANGS
    }
    assert list(begins.values()) == [
        "✓ Right", "✓ 正确", "✗ Not quite", "✗ 不对", "~ Partly right · 50 %", "~ 部分正确 · 50%"
    ]  # fmt: skip


def test_a_verdict_tells_the_reason_of_the_choice_then_the_right_one_then_why_then_when() -> None:
    told = " ".join(" ".join(plain("verdict-wrong", "en", 80)).split())
    places = [
        told.index(part)
        for part in (
            "Not quite",
            "✗ 1 A softmax over all topics, taking every topic above 0.5 The probabilities sum to 1",
            "✓ 2 One sigmoid per topic Each topic is its own",
            "Softmax models exactly one class",
            "It comes again in this session",
        )
    ]
    assert places == sorted(places)


def test_a_question_holds_no_answer() -> None:
    for name in SCENES:
        if name.startswith("question-"):
            assert "why" not in " ".join(plain(name, "en", 100)).lower().replace("why is the dot", "")


def test_matching_stands_side_by_side_only_where_there_is_room() -> None:
    wide = "\n".join(plain("question-matching", "en", 80))
    narrow = "\n".join(plain("question-matching", "en", 40))
    assert re.search(r"1  queries +A  the sequence", wide)
    assert not re.search(r"1  queries +A", narrow)


# --- Pipes ------------------------------------------------------------------------------------------------------------


def test_a_snippet_leaves_as_it_is_when_it_is_piped() -> None:
    assert seen(SCENES["snippet"], "en", None, terminal=False) == SNIPPET.code


def test_problems_keep_to_one_line_when_they_are_piped() -> None:
    first = seen(SCENES["bank-check"], "en", None, terminal=False, COLUMNS="40").splitlines()[0]
    assert first == (
        "questions/foundations/softmax.yaml:12:5: missing-prerequisite no concept is called neural-network"
    )


@pytest.mark.parametrize("name", SCENES)
def test_a_pipe_gets_no_escapes_and_no_trailing_spaces(name: str) -> None:
    text = seen(SCENES[name], "zh", None, terminal=False, TERM="xterm")
    assert "\x1b" not in text
    assert all(line == line.rstrip() for line in text.splitlines())


# --- Any view, any text -----------------------------------------------------------------------------------------------


def test_every_document_has_a_screen() -> None:
    assert set(KINDS) == set(DRAWN_BY) | {"verdict", "key", "shown"}


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_no_text_drives_the_terminal_or_overflows_it(kind: str, data: st.DataObject) -> None:
    view = data.draw(views(kind, HOSTILE))
    lang, width = data.draw(st.sampled_from(LANGS)), data.draw(st.integers(20, 120))
    environ = data.draw(st.sampled_from([{"TERM": "xterm"}, {"TERM": "dumb"}, {"ACCESSIBLE": "1"}]))
    drawn = SGR.sub("", seen(lambda screen: screen.show(view), lang, width, **environ))
    assert visible(drawn) == drawn
    for line in drawn.split("\n"):
        assert cell_len(line) <= width


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_markup_of_rich_is_shown_as_it_is_written(kind: str, data: st.DataObject) -> None:
    text = "[b]XYZ[/b]"
    drawn = seen(lambda screen: screen.show(data.draw(views(kind, st.just(text)))), "en", 200, TERM="xterm")
    characters = re.sub(r"[\s↪]", "", SGR.sub("", drawn))
    assert characters.count("XYZ") == characters.count(text)


@pytest.mark.parametrize("name", VIEWS)
def test_what_is_missing_is_never_told_as_none(name: str) -> None:
    assert not re.search(r"\bNone\b", "\n".join(plain(name, "en", 100)))
