"""Programs under a supervisor, seen from llmtutor: one supervisor runs many, one after the other, for it costs as much
to start as a small program.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from ..model import Ending
from .environment import scrub
from .limits import Limits
from .running import Running
from .supervisor import OVER, STOP, encode
from .sweep import MARKER, end_marked

_ROOT = Path(__file__).parent.parent.parent
_SUPERVISE = f"import sys; sys.path.append({str(_ROOT)!r}); from llmtutor.lab.supervisor import main; main()"
# How long a supervisor may take beyond the time of its program before it counts as stuck.
_GRACE = 3.0
# Open files: plenty for a program, few enough that one that opens them without end says so at once.
_FILES = 1024
_PIPE = 1 << 16


class Supervisor:
    """The other end of `supervisor.main`; `alive` as long as it can take an order."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.report, report_end = os.pipe()
        orders_end, self._orders = os.pipe()
        own = scrub(environ, os.curdir, "")
        del own[MARKER]
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-S", "-c", _SUPERVISE, str(orders_end), str(report_end)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=own,
                pass_fds=(orders_end, report_end),
                start_new_session=True,
            )
        except BaseException:
            os.close(self.report)
            os.close(self._orders)
            raise
        finally:
            os.close(orders_end)
            os.close(report_end)
        os.set_blocking(self.report, False)
        self.alive = True

    def tell(self, line: bytes) -> None:
        try:
            os.write(self._orders, line)
        except OSError:
            self.alive = False

    def read(self) -> bytes:
        """What it has reported since; it is dead once there is nothing left to read."""
        try:
            part = os.read(self.report, _PIPE)
        except BlockingIOError:
            return b""
        self.alive = self.alive and bool(part)
        return part

    def kill(self) -> None:
        self.alive = False
        with suppress(OSError):
            os.killpg(self._process.pid, 9)

    def close(self) -> None:
        """End it, and with it the program that it runs, if it runs one."""
        os.close(self._orders)
        until = time.monotonic() + _GRACE
        while self.alive and time.monotonic() < until:
            select.select([self.report], [], [], _GRACE)
            self.read()
        if self.alive:
            self.kill()
        self._process.wait()
        os.close(self.report)


class Supervised(Running):
    """`isolate=False` does without namespaces, as systems do that grant none."""

    def __init__(
        self,
        name: str,
        code: str,
        limits: Limits,
        environ: Mapping[str, str],
        on_output: Callable[[str], None] | None = None,
        *,
        supervisor: Supervisor,
        isolate: bool = True,
    ) -> None:
        self._supervisor = supervisor
        self._isolate = isolate
        self._report = b""
        self._streams: dict[int, str] = {}
        self._writers: list[int] = []
        self._over = False
        super().__init__(name, code, limits, environ, on_output)

    def _start(self, command: list[str], environ: dict[str, str]) -> None:
        order: dict[str, str | int | float] = {
            "root": self.root,
            "directory": self.directory,
            "isolate": self._isolate,
            "seconds": self.limits.seconds,
            "CPU": self.limits.cpu_seconds,
            "AS": self.limits.memory,
            "FSIZE": self.limits.file_size,
            "CORE": 0,
            "NOFILE": _FILES,
        }
        if os.getuid() != 0:  # root is never held to a number of processes
            order["NPROC"] = self.limits.processes
        for stream in ("stdout", "stderr"):
            path = os.path.join(self.root, stream)  # noqa: PTH118
            os.mkfifo(path, 0o600)
            self._streams[os.open(path, os.O_RDONLY | os.O_NONBLOCK)] = stream
            # With a writer of our own the pipe has no end, and nothing to wake us before and after the program.
            self._writers.append(os.open(path, os.O_WRONLY))
            order[stream] = path
        self._supervisor.tell(encode(order, command, environ))

    def watched(self) -> list[int]:
        return [self._supervisor.report, *self._streams]

    def pump(self) -> bool:
        self._listen()
        for descriptor in list(self._streams):
            self._take(descriptor)
        if self.capture.full and not self.stopped:
            self.stop(Ending.OUTPUT)
        if not self._over and self._supervisor.alive:
            if time.monotonic() < self.started + self.limits.seconds + _GRACE:
                return False
            self.stopped = self.stopped or Ending.TIMEOUT
            self._supervisor.kill()
        for descriptor in list(self._streams):
            while not self.capture.full and self._take(descriptor):
                pass
        self.facts = dict(line.split(" ", 1) for line in self._report.decode().splitlines() if " " in line)
        if not self.stopped and self.capture.full:
            self.stopped = Ending.OUTPUT
        elif not self.stopped and self.facts.get("stopped") == "timeout":
            self.stopped = Ending.TIMEOUT
        self.close()
        return True

    def _take(self, descriptor: int) -> bool:
        """At most a pipe's worth, so that one chatty program does not keep others waiting; False if nothing came."""
        try:
            part = os.read(descriptor, _PIPE)
        except BlockingIOError:
            return False
        self.capture.take(self._streams[descriptor], part)
        return bool(part)

    def stop(self, why: Ending) -> None:
        self.stopped = why
        self._supervisor.tell(STOP)

    def _listen(self) -> None:
        self._report += self._supervisor.read()
        self._over = self._report.endswith(f"\n{OVER}\n".encode())

    def _end(self) -> None:
        if not self._over and self._supervisor.alive:
            self._supervisor.tell(STOP)
            until = time.monotonic() + _GRACE
            while not self._over and self._supervisor.alive and time.monotonic() < until:
                select.select([self._supervisor.report], [], [], _GRACE)
                self._listen()
            if not self._over:
                self._supervisor.kill()
        if self.facts.get("clean") != "1":
            end_marked(self.token)
        for descriptor in (*self._streams, *self._writers):
            os.close(descriptor)
        self._streams, self._writers = {}, []
