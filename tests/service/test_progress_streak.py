"""The streak, day by day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmtutor.learn.memory import trace
from llmtutor.model import Event, Grade
from llmtutor.service.practice_memory import credit_by, recall
from llmtutor.service.progress import standing
from llmtutor.service.progress_stats import collect_stats
from llmtutor.service.progress_streak import FAIR_SHARE, Days, find_streak
from llmtutor.service.settings import change_setting
from llmtutor.store.journal import Journal
from llmtutor.views.learning import StreakView
from llmtutor.workspace import Workspace

from .learning_bank import QUESTIONS, START, Person

ONE, OTHER = QUESTIONS[0], QUESTIONS[3]


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path / "home")


def due_day(person: Person, question: str) -> float:
    """When a question is due, in days since the start."""
    with person.workspace.journal(create=True) as journal:
        memories = recall(journal, person.workspace.settings, person.now, keep=False)
    return (memories[question].due - START).total_seconds() / 86_400


def streak(person: Person) -> StreakView:
    view = collect_stats(person.workspace).streak
    assert view.days == standing(person.workspace).streak
    return view


def test_nobody_has_a_streak_before_the_first_answer(person: Person) -> None:
    assert streak(person) == StreakView(0, "free", 0)


def test_a_first_answer_makes_a_day_and_days_with_nothing_due_end_nothing(person: Person) -> None:
    person.answer(ONE)
    assert streak(person) == StreakView(1, "done", 0)
    due = int(due_day(person, ONE))
    assert due >= 2
    for day in range(1, due + 1):
        person.day = day
        assert streak(person) == StreakView(1, "free", 0)
    # On the day after it fell due, it was there when the day began.
    person.day = due + 1
    assert streak(person) == StreakView(1, "open", 1)
    person.answer(ONE)
    assert streak(person) == StreakView(2, "done", 0)


def test_a_wrong_answer_to_what_is_due_is_done_as_well(person: Person) -> None:
    person.answer(ONE)
    person.day = int(due_day(person, ONE)) + 1
    assert streak(person).today == "open"
    person.answer(ONE, Grade.AGAIN)
    assert streak(person) == StreakView(2, "done", 0)


def test_a_day_on_which_what_was_due_was_left_ends_it(person: Person) -> None:
    person.answer(ONE)
    person.day = int(due_day(person, ONE)) + 2
    assert streak(person) == StreakView(0, "open", 1)
    person.answer(OTHER)
    assert streak(person) == StreakView(0, "open", 1)
    person.answer(ONE)
    assert streak(person) == StreakView(1, "done", 0)


def test_a_pause_ends_nothing_and_counts_only_what_was_done_in_spite_of_it(person: Person) -> None:
    person.answer(ONE)
    first = int(due_day(person, ONE)) + 1
    person.day = first + 5
    assert streak(person).days == 0
    change_setting(person.workspace, "pauses", f"2026-11-{2 + first:02}/2026-11-{2 + first + 4:02}")
    person.workspace = Workspace(person.workspace.environ, clock=lambda: person.now)
    assert streak(person) == StreakView(1, "open", 1)
    person.day = first + 4
    assert streak(person) == StreakView(1, "paused", 0)
    person.answer(OTHER)
    assert streak(person) == StreakView(1, "paused", 0)
    person.answer(ONE)
    assert streak(person) == StreakView(2, "done", 0)


def test_undo_and_import_change_it_as_if_it_had_always_been_so(person: Person, tmp_path: Path) -> None:
    person.answer(ONE)
    due = int(due_day(person, ONE)) + 1
    person.day = due
    answer = person.answer(ONE)
    assert streak(person).days == 2
    person.day = due + 1
    person.take_back(answer)
    assert streak(person).days == 0
    other = Person(tmp_path / "other")
    other.day = due
    other.answer(ONE)
    person.import_from(other)
    assert streak(person).days == 2


def test_the_kept_streak_is_what_counting_all_of_it_gives(person: Person) -> None:
    """Day after day, with two that are missed; kept in the cache, which may be gone, damaged or of another home."""
    kept = person.workspace.cache_dir / "streak.json"
    for person.day in range(12):
        if person.day not in (6, 7):
            for question in QUESTIONS:
                person.answer(question, Grade.AGAIN)  # all of it is due again tomorrow
        streak(person)  # compares the two
        if person.day == 8:
            kept.write_text("{")
        if person.day == 10:
            kept.unlink()
    assert streak(person).days == 4
    assert '"day": "2026-11-12"' in kept.read_text()


def test_a_kept_streak_costs_no_look_at_older_days(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    for person.day in range(9):
        person.answer(ONE)
    days = standing(person.workspace).streak
    assert days == 9
    asked: list[datetime] = []
    since = Journal.since

    def watched(journal: Journal, at: datetime) -> list[Event]:
        asked.append(at)
        return since(journal, at)

    monkeypatch.setattr(Journal, "since", watched)
    assert standing(person.workspace).streak == days
    assert asked == [person.now - timedelta(days=1)]


def test_a_backlog_asks_for_a_fair_share_only() -> None:
    assert FAIR_SHARE == 30


def test_the_daily_limit_bounds_what_a_day_asks_for(person: Person) -> None:
    for question in QUESTIONS:
        person.answer(question)
    person.day = 9
    assert streak(person) == StreakView(0, "open", 6)
    change_setting(person.workspace, "due_per_day", "2")
    person.workspace = Workspace(person.workspace.environ, clock=lambda: person.now)
    assert streak(person).left == 2
    person.answer(QUESTIONS[0])
    person.answer(QUESTIONS[1])
    assert streak(person) == StreakView(1, "done", 0)


def test_an_answer_under_a_date_long_gone_costs_no_time(person: Person) -> None:
    person.answer(ONE)
    person.answer(OTHER, at=datetime(1, 1, 1, tzinfo=UTC))
    assert streak(person) == StreakView(0, "open", 1)


_DAYS = st.lists(st.tuples(st.integers(0, 60), st.sampled_from(QUESTIONS), st.sampled_from(list(Grade))), max_size=25)


@settings(deadline=None, max_examples=60)
@given(_DAYS, st.integers(0, 70))
def test_looking_back_step_by_step_finds_what_looking_at_everything_does(
    tmp_path_factory: pytest.TempPathFactory, happened: list[tuple[int, str, Grade]], today: int
) -> None:
    person = Person(tmp_path_factory.mktemp("home"))
    answers = []
    for person.day, question, grade in sorted(happened):
        answers.append(person.make_answer(question, grade))
    person.keep(*answers)
    person.day = today
    at, chosen = person.now, person.workspace.settings
    with person.workspace.journal(create=True) as journal, person.workspace.index() as index:
        memories = recall(journal, chosen, at, keep=False)
        edges = credit_by(index, chosen)
        everything = trace([event for _, event in journal.events()], chosen.desired_retention, until=at)
        whole = Days(memories, everything, QUESTIONS, edges, chosen).count(at)
        assert find_streak(journal, memories, QUESTIONS, edges, chosen, at) == whole
    assert whole is not None
    assert whole.days <= len({day for day, *_ in happened if day <= today})
