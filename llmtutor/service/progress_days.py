"""Days as the learner lives them: from midnight to midnight where the computer is, as moments in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta


def day_of(at: datetime) -> tuple[datetime, datetime]:
    """When the day of `at` begins and when it ends. A day may have 23 or 25 hours."""
    midnight = at.astimezone().replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    # Without a zone `astimezone` looks up the offset of that very day.
    start, end = midnight.astimezone(UTC), (midnight + timedelta(days=1)).astimezone(UTC)
    return start, end


def date_of(at: datetime) -> date:
    """The learner's date at a moment."""
    try:
        return at.astimezone().date()
    except (OverflowError, ValueError):  # at the ends of the calendar there is no other zone
        return at.date()
