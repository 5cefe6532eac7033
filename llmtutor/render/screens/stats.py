"""stats: figures first, then what they are made of. Never a reproach."""

from __future__ import annotations

from ...model import Text
from ...views.learning import BrierView, RetentionView, StatsView
from ..moments import duration
from ..page import INDENT, Page, Piece
from ..styles import CODE, QUIET, STRONG
from ..words import common
from ..words import stats as words
from .calendar import draw_calendar, draw_forecast


def draw_stats(page: Page, view: StatsView) -> None:
    """All of it, from top to bottom."""
    page.section(words.TITLE, aside=[view.today])
    _draw_figures(page, view)
    if not view.answers.total:
        return
    _draw_memory(page, view)
    draw_forecast(page, view.forecast)
    draw_calendar(page, view.days, view.today)
    _draw_weakest(page, view)
    _draw_mistakes(page, view)
    _draw_calibration(page, view)


def _draw_figures(page: Page, view: StatsView) -> None:
    answers = view.answers
    if not answers.total:
        page.line(words.NOTHING_YET, indent=INDENT)
        draw_begin(page, indent=INDENT)
        return
    questions, days = common.QUESTIONS.of(answers.questions), words.DAYS.of(answers.days)
    streak: list[Piece] = [page.clean(words.DAYS.of(view.streak.days), STRONG)]
    if view.streak.today == "open":
        streak.append(words.LEFT_TODAY.of(view.streak.left))
    else:
        streak.append(words.TODAY[view.streak.today])
    page.facts(
        [
            (
                words.ANSWERS,
                [
                    page.clean(f"{answers.total:,}", STRONG),
                    words.DIFFERENT.fill(questions=questions, days=days),
                    words.SHARE_RIGHT.fill(percent=percent(answers.right / answers.total)),
                ],
            ),
            (words.TIME, [duration(answers.milliseconds), words.A_DAY.fill(time=duration(view.pace))]),
            (words.STREAK, streak),
        ]
    )


def draw_begin(page: Page, *, indent: int = 0) -> None:
    """What to type where there is nothing to tell yet."""
    page.line(page.clean(words.BEGIN, QUIET), " ", page.clean("llmtutor quiz", CODE), indent=indent)


def percent(share: float | None) -> int:
    """A share in whole percent; what is neither nothing nor everything is never told as such."""
    whole = round(100 * (share or 0))
    if share is not None and 0 < share < 1:
        return min(max(whole, 1), 99)
    return whole


# --- Memory ---------------------------------------------------------------------------------------------------------


def _draw_memory(page: Page, view: StatsView) -> None:
    wanted = words.PERCENT.fill(percent=percent(view.desired_retention))
    page.section(words.MEMORY, aside=[page.join([words.WANTED, wanted], " ")])
    if not view.retention.reviews:
        page.line(words.NO_REVIEWS, style=QUIET, indent=INDENT)
        return
    rows: list[tuple[Text, list[Piece]]] = [(words.ALL_TIME, _told(view.retention))]
    if view.recent.reviews:
        rows.append((words.LAST_MONTH, _told(view.recent)))
    page.facts(rows)
    if len(view.curve) > 1:
        page.blank()
        head = [words.FORETOLD, words.MEAN, words.CAME_TRUE, words.REVIEWED]
        page.table([_part(each) for each in view.curve], head=head, numbers=(1, 2, 3), indent=INDENT)


def _told(retention: RetentionView) -> list[Piece]:
    came = words.PREDICTED_OBSERVED.fill(predicted=percent(retention.predicted), observed=percent(retention.observed))
    return [came, words.REVIEWS.of(retention.reviews)]


def _part(part: RetentionView) -> list[Piece]:
    return [
        words.SPAN.fill(low=percent(part.low), high=percent(part.high)),
        words.PERCENT.fill(percent=percent(part.predicted)),
        words.PERCENT.fill(percent=percent(part.observed)),
        f"{part.reviews:,}",
    ]


# --- Weak places ----------------------------------------------------------------------------------------------------


def _draw_weakest(page: Page, view: StatsView) -> None:
    if not view.weakest:
        return
    page.section(words.WEAKEST)
    for concept in view.weakest:
        likely = words.LIKELY.fill(percent=percent(concept.likely))
        wrong = words.WRONG_OF.fill(wrong=f"{concept.wrong:,}", answers=f"{concept.answers:,}")
        page.line(page.clean(concept.name, STRONG), indent=INDENT)
        page.flow([likely, wrong], style=QUIET, indent=INDENT * 2)
        page.line(page.clean(f"llmtutor explain {concept.slug}", CODE), indent=INDENT * 2)


def _draw_mistakes(page: Page, view: StatsView) -> None:
    if not view.misconceptions:
        return
    page.section(words.MISTAKES)
    for mistake in view.misconceptions:
        name = mistake.slug or mistake.question
        said = page.inline(mistake.text) if mistake.text is not None else page.clean(name)
        lead = page.clean(f"{page.say(words.TIMES.of(mistake.count))}  ", STRONG)
        page.line(said, lead=lead, indent=INDENT)
        if mistake.why is not None:
            page.line(page.inline(mistake.why), style=QUIET, indent=INDENT * 2)
        page.flow([mistake.name, mistake.question], style=QUIET, indent=INDENT * 2)


# --- Confidence -----------------------------------------------------------------------------------------------------


def _draw_calibration(page: Page, view: StatsView) -> None:
    if not view.calibration:
        return
    page.section(words.CALIBRATION)
    for each in view.confidences:
        said = words.WHEN_SAID.fill(said=percent(each.confidence), right=percent(each.right))
        page.flow([said, page.clean(words.ANSWERS_COUNT.of(each.answers), QUIET)], indent=INDENT)
    page.blank()
    head = [words.TOPIC, words.SURE, words.RIGHT, words.BRIER, words.ANSWERS]
    page.table([_brier(each) for each in view.calibration], head=head, numbers=(1, 2, 3, 4), indent=INDENT)
    page.blank()
    page.line(words.BRIER_MEANS, style=QUIET, indent=INDENT)


def _brier(topic: BrierView) -> list[Piece]:
    return [
        topic.name,
        words.PERCENT.fill(percent=percent(topic.confidence)),
        words.PERCENT.fill(percent=percent(topic.right)),
        "" if topic.brier is None else f"{topic.brier:.2f}",
        f"{topic.answers:,}",
    ]
