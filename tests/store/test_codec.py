"""Every kind of question goes into the index and comes back as it was."""

import pytest

from llmtutor.model import Kind
from llmtutor.store.codec import decode_question, encode_question

from .small_bank import BODIES, question


def test_every_kind_is_among_the_samples() -> None:
    assert {question("a", "b", "c", "丁", body).kind for body in BODIES} == set(Kind)


@pytest.mark.parametrize("body", BODIES)
def test_a_question_comes_back_as_it_was(body: str) -> None:
    sent = question("softmax", "any", "What?", "什么？", body)
    assert decode_question(encode_question(sent)) == sent
