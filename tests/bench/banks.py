"""Indexes to measure on: the real bank, or a synthetic one of any size, built where it is asked for."""

from __future__ import annotations

import sys
from pathlib import Path

from llmtutor.bank.files import concept_files, list_files, stamp
from llmtutor.bank.parse import parse_concept, parse_head
from llmtutor.model import Bank, FileStamp, Part
from llmtutor.store import index

from . import synthetic

REAL = synthetic.REAL


def read_bank(root: Path = REAL) -> tuple[Bank, list[Part], dict[str, list[FileStamp]]]:
    """Every concept file that can be read; the others are named on stderr and left out."""
    listed = list_files(root)
    head, problems = parse_head(root, listed)
    if head is None:
        raise SystemExit(problems[0].message.en)
    parts = []
    for path in concept_files(listed):
        parsed = parse_concept(root, path, head.id)
        if parsed.part:
            parts.append(parsed.part)
        else:
            print(f"left out: {path}", file=sys.stderr)
    return head, parts, {head.id: list(stamp(root, listed, {}).values())}


def build_real(path: Path, root: Path = REAL) -> list[Part]:
    head, parts, stamps = read_bank(root)
    index.build(path, [head], parts, stamps, key=str(root))
    return parts


def build_synthetic(path: Path, questions: int, per_file: int = 100, seed: int = 1) -> None:
    """Built once: an index that is there and readable is used again."""
    if index.read_stamps(path, key="synthetic") is None:
        parts = synthetic.draw_parts(questions, per_file, seed)
        stamps = synthetic.stamps(questions // per_file)
        index.build(path, [synthetic.head()], parts, stamps, key="synthetic")
