from __future__ import annotations

import pytest

from llmtutor.lab.limits import GIB, Limits
from llmtutor.lab.verdict import judge
from llmtutor.model import Ending

LIMITS = Limits(cpu_seconds=10, memory=GIB)
TRACE = "Traceback (most recent call last):\n  ...\n"


@pytest.mark.parametrize(
    ("exit_code", "stderr", "ending"),
    [
        (0, "", Ending.OK),
        (0, "MemoryError, which was caught", Ending.OK),
        (1, TRACE + "ValueError: MemoryErrors are not this", Ending.FAILED),
        (1, TRACE + "MemoryError", Ending.MEMORY),
        (1, TRACE + "numpy._core._exceptions._ArrayMemoryError: Unable to allocate 50.0 GiB", Ending.MEMORY),
        (
            -6,
            "terminate called after throwing an instance of 'std::bad_alloc'\n  what():  std::bad_alloc",
            Ending.MEMORY,
        ),
        (1, TRACE + "ModuleNotFoundError: No module named 'sibling'", Ending.FAILED),
        (-24, "", Ending.TIMEOUT),
        (-11, "", Ending.FAILED),
        (None, "", Ending.FAILED),
    ],
)
def test_ending(exit_code: int | None, stderr: str, ending: Ending) -> None:
    assert judge(None, exit_code, stderr, LIMITS) == (ending, None)


@pytest.mark.parametrize(
    ("module", "package"), [("tensorflow", "tensorflow"), ("torch.nn", "torch"), ("sklearn.svm", "scikit-learn")]
)
def test_a_missing_package_is_named_as_pip_calls_it(module: str, package: str) -> None:
    said = TRACE + f"ModuleNotFoundError: No module named '{module}'\n\n"
    assert judge(None, 1, said, LIMITS) == (Ending.MISSING, package)


def test_killed_by_the_kernel_is_out_of_memory_only_where_there_was_much_of_it() -> None:
    assert judge(None, -9, "", LIMITS, peak=GIB // 2)[0] is Ending.MEMORY
    assert judge(None, -9, "", LIMITS, peak=GIB // 100)[0] is Ending.FAILED


def test_killed_after_its_processor_time_is_out_of_time() -> None:
    assert judge(None, -9, "", LIMITS, processor=11.0)[0] is Ending.TIMEOUT


def test_what_we_stopped_it_for_comes_first() -> None:
    assert judge(Ending.INTERRUPTED, -9, TRACE + "MemoryError", LIMITS) == (Ending.INTERRUPTED, None)
