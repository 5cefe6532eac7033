"""Simulated learners take the placement test: how much of the graph is placed right after at most 25 questions.

    python -m tests.bench.placement [--learners 100] [--graphs bank drawn] [--jobs 2] [--ceiling] [--write]

A learner knows a random downward-closed part of the graph, drawn in one of four ways:

* orders: everything was learned in a random order that respects prerequisites, up to a random place in it.
* seeds: some concepts at random, with everything below them. Whether one of the many on which nothing builds is known
  says nothing about the next one then, so that no test of 25 questions can know it of most.
* topics: every topic was studied to another depth, from not at all to all of it.
* levels: all up to a level, with gaps (one in eight of the concepts, with everything above them).

Who knows a concept slips in one answer of ten, who does not guesses right by the kind of question: one in two for
true-false, one in four for a single choice, hardly ever where something is typed. `bank` is the graph of the bank that
comes with llmtutor, `drawn` are graphs of 180 concepts. `--write` puts the tables into `placement.md`.

The test believes in none of the four as they stand, but one of its two ways of learning, downwards, is near to seeds.
What it believes was chosen by learners with seeds from 1000 on; the tables are of those from 0 on. `--ceiling` adds what
the same learners could be placed by if the test knew how they came about (`placement_ceiling`).
"""

from __future__ import annotations

import argparse
import random
import statistics
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from llmtutor.graph import below
from llmtutor.learn.knowledge_space import Space
from llmtutor.learn.placed import MOST_QUESTIONS
from llmtutor.learn.placement import Evidence, begin, choose_concept

from .learners import draw_curriculum
from .placement_ceiling import Ceiling

SLIP = 0.1
AIM = 0.9
RESULTS = Path(__file__).with_suffix(".md")


@dataclass(frozen=True)
class Graph:
    """Concepts, prerequisites first, with their topics; `guesses` for the question that each would be asked."""

    topics: Mapping[str, str]
    requires: Mapping[str, Sequence[str]]
    levels: Mapping[str, int]
    guesses: Mapping[str, float]


def draw_graph(seed: int) -> Graph:
    curriculum = draw_curriculum(seed)
    rng = random.Random(f"guesses {seed}")
    first = {question.concept: question for question in reversed(curriculum.questions)}
    return Graph(
        topics={concept: first[concept].topic for concept in curriculum.requires},
        requires=curriculum.requires,
        levels={concept: first[concept].level for concept in curriculum.requires},
        guesses={concept: rng.choice([0.03, 0.05, 0.1, 0.25]) for concept in curriculum.requires},
    )


@cache
def read_bank() -> Graph:
    """The graph of the bank, by the index that the program would use."""
    import tempfile

    from llmtutor.service.placement import plan
    from llmtutor.workspace import Workspace

    with tempfile.TemporaryDirectory() as home, Workspace({"LLMTUTOR_HOME": home}).index() as index:
        topics, requires, questions = plan(index)
        levels = {row.slug: row.level for row in index.concepts()}
    return Graph(topics, requires, levels, {concept: some[0].guess for concept, some in questions.items()})


# --- Who knows what -------------------------------------------------------------------------------------------------


def _close(concepts: set[str], graph: Graph) -> set[str]:
    return concepts.union(*(below(concept, graph.requires) for concept in concepts)) if concepts else concepts


def know_orders(graph: Graph, rng: random.Random) -> set[str]:
    left, known = list(graph.topics), set[str]()
    count = rng.randint(0, len(left))
    while len(known) < count:
        ready = [concept for concept in left if known.issuperset(set(graph.requires[concept]) & graph.topics.keys())]
        known.add(rng.choice(ready))
        left = [concept for concept in left if concept not in known]
    return known


def know_seeds(graph: Graph, rng: random.Random) -> set[str]:
    names = list(graph.topics)
    share = rng.random() ** 2
    return _close(set(rng.sample(names, round(share * len(names)))), graph)


def know_topics(graph: Graph, rng: random.Random) -> set[str]:
    depth = {topic: rng.choice([0.0, 0.3, 0.7, 1.0]) for topic in sorted(set(graph.topics.values()))}
    names = list(graph.topics)
    chosen: set[str] = set()
    for topic, share in depth.items():
        mine = [concept for concept in names if graph.topics[concept] == topic]
        chosen |= set(mine[: round(share * len(mine))])
    return {concept for concept in chosen if set(below(concept, graph.requires)) <= chosen}


