"""How much a program may use. Times in seconds of the clock or of the processor, sizes in bytes."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20
GIB = 1 << 30


@dataclass(frozen=True, slots=True)
class Limits:
    """`memory` is address space of each process; `processes` counts threads; `output` is both streams together."""

    seconds: float = 30.0
    cpu_seconds: int = 60
    memory: int = 2 * GIB
    file_size: int = 64 * MIB
    processes: int = 64
    output: int = MIB


USUAL = Limits()

# What TensorFlow and PyTorch need: they map far more memory than they use, and start threads by the dozen.
ROOMY = Limits(seconds=300.0, cpu_seconds=600, memory=32 * GIB, file_size=GIB, processes=512)
