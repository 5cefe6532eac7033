"""Lines of a file or a pipe, each bounded: whoever sends a gigabyte without a line end costs no gigabyte."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO


def read_lines(source: BinaryIO, limit: int) -> Iterator[bytes]:
    """Each line without its end; of one that is longer than `limit` bytes, `limit` + 1, so that it is seen to be."""
    while line := source.readline(limit + 1):
        if not line.endswith(b"\n"):
            rest = line if len(line) <= limit else b"?"
            while rest and not rest.endswith(b"\n"):
                rest = source.readline(limit)
        yield line.rstrip(b"\r\n")
