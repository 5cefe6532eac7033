"""The programs that stand beside a concept file: read, never run; what is missing is a problem at its place."""

from __future__ import annotations

from pathlib import Path

from ..model import Code, Problem, Snippet, Text
from .exercise_files import make_code
from .reader import Document
from .schema import CodeShape


class Programs:
    """The programs that one concept file names, read once each; what is missing is a problem."""

    def __init__(self, root: Path, folder: str, document: Document, concept: str) -> None:
        self._root = root / folder
        self._document = document
        self._concept = concept
        self.snippets: list[Snippet] = []
        self.problems: list[Problem] = []

    def load(self, file: str, path: list[str | int]) -> Snippet | None:
        name = file.removesuffix(".py")
        for known in self.snippets:
            if known.name == name:
                return known
        if name != self._concept and not name.startswith(f"{self._concept}."):
            self._complain(
                path,
                Text(f"{file} does not belong to {self._concept}", f"{file} 不属于概念 {self._concept}"),
                Text(
                    f"name programs {self._concept}.py or {self._concept}.something.py",
                    f"程序应命名为 {self._concept}.py 或 {self._concept}.某名.py",
                ),
            )
            return None
        code = self._read(file, path, Text("write the program beside this file", "请在本文件旁编写该程序"))
        output = self._read(
            f"{name}.out",
            path,
            Text("`llmtutor bank test --update` records it", "用 `llmtutor bank test --update` 生成"),
        )
        if code is None or output is None:
            return None
        snippet = Snippet(name, self._concept, _docstring(code), code, output, needed_packages(code))
        self.snippets.append(snippet)
        return snippet

    def load_exercise(self, shape: CodeShape, path: list[str | int]) -> Code:
        """The programs of an exercise, which are no snippets: nobody runs them by themselves."""
        mend = Text("write it beside this file", "请在本文件旁编写")
        return make_code(self._concept, shape, lambda file: self._read(file, [*path[:2], "id"], mend))

    def _read(self, file: str, path: list[str | int], mend: Text) -> str | None:
        try:
            return (self._root / file).read_text(encoding="utf-8")
        except FileNotFoundError:
            self._complain(path, Text(f"{file} does not exist", f"{file} 不存在"), mend)
        except (OSError, UnicodeDecodeError) as error:
            self._complain(path, Text(f"{file} cannot be read: {error}", f"无法读取 {file}：{error}"), mend)
        return None

    def _complain(self, path: list[str | int], message: Text, mend: Text) -> None:
        self.problems.append(Problem(self._document.place(path), "PROGRAM", message, mend))


def _docstring(code: str) -> str:
    """The first line of the module docstring, without running or compiling anything."""
    head = code.lstrip()
    for quote in ('"""', "'''"):
        if head.startswith(quote):
            return head[3:].partition(quote)[0].strip().partition("\n")[0]
    return ""


_OPTIONAL = ("tensorflow", "keras", "torch", "jax")


def needed_packages(code: str) -> tuple[str, ...]:
    """Optional packages that a program imports."""
    lines = [line.split() for line in code.splitlines() if line.startswith(("import ", "from "))]
    imported = {words[1].partition(".")[0].rstrip(",") for words in lines if len(words) > 1}
    return tuple(name for name in _OPTIONAL if name in imported)
