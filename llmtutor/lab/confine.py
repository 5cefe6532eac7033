# ruff: noqa: PTH116, PTH123, PTH208
"""What takes power away from a program, used between fork and exec: namespaces, Landlock, limits of resources.

Runs in the supervisor, which is started without `site`: only the standard library, and of that only what loads in a
millisecond (which `pathlib` and `typing` do not). Each function says by its return value what the system granted;
none fails because it did not.
"""

from __future__ import annotations

import os
import sys

try:
    import resource
except ImportError:  # where there is no POSIX
    resource = None  # type: ignore[assignment]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ctypes import CDLL

LINUX = sys.platform == "linux"

_NEW_IPC, _NEW_USER, _NEW_PID, _NEW_NET = 0x08000000, 0x10000000, 0x20000000, 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38

# Generic system call numbers, the same on every architecture that Python runs on.
_LANDLOCK_CREATE_RULESET, _LANDLOCK_ADD_RULE, _LANDLOCK_RESTRICT_SELF = 444, 445, 446
_LANDLOCK_VERSION, _LANDLOCK_RULE_PATH_BENEATH = 1, 1
_WRITE_FILE, _REFER, _TRUNCATE = 1 << 1, 1 << 13, 1 << 14
_REMOVE_AND_MAKE = 0b1_1111_1111 << 4
_BIND_AND_CONNECT_TCP = 0b11
_ABSTRACT_SOCKETS_AND_SIGNALS = 0b11


def load() -> None:
    """Import now what every child would import again."""
    if LINUX:
        _libc()


def isolate() -> bool:
    """Give this process's children namespaces of their own: no network, and a process tree that ends with its first.

    False where the system does not allow it to an ordinary user; then nothing has changed.
    """
    if not LINUX:
        return False
    user, group = os.getuid(), os.getgid()
    if _libc().unshare(_NEW_USER | _NEW_PID | _NEW_NET | _NEW_IPC) != 0:
        return False
    # Anything but 0 inside: whoever is 0 in a namespace keeps all capabilities there when a program starts.
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{user or 1000} {user} 1")
    _write("/proc/self/gid_map", f"{group or 1000} {group} 1")
    return True


def die_with_parent() -> None:
    """Let the kernel end this process when its parent dies."""
    if LINUX:
        _libc().prctl(_PR_SET_PDEATHSIG, 9, 0, 0, 0)


def fence(directory: str) -> int:
    """Forbid this process to write outside `directory`, by Landlock; the version of Landlock, 0 where there is none.

    From version 4 TCP is refused as well, from version 6 signals to processes outside of the fence.
    """
    if not LINUX:
        return 0
    import ctypes

    libc = _libc()
    version: int = libc.syscall(_LANDLOCK_CREATE_RULESET, None, ctypes.c_size_t(0), _LANDLOCK_VERSION)
    if version < 1:
        return 0
    writing = _WRITE_FILE | _REMOVE_AND_MAKE | (_REFER if version >= 2 else 0) | (_TRUNCATE if version >= 3 else 0)
    asked = [writing]
    if version >= 4:
        asked.append(_BIND_AND_CONNECT_TCP)
    if version >= 6:
        asked.append(_ABSTRACT_SOCKETS_AND_SIGNALS)
    attributes = (ctypes.c_uint64 * len(asked))(*asked)
    ruleset = libc.syscall(_LANDLOCK_CREATE_RULESET, attributes, ctypes.c_size_t(ctypes.sizeof(attributes)), 0)
    if ruleset < 0:
        return 0
    try:
        for path, rights in ((directory, writing), ("/dev/null", writing & (_WRITE_FILE | _TRUNCATE))):
            beneath = os.open(path, os.O_PATH | os.O_CLOEXEC)
            rule = rights.to_bytes(8, sys.byteorder) + beneath.to_bytes(4, sys.byteorder)
            refused = libc.syscall(_LANDLOCK_ADD_RULE, ruleset, _LANDLOCK_RULE_PATH_BENEATH, rule, 0)
            os.close(beneath)
            if refused:
                return 0
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        return 0 if libc.syscall(_LANDLOCK_RESTRICT_SELF, ruleset, 0) else version
    finally:
        os.close(ruleset)


def limit(name: str, amount: int) -> bool:
    """Set the limit RLIMIT_`name` of this process, hard and soft; False where the system knows no such limit."""
    if resource is None:
        return False
    try:
        which: int = getattr(resource, f"RLIMIT_{name}")
        _, hard = resource.getrlimit(which)
        if hard != resource.RLIM_INFINITY:
            amount = min(amount, hard)
        # One second between the signal and the end lets a program that catches SIGXCPU say its last words.
        resource.setrlimit(which, (amount, amount + 1 if name == "CPU" and amount != hard else amount))
    except (AttributeError, ValueError, OSError):
        return False
    return True


def limit_processes(amount: int, isolated: bool) -> bool:
    """Allow `amount` processes and threads beside those that the user has.

    From Linux 5.14 a user namespace counts its own; elsewhere the count is the user's, whatever runs beside us.
    """
    if not LINUX:
        return False
    counts_alone = isolated and tuple(int(part) for part in os.uname().release.split(".")[:2]) >= (5, 14)
    return limit("NPROC", amount if counts_alone else amount + _tasks_of_user())


def _tasks_of_user() -> int:
    user, tasks = os.getuid(), 0
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                threads = os.stat(f"/proc/{entry}/task")
            except OSError:
                continue
            tasks += threads.st_nlink - 2 if threads.st_uid == user else 0
    return tasks


def _write(path: str, text: str) -> None:
    try:
        with open(path, "w") as file:
            file.write(text)
    except OSError:
        return


def _libc() -> CDLL:
    import ctypes

    return ctypes.CDLL(None, use_errno=True)
