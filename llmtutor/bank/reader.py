"""YAML text -> plain values, with the place of each. What is not plain YAML is refused before anything is built.

A bank may come from anywhere, so: no aliases, anchors or tags, no duplicate keys, bounded size, depth and numbers.
Words that YAML 1.1 reads as something else (`no`, `1:30`, `2026-01-01`) become `Misread`, which no shape accepts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from ..model import Place, Problem, Text

MAX_BYTES = 2_000_000
MAX_DEPTH = 30
MAX_NODES = 400_000

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CORE = "tag:yaml.org,2002:"
# Only a text that could hold an anchor, alias, tag or deep nesting is walked event by event.
_SUSPECT = re.compile(
    r"(^|[\s,\[{:-])[&*!]\S|[\[{][\s\[{]{12,}|(^|\n)[ ]{60,}\S|(- ){12,}|(\? ){4,}|([\[{][^\[\]{}]{0,60}){25,}"
)
_PLAIN_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,29})\Z")
_PLAIN_FLOAT = re.compile(r"[-+]?([0-9]{1,30}\.[0-9]{0,40}|\.[0-9]{1,40})([eE][-+]?[0-9]{1,3})?\Z")


@dataclass(frozen=True, slots=True)
class Misread:
    """A plain word that YAML took for something other than text; `written` is the word."""

    written: str


class Refused(Exception):
    """The file cannot be taken; carries its problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message.en)
        self.problem = problem


class Document:
    """The value of one file, and where each part of it stands."""

    def __init__(self, file: str, node: yaml.Node) -> None:
        self.file = file
        self._node = node
        self._nodes = 0
        self.duplicates: list[Problem] = []
        self.value = self._build(node, 0)

    def place(self, path: Sequence[str | int]) -> Place:
        """Where the value at `path` stands; the nearest part that exists where it does not. Unknown keys: the key."""
        node, mark = self._node, self._node.start_mark
        for position, step in enumerate(path):
            if isinstance(node, yaml.MappingNode):
                found = [(key, value) for key, value in node.value if key.value == str(step)]
                if not found:
                    continue
                key, node = found[0]
                mark = key.start_mark if position == len(path) - 1 else node.start_mark
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                mark = node.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)

    def _build(self, node: yaml.Node, depth: int) -> Any:
        self._nodes += 1
        if depth > MAX_DEPTH or self._nodes > MAX_NODES:
            raise _refuse(
                self.file,
                node.start_mark,
                "NESTING",
                Text("too deep or too many values", "嵌套过深或内容过多"),
                Text(f"at most {MAX_DEPTH} levels and {MAX_NODES} values", f"最多 {MAX_DEPTH} 层、{MAX_NODES} 个值"),
            )
        if isinstance(node, yaml.MappingNode):
            return self._build_mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self._build(item, depth + 1) for item in node.value]
        return _scalar(node)

    def _build_mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Any]:
        built: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _refuse(
                    self.file,
                    key.start_mark,
                    "YAML",
                    Text("a key must be a word", "键必须是一个词"),
                    Text(
                        "write `key: value`; quote text that begins with { or [",
                        "写成 `key: value`；以 { 或 [ 开头的文本要加引号",
                    ),
                )
            if key.value in built:
                self.duplicates.append(
                    Problem(
                        Place(self.file, key.start_mark.line + 1, key.start_mark.column + 1),
                        "DUPLICATE",
                        Text(f"{key.value} stands twice", f"{key.value} 重复出现"),
                        Text("keep one of them", "只保留一个"),
                    )
                )
            built[key.value] = self._build(value, depth + 1)
        return built


def _scalar(node: yaml.Node) -> Any:
    """Text stays text; numbers and booleans only as JSON writes them (and 1.0e3); everything else is `Misread`."""
    written = str(node.value)
    tag = str(node.tag)
    if tag == _CORE + "str":
        return written
    if tag == _CORE + "int" and _PLAIN_INT.match(written):
        return int(written)
    if tag == _CORE + "float" and _PLAIN_FLOAT.match(written):
        return float(written)
    if tag == _CORE + "bool" and written in ("true", "false"):
        return written == "true"
    if tag == _CORE + "null":
        return None
    return Misread(written[:60])


def read(raw: bytes, file: str) -> Document:
    """Parse one file. Raises `Refused` where nothing can be built from it."""
    text = _decode(raw, file)
    try:
        if _SUSPECT.search(text):
            _refuse_tricks(text, file)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise _syntax(error, text, file) from None
    if node is None:
        raise _refuse(
            file,
            None,
            "EMPTY",
            Text("the file is empty", "文件是空的"),
            Text("`llmtutor bank new` makes a scaffold", "可用 `llmtutor bank new` 生成骨架"),
        )
    return Document(file, node)


def _decode(raw: bytes, file: str) -> str:
    if len(raw) > MAX_BYTES:
        raise _refuse(
            file,
            None,
            "SIZE",
            Text(f"{len(raw)} bytes; a file may have {MAX_BYTES}", f"文件有 {len(raw)} 字节，上限为 {MAX_BYTES}"),
            Text("one file holds one concept", "一个文件只写一个概念"),
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        raise Refused(
            Problem(
                Place(file, line, column),
                "ENCODING",
                Text("not UTF-8", "不是 UTF-8 编码"),
                Text("save the file as UTF-8", "请以 UTF-8 保存文件"),
            )
        ) from None
    return text


def _refuse_tricks(text: str, file: str) -> None:
    """Anchors, aliases, tags and depth, found without building anything."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _refuse(
                file,
                event.start_mark,
                "ANCHOR",
                Text("anchors and aliases (& and *) are not allowed", "不允许使用锚点和别名（& 和 *）"),
                Text("write the text out, or quote it", "请写出全文，或给文本加引号"),
            )
        if getattr(event, "tag", None):
            raise _refuse(
                file,
                event.start_mark,
                "TAG",
                Text("tags (!) are not allowed", "不允许使用标签（!）"),
                Text("quote text that begins with !", "以 ! 开头的文本要加引号"),
            )
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            depth += 1
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise _too_deep(file, event.start_mark)


def _too_deep(file: str, mark: Any) -> Refused:
    return _refuse(
        file,
        mark,
        "NESTING",
        Text(f"nested deeper than {MAX_DEPTH} levels", f"嵌套超过 {MAX_DEPTH} 层"),
        Text("a bank file needs fewer than ten", "题库文件用不到十层"),
    )


def _syntax(error: yaml.YAMLError, text: str, file: str) -> Refused:
    mark = getattr(error, "problem_mark", None)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML").splitlines()[0]
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        code = error.character if isinstance(error.character, int) else ord(error.character[:1] or "\0")
        return Refused(
            Problem(
                Place(file, line, error.position - text.rfind("\n", 0, error.position)),
                "CONTROL",
                Text(f"control character U+{code:04X}", f"控制字符 U+{code:04X}"),
                Text("remove it", "请删除"),
            )
        )
    if "nesting depth" in said:  # libyaml has a limit of its own, far above ours, which it meets while it reads ahead
        return _too_deep(file, mark)
    return _refuse(
        file,
        mark,
        "YAML",
        Text(f"not YAML: {said}", f"不是合法的 YAML：{said}"),
        Text(
            "often a missing quote: quote text with `: ` or ` #` in it",
            "常见原因是缺引号：含 `: ` 或 ` #` 的文本要加引号",
        ),
    )


def _refuse(file: str, mark: Any, rule: str, message: Text, mend: Text) -> Refused:
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    return Refused(Problem(place, rule, message, mend))
