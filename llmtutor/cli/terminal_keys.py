"""The keyboard of a terminal: single keys, and lines with editing and history. It leaves the terminal as it found it.

Whatever ends the quiz, an exception, Ctrl-C, SIGTERM or a closed window, puts the modes back; Ctrl-Z puts them back for
as long as the shell has the terminal. Where single keys cannot be read there is still `line`.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Protocol

ENTER, EOF, REDRAW = "enter", "eof", "redraw"
_TICK = 0.2  # seconds between two looks at the size of the window, and at signals
_ESCAPED = 0.05  # seconds within which the rest of an escape sequence has come


class Keyboard(Protocol):
    """`single` says whether `key` works; Ctrl-C is KeyboardInterrupt, and end of input EOFError from `line`."""

    single: bool

    def __enter__(self) -> Keyboard: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def key(self) -> str:
        """The next key: a character as a person means it, or ENTER, EOF, REDRAW."""

    def line(self, prompt: str) -> str: ...


def open_keyboard(environ: Mapping[str, str]) -> Keyboard:
    """Single keys where the terminal can, lines where it cannot, is dumb, or ACCESSIBLE asks for them."""
    linear = environ.get("ACCESSIBLE", "") not in ("", "0") or environ.get("TERM", "") in ("dumb", "unknown")
    if linear or not sys.stdin.isatty() or not sys.stdout.isatty():
        return LineKeyboard()
    if sys.platform == "win32":
        return WindowsKeyboard()
    try:
        return RawKeyboard(sys.stdin.fileno())
    except (OSError, termios.error):
        return LineKeyboard()


def meant(char: str) -> str:
    """A key as it is meant: an input method left on gives full-width digits and punctuation, Caps Lock capitals."""
    return unicodedata.normalize("NFKC", char).lower()


class LineKeyboard:
    """Lines only."""

    single = False

    def __enter__(self) -> LineKeyboard:
        _prepare_editing()
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def key(self) -> str:
        raise NotImplementedError

    def line(self, prompt: str) -> str:
        with _signals_heard():
            return input(prompt)


def _prepare_editing() -> None:
    """Line editing and history for `input`; a pasted text of several lines stays one answer."""
    try:
        import readline
    except ImportError:
        return
    readline.parse_and_bind("set enable-bracketed-paste on")


if sys.platform == "win32":
    import msvcrt
    import time

    class WindowsKeyboard(LineKeyboard):
        """The console of Windows, which edits lines by itself."""

        single = True

        def key(self) -> str:
            size = _size()
            while not msvcrt.kbhit():
                time.sleep(_TICK / 5)
                if _size() != size:
                    return REDRAW
            char = msvcrt.getwch()
            if char in ("\x00", "\xe0"):
                msvcrt.getwch()
                return ""
            if char == "\x03":
                raise KeyboardInterrupt
            return _name(char)

    @contextmanager
    def _signals_heard() -> Iterator[None]:
        yield

else:
    import select
    import signal
    import termios

    @contextmanager
    def _signals_heard() -> Iterator[None]:
        """While a line is read. CPython overlooks a signal, be it Ctrl-C, that comes while readline is busy with a key
        until the next key; a timer that goes off now and then makes it look."""
        before = signal.signal(signal.SIGALRM, lambda number, frame: None)
        signal.setitimer(signal.ITIMER_REAL, _TICK, _TICK)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    class RawKeyboard:
        """A POSIX terminal in cbreak mode: no echo, no waiting for Enter, Ctrl-C and Ctrl-Z as always."""

        single = True

        def __init__(self, descriptor: int) -> None:
            self._descriptor = descriptor
            self._found = termios.tcgetattr(descriptor)
            self._handlers: dict[int, object] = {}
            self._prompt: str | None = None
            self._stale = False
            self._size = _size()

        def __enter__(self) -> RawKeyboard:
            _prepare_editing()
            for number, handler in (
                (signal.SIGTERM, self._die),
                (signal.SIGHUP, self._die),
                (signal.SIGTSTP, self._stop),
            ):
                # What the caller ignores, as nohup does with SIGHUP, stays ignored.
                if signal.getsignal(number) is not signal.SIG_IGN:
                    self._handlers[number] = signal.signal(number, handler)
            self._read_keys()
            return self

        def __exit__(self, *_: object) -> None:
            self._restore()
            for number, handler in self._handlers.items():
                signal.signal(number, handler)  # type: ignore[arg-type]

        def key(self) -> str:
            while True:
                ready, _, _ = select.select([self._descriptor], [], [], _TICK)
                if self._stale or _size() != self._size:
                    self._stale, self._size = False, _size()
                    return REDRAW
                if ready:
                    return _name(self._read_char())

        def line(self, prompt: str) -> str:
            self._restore()
            self._prompt = prompt
            try:
                with _signals_heard():
                    return input(prompt)
            finally:
                self._prompt = None
                self._read_keys()

        def _read_char(self) -> str:
            """One character, or "" for a key that sends a sequence, such as an arrow."""
            first = self._read()
            if first == b"\x1b":
                while select.select([self._descriptor], [], [], _ESCAPED)[0]:
                    if not (byte := self._read()) or byte.isalpha() or byte == b"~":
                        break
                return ""
            length = 1 if first < b"\xc0" else 2 if first < b"\xe0" else 3 if first < b"\xf0" else 4
            if not first:
                return "\x04"
            return (first + b"".join(self._read() for _ in range(length - 1))).decode("utf-8", "replace")

        def _read(self) -> bytes:
            """One byte; none where the terminal is gone."""
            try:
                return os.read(self._descriptor, 1)
            except OSError:
                return b""

        def _read_keys(self) -> None:
            modes = termios.tcgetattr(self._descriptor)
            modes[3] &= ~(termios.ECHO | termios.ICANON)
            modes[6][termios.VMIN], modes[6][termios.VTIME] = 1, 0
            _set_modes(self._descriptor, modes)

        def _restore(self) -> None:
            _set_modes(self._descriptor, self._found)

        def _leave(self) -> None:
            """Put back the modes, and what readline switched on in the terminal while a line is edited."""
            if self._prompt is not None:
                os.write(sys.stdout.fileno(), b"\x1b[?2004l\r\n")
            self._restore()

        def _die(self, number: int, _: object) -> None:
            self._leave()
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)

        def _stop(self, number: int, _: object) -> None:
            modes = termios.tcgetattr(self._descriptor)
            self._leave()
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
            # Here the process lies stopped; what follows happens when the shell brings it back.
            signal.signal(number, self._stop)
            _set_modes(self._descriptor, modes)
            self._stale = True
            if self._prompt is not None:
                import readline

                sys.stdout.write("\x1b[?2004h" + self._prompt + readline.get_line_buffer())
                sys.stdout.flush()

    def _set_modes(descriptor: int, modes: list[object]) -> None:
        with suppress(termios.error):  # the window was closed
            termios.tcsetattr(descriptor, termios.TCSADRAIN, modes)  # type: ignore[arg-type]


def _name(char: str) -> str:
    if char in ("\r", "\n"):
        return ENTER
    if char == "\x04":
        return EOF
    if char == "\x0c":
        return REDRAW
    return meant(char) if char.isprintable() else ""


def _size() -> tuple[int, int]:
    try:
        return tuple(os.get_terminal_size(sys.stdout.fileno()))  # type: ignore[return-value]
    except (OSError, ValueError):
        return (0, 0)
