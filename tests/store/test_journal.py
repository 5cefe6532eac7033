"""The journal: append-only events, undo by retraction, union, backup, and the two things that may be lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmtutor.errors import JournalBroken, Usage
from llmtutor.model import Answered, Event, Grade, Graded, Memory, Placed, Retracted, Skipped
from llmtutor.store.journal import Journal, Unfinished
from llmtutor.store.journal_file import FORMAT, _migrate, migrations

START = datetime(2026, 11, 1, 8, tzinfo=UTC)


def answered(
    number: int, *, question: str = "softmax/q1", device: str = "here", session: str = "s", at: datetime | None = None
) -> Answered:
    return Answered(
        id=f"{device}-a{number}",
        device=device,
        at=at or START + timedelta(minutes=number),
        session=session,
        bank="builtin",
        question=question,
        digest="d",
        variant=number,
        response="B",
        right=True,
        score=1.0,
        grade=Grade.GOOD,
    )


def retracted(event: str, *, device: str = "here", session: str = "s", number: int = 0) -> Retracted:
    return Retracted(
        id=f"{device}-r{number}-{event}", device=device, at=START + timedelta(days=1), session=session, event=event
    )


def _in_memory() -> Journal:
    db = sqlite3.connect(":memory:", isolation_level=None)
    _migrate(db)
    return Journal(Path("memory"), db)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal.open(tmp_path / "journal.db", create=True) as opened:
        yield opened


def reopened(journal: Journal) -> Journal:
    journal.close()
    again = Journal.open(journal.path, create=False)
    assert again is not None
    return again


# --- Opening --------------------------------------------------------------------------------------------------------


def test_reading_never_creates_the_file(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "journal.db"
    assert Journal.open(path, create=False) is None
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_was_only_begun_counts_as_no_journal(tmp_path: Path) -> None:
    """As a kill leaves it between making the file and writing its first table."""
    path = tmp_path / "journal.db"
    path.touch()
    assert Journal.open(path, create=False) is None
    with Journal.open(path, create=True) as journal:
        journal.append(answered(1))
        assert journal.sequence == 1


def test_every_commit_waits_for_the_disk_and_readers_do_not_wait_for_writers(journal: Journal) -> None:
    assert journal._db.execute("pragma journal_mode").fetchone() == ("wal",)
    assert journal._db.execute("pragma synchronous").fetchone() == (2,)


def test_each_journal_has_its_own_device_name_and_keeps_it(tmp_path: Path) -> None:
    names = set()
    for number in range(3):
        with Journal.open(tmp_path / f"{number}.db", create=True) as journal:
            names.add(journal.device)
            again = reopened(journal)
            assert again.device in names
            again.close()
    assert len(names) == 3
    assert all(len(name) == 36 for name in names)


def test_migrations_are_applied_once_and_recorded(journal: Journal) -> None:
    journal.close()
    with Journal.open(journal.path, create=True) as again:
        recorded = again._db.execute("select number, name from migration").fetchall()
    assert recorded == [(number, name) for number, (name, _) in enumerate(migrations(), 1)]
    assert len(recorded) == FORMAT


def test_a_journal_of_an_older_format_keeps_its_events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal.db"
    first = migrations()[:1]
    monkeypatch.setattr("llmtutor.store.journal_file.migrations", lambda: first)
    with Journal.open(path, create=True) as old:
        old.append(answered(1), answered(2))
        name = old.device
    monkeypatch.undo()
    with Journal.open(path, create=True) as journal:
        assert [event for _, event in journal.events()] == [answered(1), answered(2)]
        assert journal.device == name
        assert journal.unfinished() is None


def test_what_is_under_way_is_kept_apart_by_its_kind(journal: Journal) -> None:
    journal.set_unfinished(Unfinished("a", "{}"))
    journal.append(answered(1), unfinished=Unfinished("b", "{}", "interview"))
    journal.set_unfinished(None, "placement")
    journal.set_unfinished(None)
    assert (journal.unfinished(), journal.unfinished("interview")) == (None, Unfinished("b", "{}", "interview"))


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name, statements = migrations()[0]
    broken = [(name, [*statements[:5], "create nonsense"])]
    monkeypatch.setattr("llmtutor.store.journal_file.migrations", lambda: broken)
    with pytest.raises(JournalBroken):
        Journal.open(tmp_path / "journal.db", create=True)
    monkeypatch.undo()
    with Journal.open(tmp_path / "journal.db", create=True) as journal:
        journal.append(answered(1))


# --- Events ---------------------------------------------------------------------------------------------------------


def test_events_come_back_as_they_were_in_the_order_of_arrival(journal: Journal) -> None:
    first = replace(answered(2), response={"1": "B"}, confidence=0.5, misconceptions=("scale-for-speed",), hints=2)
    events: list[Event] = [
        first,
        Graded(id="g", device="here", at=START, session="s", event=first.id, grade=Grade.HARD, points=(0, 2)),
        Skipped(id="k", device="here", at=START, session="s", bank="builtin", question="softmax/q2"),
        Placed(id="p", device="here", at=START, session="s", known=("softmax",), unknown=("词元", "attention")),
        retracted(first.id),
        replace(answered(1), response="一个\x00\n“答案”", grade=None, right=None, score=None),
    ]
    journal.append(*events[:2])
    journal.append(*events[2:])
    again = reopened(journal)
    assert list(again.events()) == list(enumerate(events, 1))
    assert [event for _, event in again.events(after=3)] == events[3:]
    assert again.sequence == 6
    again.close()


@pytest.mark.parametrize(
    "tampering",
    [
        "update event set body = '{}'",
        "update event set sequence = 9",
        "delete from event",
        "replace into event select sequence, id, type, at, session, question, target, '{}' from event",
        "replace into event select 99, id, type, at, session, question, target, '{}' from event",
        "insert into event select 1, 'new', type, at, session, question, target, body from event",
    ],
)
def test_no_event_is_ever_changed(journal: Journal, tampering: str) -> None:
    journal.append(answered(1))
    before = list(journal.export())
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        journal._db.execute(tampering)
    assert list(journal.export()) == before


def test_all_events_of_an_append_or_none(journal: Journal) -> None:
    journal.append(answered(1))
    with pytest.raises(JournalBroken):
        journal.append(answered(2), answered(1), unfinished=Unfinished("s", "{}"))
    assert [event.id for _, event in journal.events()] == ["here-a1"]
    assert journal.unfinished() is None


def test_what_is_said_of_one_question(journal: Journal) -> None:
    mine, other = answered(1), answered(2, question="softmax/q2")
    grade = Graded(id="g", device="here", at=START, session="s", event=mine.id, grade=Grade.EASY)
    journal.append(mine, other)
    journal.append(grade, retracted("g"), retracted(other.id))
    assert journal.about(["softmax/q1"]) == [mine, grade, retracted("g")]
    assert journal.about([]) == []
    assert journal.touched(2) == ["softmax/q1", "softmax/q2"]
    assert journal.touched(4) == ["softmax/q2"]
    assert journal.touched(5) == []


def test_more_questions_than_sqlite_takes_at_once(journal: Journal) -> None:
    events = [answered(number, question=f"c/q{number}") for number in range(1200)]
    journal.append(*events)
    assert journal.about(event.question for event in events) == events


def test_answers_of_a_day(journal: Journal) -> None:
    journal.append(*(answered(number) for number in range(3)))
    journal.append(retracted("here-a2"))
    assert [event.id for event in journal.since(START + timedelta(minutes=1))] == ["here-a1"]
    assert [event.id for event in journal.since(START)] == ["here-a0", "here-a1"]


# --- Undo -----------------------------------------------------------------------------------------------------------


def test_the_last_answer_is_the_last_one_that_stands(journal: Journal) -> None:
    assert journal.last_act() is None
    journal.append(answered(1), answered(2, session="t"))
    assert journal.last_act() == answered(2, session="t")
    assert journal.last("s") == answered(1)
    journal.append(retracted("here-a2", session="t"))
    assert journal.last_act() == answered(1)
    assert journal.last("t") is None
    assert journal.find("here-a2") is None
    assert journal.find("here-a1") == answered(1)


def test_a_clock_that_jumped_back_does_not_hide_the_last_answer(journal: Journal) -> None:
    here = journal.device
    journal.append(answered(1, device=here))
    journal.append(answered(2, device=here, at=START - timedelta(days=400)))
    assert journal.last_act() == answered(2, device=here, at=START - timedelta(days=400))


def test_after_an_import_the_last_answer_is_the_last_in_time(journal: Journal) -> None:
    journal.append(answered(9, device=journal.device))
    with Journal.open(journal.path.with_name("other.db"), create=True) as other:
        other.append(answered(1, device="there"), answered(2, device="there"))
        journal.take_in(other.export())
    last = journal.last_act()
    assert last is not None
    assert last.device == journal.device


@settings(deadline=None)
@given(st.lists(st.booleans(), max_size=30))
def test_undoing_is_a_stack(acts: list[bool]) -> None:
    """Answers and undos in any order leave what a stack of answers would hold."""
    with _in_memory() as journal:
        stack: list[Event] = []
        for number, answers in enumerate(acts):
            if answers:
                stack.append(answered(number))
                journal.append(stack[-1])
            elif last := journal.last("s"):
                assert last == stack.pop()
                journal.append(retracted(last.id, number=number))
            assert journal.last("s") == (stack[-1] if stack else None)
        assert journal.sequence == sum(1 for _ in journal.export())


# --- Export, import, backup -----------------------------------------------------------------------------------------

_texts = st.text(st.characters(codec="utf-8"), max_size=20)
_events = st.one_of(
    st.builds(
        replace,
        st.integers(0, 5).map(answered),
        response=st.one_of(
            _texts,
            st.booleans(),
            st.integers(-(2**40), 2**40),
            st.lists(_texts, max_size=3),
            st.dictionaries(_texts, _texts),
        ),
        at=st.datetimes(timezones=st.just(UTC)),
        grade=st.one_of(st.none(), st.sampled_from(Grade)),
        score=st.one_of(st.none(), st.floats(0, 1)),
    ),
    st.integers(0, 5).map(lambda number: retracted(f"here-a{number}")),
    st.integers(0, 5).map(
        lambda number: Graded(id=f"g{number}", device="d", at=START, session="s", event="here-a1", grade=Grade.EASY)
    ),
)
_journals = st.lists(_events, max_size=8, unique_by=lambda event: event.id)


def _holding(events: list[Event]) -> Journal:
    journal = _in_memory()
    journal.append(*events)
    return journal


@settings(deadline=None)
@given(_journals)
def test_an_exported_journal_is_imported_whole_and_once(events: list[Event]) -> None:
    with _holding(events) as one, _in_memory() as other:
        lines = list(one.export())
        assert other.take_in(lines).added == len(events)
        assert [event for _, event in other.events()] == events
        again = other.take_in(lines)
        assert (again.read, again.added, again.refused) == (len(events), 0, ())


@settings(deadline=None)
@given(_journals, st.sets(st.integers(0, 7)), st.sets(st.integers(0, 7)), st.randoms())
def test_the_union_of_two_journals_is_the_same_either_way(
    events: list[Event], ours: set[int], theirs: set[int], random: object
) -> None:
    here = [event for number, event in enumerate(events) if number in ours]
    there = [event for number, event in enumerate(events) if number in theirs]
    random.shuffle(there)  # type: ignore[attr-defined]
    with _holding(here) as one, _holding(there) as other:
        one.take_in(list(other.export()))
        other.take_in(list(one.export()))
        assert sorted(one.export()) == sorted(other.export())
        assert len(list(one.export())) == len({event.id for event in here + there})


def test_bad_lines_are_told_by_number_and_the_good_ones_taken(journal: Journal) -> None:
    good = _holding([answered(1), answered(2)])
    first, second = good.export()
    lines: list[str | bytes] = [
        "\ufeff".encode() + first.encode() + b"\r\n",
        "",
        "no json",
        b"\xff\xfe",
        "[1]",
        '{"v":1,"type":"answered"}',
        first.replace('"v":1', '"v":2'),
        first.replace('"hints":0', '"hints":-1'),
        first.replace('"id":"here-a1"', '"id":"x"').replace('"hints":0', '"hints":0,"more":1'),
        first.replace('"response":"B"', '"response":"\\ud800"'),
        first.replace('"score":1.0', '"score":NaN'),
        first.replace('"at":"2026', '"at":"2026-13'),
        first.replace('"variant":1', '"variant":' + "9" * 5000),
        "[" * 100_000,
        first.replace('"hints":0', '"hints":3'),
        second,
    ]
    taken = journal.take_in(lines)
    assert (taken.read, taken.added) == (3, 2)
    assert [refused.line for refused in taken.refused] == [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]
    assert all(refused.reason.en and refused.reason.zh for refused in taken.refused)
    assert "upgrade" in taken.refused[4].reason.en
    assert [event for _, event in journal.events()] == [answered(1), answered(2)]
    good.close()


def test_what_differs_from_an_event_that_is_here_is_refused(journal: Journal) -> None:
    journal.append(answered(1))
    (line,) = journal.export()
    taken = journal.take_in([line, line.replace('"hints":0', '"hints":3')])
    assert (taken.read, taken.added, [refused.line for refused in taken.refused]) == (2, 0, [2])


def test_an_import_that_breaks_off_adds_nothing(journal: Journal) -> None:
    def lines() -> Iterator[str]:
        yield from _holding([answered(1)]).export()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        journal.take_in(lines())
    assert journal.sequence == 0
    assert journal.take_in(_holding([answered(1)]).export()).added == 1


def test_a_backup_holds_everything_and_is_another_device(journal: Journal, tmp_path: Path) -> None:
    journal.append(answered(1), retracted("here-a1"))
    path = tmp_path / "backups" / "copy.db"
    assert journal.backup(path) == 2
    copy = Journal.open(path, create=False)
    assert copy is not None
    assert list(copy.export()) == list(journal.export())
    assert copy.device != journal.device
    assert copy.check() == []
    copy.close()
    journal.append(answered(2))
    assert journal.backup(path) == 3
    assert [file.name for file in path.parent.iterdir()] == ["copy.db"]


def test_a_backup_never_overwrites_anything_else(journal: Journal, tmp_path: Path) -> None:
    thesis = tmp_path / "thesis.txt"
    thesis.write_text("years of work")
    for path in (thesis, journal.path):
        with pytest.raises(Usage):
            journal.backup(path)
    assert thesis.read_text() == "years of work"


def test_a_backup_that_cannot_be_written_says_so_and_leaves_nothing(journal: Journal, tmp_path: Path) -> None:
    journal.append(answered(1))
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(JournalBroken) as caught:
        journal.backup(tmp_path / "file" / "copy.db")
    assert caught.value.code == "backup-failed"
    assert journal.sequence == 1


# --- What may be lost -----------------------------------------------------------------------------------------------


def test_the_unfinished_quiz_is_one_changeable_row(journal: Journal) -> None:
    journal.append(answered(1), unfinished=Unfinished("s", '{"position":1}'))
    journal.append(answered(2), unfinished=Unfinished("s", '{"position":2}'))
    again = reopened(journal)
    assert again.unfinished() == Unfinished("s", '{"position":2}')
    again.set_unfinished(None)
    assert again.unfinished() is None
    assert again.sequence == 2
    again.close()


def test_an_unfinished_quiz_belongs_to_one_living_process(journal: Journal) -> None:
    assert journal.claim("quiz")
    other = Journal.open(journal.path, create=True)
    assert not other.claim("quiz")
    journal.close()
    assert other.claim("quiz")
    other.close()


def _memory(question: str, stability: float) -> Memory:
    return Memory(question, stability, 5.0, START + timedelta(days=stability), START, 1, 0)


def test_the_folded_memory_is_kept_exactly_and_by_its_rules(journal: Journal) -> None:
    assert journal.folded().sequence == 0
    one, two = _memory("a/1", 0.1 + 0.2), _memory("a/2", 1e-9)
    journal.keep_folded("rules", 4, START, {"a/1": one, "a/2": two}, whole=True)
    journal.keep_folded("rules", 6, START, {"a/1": None, "a/3": one}, whole=False)
    with reopened(journal) as again:
        kept = again.folded()
    assert (kept.rules, kept.sequence, kept.until, kept.memories) == (
        "rules",
        6,
        START,
        {"a/2": two, "a/3": replace(one, question="a/3")},
    )


def test_a_part_of_the_memory_is_kept_only_beside_the_rest_of_it(journal: Journal) -> None:
    journal.keep_folded("rules", 4, START, {"a/1": _memory("a/1", 1)}, whole=False)
    assert journal.folded().sequence == 0
    journal.keep_folded("rules", 9, START, {"a/1": _memory("a/1", 1)}, whole=True)
    journal.keep_folded("rules", 4, START, {"a/1": _memory("a/1", 2)}, whole=False)
    journal.keep_folded("other rules", 12, START, {"a/1": _memory("a/1", 3)}, whole=False)
    assert journal.folded().memories == {"a/1": _memory("a/1", 1)}
    journal._db.execute("update memory set body = '[1]'")
    assert journal.folded().sequence == 0


# --- Two at once, and a check ---------------------------------------------------------------------------------------


def test_two_quizzes_write_at_once(journal: Journal) -> None:
    with Journal.open(journal.path, create=True) as other:
        for number in range(20):
            (journal, other)[number % 2].append(answered(number))
        assert [event for _, event in journal.events()] == [event for _, event in other.events()]
        assert journal.sequence == 20


def test_a_reading_sees_one_state(journal: Journal) -> None:
    with Journal.open(journal.path, create=True) as other, journal.reading():
        assert journal.sequence == 0
        other.append(answered(1))
        assert journal.sequence == 0
    assert journal.sequence == 1


def test_a_sound_journal_has_no_problems_and_an_unreadable_event_is_one(journal: Journal) -> None:
    journal.append(answered(1))
    assert journal.check() == []
    values = ("x", "answered", "", "", '{"v":1,"type":"answered"}')
    journal._db.execute("insert into event (id, type, at, session, body) values (?, ?, ?, ?, ?)", values)
    assert journal.check() == ["event 2: id is missing"]
    with pytest.raises(JournalBroken) as caught:
        list(journal.events())
    assert caught.value.code == "journal-damaged"
