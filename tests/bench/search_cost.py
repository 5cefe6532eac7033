"""What a search costs, as ratios of medians over interleaved runs of whole processes.

    python -m tests.bench.search_cost [--runs 15]  over the real bank, against an empty command and a hello
    python -m tests.bench.search_cost --large FOLDER [--questions 100000]      over a large bank, against the real one

The yardsticks are `python -c pass`, a Typer hello-world, and the program's own `--version`, run in the same rounds as
the searches, because times drift and ratios do not. A search by words alone needs no parser; what one costs that does is
told too, and so is the search of the large bank, which is named by an option. FOLDER keeps the synthetic bank and its
index for the next time.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from .banks import REAL
from .synthetic import Writer, draw_parts, write_bank

HELLO = """
import typer
app = typer.Typer()
@app.command()
def hello(name: str = "world") -> None:
    print(f"Hello {name}")
app()
"""
PROGRAM = "from llmtutor.cli.main import run; run()"
QUERIES = ("attention", "注意力", "why is the dot product scaled?", "位置编码", "atention")


class Bench:
    """Runs of named commands in turns; `times` in seconds by name."""

    def __init__(self, home: Path) -> None:
        self.environ = {
            **{key: value for key, value in os.environ.items() if key in ("PATH", "HOME", "TMPDIR", "SYSTEMROOT")},
            "LLMTUTOR_HOME": str(home),
            "PYTHONPATH": str(REAL.parent),
            "LANG": "C.UTF-8",
            "TERM": "xterm",
            "COLUMNS": "80",
        }
        self.commands: dict[str, list[str]] = {}
        self.times: dict[str, list[float]] = defaultdict(list)

    def add(self, name: str, code: str, *words: str) -> None:
        self.commands[name] = [sys.executable, "-c", code, *words]

    def run(self, rounds: int) -> None:
        """One round first that does not count: it writes byte code and indexes."""
        for number in range(rounds + 1):
            for name, command in self.commands.items():
                start = time.perf_counter()
                done = subprocess.run(command, env=self.environ, capture_output=True, check=False, cwd="/")
                if number:
                    self.times[name].append(time.perf_counter() - start)
                elif done.returncode not in (0, 1):
                    raise SystemExit(f"{name}: {done.stderr.decode()}")

    def median(self, name: str) -> float:
        return statistics.median(self.times[name])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--bank", type=Path, default=REAL)
    parser.add_argument("--large", type=Path, help="measure over a synthetic bank kept here")
    parser.add_argument("--questions", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.large:
            compare_sizes(options, Path(folder))
        else:
            compare_yardsticks(options, Path(folder))


def compare_yardsticks(options: argparse.Namespace, home: Path) -> None:
    bench = Bench(home)
    bench.environ["LLMTUTOR_BANK"] = str(options.bank)
    bench.add("python -c pass", "pass")
    bench.add("Typer hello", HELLO)
    bench.add("empty command", PROGRAM, "--version")
    bench.add("--help", PROGRAM, "--help")
    for query in QUERIES:
        bench.add(f"search {query} --json", PROGRAM, "search", query, "--json")
        bench.add(f"search {query}, drawn", PROGRAM, "search", query)
    bench.add("search attention --json --limit 10", PROGRAM, "search", "attention", "--json", "--limit", "10")
    bench.run(options.runs)
    print(f"{'':>45} {'ms':>7} {'to empty':>9} {'to hello':>9}")
    for name in bench.commands:
        median = bench.median(name)
        to_empty = median / bench.median("empty command")
        print(f"{name:>45} {median * 1e3:7.1f} {to_empty:9.2f} {median / bench.median('Typer hello'):9.2f}")


def compare_sizes(options: argparse.Namespace, home: Path) -> None:
    bank = options.large / f"bank-{options.questions}"
    if not (bank / "bank.yaml").exists():
        print(f"writing {options.questions:,} questions to {bank} ...", file=sys.stderr)
        write_bank(bank, draw_parts(options.questions, 100, 1))
    bench = Bench(options.large / "home")
    common = common_words(options.questions)
    for query in (*QUERIES, *common):
        for name, root in (("real", options.bank), ("large", bank)):
            bench.add(f"{name} {query}", PROGRAM, "--bank", str(root), "search", query, "--json")
    bench.run(options.runs)
    ratios = {query: bench.median(f"large {query}") / bench.median(f"real {query}") for query in (*QUERIES, *common)}
    for query, ratio in ratios.items():
        real, large = bench.median(f"real {query}") * 1e3, bench.median(f"large {query}") * 1e3
        print(f"{query:>35}  real {real:6.1f} ms  large {large:6.1f} ms  ratio {ratio:.2f}")
    worst = sorted(ratios[query] for query in common)
    print(f"the {len(common)} commonest words: p95 {worst[round(0.95 * len(worst)) - 1]:.2f}")


def common_words(questions: int, count: int = 20) -> list[str]:
    """The commonest words of the large bank that a query would keep, of both languages in turn."""
    from llmtutor.store.stopwords import ENGLISH, HAN_STOPS

    writer = Writer(questions, 1)
    english = [word for word in writer.en.words if len(word) > 2 and word not in ENGLISH]
    chinese = [word for word in writer.zh.words if len(word) > 1 and word not in HAN_STOPS]
    return [word for pair in zip(english, chinese, strict=False) for word in pair][:count]


if __name__ == "__main__":
    main()
