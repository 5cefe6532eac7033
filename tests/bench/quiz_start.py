"""How long a quiz takes to ask its first question: with a long journal beside an empty one. The aim is 1.3 times.

    python -m tests.bench.quiz_start [--events 1000000] [--rounds 15] [--bank FOLDER] [--keep FOLDER]

Each start is a process of its own, `quiz --json`, from its beginning until its first line; they are interleaved with
those over an empty journal, and the ratio is that of their medians. The journal is made once, and its memory folded
once, as the quiz after a long import would do; both are kept in the folder of `--keep` and used again.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from llmtutor.model import Answered
from llmtutor.service.practice_memory import recall
from llmtutor.store.journal import Journal
from llmtutor.workspace import Workspace, find_builtin

from .fold import START, draw_events

BOUND = 1.3
_BATCH = 20_000


def fill(home: Path, bank: Path, count: int, seed: int) -> int:
    """A journal of `count` answers to the questions of `bank`, folded; how many questions they are about."""
    workspace = Workspace({"LLMTUTOR_HOME": str(home), "LLMTUTOR_BANK": str(bank)})
    with workspace.index() as index:
        names = [row.id for row in index.questions()]
    with workspace.journal(create=True) as journal:
        if journal.sequence < count:
            answers = _over_the_years(count, names, seed)
            while batch := list(islice(answers, _BATCH)):
                journal.append(*batch)
        recall(journal, workspace.settings, workspace.clock(), keep=True)
    return len(names)


def _over_the_years(count: int, names: list[str], seed: int) -> Iterator[Answered]:
    """Answers to `names`, from the start of time until yesterday."""
    pace = (datetime.now(UTC) - START) * 0.999 / count
    for number, answer in enumerate(draw_events(count, len(names), seed)):
        at = START + number * pace
        name = names[int(answer.question.rpartition("-")[2])]
        yield replace(answer, at=at.replace(microsecond=0), question=name)


def start(home: Path, bank: Path) -> float:
    """Seconds until the first line of a quiz; the quiz is then left."""
    environ = os.environ | {"LLMTUTOR_HOME": str(home), "LLMTUTOR_BANK": str(bank)}
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "llmtutor", "quiz", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environ,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        took = time.perf_counter() - begun
        process.communicate(b'{"quit": true}\n')
    if b'"kind": "question"' not in line:
        raise SystemExit(f"no question came: {line.decode()}")
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bank", type=Path, default=find_builtin())
    parser.add_argument("--keep", type=Path, help="keep the journals here, and use them again")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = (options.keep or Path(folder)).absolute()
        bank = options.bank.absolute()
        long, empty = root / "long", root / "empty"
        questions = fill(long, bank, options.events, options.seed)
        fill(empty, bank, 0, options.seed)
        times: dict[Path, list[float]] = {long: [], empty: []}
        for number in range(options.rounds + 1):
            for home in (long, empty):
                took = start(home, bank)
                if number:  # the first of each warms the caches of the disk
                    times[home].append(took)
        size = Journal.open(long / "data" / "journal.db", create=False)
        assert size is not None
        with size:
            print(f"{size.sequence:,} events about {questions} questions")
        ratio = statistics.median(times[long]) / statistics.median(times[empty])
        spread = [max(each) / min(each) for each in times.values()]
        print(f"{ratio:.2f} times the start with an empty journal (aim {BOUND}; spread within each {max(spread):.2f})")


if __name__ == "__main__":
    main()
