"""What a program printed, as bytes up to a limit and as text. Nothing is decoded wrong, control characters are kept."""

from __future__ import annotations

import codecs
from collections.abc import Callable


class Capture:
    """Both streams of one program; `full` once they have printed more than `limit` bytes together.

    `on_output` gets standard output as it comes, in whole characters.
    """

    def __init__(self, limit: int, on_output: Callable[[str], None] | None = None) -> None:
        self._left = limit
        self._streams = {"stdout": bytearray(), "stderr": bytearray()}
        self._on_output = on_output
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.full = False

    def take(self, stream: str, part: bytes) -> None:
        """Add what fits; the rest is dropped."""
        self.full = self.full or len(part) > self._left
        part = part[: self._left]
        self._left -= len(part)
        self._streams[stream] += part
        if self._on_output and stream == "stdout" and (text := self._decoder.decode(part)):
            self._on_output(text)

    def text(self, stream: str) -> str:
        return self._streams[stream].decode("utf-8", "replace")
