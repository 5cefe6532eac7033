"""When, and how long, in words."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtutor.model import Text
from llmtutor.render.moments import duration, since, stamp, until

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ahead", "said"),
    [
        (timedelta(seconds=10), Text("now", "现在")),
        (timedelta(days=-3), Text("now", "现在")),
        (timedelta(seconds=40), Text("in 1 minute", "1 分钟后")),
        (timedelta(minutes=10), Text("in 10 minutes", "10 分钟后")),
        (timedelta(minutes=59, seconds=40), Text("in 1 hour", "1 小时后")),
        (timedelta(hours=23), Text("in 23 hours", "23 小时后")),
        (timedelta(hours=23, minutes=40), Text("in 1 day", "1 天后")),
        (timedelta(days=3, hours=2), Text("in 3 days", "3 天后")),
        (timedelta(days=59), Text("in 59 days", "59 天后")),
        (timedelta(days=61), Text("in 2 months", "2 个月后")),
        (timedelta(days=800), Text("in 2 years", "2 年后")),
    ],
)
def test_until(ahead: timedelta, said: Text) -> None:
    assert until(NOW + ahead, NOW) == said


def test_since() -> None:
    assert since(NOW - timedelta(minutes=2), NOW) == Text("2 minutes ago", "2 分钟前")
    assert since(NOW - timedelta(days=1), NOW) == Text("1 day ago", "1 天前")


def test_a_clock_that_was_set_back_is_no_future() -> None:
    assert since(NOW + timedelta(hours=5), NOW) == Text("just now", "刚刚")


def test_zones_do_not_matter() -> None:
    east = timezone(timedelta(hours=8))
    assert until((NOW + timedelta(days=3)).astimezone(east), NOW).en == "in 3 days"
    assert stamp(NOW.astimezone(east)).en == "2026-11-24 09:30 UTC"


def test_without_a_clock_the_date_is_told() -> None:
    assert until(NOW, None) == since(NOW, None) == Text("2026-11-24 09:30 UTC", "2026-11-24 09:30 UTC")


@pytest.mark.parametrize(
    ("milliseconds", "said"),
    [
        (0, Text("0.0 s", "0.0 秒")),
        (212, Text("0.2 s", "0.2 秒")),
        (12_400, Text("12 s", "12 秒")),
        (59_700, Text("1 min 0 s", "1 分 0 秒")),
        (252_000, Text("4 min 12 s", "4 分 12 秒")),
        (3_720_000, Text("1 h 2 min", "1 小时 2 分")),
    ],
)
def test_duration(milliseconds: int, said: Text) -> None:
    assert duration(milliseconds) == said


@given(st.integers(31, 10**9), st.integers(0, 10**9))
def test_later_is_never_said_to_be_sooner(first: int, more: int) -> None:
    """The numbers grow within a unit, and the units follow each other."""
    units = ["minute", "hour", "day", "month", "year"]

    def rank(seconds: int) -> tuple[int, int]:
        _, count, unit = until(NOW + timedelta(seconds=seconds), NOW).en.replace(",", "").split()
        return units.index(unit.rstrip("s")), int(count)

    assert rank(first) <= rank(first + more)
