"""A program that runs, as the loop of `runner` sees it: `pump` until it has ended, `stop` to end it early, `result` for
what is known, `close` in any case.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from ..model import Ending, RunResult
from .capture import Capture
from .environment import command, scrub
from .limits import Limits
from .removal import remove
from .values import read_values
from .verdict import judge


class Running:
    """One program in its own temporary directory, `directory`; `root` around it holds what is ours. Both go with it."""

    def __init__(
        self,
        name: str,
        code: str,
        limits: Limits,
        environ: Mapping[str, str],
        on_output: Callable[[str], None] | None = None,
    ) -> None:
        import tempfile  # by now a supervisor is starting, and this is done while it does

        self.limits = limits
        self.capture = Capture(limits.output, on_output)
        self.token = os.urandom(16).hex()
        self.stopped: Ending | None = None
        self.facts: dict[str, str] = {}
        self.closed = False
        self.on_values: Callable[[Mapping[str, object]], None] | None = None
        self.root = os.path.realpath(tempfile.mkdtemp(prefix="llmtutor-"))
        self.directory = os.path.join(self.root, "work")  # noqa: PTH118 - a name to cut out of text
        self.started = time.monotonic()
        try:
            program = Path(self.directory, f"{file_name(name)}.py")
            program.parent.mkdir(mode=0o700)
            program.write_bytes(code.encode("utf-8", "surrogatepass"))
            self._start(command(str(program)), scrub(environ, self.directory, self.token))
        except BaseException:
            remove(self.root)
            raise

    def _start(self, command: list[str], environ: dict[str, str]) -> None:
        raise NotImplementedError

    def watched(self) -> list[int]:
        """Descriptors that become readable when there is something to pump; none where one must look now and then."""
        raise NotImplementedError

    def pump(self) -> bool:
        """Take in what is there, without waiting; True once the program has ended and everything is taken in."""
        raise NotImplementedError

    def stop(self, why: Ending) -> None:
        """End the program; `pump` tells when it is gone."""
        raise NotImplementedError

    def close(self) -> None:
        """Leave no process and no file, whatever state this is in."""
        if not self.closed:
            self.closed = True
            self._end()
            if self.on_values:
                self.on_values(read_values(self.directory))
            remove(self.root)

    def _end(self) -> None:
        raise NotImplementedError

    def result(self) -> RunResult:
        """What is known once `pump` said True. The directory is left out of the paths in error messages."""
        exit_code = int(self.facts["exit"]) if "exit" in self.facts else None
        stderr = self.capture.text("stderr").replace(self.directory + os.sep, "") or self.facts.get("broken", "")
        processor, peak = float(self.facts.get("processor", 0)), int(self.facts.get("peak", 0))
        ending, missing = judge(self.stopped, exit_code, stderr, self.limits, processor, peak)
        return RunResult(
            ending=ending,
            stdout=self.capture.text("stdout"),
            stderr=stderr,
            exit_code=None if self.stopped else exit_code,
            milliseconds=int(self.facts.get("milliseconds", round((time.monotonic() - self.started) * 1000))),
            missing=missing,
        )


def file_name(name: str) -> str:
    """A name of a file that says the program's name and nothing else, whatever the name is."""
    kept = "".join(letter if letter.isascii() and (letter.isalnum() or letter in "-_.") else "-" for letter in name)
    return kept.strip(".-")[:80] or "program"
