"""Judges solutions, in the lab's child process: it loads reference, judge and solution, tries every law, and reports.

What a solution prints goes to standard error; standard output carries the report alone, behind a token that a solution
has not seen. That keeps out accidents and prints of fake reports, not somebody who digs through the interpreter to
deceive himself. The text of this module is run by `exercise`, beside those of its two neighbours: it knows the standard
library alone.
"""

from __future__ import annotations

import contextlib
import copy
import json
import linecache
import os
import signal
import sys
import traceback
import types
import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from .judge import TOLERANCE, Cases, Law
from .judge_values import difference, fits, leaves, plain, show, show_both

SECONDS = 2.0
"""For one call."""


class TooSlow(BaseException):
    """A call did not come back; no `except Exception` of a solution swallows it."""


class Fault(Exception):
    """Why a solution does not pass."""

    def __init__(self, reason: str, **facts: Any) -> None:
        super().__init__(reason)
        self.report = {"reason": reason, **facts}


def main(order: dict[str, Any]) -> None:
    """Judge every solution of `order` and print a line for each: the token, a space, JSON."""
    with contextlib.suppress(OSError):
        os.unlink(sys.argv[0])  # noqa: PTH108 - the token stands in there
    channel = os.dup(1)
    os.dup2(2, 1)
    signal.signal(signal.SIGALRM, _give_up) if hasattr(signal, "SIGALRM") else None
    bench = _Bench(order)
    for name, source in order["solutions"].items():
        report = bench.judge(name, source)
        sys.stdout.flush()
        with os.fdopen(os.dup(channel), "w", encoding="utf-8") as out:
            out.write(f"{order['token']} {json.dumps({'solution': name, **report})}\n")


