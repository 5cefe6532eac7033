"""Every failure a user can act on, as one tree; anything else is a bug and keeps its traceback.

    LlmtutorError
     +-- Declined          1  somebody was asked, and said no
     +-- Usage             2  a wrong option, argument or answer
     +-- NotFound          3  no such concept, question, snippet, topic
     +-- BankBroken        4  the bank cannot be read; carries its problems
     +-- JournalBroken     5  the journal is broken, too new, locked or cannot be written

`message` and `hint` are in both languages; a hint is a command or an act that helps.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, ClassVar

from .model import Text

if TYPE_CHECKING:
    from .model import Problem


class Exit(IntEnum):
    """What the process tells the shell."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    NOT_FOUND = 3
    BANK = 4
    JOURNAL = 5
    BUG = 70
    INTERRUPTED = 130


class LlmtutorError(Exception):
    """`code` is a slug for scripts."""

    exit: ClassVar[Exit] = Exit.BUG

    def __init__(self, code: str, message: Text, hint: Text) -> None:
        super().__init__(message.en)
        self.code = code
        self.message = message
        self.hint = hint


class Declined(LlmtutorError):
    exit = Exit.FINDINGS


class Usage(LlmtutorError):
    exit = Exit.USAGE


class NotFound(LlmtutorError):
    exit = Exit.NOT_FOUND


class BankBroken(LlmtutorError):
    exit = Exit.BANK

    def __init__(self, code: str, message: Text, hint: Text, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(code, message, hint)
        self.problems = problems


class JournalBroken(LlmtutorError):
    exit = Exit.JOURNAL
