from datetime import UTC, datetime, timedelta

from llmtutor.learn.credit import EDGE, MOST, SOLID, give_credit, put_off
from llmtutor.model import Memory

START = datetime(2026, 11, 1, 8, tzinfo=UTC)
REQUIRES = {"multi-head": ["self-attention", "softmax"], "self-attention": ["softmax"], "softmax": ["exp"]}


def memory(question: str, day: float, stability: float = 30, interval: float = 30) -> Memory:
    reviewed = START + timedelta(days=day)
    return Memory(question, stability, 5.0, reviewed + timedelta(days=interval), reviewed, 1, 0)


def delay(old: Memory, *later: Memory) -> timedelta:
    memories = {one.question: one for one in (old, *later)}
    return put_off(old, old.question.partition("/")[0], give_credit(memories, REQUIRES))


def test_an_advanced_answer_counts_a_little_for_what_it_contains() -> None:
    assert delay(memory("softmax/a", 0), memory("self-attention/a", 10)) == timedelta(days=10 * EDGE)
    assert delay(memory("exp/a", 0), memory("self-attention/a", 10)) == timedelta(days=10 * EDGE**2)
    assert delay(memory("exp/a", 0), memory("multi-head/a", 10)) == timedelta(days=10 * EDGE**2)


def test_the_largest_credit_counts_not_the_sum() -> None:
    later = [memory("self-attention/a", 10), memory("self-attention/b", 20), memory("multi-head/a", 15)]
    assert delay(memory("softmax/a", 0), *later) == timedelta(days=20 * EDGE)


def test_nothing_is_earned_by_what_came_before_or_is_shaky_or_lies_elsewhere() -> None:
    assert delay(memory("softmax/a", 0), memory("self-attention/a", -1)) == timedelta(0)
    assert delay(memory("softmax/a", 0), memory("self-attention/a", 10, stability=SOLID - 1)) == timedelta(0)
    assert delay(memory("multi-head/a", 0), memory("softmax/a", 10)) == timedelta(0)
    assert delay(memory("softmax/a", 0), memory("softmax/b", 10)) == timedelta(0)
    assert delay(memory("softmax/a", 0)) == timedelta(0)


def test_nothing_is_put_off_for_more_than_a_share_of_its_interval() -> None:
    assert delay(memory("softmax/a", 0, interval=2), memory("self-attention/a", 300)) == timedelta(days=2 * MOST)


def test_a_cycle_in_a_broken_bank_does_no_harm() -> None:
    memories = {"a/1": memory("a/1", 0), "b/1": memory("b/1", 5)}
    assert put_off(memories["a/1"], "a", give_credit(memories, {"a": ["b"], "b": ["a"]})) == timedelta(days=5 * EDGE)
