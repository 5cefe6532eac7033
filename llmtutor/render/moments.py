"""Times as people say them: "in 3 days", "3 天后", "4 min 12 s". `now` is always handed in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from ..model import Text
from .words import Counted
from .words import moments as words

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def until(due: datetime, now: datetime | None) -> Text:
    """How far `due` lies ahead; "now" if it has passed; the date itself where no `now` is known."""
    if now is None:
        return stamp(due)
    return _distance(
        due - now, words.NOW, (words.IN_MINUTES, words.IN_HOURS, words.IN_DAYS, words.IN_MONTHS, words.IN_YEARS)
    )


def since(past: datetime, now: datetime | None) -> Text:
    """How long ago `past` was; "just now" if it lies ahead, as after a clock was set back."""
    if now is None:
        return stamp(past)
    return _distance(
        now - past,
        words.JUST_NOW,
        (words.MINUTES_AGO, words.HOURS_AGO, words.DAYS_AGO, words.MONTHS_AGO, words.YEARS_AGO),
    )


def stamp(moment: datetime) -> Text:
    """Date and time in UTC, the same in both languages."""
    written = moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
    return Text(written, written)


def duration(milliseconds: int) -> Text:
    """How long something took, in the two largest units that count."""
    if milliseconds < 10_000:
        seconds = f"{milliseconds / 1000:.1f}"
        return words.SECONDS.fill(seconds=seconds)
    seconds_total = round(milliseconds / 1000)
    hours, rest = divmod(seconds_total, _HOUR)
    minutes, seconds_left = divmod(rest, _MINUTE)
    if hours:
        return words.HOURS_MINUTES.fill(hours=hours, minutes=minutes)
    if minutes:
        return words.MINUTES_SECONDS.fill(minutes=minutes, seconds=seconds_left)
    return words.SECONDS.fill(seconds=seconds_left)


def _distance(span: timedelta, near: Text, units: tuple[Counted, ...]) -> Text:
    minutes, hours, days, months, years = units
    seconds = span.total_seconds()
    if seconds < _MINUTE / 2:
        return near
    if round(seconds / _MINUTE) < 60:
        return minutes.of(max(1, round(seconds / _MINUTE)))
    if round(seconds / _HOUR) < 24:
        return hours.of(round(seconds / _HOUR))
    count = round(seconds / _DAY)
    if count < 60:
        return days.of(count)
    return months.of(round(count / 30.44)) if count < 730 else years.of(round(count / 365.25))
