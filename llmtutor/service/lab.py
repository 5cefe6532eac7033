"""run and snippet: a program of the bank, run here and compared with what it printed when it was recorded."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from ..errors import LlmtutorError, NotFound
from ..lab.compare import difference
from ..lab.limits import ROOMY, USUAL, Limits
from ..model import Ending, RunResult, Snippet, Text
from ..store.index import Index
from ..views.lab import RunView, SnippetView
from ..workspace import Workspace

# Extras of llmtutor that bring a package along.
_EXTRAS = {"tensorflow": "llmtutor[tensorflow]", "keras": "llmtutor[tensorflow]"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one program: `problem` says what is wrong with it, `missing` which package is not installed."""

    result: RunResult
    difference: tuple[str, ...]
    problem: Text | None
    missing: str | None


def read_snippet(workspace: Workspace, name: str) -> SnippetView:
    """A program by its name, or by the concept that it belongs to. Raises `NotFound`."""
    with workspace.index() as index:
        return SnippetView(_find(index, name))


def run_snippet(
    workspace: Workspace,
    name: str,
    *,
    seconds: float | None = None,
    on_output: Callable[[str], None] | None = None,
    on_wait: Callable[[float], None] | None = None,
) -> RunView:
    """Run a program of the bank; `seconds` overrules its time limit, the rest is told while it runs (`lab.runner`)."""
    snippet = read_snippet(workspace, name).snippet
    return run_code(workspace, snippet, seconds=seconds, on_output=on_output, on_wait=on_wait)


def copy_snippet(workspace: Workspace, name: str) -> tuple[Snippet, Path, bool]:
    """A program, the path of the user's own copy of it, and whether that was made just now; an old copy is kept."""
    snippet = read_snippet(workspace, name).snippet
    path = workspace.data_dir / "programs" / f"{snippet.name}.py"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(snippet.code)
    except FileExistsError:
        return snippet, path, False
    except OSError as error:
        said = error.strerror or str(error)
        raise LlmtutorError(
            "cannot-write",
            Text(f"{path} cannot be written: {said}", f"无法写入 {path}：{said}"),
            Text("make room there, or set LLMTUTOR_HOME", "请腾出空间，或设置 LLMTUTOR_HOME"),
        ) from error
    return snippet, path, True


def run_copy(
    workspace: Workspace,
    snippet: Snippet,
    path: Path,
    *,
    seconds: float | None = None,
    on_output: Callable[[str], None] | None = None,
    on_wait: Callable[[float], None] | None = None,
) -> RunView:
    """Run what the user has made of `snippet`, and compare with what the original printed. Raises `NotFound`."""
    try:
        code = path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        said = error.strerror or str(error)
        raise NotFound(
            "copy-is-gone",
            Text(f"{path} cannot be read: {said}", f"无法读取 {path}：{said}"),
            Text("save it there, or begin anew with --edit", "请保存到该位置，或用 --edit 重新开始"),
        ) from error
    return run_code(workspace, replace(snippet, code=code), seconds=seconds, on_output=on_output, on_wait=on_wait)


def run_code(
    workspace: Workspace,
    snippet: Snippet,
    *,
    seconds: float | None = None,
    on_output: Callable[[str], None] | None = None,
    on_wait: Callable[[float], None] | None = None,
) -> RunView:
    """Run `snippet.code`, whoever wrote it, and compare with `snippet.output`."""
    from ..lab.runner import run

    limits = _limits(snippet) if seconds is None else replace(_limits(snippet), seconds=seconds)
    with _could_start():
        result = run(
            snippet.code,
            name=snippet.name,
            limits=limits,
            environ=workspace.environ,
            on_output=on_output,
            on_wait=on_wait,
        )
    compared = result.ending is Ending.OK
    differs = difference(snippet.output, result.stdout) if compared else ()
    return RunView(
        snippet=snippet,
        result=result,
        same=not differs if compared else None,
        difference=differs,
        advice=_advise(result, limits),
    )


def run_programs(workspace: Workspace, programs: Mapping[str, Snippet]) -> Iterator[tuple[str, RunResult]]:
    """Run many programs, as many at a time as there are processors; each key with its result, as they end."""
    from ..lab.runner import Program, run_all

    keys = list(programs)
    queue = [Program(snippet.name, snippet.code, _limits(snippet)) for snippet in programs.values()]
    with _could_start():
        for place, result in run_all(queue, environ=workspace.environ, jobs=_processors()):
            yield keys[place], result


