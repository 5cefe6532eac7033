"""How lines are laid out."""

import pytest

from llmtutor.model import Text
from llmtutor.render.page import Page
from llmtutor.render.styles import STRONG


def lines(page: Page) -> list[str]:
    return [line.plain for line in page.lines]


def test_lines_hang_from_their_lead() -> None:
    page = Page("en", 20)
    page.line("one two three four five", lead="1  ")
    assert lines(page) == ["1  one two three", "   four five"]


def test_a_lead_that_leaves_no_room_stands_alone() -> None:
    page = Page("en", 20)
    page.line("meaning", lead="a-very-long-label: ")
    assert lines(page) == ["a-very-long-label:", "  meaning"]


def test_there_is_air_once_and_never_at_the_top() -> None:
    page = Page("en", 20)
    page.blank()
    page.line("x")
    page.blank()
    page.blank()
    page.line("y")
    assert lines(page) == ["x", "", "y"]


def test_pieces_are_not_parted() -> None:
    page = Page("zh", 22)
    page.flow(["10 道题", "7 道答对", "4 分 12 秒"])
    assert lines(page) == ["10 道题 · 7 道答对", "4 分 12 秒"]


def test_what_stands_aside_goes_below_where_there_is_no_room() -> None:
    wide, narrow = Page("en", 30), Page("en", 20)
    for page in (wide, narrow):
        page.heading("Softmax", aside=["level 2", "matching"])
    assert lines(wide) == ["Softmax     level 2 · matching"]
    assert lines(narrow) == ["Softmax", "level 2 · matching"]


def test_columns_are_aligned_by_cells() -> None:
    page = Page("zh", 40)
    page.table([["注意力", "12"], ["ab", "3"]], head=["名称", "题"], numbers=(1,))
    assert lines(page) == ["名称     题", "注意力   12", "ab        3"]


def test_the_widest_column_folds_before_a_row_becomes_a_paragraph() -> None:
    page = Page("en", 40)
    page.table([["a name of five short words altogether", "slug"]])
    assert lines(page) == ["a name of five short words          slug", "altogether"]
    page = Page("en", 24)
    page.table([["a name of five short words altogether", "slug"]])
    assert lines(page) == ["a name of five short", "words altogether", " slug"]


def test_a_row_keeps_its_line_in_a_pipe() -> None:
    page = Page("en", 40, folds=False)
    page.table([["a name of five short words altogether", "slug"]])
    assert lines(page) == ["a name of five short words altogether   slug"]


@pytest.mark.parametrize(("width", "indent"), [(80, 6), (40, 3), (12, 4)])
def test_less_is_indented_where_there_is_less_room(width: int, indent: int) -> None:
    page = Page("en", width)
    page.line("x", indent=6 if width > 12 else 20)
    assert lines(page) == [" " * indent + "x"]


def test_a_style_does_not_spread_to_what_follows() -> None:
    page = Page("en", 40)
    both = page.clean("1  ", STRONG) + page.clean("text")
    assert [(span.start, span.end) for span in both.spans] == [(0, 3)]


def test_code_between_backticks_stands_out_only_in_pairs() -> None:
    page = Page("en", 40, coloured=True)
    assert page.inline("use `x` now").plain == "use x now"
    assert page.inline("a ` alone").plain == "a ` alone"
    assert Page("en", 40).inline(Text("use `x`", "")).plain == "use `x`"
