"""What the bound on work in large banks costs in answers: the ten best questions, against the exhaustive ranking.

    python -m tests.bench.agreement [--questions 100000] [--queries 200] [--index FILE]

Queries are the 20 commonest words of each language, and words drawn as the bank's texts are, one to four at a time. The
exhaustive ranking is that of FTS5's BM25 over every question with any of the words that answers enough of the query.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from pathlib import Path

from llmtutor.store import search_texts
from llmtutor.store.index import Index
from llmtutor.store.rewrite import rewrite
from llmtutor.store.search_texts import Ranked, find_texts

from .banks import build_synthetic
from .synthetic import Writer


def rank(index: Index, query: str, *, most: int = 10, exhaustive: bool = False) -> tuple[list[Ranked], float]:
    """The best questions and the milliseconds it took, the query's understanding apart."""
    request = rewrite(index, query)
    bounds = search_texts.COMMON, search_texts.CHAMPIONS
    if exhaustive:
        search_texts.COMMON, search_texts.CHAMPIONS = 10**9, 0
    try:
        start = time.perf_counter()
        found, _ = find_texts(index, "question", request, [], most)
        return found, (time.perf_counter() - start) * 1e3
    finally:
        search_texts.COMMON, search_texts.CHAMPIONS = bounds


def draw_queries(questions: int, count: int, seed: int) -> tuple[list[str], list[str]]:
    """The commonest words, and queries drawn by frequency."""
    writer = Writer(questions, 1)
    rng = random.Random(seed)
    common = [*writer.en.words[:60], *writer.zh.words[:60]]
    drawn = []
    for number in range(count):
        size = 1 + number % 4
        drawn.append(" ".join(writer.en.draw(rng, size)) if number % 2 else "".join(writer.zh.draw(rng, size)))
    return common, drawn


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--index", type=Path, help="keep the index here, and use it again")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.index or Path(folder) / "index.db"
        build_synthetic(path, options.questions)
        common, drawn = draw_queries(options.questions, options.queries, options.seed)
        with Index.open(path) as index:
            commonest = [query for query in common if len(rank(index, query)[0]) == 10][:40]
            for name, queries in (("common words", commonest), ("drawn queries", drawn)):
                report(name, index, queries)


def report(name: str, index: Index, queries: list[str]) -> None:
    shares, firsts, bounded, whole = [], [], [], []
    for query in queries:
        ranking, _ = rank(index, query, most=1000, exhaustive=True)
        if len(ranking) < 10:
            continue
        _, slow = rank(index, query, exhaustive=True)
        found, fast = rank(index, query)
        scores = {row.number: row.score for row in ranking}
        # Equal scores have no order of their own: whatever is as good as the tenth belongs to the ten best.
        shares.append(sum(scores.get(row.number, 0.0) >= ranking[9].score for row in found) / 10)
        firsts.append(scores.get(found[0].number, 0.0) == ranking[0].score)
        bounded.append(fast)
        whole.append(slow)
    print(f"{name}: {len(shares)} queries with ten hits")
    print(f"  shared with the ten best of the exhaustive ranking: {statistics.mean(shares):.3f}")
    print(f"  the same first: {statistics.mean(firsts):.3f}")
    for label, times in (("bounded", bounded), ("exhaustive", whole)):
        p95 = statistics.quantiles(times, n=20)[-1]
        print(f"  {label:>10}: median {statistics.median(times):6.1f} ms, p95 {p95:6.1f} ms")


if __name__ == "__main__":
    main()