def know_levels(graph: Graph, rng: random.Random) -> set[str]:
    level = rng.randint(0, 5)
    gaps = {concept for concept in graph.topics if rng.random() < 1 / 8}
    return {
        concept
        for concept in graph.topics
        if all(graph.levels[each] <= level and each not in gaps for each in (concept, *below(concept, graph.requires)))
    }


KINDS: dict[str, Callable[[Graph, random.Random], set[str]]] = {
    "orders": know_orders,
    "seeds": know_seeds,
    "topics": know_topics,
    "levels": know_levels,
}


# --- The test -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Result:
    """`right` is the share of concepts placed right; `beyond` that of the unknown which are placed as known."""

    questions: int
    right: float
    beyond: float
    known: float
    ceiling: float | None = None


def take(graph: Graph, knows: set[str], rng: random.Random) -> Result:
    space = Space(graph.topics, graph.requires)
    belief = begin(space)
    while concept := choose_concept(belief, graph.guesses):
        guess = graph.guesses[concept]
        right = rng.random() < (1 - SLIP if concept in knows else guess)
        belief = belief.after(Evidence(concept, right, guess))
    placed = set(belief.placed())
    count = len(graph.topics)
    return Result(belief.answers, 1 - len(placed ^ knows) / count, len(placed - knows) / count, len(knows) / count)


def run(job: tuple[str, str, int, bool]) -> Result:
    where, kind, seed, ceiling = job
    rng = random.Random(f"{kind} {seed}")
    graph = read_bank() if where == "bank" else draw_graph(seed)
    knows = KINDS[kind](graph, rng)
    result = take(graph, knows, rng)
    if not ceiling:
        return result
    best = Ceiling(kind, graph.topics, graph.requires, graph.levels, graph.guesses)
    return replace(result, ceiling=best.take(knows, SLIP, MOST_QUESTIONS, random.Random(f"ceiling {kind} {seed}")))


def tell(where: str, kind: str, results: Sequence[Result]) -> str:
    right = sorted(result.right for result in results)
    ceilings = [result.ceiling for result in results if result.ceiling is not None]
    return (
        f"| {where} | {kind} | {statistics.mean(result.known for result in results):.0%} "
        f"| {statistics.mean(right):.1%} | {f'{statistics.mean(ceilings):.1%}' if ceilings else '-'} "
        f"| {right[len(right) // 10]:.1%} | {right[0]:.1%} "
        f"| {statistics.mean(result.beyond for result in results):.1%} "
        f"| {statistics.mean(result.questions for result in results):.1f} "
        f"| {max(result.questions for result in results)} |"
    )


HEAD = (
    "| graph | knows by | known | placed right, mean | could be | 10th percentile | worst | known too much | questions | most |\n"
    "|---|---|---|---|---|---|---|---|---|---|"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--learners", type=int, default=100)
    parser.add_argument("--graphs", nargs="+", choices=["bank", "drawn"], default=["bank", "drawn"])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--ceiling", action="store_true")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    lines = [HEAD]
    print(HEAD)
    means: dict[str, float] = {}
    with ProcessPoolExecutor(chosen.jobs) as pool:
        for where in chosen.graphs:
            for kind in KINDS:
                results = list(pool.map(run, [(where, kind, seed, chosen.ceiling) for seed in range(chosen.learners)]))
                lines.append(tell(where, kind, results))
                means[f"{where}, {kind}"] = statistics.mean(result.right for result in results)
                print(lines[-1], flush=True)
    mean = statistics.mean(means.values())
    below = ", ".join(name for name, right in means.items() if right < AIM)
    verdict = (
        f"Aim: {AIM:.0%} placed right on the average with at most {MOST_QUESTIONS} questions: {mean:.1%} over all, "
        f"{'met' if mean >= AIM else 'missed'}; missed by itself for: {below or 'none'}."
    )
    print(verdict)
    if chosen.write:
        RESULTS.write_text("\n".join(["# Placement", "", *lines, "", verdict, ""]), "utf-8")


if __name__ == "__main__":
    main()
