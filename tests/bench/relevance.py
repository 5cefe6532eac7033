"""How well search finds what was meant: success@1, success@5 and MRR@10 by kind of query.

    python -m tests.bench.relevance [--half work|report|all] [--misses] [FILE ...]

A file of the test set is a YAML list of `{query, lang, kind, expect}`: `lang` is en, zh or mixed, `kind` one of KINDS,
`expect` the concepts of which one should come first, empty for a query that the bank has no answer to. Such a query is
a success if nothing is shown. Queries of which no concept exists are left out and counted. A query's half follows from
its text, so that new queries do not move old ones: tune with one half only.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

from llmtutor.store.index import Index
from llmtutor.store.search import search

from .banks import REAL, build_real

QUERIES = Path(__file__).parent / "relevance"
KINDS = (
    "exact",
    "alias",
    "abbreviation",
    "cross-language",
    "typo",
    "prefix",
    "joined-split",
    "question",
    "mixed",
    "none",
)


def half_of(query: str) -> str:
    return "report" if hashlib.sha256(query.encode()).digest()[0] % 2 else "work"


def read_queries(files: list[Path]) -> list[dict[str, Any]]:
    """All queries; a malformed one ends the script with its place."""
    queries = []
    for file in files:
        for number, row in enumerate(yaml.safe_load(file.read_text(encoding="utf-8")), 1):
            if row.get("kind") not in KINDS or not isinstance(row.get("query"), str) or "expect" not in row:
                raise SystemExit(f"{file.name}: entry {number} is no query: {row}")
            if (row["kind"] == "none") == bool(row["expect"]):
                raise SystemExit(f"{file.name}: entry {number}: only a query of kind none expects nothing")
            queries.append(row)
    return queries


def rank_of(index: Index, query: str, expected: set[str]) -> int:
    """The place, from 1, of the first hit of an expected concept, each concept counted once; 0 if there is none."""
    concepts = list(dict.fromkeys(hit.concept for hit in search(index, query, limit=30).hits))
    return next((place for place, concept in enumerate(concepts, 1) if concept in expected), 0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--half", choices=("work", "report", "all"), default="report")
    parser.add_argument("--bank", type=Path, default=REAL)
    parser.add_argument("--misses", action="store_true", help="show queries whose first hit is none of the expected")
    options = parser.parse_args()
    queries = read_queries(options.files or sorted(QUERIES.glob("*.yaml")))
    queries = [row for row in queries if options.half in ("all", half_of(row["query"]))]
    ranks: dict[str, list[int]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index.db"
        known = {part.concept.slug for part in build_real(path, options.bank)}
        left_out = 0
        with Index.open(path) as index:
            for row in queries:
                expected = known & set(row["expect"])
                if row["kind"] == "none":
                    hits = search(index, row["query"]).hits
                    rank = 0 if hits else 1
                    what = hits[0].id if hits else ""
                elif expected:
                    rank = rank_of(index, row["query"], expected)
                    hits = search(index, row["query"]).hits
                    what = hits[0].id if hits else "nothing"
                else:
                    left_out += 1
                    continue
                ranks[row["kind"]].append(rank)
                if options.misses and rank != 1:
                    print(f"{row['kind']:>14}  {row['query']}  ->  {what}, not {row['expect']} (rank {rank})")
    print(f"{options.half}: {sum(map(len, ranks.values()))} queries over {len(known)} concepts; {left_out} left out\n")
    print(f"{'kind':>14} {'n':>4} {'success@1':>10} {'success@5':>10} {'MRR@10':>8}")
    for kind in KINDS:
        if ranks[kind]:
            print_row(kind, ranks[kind])
    print_row("with an answer", [rank for kind, found in ranks.items() if kind != "none" for rank in found])


def print_row(name: str, ranks: list[int]) -> None:
    count = len(ranks) or 1
    first = sum(rank == 1 for rank in ranks) / count
    five = sum(1 <= rank <= 5 for rank in ranks) / count
    reciprocal = sum(1 / rank for rank in ranks if 1 <= rank <= 10) / count
    print(f"{name:>14} {len(ranks):>4} {first:>10.3f} {five:>10.3f} {reciprocal:>8.3f}")


if __name__ == "__main__":
    main()