class _Bench:
    """Reference, judge and known mistakes, loaded once."""

    def __init__(self, order: dict[str, Any]) -> None:
        self._function = order["function"]
        self._file = order["file"]
        self._reference = self._load("reference", order["reference"])
        code = self._reference.__code__
        self._names = code.co_varnames[: code.co_argcount]
        self._mistakes: dict[str, Callable[..., Any]] = {
            name: self._load(name, source) for name, source in order["mistakes"].items()
        }
        judge = types.ModuleType("judge")
        exec(compile(order["judge"], "judge.py", "exec"), judge.__dict__)
        parts = list(vars(judge).values())
        given = [case for part in parts if isinstance(part, Cases) for case in part.give()]
        self._cases = sorted(given, key=lambda case: (leaves(plain(case)), len(repr(plain(case)))))
        self._laws = [part for part in parts if isinstance(part, Law)]

    def _load(self, name: str, source: str) -> Callable[..., Any]:
        module = types.ModuleType(name)
        exec(compile(source, f"{name}.py", "exec"), module.__dict__)
        return getattr(module, self._function)  # type: ignore[no-any-return]

    def judge(self, name: str, source: str) -> dict[str, Any]:
        held: list[dict[str, str]] = []
        solution: Callable[..., Any] | None = None
        try:
            solution = self._load_solution(source)
            for law in self._laws:
                self._try(law, solution)
                held.append({"en": law.en, "zh": law.zh})
            for case in self._cases:
                self._compare(solution, case)
        except Fault as fault:
            report = fault.report
            mistake = None
            if solution is not None and report["reason"] in ("raised", "form", "changed", "law"):
                mistake = self._diagnose(solution)
            return {"held": held, "failure": report, "mistake": mistake}
        return {"held": held, "failure": None, "mistake": None}

    def _load_solution(self, source: str) -> Callable[..., Any]:
        linecache.cache[self._file] = (len(source), None, source.splitlines(keepends=True), self._file)
        module = types.ModuleType("solution")
        sys.modules["solution"] = module  # dataclasses and pickles of the learner look there
        try:
            code = compile(source, self._file, "exec")
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            raise Fault("syntax", error=_said(error), line=getattr(error, "lineno", None)) from None
        self._call(lambda: exec(code, module.__dict__), ())
        found = getattr(module, self._function, None)
        if not callable(found):
            raise Fault("undefined")
        return found  # type: ignore[no-any-return]

    def _try(self, law: Law, solution: Callable[..., Any]) -> None:
        for case in self._cases:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                try:
                    outcome = law.check(lambda *given: self._checked(solution, given), *copy.deepcopy(case))
                except Fault as fault:
                    fault.report.setdefault("law", {"en": law.en, "zh": law.zh})
                    raise
                except Exception as error:
                    # The law could not make sense of what the solution gave.
                    raise self._broken(law, case, error=_said(error)) from None
            if outcome is not None:
                actual, expected = outcome
                self._expect(expected, actual, case, law.tolerance, law)

    def _compare(self, solution: Callable[..., Any], case: tuple[Any, ...]) -> None:
        actual = self._checked(solution, case)
        self._expect(self._reference(*copy.deepcopy(case)), actual, case, TOLERANCE, None)

    def _checked(self, solution: Callable[..., Any], given: tuple[Any, ...]) -> Any:
        """What the solution gives, which must be of the form that the reference gives, and leave its input alone."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            expected = self._reference(*copy.deepcopy(given))
        used = copy.deepcopy(given)
        actual = self._call(lambda: solution(*used), given)
        if difference(given, used, 0.0) is not None:
            place = next(i for i, pair in enumerate(zip(given, used)) if difference(*pair, 0.0) is not None)  # noqa: B905
            before, after = show_both(given[place], used[place])
            raise Fault("changed", inputs=self._inputs(given), expected=before, actual=after)
        if not fits(expected, actual):
            right, wrong = show_both(expected, actual)
            raise Fault("form", inputs=self._inputs(given), expected=right, actual=wrong)
        return actual

    def _call(self, act: Callable[[], Any], given: tuple[Any, ...]) -> Any:
        inputs = self._inputs(given)
        try:
            with _patience():
                return act()
        except TooSlow:
            raise Fault("slow", inputs=inputs) from None
        except SystemExit as error:
            raise Fault("exited", inputs=inputs, error=_said(error), line=self._line_of(error)) from None
        except NotImplementedError as error:
            raise Fault("unfinished", inputs=inputs, error=_said(error), line=self._line_of(error)) from None
        except BaseException as error:
            raise Fault("raised", inputs=inputs, error=_said(error), line=self._line_of(error)) from None

    def _line_of(self, error: BaseException) -> int | None:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == self._file]
        return lines[-1] if lines else None

    def _expect(self, expected: Any, actual: Any, case: tuple[Any, ...], tolerance: float, law: Law | None) -> None:
        place = difference(expected, actual, tolerance)
        if place is None:
            return
        right, wrong = show_both(expected, actual)
        said = {"en": law.en, "zh": law.zh} if law else None
        shown = str(place) if place and leaves(plain(expected)) > 4 else ""
        raise Fault("law", law=said, inputs=self._inputs(case), expected=right, actual=wrong, place=shown)

    def _broken(self, law: Law, case: tuple[Any, ...], error: str) -> Fault:
        return Fault("law", law={"en": law.en, "zh": law.zh}, inputs=self._inputs(case), error=error)

    def _inputs(self, given: Sequence[Any]) -> list[dict[str, Any]]:
        return [show(value, name) for name, value in zip(self._names, given)]  # noqa: B905 - defaults may be left out

    def _diagnose(self, solution: Callable[..., Any]) -> str | None:
        """The known mistake that gives the same results on every input."""
        with _silence(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            alive = dict(self._mistakes)
            for case in self._cases:
                outcome = _outcome(solution, case)
                alive = {name: one for name, one in alive.items() if _agree(outcome, _outcome(one, case))}
                if not alive:
                    return None
        return next(iter(alive), None)


def _outcome(function: Callable[..., Any], case: tuple[Any, ...]) -> tuple[str, Any]:
    used = copy.deepcopy(case)
    try:
        with _patience():
            value = function(*used)
    except BaseException as error:
        return "raised", type(error).__name__
    return "gave", [value, used]


def _agree(one: tuple[str, Any], other: tuple[str, Any]) -> bool:
    return one[0] == other[0] and fits(one[1], other[1]) and difference(one[1], other[1], TOLERANCE) is None


def _said(error: BaseException) -> str:
    said = str(error)
    return f"{type(error).__name__}: {said}"[:400] if said else type(error).__name__


def _give_up(*_: object) -> None:
    raise TooSlow


@contextlib.contextmanager
def _patience() -> Iterator[None]:
    """Two seconds for what is inside; where there are no alarms, the limits of the whole run are left."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    sys.stdout.flush()
    sys.stderr.flush()
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        with contextlib.suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os.dup2(kept, 1)
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
