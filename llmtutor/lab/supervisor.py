"""The process between llmtutor and its programs: starts each confined, keeps its time, ends all of it, and reports.

It is a process of its own so that no thread or handler of llmtutor is at stake, and so that a program and its files go
even when llmtutor is killed: the pipe of orders, whose other end only llmtutor holds, then ends without a word.

Run as `python -I -S -c "...; main()" ORDERS REPORT`, two descriptors, so only the standard library, and little of it.
Orders come as lines (see `encode`), one program at a time; the line STOP ends the one that runs. Reports are lines of
`key value`, the last of each program is OVER. Programs see neither pipe.
"""

from __future__ import annotations

import gc
import marshal
import os
import select
import sys
import time

from .confine import die_with_parent, fence, isolate, limit, limit_processes, load
from .sweep import MARKER, end_marked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

STOP = b"stop\n"
OVER = "over"

# Limits of resources, as `resource` calls them: soft and hard.
LIMITS = ("CPU", "AS", "FSIZE", "CORE", "NOFILE")


def encode(order: Mapping[str, str | int | float], command: list[str], environ: dict[str, str]) -> bytes:
    """An order as a line. Both ends are the same Python, so what `marshal` writes can be read."""
    return marshal.dumps((dict(order), command, environ)).hex().encode() + b"\n"


def main() -> None:
    """Take orders until there are no more. Never returns."""
    orders, report = int(sys.argv[1]), int(sys.argv[2])
    for descriptor in (orders, report):
        os.set_inheritable(descriptor, False)
    load()
    gc.freeze()  # what is collected after a fork is copied first
    while line := _read_line(orders):
        if line == STOP:
            continue
        keeper = os.fork()
        if keeper == 0:
            try:
                die_with_parent()
                order, command, environ = marshal.loads(bytes.fromhex(line.decode()))
                _keep(order, command, environ, orders, report)
            except BaseException as error:  # nobody reads this process's stderr, and a silent end would be a riddle
                _tell(report, f"broken {type(error).__name__}: {error}")
            os._exit(0)
        os.waitpid(keeper, 0)
        _tell(report, OVER)
    os._exit(0)


def _read_line(orders: int) -> bytes:
    """The last line that has come, or nothing at the end. What stands before it was a STOP that came too late."""
    line = b""
    while not line.endswith(b"\n"):
        part = os.read(orders, 1 << 16)
        if not part:
            return b""
        line += part
    return line[line.rfind(b"\n", 0, -1) + 1 :]


def _keep(order: dict[str, str], command: list[str], environ: dict[str, str], orders: int, report: int) -> None:
    """Run one program to its end. A process of its own, because what `isolate` does cannot be undone."""
    isolated = bool(order["isolate"]) and isolate()
    _tell(report, f"isolated {int(isolated)}")
    ending, ended = os.pipe()
    started = time.monotonic()
    waiter = os.fork()
    if waiter == 0:
        _wait_for_program(order, command, environ, isolated, ended, report)
    os.close(ended)
    said, stopped = _follow(ending, orders, started + float(order["seconds"]))
    milliseconds = round((time.monotonic() - started) * 1000)
    leader = next((int(line[7:]) for line in said.splitlines() if line.startswith("leader ")), 0)
    if not isolated and leader:
        _kill(-leader)
    _kill(waiter)
    os.waitpid(waiter, 0)
    clean = isolated or end_marked(environ[MARKER])
    if stopped == "orphaned":
        from .removal import remove

        remove(order["root"])
    _tell(report, f"{said.strip()}\nstopped {stopped}\nmilliseconds {milliseconds}\nclean {int(clean)}")


def _follow(ending: int, orders: int, deadline: float) -> tuple[str, str]:
    """Wait for the end of the program, of its time, or of the one who asked for it; what the waiter said, and which."""
    said = b""
    while True:
        left = deadline - time.monotonic()
        if left <= 0:
            return said.decode(), "timeout"
        ready, _, _ = select.select([ending, orders], [], [], left)
        if ending in ready:
            part = os.read(ending, 4096)
            said += part
            if not part:
                return said.decode(), "no"
        elif orders in ready:
            return said.decode(), "asked" if os.read(orders, len(STOP)) else "orphaned"


def _wait_for_program(
    order: dict[str, str], command: list[str], environ: dict[str, str], isolated: bool, ended: int, report: int
) -> None:
    """Start the program, take in its orphans, and say how it ended. Never returns.

    In a namespace this is process 1: when it ends, the kernel ends whatever is left there.
    """
    try:
        die_with_parent()
        program = os.fork()
        if program == 0:
            _become_program(order, command, environ, isolated, report)
        if not isolated:
            os.write(ended, f"leader {program}\n".encode())
        while True:
            process, status, used = os.wait3(0)
            if process == program:
                break
        processor = used.ru_utime + used.ru_stime
        peak = used.ru_maxrss if sys.platform == "darwin" else used.ru_maxrss * 1024
        facts = f"exit {os.waitstatus_to_exitcode(status)}\nprocessor {processor:.3f}\npeak {peak}\n"
        os.write(ended, facts.encode())
    finally:
        os._exit(0)


def _become_program(
    order: dict[str, str], command: list[str], environ: dict[str, str], isolated: bool, report: int
) -> None:
    """Never returns."""
    try:
        os.setsid()
        for number, stream in ((1, "stdout"), (2, "stderr")):
            os.dup2(os.open(order[stream], os.O_WRONLY), number)
        os.chdir(order["directory"])
        granted = [name for name in LIMITS if limit(name, int(order[name]))]
        if "NPROC" in order and limit_processes(int(order["NPROC"]), isolated):
            granted.append("NPROC")
        _tell(report, f"fence {fence(order['directory'])}\nlimits {','.join(granted)}")
        os.execve(command[0], command, environ)
    except BaseException as error:
        _tell(report, f"broken {type(error).__name__}: {error}")
    finally:
        os._exit(127)


def _kill(process: int) -> None:
    try:
        os.kill(process, 9)
    except OSError:
        return


def _tell(report: int, lines: str) -> None:
    try:
        os.write(report, f"{lines}\n".encode())
    except OSError:
        return
