"""What folding a journal costs beside py-fsrs' own review calls for the same answers. At most 1.5 times is the aim.

    python -m tests.bench.fold [--events 100000] [--questions 400] [--rounds 5]

Both fold the same events in the same order; the rounds are interleaved, and the ratio is that of their medians.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from fsrs import Card, Rating, Scheduler

from llmtutor.learn.memory import remember
from llmtutor.model import Answered, Event, Grade

START = datetime(2020, 1, 1, tzinfo=UTC)
BOUND = 1.5


def draw_events(count: int, questions: int, seed: int) -> Iterator[Answered]:
    """Answers over the years to questions drawn at random, a few minutes apart, most of them right."""
    rng = random.Random(seed)
    at = START
    for number in range(count):
        at += timedelta(seconds=rng.uniform(10, 1000))
        question = rng.randrange(questions)
        right = rng.random() < 0.85
        grade = rng.choice([Grade.HARD, Grade.GOOD, Grade.GOOD, Grade.GOOD, Grade.EASY]) if right else Grade.AGAIN
        yield Answered(
            id=f"{rng.getrandbits(128):032x}",
            device="device",
            at=at.replace(microsecond=at.microsecond // 1000 * 1000),
            session=f"session-{number // 20}",
            bank="builtin",
            question=f"concept-{question // 5}/question-{question}",
            digest="0" * 16,
            variant=rng.getrandbits(32),
            response="B",
            right=right,
            score=float(right),
            grade=grade,
            milliseconds=rng.randrange(2_000, 60_000),
        )


def call_fsrs(events: Sequence[Event]) -> dict[str, Card]:
    """One review call an answer, and nothing else."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    cards: dict[str, Card] = {}
    for event in events:
        if isinstance(event, Answered) and event.grade is not None:
            card = cards.get(event.question) or Card(card_id=1, due=event.at)
            cards[event.question], _ = scheduler.review_card(card, Rating(event.grade), event.at)
    return cards


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    events = list(draw_events(options.events, options.questions, options.seed))
    cards, memories = call_fsrs(events), remember(events)
    assert {name: card.stability for name, card in cards.items()} == {
        name: memory.stability for name, memory in memories.items()
    }
    ours, theirs = [], []
    for _ in range(options.rounds):
        theirs.append(timed(lambda: call_fsrs(events)))
        ours.append(timed(lambda: remember(events)))
    ratio = statistics.median(ours) / statistics.median(theirs)
    print(
        f"{options.events:,} events, {options.questions} questions: {ratio:.2f} times py-fsrs' own calls (aim {BOUND})"
    )


if __name__ == "__main__":
    main()
