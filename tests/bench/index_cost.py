"""What building the index costs.

    python -m tests.bench.index_cost                 the real bank: a whole refresh, against yaml.load of the same files
    python -m tests.bench.index_cost --scale         1,000, 10,000, 100,000 questions: CPU and memory, by question
    python -m tests.bench.index_cost --touch         10,000 questions in 100 files: one file changed, against a build

A refresh is what a command does when files changed: read, validate with places, index, put in place. CPU seconds of
this process; medians of interleaved runs. `--scale` builds each size in a process of its own, to see its memory; it
writes each bank as YAML first, and counts only the refresh.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from llmtutor.workspace import Workspace

from .banks import REAL
from .synthetic import draw_parts, write_bank

SIZES = (1_000, 10_000, 100_000)


def refresh(bank: Path, home: Path) -> None:
    """Bring the index up to date, as every command does."""
    workspace = Workspace({"LLMTUTOR_HOME": str(home), "PATH": os.environ["PATH"]}, banks=(str(bank),))
    workspace.index().close()


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def measure_real(bank: Path, runs: int) -> None:
    files = [file.read_bytes() for file in sorted(bank.rglob("*.yaml"))]
    loads, refreshes = [], []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(runs + 1):
            loading = cpu(lambda: [yaml.load(text, yaml.CSafeLoader) for text in files])
            refreshing = cpu(lambda number=number: refresh(bank, Path(folder) / str(number)))  # type: ignore[misc]
            if number:  # the first run imports
                loads.append(loading)
                refreshes.append(refreshing)
    load, whole = statistics.median(loads), statistics.median(refreshes)
    size = sum(map(len, files)) / 1e3
    print(f"{len(files)} files, {size:,.0f} KB: yaml.load {load * 1e3:.0f} ms, refresh {whole * 1e3:.0f} ms", end=", ")
    print(f"ratio {whole / load:.2f}")


def measure_scale(questions: int | None) -> None:
    if questions is None:
        costs = []
        for size in SIZES:
            words = [sys.executable, "-m", "tests.bench.index_cost", "--scale", "--questions", str(size)]
            done = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True)
            print(done.stdout, end="", flush=True)
            costs.append(float(done.stdout.split()[-1]))
        print(f"per question, {SIZES[-1]:,} against {SIZES[0]:,}: {costs[-1] / costs[0]:.2f}")
        return
    with tempfile.TemporaryDirectory() as folder:
        bank = Path(folder) / "bank"
        write_in_another_process(bank, questions)
        write_in_another_process(Path(folder) / "few", 10)
        refresh(Path(folder) / "few", Path(folder) / "warm")  # imports
        seconds = cpu(lambda: refresh(bank, Path(folder) / "home"))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
        megabytes = sum(file.stat().st_size for file in (Path(folder) / "home").rglob("*.db")) / 1e6
    print(
        f"{questions:>7,} questions: {seconds:6.1f} s, peak {peak:,.0f} MB, index {megabytes:,.0f} MB; ms a question",
        end=" ",
    )
    print(f"{seconds / questions * 1e3:.3f}")


def write_in_another_process(bank: Path, questions: int) -> None:
    words = [sys.executable, "-m", "tests.bench.synthetic", str(bank), "--questions", str(questions)]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)


def measure_touch(runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        bank, home = Path(folder) / "bank", Path(folder) / "home"
        write_bank(bank, draw_parts(10_000, 100, 1))
        files = sorted(bank.glob("*/*.yaml"))
        build = cpu(lambda: refresh(bank, home))
        touched = []
        for file in files[:runs]:
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("summary:", "summary: ", 1), encoding="utf-8")
            touched.append(cpu(lambda: refresh(bank, home)))
    median = statistics.median(touched)
    print(
        f"build {build:.2f} s; one of {len(files)} files changed: {median * 1e3:.0f} ms, a part of {median / build:.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", action="store_true")
    parser.add_argument("--touch", action="store_true")
    parser.add_argument("--questions", type=int, help="with --scale: one size alone")
    parser.add_argument("--bank", type=Path, default=REAL)
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    if options.scale:
        measure_scale(options.questions)
    elif options.touch:
        measure_touch(options.runs)
    else:
        measure_real(options.bank, options.runs)


if __name__ == "__main__":
    main()
