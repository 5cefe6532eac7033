"""Every failure a user can act on, as one tree; anything else is a bug and keeps its traceback.

    LlmtutorError
     +-- Declined          1  somebody was asked, and said no
     +-- Usage             2  a wrong option, argument or answer
     +-- NotFound          3  no such concept, question, snippet, topic
     +-- BankBroken        4  the bank cannot be read; carries its problems
     |    +-- IndexDamaged     the compiled bank, a cache, is; the next command builds it anew
     +-- JournalBroken     5  the journal is broken, too new, locked or cannot be written
     +-- CannotWrite       5  a file or the output cannot be written

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


class IndexDamaged(BankBroken):
    """The file is no usable index; delete it and build it again. `said` is what SQLite said."""

    def __init__(self, said: str) -> None:
        super().__init__(
            "index-damaged",
            Text(f"the index of the bank is damaged: {said}", f"题库索引已损坏：{said}"),
            Text("type it again: the index is built anew", "请再输入一次：索引会重新建立"),
        )


class JournalBroken(LlmtutorError):
    exit = Exit.JOURNAL


class CannotWrite(LlmtutorError):
    """A full disk, no permission. `where` is the file, or a word for the output."""

    exit = Exit.JOURNAL

    def __init__(self, where: object, error: OSError, hint: Text) -> None:
        said = error.strerror or str(error)
        super().__init__("cannot-write", Text(f"{where} cannot be written: {said}", f"无法写入 {where}：{said}"), hint)
