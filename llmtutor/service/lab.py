"""run and snippet: a program of the bank, run here and compared with what it printed when it was recorded."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import CannotWrite, LlmtutorError, NotFound
from ..lab.limits import ROOMY, USUAL, Limits
from ..model import Ending, Figure, RunResult, Snippet, Text
from ..views.lab import RunView, SnippetView
from .trust import Ask, require_trust

if TYPE_CHECKING:
    from ..lab.runner import Bench, Program
    from ..store.index import Index
    from ..workspace import Workspace

# Extras of llmtutor that bring a package along.
_EXTRAS = {"tensorflow": "llmtutor[tensorflow]", "keras": "llmtutor[tensorflow]"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one program: `problem` says what is wrong with it, `missing` which package is not installed.

    `values` is what it handed over to be drawn.
    """

    result: RunResult
    difference: tuple[str, ...]
    problem: Text | None
    missing: str | None
    values: Mapping[str, object]


def read_snippet(workspace: Workspace, name: str) -> SnippetView:
    """A program by its name, or by the concept that it belongs to. Raises `NotFound`."""
    with workspace.index() as index:
        return SnippetView(_find(index, name))


def open_bench(environ: Mapping[str, str]) -> Bench:
    """A place to run a program. It takes as long to get ready as a program to be found: open it first."""
    from ..lab.runner import Bench

    bench = Bench(environ)
    with could_start():
        bench.prepare()
    return bench


def run_snippet(
    workspace: Workspace,
    name: str,
    *,
    seconds: float | None = None,
    bench: Bench | None = None,
    ask: Ask | None = None,
    on_output: Callable[[str], None] | None = None,
    on_wait: Callable[[float], None] | None = None,
) -> RunView:
    """Run a program of the bank; `seconds` overrules its time limit, the rest is told while it runs (`lab.runner`).

    `ask` is asked about a program of another bank than ours; see `service.trust` for what is raised.
    """
    with could_start(), bench or open_bench(workspace.environ) as ready:
        snippet = read_snippet(workspace, name).snippet
        require_trust(workspace, {snippet.name: snippet.code}, ask)
        return _run(ready, snippet, seconds, on_output, on_wait)


def run_one(workspace: Workspace, snippet: Snippet, seconds: float | None = None) -> RunView:
    """Run a program that may run, on a bench of its own."""
    with could_start(), open_bench(workspace.environ) as bench:
        return _run(bench, snippet, seconds, None, None)


def copy_snippet(workspace: Workspace, name: str, ask: Ask | None = None) -> tuple[Snippet, Path, bool]:
    """A program, the path of the user's own copy of it, and whether that was made just now; an old copy is kept.

    The copy runs at every save, so the program must be trusted before.
    """
    snippet = read_snippet(workspace, name).snippet
    require_trust(workspace, {snippet.name: snippet.code}, ask)
    path = workspace.data_dir / "programs" / f"{snippet.name}.py"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(snippet.code)
    except FileExistsError:
        return snippet, path, False
    except OSError as error:
        hint = Text("make room there, or set LLMTUTOR_HOME", "请腾出空间，或设置 LLMTUTOR_HOME")
        raise CannotWrite(path, error, hint) from error
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
    with could_start(), open_bench(workspace.environ) as bench:
        return _run(bench, replace(snippet, code=code), seconds, on_output, on_wait)


def _run(
    bench: Bench,
    snippet: Snippet,
    seconds: float | None,
    on_output: Callable[[str], None] | None,
    on_wait: Callable[[float], None] | None,
) -> RunView:
    from ..lab.compare import difference

    limits = _limits(snippet) if seconds is None else replace(_limits(snippet), seconds=seconds)
    values: dict[str, object] = {}
    result = bench.run(_program(snippet, limits, values), on_output, on_wait)
    compared = result.ending is Ending.OK
    differs = difference(snippet.output, result.stdout) if compared else ()
    figures, undrawn = _draw(snippet.figures, values) if compared else ((), ())
    return RunView(
        snippet=snippet,
        result=result,
        same=not differs if compared else None,
        difference=differs,
        advice=_advise(result, limits),
        figures=figures,
        undrawn=undrawn,
    )


def _program(snippet: Snippet, limits: Limits, values: dict[str, object]) -> Program:
    """`snippet` to be run; what it hands over for its figures is put into `values`."""
    from ..lab.runner import Program

    if not snippet.figures:
        return Program(snippet.name, snippet.code, limits)
    from ..bank.figures import variables_of

    return Program(snippet.name, snippet.code, limits, variables_of(snippet.figures), values.update)


def _draw(figures: tuple[Figure, ...], values: Mapping[str, object]) -> tuple[tuple[Figure, ...], tuple[Text, ...]]:
    """The figures with these values, and why others cannot be drawn: an edited copy may have lost a variable."""
    if not figures:
        return (), ()
    from ..bank.figures import FigureProblem, fill

    drawn: list[Figure] = []
    undrawn: list[Text] = []
    for figure in figures:
        try:
            drawn.append(fill(figure, values))
        except FigureProblem as problem:
            undrawn.append(problem.message)
    return tuple(drawn), tuple(undrawn)


def check_programs(workspace: Workspace, programs: Mapping[str, Snippet]) -> Iterator[tuple[str, Outcome]]:
    """Run many programs, as many at a time as there are processors, and compare each with its recorded output.

    Outcomes come as the programs end, each with its key.
    """
    from ..lab.compare import difference
    from ..lab.runner import run_all

    keys = list(programs)
    values: list[dict[str, object]] = [{} for _ in keys]
    queue = [
        _program(snippet, _limits(snippet), handed) for snippet, handed in zip(programs.values(), values, strict=True)
    ]
    with could_start():
        for place, result in run_all(queue, environ=workspace.environ, jobs=count_processors()):
            recorded = programs[keys[place]].output
            differs = difference(recorded, result.stdout) if result.ending is Ending.OK else ()
            yield keys[place], Outcome(result, differs, _complain(result, differs), result.missing, values[place])


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
def could_start() -> Iterator[None]:
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


def count_processors() -> int:
    """How many may be used by this process, which in a container is fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _find(index: Index, name: str) -> Snippet:
    wanted = name.strip().removesuffix(".py")
    with suppress(NotFound):
        return index.snippet(wanted)
    found = index.resolve(name)
    if found.slug is None:
        from difflib import get_close_matches

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
