"""path, map, stats, history."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

from ..errors import Exit, Usage
from ..model import Text
from .complete import concept_names, topic_slugs
from .exporting import check_export, export_option, write_export
from .options import Run, argument, option

if TYPE_CHECKING:
    from ..views.learning import MapView, PathView


def mermaid_option() -> Any:
    return option("--mermaid", en="As a Mermaid flowchart", zh="输出 Mermaid 流程图")


def path(
    run: Run,
    concept: Annotated[
        list[str], argument("Slug, name or alias", "概念的标识、名称或别名", autocompletion=concept_names)
    ],
    mermaid: Annotated[bool, mermaid_option()] = False,
) -> Exit:
    from ..service.learning_path import find_path

    _one_form(run, "--mermaid", chosen=mermaid)
    _show(run, find_path(run.workspace, " ".join(concept)), mermaid=mermaid)
    return Exit.OK


def map_(
    run: Run,
    topic: Annotated[
        str | None, option("--topic", en="Only this topic", zh="只看这个主题", autocompletion=topic_slugs)
    ] = None,
    mermaid: Annotated[bool, mermaid_option()] = False,
) -> Exit:
    from ..service.learning_path import draw_map

    _one_form(run, "--mermaid", chosen=mermaid)
    _show(run, draw_map(run.workspace, topic), mermaid=mermaid)
    return Exit.OK


def _show(run: Run, view: PathView | MapView, *, mermaid: bool) -> None:
    if mermaid:
        from ..render.as_mermaid import draw

        sys.stdout.write(draw(view, run.language))
    else:
        run.emit_long(view)


def stats(run: Run, export: Annotated[str | None, export_option()] = None) -> Exit:
    check_export(export)
    from ..service.progress_stats import collect_stats

    view = collect_stats(run.workspace)
    run.emit_long(view)
    write_export(run, view, export)
    return Exit.OK


def history(
    run: Run,
    limit: Annotated[
        int | None,
        option("--limit", en="How many answers (20; with --csv all)", zh="最多几次（20；--csv 为全部）", min=1),
    ] = None,
    csv: Annotated[bool, option("--csv", en="As CSV, oldest first", zh="输出 CSV，从最早的开始")] = False,
) -> Exit:
    from ..service.progress_history import list_answers

    _one_form(run, "--csv", chosen=csv)
    view = list_answers(run.workspace, limit if limit or csv else 20)
    if csv:
        from ..render.as_csv import dumps

        sys.stdout.write(dumps(view))
    else:
        run.emit_long(view)
    return Exit.OK


def _one_form(run: Run, form: str, *, chosen: bool) -> None:
    if run.json and chosen:
        raise Usage(
            "two-forms",
            Text(f"--json and {form} are two forms of one answer", f"--json 与 {form} 只能选一种输出形式"),
            Text("leave one of them out", "请去掉其中一个"),
        )
