"""What to ask: the candidates that fit what was asked for, handed to `learn.pick`, or a reason why there is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from ..learn.memory import decay_of
from ..learn.pick import Candidate, pick
from ..model import Answered, Kind, Text
from ..store.index import Index
from ..store.journal import Journal
from ..views.practice import NothingView
from ..workspace.settings import Settings
from .names import check_kind, check_topic, find_concept
from .practice_budget import pace_of, pick_within
from .practice_memory import credit_by, due_dates, placed_concepts, recall
from .practice_state import Drawn, Wanted
from .progress_days import day_of


def choose(
    index: Index,
    journal: Journal | None,
    settings: Settings,
    wanted: Wanted,
    *,
    at: datetime,
    seed: int,
    keep: bool,
) -> tuple[Drawn, ...] | NothingView:
    """The questions of a session in the order of asking. Raises NotFound for a topic or concept that is not there.

    The day's limits hold where the learner leaves the choice to us; who names what to ask gets it.
    """
    check_topic(index, wanted.topic)
    check_kind(wanted.kind)
    concept = find_concept(index, wanted.concept) if wanted.concept else None
    rows = index.questions(topic=wanted.topic, concept=concept, level=wanted.level, kind=wanted.kind)
    memories = recall(journal, settings, at, keep=keep)
    new_left, due_left = _left_today(journal, settings, at) if not wanted.insists else (len(rows), len(rows))
    pick_some = partial(
        pick,
        [Candidate(row.id, row.concept, row.topic, row.level, row.kind) for row in rows],
        memories,
        index.requires(),
        at=at,
        seed=seed,
        only_due=wanted.due,
        only_new=wanted.new,
        insist=wanted.insists,
        new_limit=new_left,
        due_limit=due_left,
        credit=settings.credit,
        placed=placed_concepts(journal, memories, settings, at),
        decay=decay_of(settings.weights),
    )
    if wanted.budget is None:
        picked = pick_some(count=wanted.count)
    else:
        pace = pace_of(journal, {row.id: row.kind for row in rows})
        picked = pick_within(wanted.budget, wanted.count, rows, pace, lambda count: pick_some(count=count))
    if not picked:
        unseen = sum(row.id not in memories for row in rows)
        upcoming = [due for due in due_dates(rows, memories, credit_by(index, settings)) if due > at]
        days_new = settings.new_per_day if not new_left else None
        return _explain(wanted, at, found=len(rows), unseen=unseen, upcoming=upcoming, done_today=days_new)
    concepts = {row.id: row.concept for row in rows}
    return tuple(Drawn(each.question, concepts[each.question], each.why) for each in picked)


def _left_today(journal: Journal | None, settings: Settings, at: datetime) -> tuple[int, int]:
    """How many new and how many due questions the day still allows."""
    if journal is None:
        return settings.new_per_day, settings.due_per_day
    start, _ = day_of(at)
    today = {event.question for event in journal.since(start)}
    before = {event.question for event in journal.about(today) if isinstance(event, Answered) and event.at < start}
    return max(0, settings.new_per_day - len(today - before)), max(0, settings.due_per_day - len(before))


def _explain(
    wanted: Wanted, at: datetime, *, found: int, unseen: int, upcoming: Sequence[datetime], done_today: int | None
) -> NothingView:
    """Why there is nothing to ask, and what would help; `done_today` is the day's limit of new ones where it is met."""
    if wanted.kind == Kind.CODE and found:
        return NothingView(
            Text("Exercises are written in an editor, not in a quiz.", "编程练习在编辑器里完成，不在测验中出题。"),
            Text("llmtutor practice lists them", "用 llmtutor practice 查看全部练习"),
        )
    if not found:
        return NothingView(
            Text("No question fits what you asked for.", "没有符合条件的题目。"),
            Text("llmtutor list questions shows which there are", "用 llmtutor list questions 查看有哪些题目"),
        )
    if wanted.new and not unseen:
        return NothingView(
            Text("You have answered all of these before.", "这些题目都已经答过了。"),
            Text("llmtutor quiz --due asks what is due", "用 llmtutor quiz --due 复习到期的题目"),
        )
    if done_today is not None and unseen and not wanted.due:
        return NothingView(
            Text(
                f"Nothing is due, and today's {done_today} new questions are done.",
                f"没有到期的题目，今天的 {done_today} 道新题也已做完。",
            ),
            Text("llmtutor quiz --topic TOPIC asks for more all the same", "还想继续，可用 llmtutor quiz --topic 主题"),
        )
    if wanted.new:
        return NothingView(
            Text(
                "Nothing new is within reach before its prerequisites hold.", "先修概念还没掌握，暂时没有可学的新题。"
            ),
            Text("llmtutor quiz --topic TOPIC insists", "想直接学，可用 llmtutor quiz --topic 主题"),
        )
    when = _tell_when(upcoming[0] - at) if upcoming else Text("", "")
    return NothingView(
        Text("Nothing is due." + when.en, "没有到期的题目。" + when.zh),
        Text("llmtutor quiz --new asks something new", "用 llmtutor quiz --new 学新题")
        if unseen
        else Text("llmtutor explain CONCEPT to read on", "用 llmtutor explain 概念 继续阅读"),
    )


def _tell_when(wait: timedelta) -> Text:
    hours = max(1, round(wait / timedelta(hours=1)))
    if hours < 48:
        return Text(f" The next one is due in {hours} h.", f"下一道在 {hours} 小时后到期。")
    return Text(f" The next one is due in {round(hours / 24)} days.", f"下一道在 {round(hours / 24)} 天后到期。")
