"""Prompts that ask the same thing twice: near-duplicates by shared runs of words, found without comparing all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from ..letters import fold
from ..model import Part, Problem, Text
from .reader import Document

LIMIT = 0.7
_COMMON = 12


def near_duplicates(parts: list[tuple[Part, Document]]) -> Iterator[Problem]:
    """Pairs of prompts whose word trigrams overlap (Jaccard) by more than `LIMIT`, in the English text.

    Runs that stand in many prompts name no pair by themselves, so the work stays near linear in the bank.
    """
    asked = [
        (question.id, document.place(["questions", number, "prompt"]), _trigrams(question.prompt.en))
        for part, document in parts
        for number, question in enumerate(part.questions)
        if question.kind != "predict-output"
    ]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, (_, _, runs) in enumerate(asked):
        for run in runs:
            holders[run].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for holding in holders.values():
        if 1 < len(holding) <= _COMMON:
            shared.update((a, b) for place, a in enumerate(holding) for b in holding[place + 1 :])
    for (a, b), _ in sorted(shared.items()):
        first, second = asked[a][2], asked[b][2]
        overlap = len(first & second) / len(first | second)
        if overlap > LIMIT:
            yield Problem(
                asked[b][1],
                "REPEATS",
                Text(
                    f"{asked[b][0]} asks nearly what {asked[a][0]} asks", f"{asked[b][0]} 与 {asked[a][0]} 几乎是同一问"
                ),
                Text("ask something else, or drop one", "请换个问法，或删去其一"),
                "warning",
            )


def _trigrams(prompt: str) -> set[tuple[str, ...]]:
    words = fold(prompt).replace("?", " ").replace(",", " ").split()
    return {tuple(words[place : place + 3]) for place in range(max(1, len(words) - 2))}
