"""The program at a terminal of its own, with somebody who types."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Sequence

import pytest

pty = pytest.importorskip("pty", reason="no pseudo-terminals here")


def at_terminal(
    words: Sequence[str], environ: dict[str, str], answers: Sequence[tuple[str, bytes]] = (), rows: int = 24
) -> tuple[str, int]:
    """What `llmtutor WORDS` showed on a terminal of 80 columns, and its exit code.

    Each answer is typed once its cue has been seen, and again if nothing comes of it, as a person would: what is typed
    between the prompt and the moment readline takes over the terminal may be lost.
    """
    import fcntl
    import struct
    import termios

    process, terminal = pty.fork()
    if process == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
        os.execve(sys.executable, [sys.executable, "-m", "llmtutor", *words], environ)
    shown, seen = b"", 0
    waiting = list(answers)
    typed = b""
    give_up = time.monotonic() + 60
    try:
        while time.monotonic() < give_up:
            if not select.select([terminal], [], [], 3)[0]:
                os.write(terminal, typed)
                continue
            if not (part := os.read(terminal, 4096)):
                break
            shown += part
            if waiting and (place := shown.find(waiting[0][0].encode(), seen)) >= 0:
                seen = place + 1
                typed = waiting.pop(0)[1]
                time.sleep(0.3)
                os.write(terminal, typed)
        else:
            os.kill(process, signal.SIGKILL)
    except OSError:  # Linux says EIO where the other end is gone
        pass
    _, status = os.waitpid(process, 0)
    os.close(terminal)
    assert not waiting, shown.decode()
    return shown.decode(), os.waitstatus_to_exitcode(status)
