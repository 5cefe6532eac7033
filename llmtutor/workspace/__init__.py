"""Where things live, opened on first use: banks, index, journal, settings.

The only reader of the clock, of the home directory and of llmtutor's settings; everything below gets them handed in.

    data     journal.db                     what the learner did; never thrown away
    cache    index-<banks>.db               the compiled bank; may be deleted at any time
    config   config.toml                    settings
"""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias, overload

from ..bank.files import list_files, list_states
from ..errors import BankBroken, IndexDamaged
from ..model import Text

if TYPE_CHECKING:
    from ..store.index import Index
    from ..store.index_file import States
    from ..store.journal import Journal
    from .settings import Settings

BUILTIN = "builtin"

# What lies in each bank folder: file -> (size in bytes, mtime in nanoseconds).
Listing: TypeAlias = Mapping[Path, Mapping[str, tuple[int, int]]]


class Workspace:
    """One user's places and one set of banks."""

    def __init__(
        self,
        environ: Mapping[str, str],
        *,
        banks: tuple[str, ...] = (),
        tell: Callable[[Text], None] = lambda text: None,
        progress: Callable[[int, int], None] = lambda done, total: None,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self.environ = environ
        self._banks = banks
        self._tell = tell
        self._progress = progress
        self._clock = clock

    # --- clock and chance ---

    def clock(self) -> datetime:
        """Now, in UTC, at a resolution of a millisecond (what JSON carries)."""
        now = self._clock() if self._clock else datetime.now(UTC)
        return now.replace(microsecond=now.microsecond // 1000 * 1000)

    def monotonic(self) -> float:
        """Seconds from an arbitrary start, for durations."""
        return time.monotonic()

    def new_id(self) -> str:
        """An id for an event, never from `--seed`."""
        import uuid

        return str(uuid.uuid4())

    def new_seed(self) -> int:
        return int.from_bytes(os.urandom(4), "big") >> 1

    # --- places ---

    @cached_property
    def data_dir(self) -> Path:
        return self._place("data")

    @cached_property
    def cache_dir(self) -> Path:
        return self._place("cache")

    @cached_property
    def config_dir(self) -> Path:
        return self._place("config")

    def _place(self, kind: str) -> Path:
        if home := self.environ.get("LLMTUTOR_HOME"):
            return Path(home).expanduser().absolute() / kind
        import platformdirs

        return Path(getattr(platformdirs, f"user_{kind}_dir")("llmtutor", appauthor=False))

    @property
    def journal_path(self) -> Path:
        return self.data_dir / "journal.db"

    @property
    def config_path(self) -> Path:
        return self.config_dir / "config.toml"

    @cached_property
    def settings(self) -> Settings:
        from .settings_file import read_settings

        return read_settings(self.config_path)

    # --- banks ---

    @cached_property
    def roots(self) -> tuple[Path, ...]:
        """The folders of the banks in use: `--bank`, else LLMTUTOR_BANK, else the one that came with the program."""
        named = self._banks or tuple(filter(None, self.environ.get("LLMTUTOR_BANK", "").split(os.pathsep)))
        roots = (find_builtin() if name == BUILTIN else Path(name).expanduser().absolute() for name in named)
        return tuple(dict.fromkeys(roots)) or (find_builtin(),)

    @property
    def index_path(self) -> Path:
        return self.cache_dir / f"index-{zlib.crc32(self._key().encode()):08x}.db"

    def index(self) -> Index:
        """The index of the banks in use, brought up to date first. Raises `BankBroken` with every problem."""
        from ..store.index import Index

        index = self._open_fresh({str(root): list_states(root) for root in self.roots})
        if index is None:
            from .compiling import refresh

            listed = {root: list_files(root) for root in self.roots}
            index = Index.open(refresh(self.index_path, listed, self._key(), self._tell, self._progress))
        return index

    def _open_fresh(self, states: States) -> Index | None:
        """The index if it holds exactly the files that are there, by size and mtime."""
        from ..store.index import Index

        try:
            index = Index.open(self.index_path)
        except IndexDamaged:
            return None
        if index.key == self._key() and index.is_built_from(states):
            return index
        index.close()
        return None

    def forget_index(self) -> None:
        """Drop the compiled bank, so that the next command builds it: what it holds was found to be damaged."""
        self.index_path.unlink(missing_ok=True)

    def _key(self) -> str:
        """What an index depends on besides the files and the version."""
        return os.pathsep.join(map(str, self.roots))

    # --- journal ---

    @overload
    def journal(self, *, create: Literal[True]) -> Journal: ...
    @overload
    def journal(self, *, create: bool) -> Journal | None: ...
    def journal(self, *, create: bool) -> Journal | None:
        """The journal; None where there is none yet and `create` is false. Raises `JournalBroken`."""
        from ..store.journal import Journal

        if not create and not self.journal_path.exists():
            return None
        return Journal.open(self.journal_path, create=create)


def find_builtin() -> Path:
    """The bank inside the installed package, else the one of the checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "questions", package.parent / "questions"):
        if (folder / "bank.yaml").is_file():
            return folder
    raise BankBroken(
        "no-bank",
        Text("the bank that comes with llmtutor is missing", "找不到 llmtutor 自带的题库"),
        Text("reinstall llmtutor, or name a bank with --bank", "请重新安装 llmtutor，或用 --bank 指定题库"),
    )
