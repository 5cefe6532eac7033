"""The programs of an exercise, beside the concept that it belongs to:

softmax.write-softmax.stub.py           what the learner begins with
softmax.write-softmax.solution.py       the reference
softmax.write-softmax.judge.py          inputs and laws (`lab.judge`)
softmax.write-softmax.wrong-NAME.py     a typical wrong solution, one for each of `mistakes`
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from ..model import Code, Mistake, Text

if TYPE_CHECKING:
    from .schema import CodeShape

_PROGRAM = re.compile(r"[^/]+\.[a-z0-9-]+\.(stub|solution|judge|wrong-[a-z0-9-]+)\.py\Z")

Read = Callable[[str], str | None]


def is_exercise_file(path: str) -> bool:
    """Whether it is a program of an exercise, which is judged and not run by itself."""
    return bool(_PROGRAM.search(path.rpartition("/")[2]))


def name_files(question: str, mistakes: Iterable[str]) -> list[str]:
    """The files of the exercise `concept/name`: stub, solution, judge, then the wrong ones in their order."""
    stem = question.replace("/", ".")
    return [f"{stem}.{part}.py" for part in ("stub", "solution", "judge", *(f"wrong-{name}" for name in mistakes))]


def make_code(concept: str, shape: CodeShape, read: Read) -> Code:
    """The exercise with its programs; `read` complains of those that are missing, and they are empty then."""
    stub, solution, judge, *wrong = (read(file) or "" for file in _files(concept, shape))
    mistakes = tuple(
        Mistake(mistake.name, code, Text(mistake.why.en, mistake.why.zh), mistake.misconception)
        for mistake, code in zip(shape.mistakes, wrong, strict=True)
    )
    return Code(shape.function, stub, solution, judge, mistakes)


def _files(concept: str, shape: CodeShape) -> list[str]:
    return name_files(f"{concept}/{shape.id}", [mistake.name for mistake in shape.mistakes])


def check_programs(concept: str, shape: CodeShape, read: Callable[[str], str]) -> Iterator[tuple[str, Text, Text]]:
    """Rule, message and mend of what is wrong with the texts of the programs; nothing is run."""
    texts: dict[str, str] = {}
    for file in _files(concept, shape):
        code = texts[file] = read(file)
        try:
            tree = ast.parse(code)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            message = Text(f"{file} is not Python: {error}", f"{file} 不是合法的 Python：{error}")
            yield "SYNTAX", message, Text("correct it", "请改正")
            continue
        functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        if file.endswith(".judge.py"):
            yield from _check_judge(file, functions)
        elif shape.function not in functions:
            message = Text(f"{file} defines no {shape.function}", f"{file} 中没有定义 {shape.function}")
            yield "EXERCISE", message, Text("define it, or correct `function`", "请定义它，或改正 `function`")
        elif file.endswith(".stub.py") and not ast.get_docstring(functions[shape.function]):
            message = Text(f"{file} does not say what to write", f"{file} 没有说明要写什么")
            yield "EXERCISE", message, Text("give the function a docstring", "请为函数写文档字符串")
    names = [file for file in texts if not file.endswith(".judge.py")]
    for place, file in enumerate(names):
        if same := next((other for other in names[:place] if texts[other] == texts[file]), None):
            message = Text(f"{file} is the same as {same}", f"{file} 与 {same} 相同")
            yield "EXERCISE", message, Text("make them differ", "请加以区分")


def _check_judge(file: str, functions: dict[str, ast.FunctionDef]) -> Iterator[tuple[str, Text, Text]]:
    decorators = [node for function in functions.values() for node in function.decorator_list]
    names = {ast.unparse(node.func if isinstance(node, ast.Call) else node) for node in decorators}
    for word, what in (("cases", Text("input", "输入")), ("law", Text("property", "性质"))):
        if word not in names:
            message = Text(f"{file} has no {what.en}", f"{file} 没有给出任何{what.zh}")
            mend = Text(f"write one with `@{word}` of llmtutor.lab.judge", f"请用 llmtutor.lab.judge 的 `@{word}` 写出")
            yield "EXERCISE", message, mend
