"""A program without a supervisor, limits or fence, where there is no POSIX: time and output are watched from here.

The streams are files that are looked at now and then, for on Windows a pipe can only be read by a thread that waits.
"""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

from ..model import Ending
from .running import Running
from .sweep import end_marked


class Watched(Running):
    def _start(self, command: list[str], environ: dict[str, str]) -> None:
        self._streams = {name: Path(self.root, name) for name in ("stdout", "stderr")}
        self._taken = dict.fromkeys(self._streams, 0)
        with self._streams["stdout"].open("wb") as stdout, self._streams["stderr"].open("wb") as stderr:
            self._process = subprocess.Popen(
                command,
                cwd=self.directory,
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
                env=environ,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )

    def watched(self) -> list[int]:
        return []

    def pump(self) -> bool:
        over = self._process.poll() is not None
        for name, path in self._streams.items():
            with path.open("rb") as file:
                file.seek(self._taken[name])
                part = file.read(self.limits.output + 1)
            self._taken[name] += len(part)
            self.capture.take(name, part.replace(b"\r\n", b"\n") if os.name == "nt" else part)
        if not over and not self.stopped:
            if self.capture.full:
                self.stop(Ending.OUTPUT)
            elif time.monotonic() > self.started + self.limits.seconds:
                self.stop(Ending.TIMEOUT)
        if over:
            milliseconds = round((time.monotonic() - self.started) * 1000)
            self.facts = {"exit": str(self._process.returncode), "milliseconds": str(milliseconds)}
            self.stopped = self.stopped or (Ending.OUTPUT if self.capture.full else None)
            self.close()
        return over

    def stop(self, why: Ending) -> None:
        self.stopped = why
        self._end_tree()

    def _end_tree(self) -> None:
        if os.name == "nt":
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(self._process.pid)], capture_output=True, check=False)
            return
        try:
            os.killpg(self._process.pid, 9)
        except OSError:
            return

    def _end(self) -> None:
        self._end_tree()
        self._process.kill()
        self._process.wait()
        end_marked(self.token)
