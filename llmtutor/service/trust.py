"""Whose programs may run: those of the built-in bank, and those that the user has agreed to, as they were then.

A program is known by the SHA-256 of its text, so a single changed letter asks anew, and one that was agreed to may move
or be copied. What was agreed to is a line in `trusted-programs.txt` in the data folder; only ever appended to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import CannotWrite, Declined, Usage
from ..model import Text
from ..workspace import find_builtin

if TYPE_CHECKING:
    from ..views.upkeep import TrustView
    from ..workspace import Workspace

# Shows programs, by name, and asks whether they may run.
Ask = Callable[[Mapping[str, str]], bool]


def require_trust(workspace: Workspace, programs: Mapping[str, str], ask: Ask | None = None) -> None:
    """Return if every program (name -> text) may run; `ask` about the others, once, and remember a yes.

    Raises `Usage` where nobody can be asked (`ask` is None), `Declined` where the answer is no.
    """
    if workspace.roots == (find_builtin(),):
        return
    agreed = _read(workspace)
    unknown = {
        name: code for name, code in programs.items() if digest(code) not in agreed and not _is_builtin(name, code)
    }
    if not unknown:
        return
    names = ", ".join([*unknown][:3]) + ("…" if len(unknown) > 3 else "")
    if ask is None:
        raise Usage(
            "not-trusted",
            Text(
                f"{names}: a program of a bank that did not come with llmtutor, and nobody has agreed to it yet",
                f"{names}：此程序来自非自带题库，尚未得到许可",
            ),
            Text(
                "read it (llmtutor snippet NAME), then: llmtutor bank trust PATH",
                "先查看（llmtutor snippet 程序名），再执行：llmtutor bank trust 题库目录",
            ),
        )
    if not ask(unknown):
        raise Declined(
            "declined",
            Text(f"{names} was not run", f"没有运行 {names}"),
            Text("llmtutor snippet NAME shows it again", "用 llmtutor snippet 程序名 再次查看"),
        )
    _remember(workspace, unknown)


def trust_bank(workspace: Workspace, path: str) -> TrustView:
    """Agree to all programs that the bank folder `path` holds, as they are now. Raises `BankBroken` if it is none."""
    from ..views.upkeep import TrustView

    root = Path(path).expanduser().absolute()
    programs = read_programs(root)
    agreed = _read(workspace)
    new = {name: code for name, code in programs.items() if digest(code) not in agreed}
    if new:
        _remember(workspace, new)
    return TrustView(str(root), len(programs), tuple(new))


def read_programs(root: Path) -> dict[str, str]:
    """All programs of the bank folder `root`: their path without `.py` -> their text. Raises `BankBroken`."""
    from ..bank.files import list_files, unreadable

    programs: dict[str, str] = {}
    for file in list_files(root):
        if file.endswith(".py"):
            try:
                programs[file.removesuffix(".py")] = (root / file).read_text(encoding="utf-8")
            except OSError as error:
                raise unreadable(root / file, error) from error
            except UnicodeDecodeError as error:
                raise unreadable(root / file, OSError(str(error))) from error
    return programs


def digest(code: str) -> str:
    import hashlib  # not for the bank that came along, which is the usual case

    return hashlib.sha256(code.encode("utf-8", "surrogatepass")).hexdigest()


def _is_builtin(name: str, code: str) -> bool:
    """Whether the bank that came with llmtutor holds this very program."""
    try:
        held = (folder / f"{name.rpartition('/')[2]}.py" for folder in find_builtin().iterdir() if folder.is_dir())
        return any(path.is_file() and path.read_text(encoding="utf-8") == code for path in held)
    except (OSError, UnicodeDecodeError):
        return False


def _path(workspace: Workspace) -> Path:
    return workspace.data_dir / "trusted-programs.txt"


def _read(workspace: Workspace) -> frozenset[str]:
    """The digests that were agreed to; a line that is none, such as one cut short, counts for nothing."""
    try:
        lines = _path(workspace).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return frozenset()
    return frozenset(line.partition(" ")[0] for line in lines)


def _remember(workspace: Workspace, programs: Mapping[str, str]) -> None:
    path = _path(workspace)
    lines = "".join(f"{digest(code)} {' '.join(name.split())}\n" for name, code in programs.items())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            # What a full disk once cut short must not swallow the first of these.
            file.write((b"\n" if file.tell() else b"") + lines.encode("utf-8", "replace"))
    except OSError as error:
        hint = Text("make room there, or set LLMTUTOR_HOME", "请腾出空间，或设置 LLMTUTOR_HOME")
        raise CannotWrite(path, error, hint) from error
