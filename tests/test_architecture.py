"""The house is a table: who may import whom, and which layer alone may use a library. Deferred imports count too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "llmtutor"

MAY_IMPORT = {
    "errors": {"model"},
    "model": set(),
    "letters": set(),
    "graph": {"model"},
    "writing": {"errors", "model"},
    "views": {"model"},
    "formula": {"errors", "model", "letters"},
    "learn": {"model", "letters", "graph"},
    "lab": {"errors", "model"},
    "bank": {"errors", "model", "learn", "formula", "letters", "graph"},
    "store": {"errors", "model", "learn", "letters", "graph"},
    "workspace": {"writing", "errors", "model", "bank", "store"},
    "service": {
        "writing",
        "errors",
        "model",
        "learn",
        "lab",
        "bank",
        "store",
        "views",
        "workspace",
        "graph",
        "letters",
    },
    "render": {"model", "views", "formula", "letters"},
    "cli": {"writing", "errors", "model", "views", "service", "render", "workspace", "letters"},
    "__main__": {"cli"},
}

OWNER = {
    "typer": {"cli"},
    "rich": {"render"},
    "markdown_it": {"render"},
    "pygments": {"render"},
    "yaml": {"bank"},
    "pydantic": {"bank", "render"},
    "pydantic_core": {"bank", "render"},
    "sqlite3": {"store"},
    "fsrs": {"learn"},
    "fsrs_rs_python": {"learn"},
    "platformdirs": {"workspace"},
    "numpy": set(),
    "plotext": {"render"},
}

MODULES = sorted(PACKAGE.rglob("*.py"))


def layer_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every imported module as an absolute dotted name, with its line."""
    here = ["llmtutor", *path.relative_to(PACKAGE).with_suffix("").parts]
    package = here[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *([node.module] if node.module else [])])
            if node.level and not node.module:
                for alias in node.names:
                    yield f"{stem}.{alias.name}", node.lineno
            else:
                yield stem, node.lineno


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_follow_the_table(path: Path) -> None:
    layer = layer_of(path)
    if layer == "__init__":
        assert not list(imports(path))
        return
    assert layer in MAY_IMPORT, f"{layer} is no room of the house"
    for name, line in imports(path):
        parts = name.split(".")
        if parts[0] == "llmtutor" and len(parts) > 1 and parts[1] not in ("__version__", layer):
            assert parts[1] in MAY_IMPORT[layer], f"{path}:{line}: {layer} may not import {parts[1]}"
        if parts[0] in OWNER:
            assert layer in OWNER[parts[0]], f"{path}:{line}: only {OWNER[parts[0]]} may import {parts[0]}"


def test_the_core_never_prints() -> None:
    for path in MODULES:
        if layer_of(path) in ("cli", "render", "lab"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id != "print", f"{path}:{node.lineno}"


CLOCKS = {("datetime", "now"), ("datetime", "utcnow"), ("date", "today"), ("time", "time"), ("random", "random")}


def test_only_the_workspace_reads_the_clock() -> None:
    for path in MODULES:
        if layer_of(path) in ("workspace", "lab"):  # the lab measures how long a program runs, in seconds
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                assert (node.value.id, node.attr) not in CLOCKS, f"{path}:{node.lineno}: {node.value.id}.{node.attr}"


def test_only_cli_and_workspace_read_the_environment() -> None:
    for path in MODULES:
        if layer_of(path) in ("cli", "workspace", "lab"):
            continue
        text = path.read_text(encoding="utf-8")
        assert "os.environ" not in text, path
        assert "os.getenv" not in text, path
