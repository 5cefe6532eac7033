"""How a program ended, told from what is known of its end. Pure."""

from __future__ import annotations

import re

from ..model import Ending
from .limits import Limits

# Packages that a program of a bank may ask for and that llmtutor does not bring along: module -> what pip calls it.
OPTIONAL = {
    "jax": "jax",
    "keras": "keras",
    "matplotlib": "matplotlib",
    "pandas": "pandas",
    "scipy": "scipy",
    "sentencepiece": "sentencepiece",
    "sklearn": "scikit-learn",
    "tensorflow": "tensorflow",
    "tiktoken": "tiktoken",
    "tokenizers": "tokenizers",
    "torch": "torch",
    "transformers": "transformers",
}
_NO_MODULE = re.compile(r"^ModuleNotFoundError: No module named '([A-Za-z0-9_]+)")
_NO_MEMORY = re.compile(r"\b_?(Array)?MemoryError\b|\[Errno 12\]|std::bad_alloc|OpenBLAS.*alloc")
_KILL, _PROCESSOR_TIME = -9, -24  # SIGKILL, SIGXCPU


def judge(
    stopped: Ending | None, exit_code: int | None, stderr: str, limits: Limits, processor: float = 0.0, peak: int = 0
) -> tuple[Ending, str | None]:
    """The ending, and the package that was missing.

    `stopped` is why we ended the program, None if it ended by itself; `processor` its seconds of processor time,
    `peak` the most memory that it ever held, in bytes.
    """
    if stopped:
        return stopped, None
    if exit_code == 0:
        return Ending.OK, None
    if exit_code == _PROCESSOR_TIME or processor >= limits.cpu_seconds:
        return Ending.TIMEOUT, None
    lines = [line for line in stderr.splitlines() if line.strip()]
    last = lines[-1] if lines else ""
    if (found := _NO_MODULE.match(last)) and found[1] in OPTIONAL:
        return Ending.MISSING, OPTIONAL[found[1]]
    # Without memory Python may not even get its traceback out, and says several lines about that.
    # A SIGKILL that did not come from us comes from the kernel, which is out of memory, or from the program itself.
    if (exit_code == _KILL and peak > limits.memory // 4) or any(_NO_MEMORY.search(line) for line in lines[-6:]):
        return Ending.MEMORY, None
    return Ending.FAILED, None
