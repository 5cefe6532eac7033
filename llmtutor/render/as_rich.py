"""View -> terminal. `Screen` owns the two streams and decides how things look on them; `screens/` says what is drawn.

It reads NO_COLOR, TERM, COLUMNS and ACCESSIBLE from the `environ` handed in, and nothing else; its clock is `now`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from .page import Page
from .stream import Stream
from .visible import visible

if TYPE_CHECKING:
    from datetime import datetime

    from ..model import Lang, Text
    from ..views.practice import PositionView, QuestionView, RevealView
    from .export import Form
    from .screens.session import Key

Drawing = Callable[[Page, Any], None]

# Which function of which module of `screens` draws which document; a module is imported when it first draws.
DRAWN_BY: dict[str, tuple[str, str]] = {
    "search": ("search", "draw_search"),
    "concept": ("browse", "draw_concept"),
    "topics": ("browse", "draw_topics"),
    "concepts": ("browse", "draw_concepts"),
    "questions": ("browse", "draw_questions"),
    "snippets": ("browse", "draw_snippets"),
    "run": ("lab", "draw_run"),
    "snippet": ("lab", "draw_snippet_source"),
    "prediction": ("lab", "draw_prediction"),
    "exercises": ("exercise", "draw_exercises"),
    "exercise": ("exercise", "draw_exercise"),
    "judged": ("exercise", "draw_judged"),
    "solution": ("exercise", "draw_solution"),
    "question": ("question", "draw_question"),
    "reveal": ("reveal", "draw_reveal"),
    "graded": ("verdict", "draw_graded"),
    "hint": ("session", "draw_hint"),
    "skipped": ("session", "draw_skipped"),
    "undone": ("session", "draw_undone"),
    "summary": ("session", "draw_summary"),
    "nothing": ("session", "draw_nothing"),
    "error": ("session", "draw_complaint"),
    "setting": ("settings", "draw_setting"),
    "settings": ("settings", "draw_settings"),
    "setting-changed": ("settings", "draw_setting_changed"),
    "path": ("learning", "draw_path"),
    "map": ("learning", "draw_map"),
    "stats": ("stats", "draw_stats"),
    "history": ("history", "draw_history"),
    "standing": ("progress", "draw_standing"),
    "exported": ("progress", "draw_exported"),
    "imported": ("progress", "draw_imported"),
    "backed-up": ("progress", "draw_backed_up"),
    "review": ("interview", "draw_review"),
    "interview": ("interview", "draw_interview"),
    "tuning": ("tuning", "draw_tuning"),
    "placement": ("placement", "draw_placement"),
    "paused": ("placement", "draw_paused"),
    "synced": ("sync", "draw_synced"),
    "bank-check": ("upkeep", "draw_bank_check"),
    "bank-test": ("upkeep", "draw_bank_test"),
    "coverage": ("coverage", "draw_coverage"),
    "bank-new": ("upkeep", "draw_bank_new"),
    "schema": ("upkeep", "draw_schema"),
    "trust": ("upkeep", "draw_trust"),
    "doctor": ("upkeep", "draw_doctor"),
    "help": ("upkeep", "draw_help"),
}


class Failure(Protocol):
    """What an error tells a person."""

    message: Text
    hint: Text


class Screen:
    """Draws views. `color` and `width` overrule the environment; `now` is what relative times are counted from."""

    def __init__(
        self,
        lang: Lang,
        *,
        stdout: TextIO,
        stderr: TextIO,
        environ: Mapping[str, str],
        color: bool | None = None,
        width: int | None = None,
        now: datetime | None = None,
    ) -> None:
        self.lang = lang
        self.now = now
        self.linear = environ.get("ACCESSIBLE", "") not in ("", "0")
        self._out = Stream(stdout, environ, color, width)
        self._err = Stream(stderr, environ, color, width)
        self._asked: QuestionView | None = None
        self._numbered = False
        self._live = ""

    @property
    def width(self) -> int:
        """Cells of a line on stdout."""
        return self._out.width

    @property
    def redraws(self) -> bool:
        """Whether a page may be wiped and drawn again: not in a pipe, a dumb terminal or for a screen reader."""
        return self._out.terminal and not self._out.dumb and not self.linear

    def show(self, view: Any) -> None:
        """A view, as a page of its own."""
        if view.envelope == "snippet" and not self._folds(self._out):
            self._out.write_raw(view.snippet.code)  # for a pipe or a file: the program as it is
            return
        page = self._page(self._out)
        self._draw(page, view)
        self._out.write(page.lines)

    def live(self, text: str) -> None:
        """What a program prints while it runs; the page about it then tells only how it ended."""
        self._live = text or self._live
        self._out.write_raw(visible(text))
        self._out.fresh = False

    def question(self, view: QuestionView, chosen: Collection[str] = frozenset(), typed: Sequence[str] = ()) -> None:
        """A question of a quiz, its choices under the keys that choose them; its verdict will name the same keys."""
        from .screens.question import draw_question

        self._asked, self._numbered = view, True
        page = self._page(self._out)
        draw_question(page, view, numbered=True, chosen=chosen, typed=typed)
        self._out.write(page.lines)

    def reveal(self, view: RevealView, ticked: Collection[int]) -> None:
        """What a good answer says, with the points that are ticked off so far."""
        from .screens.reveal import draw_reveal

        page = self._page(self._out)
        draw_reveal(page, view, ticked)
        self._out.write(page.lines)

    def footer(self, keys: Sequence[Key], position: PositionView | None = None) -> None:
        """The keys that count now, each with its word, and the place in the session."""
        from .screens.session import draw_footer

        page = self._page(self._out)
        draw_footer(page, keys, position)
        self._out.write(page.lines)

    def ask(self, text: Text) -> None:
        """What the learner is asked beside the question, above the keys that answer it."""
        page = self._page(self._out)
        page.heading(text)
        self._out.write(page.lines)

    def clear(self) -> None:
        """An empty screen, the cursor at its top; an empty line where nothing may be redrawn."""
        self._out.write_raw("\x1b[H\x1b[2J" if self.redraws else "\n")

    def talk(self, text: Text) -> None:
        """A word aside, on stderr."""
        page = self._page(self._err)
        page.line(text)
        self._err.write(page.lines)

    def aside(self, view: Any) -> None:
        """A view on stderr: something to look at before an answer, which is no result of the command."""
        page = self._page(self._err)
        self._draw(page, view)
        self._err.write(page.lines)

    def picture(self, view: Any, form: Form) -> str:
        """A view as the text of a file, in all colours; as wide as the screen, but no wider than reads well."""
        from .export import export_lines
        from .page import MEASURE
        from .stream import TRUE_COLOUR

        width = min(self._out.width, MEASURE)
        page = Page(self.lang, width, coloured=form != "txt", colours=TRUE_COLOUR if form != "txt" else 0, now=self.now)
        self._draw(page, view)
        return export_lines(page.lines, form, width=width, title=f"llmtutor {view.envelope}", lang=self.lang)

    def error(self, error: Failure) -> None:
        """What went wrong and what helps, on stderr; the problems first, if it carries any."""
        from .screens.session import draw_failure
        from .screens.upkeep import draw_problems

        page = self._page(self._err)
        draw_problems(page, getattr(error, "problems", ()))
        draw_failure(page, error.message, error.hint)
        self._err.write(page.lines)

    def _page(self, stream: Stream) -> Page:
        return Page(
            self.lang,
            stream.width,
            linear=self.linear,
            coloured=stream.styled,
            colours=stream.colours,
            folds=self._folds(stream),
            now=self.now,
            fresh=stream.fresh,
        )

    def _folds(self, stream: Stream) -> bool:
        return stream.terminal or stream.given_width is not None

    def _draw(self, page: Page, view: Any) -> None:
        match view.envelope:
            case "verdict":
                from .screens.verdict import draw_verdict

                draw_verdict(page, view, self._known(view.question), numbered=self._numbered)
            case "key":
                from .screens.verdict import draw_answer

                draw_answer(page, view, self._known(view.question))
            case "shown":
                self._draw(page, view.question)
                if view.answer is not None:
                    self._draw(page, view.answer)
            case "run":
                from .screens.lab import draw_run

                if self._live and not self._live.endswith("\n"):
                    self.live("\n")
                draw_run(page, view, live=bool(self._live))
                self._live = ""
            case kind:
                if kind == "question":
                    self._asked, self._numbered = view, False
                family, name = DRAWN_BY[kind]
                drawing: Drawing = getattr(import_module(f".screens.{family}", __package__), name)
                drawing(page, view)

    def _known(self, question: str) -> QuestionView | None:
        """The question last drawn, if it is this one."""
        return self._asked if self._asked is not None and self._asked.id == question else None