def check_programs(workspace: Workspace, programs: Mapping[str, Snippet]) -> Iterator[tuple[str, Outcome]]:
    """Run many programs and compare each with its recorded output; outcomes come as the programs end."""
    for key, result in run_programs(workspace, programs):
        differs = difference(programs[key].output, result.stdout) if result.ending is Ending.OK else ()
        yield key, Outcome(result, differs, _complain(result, differs), result.missing)


def _complain(result: RunResult, differs: tuple[str, ...]) -> Text | None:
    if result.ending is Ending.OK:
        return Text("the output differs from what was recorded", "输出与记录不同") if differs else None
    if result.ending is Ending.FAILED:
        last = next((line for line in reversed(result.stderr.splitlines()) if line.strip()), "")
        said = last or f"exit code {result.exit_code}"
        return Text(f"the program failed: {said}", f"程序出错：{said}")
    return _ENDED.get(result.ending)


_ENDED = {
    Ending.TIMEOUT: Text("the program took too long and was stopped", "程序运行超时，已被停止"),
    Ending.MEMORY: Text("the program used too much memory", "程序占用内存过多"),
    Ending.OUTPUT: Text("the program printed too much and was stopped", "程序输出过多，已被停止"),
    Ending.INTERRUPTED: Text("the program was interrupted", "程序被中断"),
}


def _advise(result: RunResult, limits: Limits) -> Text | None:
    """What to do where a program could not run to its end."""
    match result.ending:
        case Ending.MISSING:
            package = result.missing or ""
            wanted = _EXTRAS.get(package, package)
            return Text(
                f"Install it with: pip install '{wanted}'. Until then, the recorded output is what it prints.",
                f"安装命令：pip install '{wanted}'。在此之前，可参考记录下来的输出。",
            )
        case Ending.TIMEOUT:
            return Text(
                f"It was stopped after {limits.seconds:g} s; --timeout SECONDS gives it more time.",
                f"运行 {limits.seconds:g} 秒后被停止；可用 --timeout 秒数 放宽时限。",
            )
        case Ending.MEMORY:
            size = limits.memory >> 20
            return Text(f"A program may use {size:,} MiB of memory.", f"程序最多可使用 {size:,} MiB 内存。")
        case Ending.OUTPUT:
            size = limits.output >> 10
            return Text(f"A program may print {size:,} KiB.", f"程序最多可输出 {size:,} KiB。")
        case _:
            return None


@contextmanager
def _could_start() -> Iterator[None]:
    """A full disk, no more processes: what keeps a program from starting is not the program's fault, nor a bug."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        said = error.strerror or str(error)
        raise LlmtutorError(
            "cannot-run",
            Text(f"the program could not be run: {said}", f"无法运行程序：{said}"),
            Text("`llmtutor doctor` shows what this system allows", "用 `llmtutor doctor` 查看本系统允许什么"),
        ) from error


def _limits(snippet: Snippet) -> Limits:
    return ROOMY if snippet.needs else USUAL


def _processors() -> int:
    """How many may be used by this process, which in a container is fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _find(index: Index, name: str) -> Snippet:
    wanted = name.strip().removesuffix(".py")
    with suppress(NotFound):
        return index.snippet(wanted)
    found = index.resolve(name)
    if found.slug is None:
        names = [entry.name for entry in index.snippets()]
        near = get_close_matches(wanted, names, n=3)
        raise NotFound(
            "unknown-snippet",
            Text(f"there is no program {name}", f"没有程序 {name}"),
            Text(f"did you mean: {', '.join(near)}", f"是否想找：{', '.join(near)}")
            if near
            else Text("llmtutor list snippets shows them all", "用 llmtutor list snippets 查看全部程序"),
        )
    concept = index.concept(found.slug)
    if concept.snippet is None:
        raise NotFound(
            "no-snippet",
            Text(f"{concept.name.en} has no program", f"{concept.name.zh} 没有配套程序"),
            Text("llmtutor list snippets shows those there are", "用 llmtutor list snippets 查看已有的程序"),
        )
    return index.snippet(concept.snippet.removesuffix(".py"))
