"""Days as pictures: what falls due, as bars, and a year of answers, a column a week. Read aloud, they are sentences.

The shades differ in their pattern, not in their colour.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from rich.cells import cell_len
from rich.text import Text as Styled

from ...views.learning import DayView, ForecastDay
from ..page import INDENT, Page, Piece
from ..styles import QUIET
from ..words import stats as words

DAYS_SHOWN = 7
_WEEKS = 53
_BAR = 30
_SHADES = "·░▒▓█"
_DAY = timedelta(days=1)


# --- What falls due -------------------------------------------------------------------------------------------------


def draw_forecast(page: Page, forecast: Sequence[ForecastDay]) -> None:
    """The next days one by one, those after them together."""
    page.section(words.AHEAD)
    if not any(day.due for day in forecast):
        page.line(words.NOTHING_AHEAD, style=QUIET, indent=INDENT)
        return
    shown = forecast[:DAYS_SHOWN]
    most = max((day.due for day in shown), default=0)
    rows: list[list[Piece]] = []
    for number, day in enumerate(shown):
        bar = "" if page.linear or most <= 0 else "▇" * min(_BAR, -(-day.due * min(_BAR, page.measure // 3) // most))
        rows.append([words.DAY_TODAY if number == 0 else day.day[5:] or day.day, f"{day.due:,}", page.clean(bar)])
    page.table(rows, numbers=(1,), indent=INDENT)
    if later := sum(day.due for day in forecast[DAYS_SHOWN:]):
        page.line(words.LATER.of(later), style=QUIET, indent=INDENT)


# --- A year of answers ----------------------------------------------------------------------------------------------


def draw_calendar(page: Page, days: Sequence[DayView], today: str) -> None:
    """A column a week, a row a weekday, as many weeks as there is room for; read aloud, the last days in words."""
    end = _read(today)
    answers = {day: each.answers for each in days if (day := _read(each.day)) is not None}
    if end is None or not answers:
        return
    page.section(words.CALENDAR)
    if page.linear:
        for each in days[-DAYS_SHOWN:]:
            count = words.ANSWERS_COUNT.of(each.answers)
            page.line(words.ON_DAY.fill(day=each.day, answers=count), indent=INDENT)
        return
    labels = {row: page.say(words.WEEKDAYS[row]) for row in (0, 2, 4)}
    column = max(map(cell_len, labels.values())) + 1
    room = min(page.measure - page.margin(INDENT) - column, _WEEKS)
    monday = end - end.weekday() * _DAY
    mondays = [monday - 7 * number * _DAY for number in reversed(range(room)) if monday.toordinal() > 7 * number]
    most = max((count for day, count in answers.items() if mondays[0] <= day <= end), default=0)
    page.line(_months(page, mondays), lead=page.clean(" " * column), indent=INDENT, style=QUIET)
    for row in range(7):
        label = labels.get(row, "")
        lead = page.clean(label + " " * (column - cell_len(label)), QUIET)
        cells = [_shade(answers, first + row * _DAY, end, most) for first in mondays]
        page.line("".join(cells), lead=lead, indent=INDENT)
    page.blank()
    page.line(words.LEGEND.fill(shades=" ".join(_SHADES), most=f"{most:,}"), style=QUIET, indent=INDENT)


def _shade(answers: Mapping[date, int], day: date, end: date, most: int) -> str:
    """Nothing, or a quarter more with each shade; a day that has not come is left free."""
    if day > end:
        return " "
    count = answers.get(day, 0)
    if count <= 0 or most <= 0:
        return _SHADES[0]
    return _SHADES[min(4, -(-4 * count // most))]


def _months(page: Page, mondays: Sequence[date]) -> Styled:
    """Names of months over the weeks in which they begin, as far as there is room between them."""
    line = ""
    for place, monday in enumerate(mondays):
        begins = place == 0 or monday.month != mondays[place - 1].month
        if begins and (not line or cell_len(line) < place):
            name = page.say(words.MONTHS[monday.month]).replace(" ", "")
            if place + cell_len(name) <= len(mondays):
                line += " " * (place - cell_len(line)) + name
    return page.clean(line or " ")


def _read(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
