"""What is raised for a response that is no answer: wrong in form, not in content, so it costs the learner nothing."""

from __future__ import annotations

from ..model import Text


class Unreadable(ValueError):
    """`message` says what could not be read, `hint` how to write it."""

    def __init__(self, message: Text, hint: Text) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint
