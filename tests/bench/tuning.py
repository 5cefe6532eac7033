"""Simulated journals: does fitting the scheduler help, and from how many reviews on.

    python -m tests.bench.tuning [--seeds 100] [--first 100] [--reviews 500 1000 1500 2000] [--jobs 2] [--write]

A learner forgets by FSRS-6 with weights of their own, drawn around the defaults: the first four by a factor of about
two, the others by a quarter, the decay anywhere from 0.1 to 0.5. They are asked by the default weights, twenty
questions a day at most, misses once more in the same session. `learn.tuning` sees grades and times, and nothing else.

For each number of reviews: in how many of the seeds the weights in use after tuning are worse on the held-out tail than
the defaults, in how many tuning declined and left the defaults, and what weights that were offered gained. Without the
rule that declines, the fitted weights would be worse in as many seeds as the last columns say. The seeds below
100 were looked at when the thresholds were chosen, so they are left out. `--write` puts the table into `tuning.md`.
"""

from __future__ import annotations

import argparse
import math
import random
import statistics
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from fsrs import Card, Rating, Scheduler

from llmtutor.learn import tuning
from llmtutor.learn.memory import Review, default_weights, weight_bounds
from llmtutor.model import Grade

START = datetime(2026, 1, 1, 18, tzinfo=UTC)
AIM = 0.95
RESULTS = Path(__file__).with_suffix(".md")
_DAY = timedelta(days=1)
_A_DAY, _NEW = 20, 5


def draw_weights(rng: random.Random) -> tuple[float, ...]:
    drawn: list[float] = []
    for place, (weight, (low, high)) in enumerate(zip(default_weights(), weight_bounds(), strict=True)):
        value = rng.uniform(0.1, 0.5) if place == 20 else weight * math.exp(rng.gauss(0, 0.6 if place < 4 else 0.25))
        drawn.append(min(max(value, low), high))
    for place in range(1, 4):  # a better grade never means a shorter memory
        drawn[place] = max(drawn[place], drawn[place - 1])
    return tuple(drawn)


def _scheduler(weights: Sequence[float]) -> Scheduler:
    return Scheduler(parameters=weights, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def simulate(weights: Sequence[float], count: int, rng: random.Random) -> dict[str, list[Review]]:
    """The answers of a learner with these weights, until `count` of them came a day or more after the one before."""
    truth, schedule = _scheduler(weights), _scheduler(default_weights())
    known: dict[int, Card] = {}
    planned: dict[int, Card] = {}
    reviews: dict[str, list[Review]] = {}
    told = day = 0
    while told < count:
        at = START + day * _DAY
        due = [key for key in planned if planned[key].due.date() <= at.date()][: 3 * _A_DAY]
        fresh = range(len(known), len(known) + max(0, min(_NEW, _A_DAY - len(due))))
        for key in [*due, *fresh]:
            if key in known:
                right = rng.random() < truth.get_card_retrievability(known[key], at)
                grade = (Grade.HARD if rng.random() < 0.1 else Grade.GOOD) if right else Grade.AGAIN
                told += at - reviews[f"c/q{key}"][-1][0] >= _DAY
            else:
                known[key], planned[key] = Card(card_id=key, due=at), Card(card_id=key, due=at)
                grade = rng.choices([Grade.AGAIN, Grade.HARD, Grade.GOOD], [0.3, 0.1, 0.6])[0]
            for given in (grade, Grade.HARD) if grade is Grade.AGAIN else (grade,):
                known[key], _ = truth.review_card(known[key], Rating(given), at)
                planned[key], _ = schedule.review_card(planned[key], Rating(given), at)
                reviews.setdefault(f"c/q{key}", []).append((at, f"{at.isoformat()} {key}", given))
                at += timedelta(seconds=30)
        day += 1
    return reviews


@dataclass(frozen=True)
class Result:
    """`gain` in log loss on the tail, 0 where the defaults stay; `ungated` is what fitting gains without a second look."""

    tested: int
    offered: bool
    gain: float
    ungated: float


def run(job: tuple[int, int]) -> Result:
    count, seed = job
    rng = random.Random(f"tuning {seed}")
    reviews = simulate(draw_weights(rng), count, rng)
    tuned = tuning.tune(reviews)
    with patch.object(tuning, "CLEAR", -math.inf):
        always = tuning.tune(reviews)
    gain = 0.0 if tuned.after is None else tuned.before - tuned.after
    assert always.after is not None
    return Result(tuned.tested, tuned.weights is not None, gain, always.before - always.after)


HEAD = (
    "| reviews | held out | worse than defaults | left at defaults | gain where offered | worse if never left | gain then |\n"
    "|---|---|---|---|---|---|---|"
)


def tell(count: int, results: Sequence[Result]) -> str:
    offered = [result.gain for result in results if result.offered]
    return (
        f"| {count} | {statistics.mean(result.tested for result in results):.0f} "
        f"| {sum(result.gain < 0 for result in results)} of {len(results)} | {len(results) - len(offered)} "
        f"| {statistics.mean(offered) if offered else 0:.4f} | {sum(result.ungated < 0 for result in results)} "
        f"| {statistics.mean(result.ungated for result in results):.4f} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seeds", type=int, default=100)
    parser.add_argument("--first", type=int, default=100)
    parser.add_argument("--reviews", type=int, nargs="+", default=[500, 1000, 1500, 2000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    lines = [HEAD]
    print(HEAD)
    met = True
    with ProcessPoolExecutor(chosen.jobs) as pool:
        for count in chosen.reviews:
            results = list(pool.map(run, [(count, seed) for seed in range(chosen.first, chosen.first + chosen.seeds)]))
            lines.append(tell(count, results))
            print(lines[-1], flush=True)
            if count >= tuning.NEEDED:
                met = met and sum(result.gain >= 0 for result in results) >= AIM * len(results)
    verdict = (
        f"Aim: from {tuning.NEEDED} reviews on, not worse than the defaults in {AIM:.0%} of the seeds: "
        f"{'met' if met else 'missed'}."
    )
    print(verdict)
    if chosen.write:
        RESULTS.write_text("\n".join(["# Tuning", "", *lines, "", verdict, ""]), "utf-8")


if __name__ == "__main__":
    main()
