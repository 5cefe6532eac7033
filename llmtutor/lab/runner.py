"""Runs programs to their end, one or several at a time, without a thread: one loop over what they print."""

from __future__ import annotations

import os
import selectors
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from ..model import Ending, RunResult
from .limits import USUAL, Limits
from .running import Running
from .supervised import Supervised, Supervisor
from .values import with_hand_over
from .watched import Watched

# How often a program is looked at that cannot be waited for.
_LOOK = 0.02
# How long to wait at most, with and without somebody who watches.
_TICK, _PATIENCE = 0.1, 1.0


@dataclass(frozen=True, slots=True)
class Program:
    """`on_values` gets the values of `variables`, those that there are, when the program has ended."""

    name: str
    code: str
    limits: Limits = USUAL
    variables: tuple[str, ...] = ()
    on_values: Callable[[Mapping[str, object]], None] | None = None


def run(
    code: str,
    *,
    name: str,
    limits: Limits = USUAL,
    environ: Mapping[str, str],
    on_output: Callable[[str], None] | None = None,
    on_wait: Callable[[float], None] | None = None,
) -> RunResult:
    """Run one program on a bench of its own; see `Bench.run`."""
    with Bench(environ) as bench:
        return bench.run(Program(name, code, limits), on_output, on_wait)


def run_all(programs: Sequence[Program], *, environ: Mapping[str, str], jobs: int) -> Iterator[tuple[int, RunResult]]:
    """Run `programs`, at most `jobs` at a time; yields each one's place and result as it ends.

    Closing the iterator ends what still runs, and so does Ctrl-C, which goes on to the caller.
    """
    active: dict[int, Running] = {}
    with Bench(environ) as bench:
        try:
            waiting = iter(enumerate(programs))
            while True:
                while len(active) < max(1, jobs) and (following := next(waiting, None)):
                    active[following[0]] = bench.start(following[1])
                if not active:
                    return
                _wait(active.values())
                for place in [place for place, running in active.items() if running.pump()]:
                    yield place, active.pop(place).result()
        finally:
            for running in active.values():
                running.close()


class Bench:
    """Starts programs, each under a supervisor that is free, and ends the supervisors in the end."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._idle: list[Supervisor] = []
        self._busy: list[tuple[Supervisor, Running]] = []

    def prepare(self) -> None:
        """Let a supervisor start while the caller still looks for the program."""
        if os.name == "posix":
            self._idle.append(Supervisor(self._environ))

    def run(
        self,
        program: Program,
        on_output: Callable[[str], None] | None = None,
        on_wait: Callable[[float], None] | None = None,
    ) -> RunResult:
        """Run to the end; `on_output` gets standard output as it comes, `on_wait` the seconds so far, several a second.

        Ctrl-C ends the program, not the caller: the result says `interrupted`, and holds what was printed until then.
        """
        with closing(self.start(program, on_output)) as running:
            try:
                follow(running, on_wait)
            except KeyboardInterrupt:
                running.stop(Ending.INTERRUPTED)
                follow(running)
            return running.result()

    def start(self, program: Program, on_output: Callable[[str], None] | None = None) -> Running:
        code = with_hand_over(program.code, program.variables)
        given = (program.name, code, program.limits, self._environ, on_output)
        if os.name != "posix":
            watched = Watched(*given)
            watched.on_values = program.on_values
            return watched
        self._idle += [supervisor for supervisor, running in self._busy if running.closed]
        self._busy = [(supervisor, running) for supervisor, running in self._busy if not running.closed]
        if not any(supervisor.alive for supervisor in self._idle):
            self._idle.append(Supervisor(self._environ))
        supervisor = next(supervisor for supervisor in self._idle if supervisor.alive)
        running = Supervised(*given, supervisor=supervisor)
        running.on_values = program.on_values
        self._idle.remove(supervisor)
        self._busy.append((supervisor, running))
        return running

    def __enter__(self) -> Bench:
        return self

    def __exit__(self, *_: object) -> None:
        supervisors = [*self._idle, *(supervisor for supervisor, _ in self._busy)]
        self._idle, self._busy = [], []
        for supervisor in supervisors:
            supervisor.close()


def follow(running: Running, on_wait: Callable[[float], None] | None = None) -> None:
    """Wait until the program has ended."""
    while not running.pump():
        if on_wait:
            on_wait(time.monotonic() - running.started)
        _wait([running], _TICK if on_wait else _PATIENCE)


def _wait(programs: Iterable[Running], seconds: float = _PATIENCE) -> None:
    """Until one of them has something to take in, or should be looked at, but at most `seconds`."""
    with selectors.DefaultSelector() as selector:
        descriptors = [descriptor for running in programs for descriptor in running.watched()]
        if not descriptors:
            time.sleep(_LOOK)
            return
        for descriptor in descriptors:
            selector.register(descriptor, selectors.EVENT_READ)
        selector.select(timeout=seconds)
