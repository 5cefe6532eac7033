"""bank check, test, new, schema; doctor; schema; help."""

from __future__ import annotations

import sys
from typing import Annotated

from ..errors import Exit, NotFound
from ..model import Text
from .complete import topic_slugs
from .options import Run, argument, option

PathArgument = Annotated[
    str | None, argument("A bank folder; without it, the banks in use", "题库目录；省略则为当前题库")
]


def bank_check(
    run: Run,
    path: PathArgument = None,
    strict: Annotated[bool, option("--strict", en="Warnings count as findings", zh="警告也算问题")] = False,
) -> Exit:
    from ..service.upkeep import check

    views = check(run.workspace, path)
    for view in views:
        run.emit(view)
    found = any(view.errors or (strict and view.warnings) for view in views)
    return Exit.FINDINGS if found else Exit.OK


def bank_test(
    run: Run,
    path: PathArgument = None,
    update: Annotated[bool, option("--update", en="Record what the programs print", zh="记录程序的输出")] = False,
) -> Exit:
    from ..service.upkeep import run_tests
    from .asking import asker

    views = run_tests(run.workspace, path, update=update, progress=run.progress, ask=asker(run))
    for view in views:
        run.emit(view)
    return Exit.FINDINGS if any(view.problems for view in views) else Exit.OK


def bank_trust(run: Run, path: Annotated[str, argument("A bank folder", "题库目录")]) -> Exit:
    from ..service.trust import trust_bank

    run.emit(trust_bank(run.workspace, path))
    return Exit.OK


def bank_new(
    run: Run,
    concept: Annotated[str, argument("The new concept's slug", "新概念的标识")],
    topic: Annotated[str, option("--topic", en="Its topic", zh="所属主题", autocompletion=topic_slugs)],
) -> Exit:
    from ..service.bank_new import start_concept

    run.emit(start_concept(run.workspace, concept, topic, run.bank[0] if run.bank else None))
    return Exit.OK


def bank_coverage(run: Run) -> Exit:
    from ..service.coverage import cover

    view = cover(run.workspace)
    run.emit(view)
    return Exit.FINDINGS if view.untaught or view.unasked or view.uncorrected else Exit.OK


def bank_schema(
    run: Run,
    file: Annotated[str, argument("concept, bank or source", "concept、bank 或 source")] = "concept",
) -> Exit:
    """The schema itself, without an envelope: editors read it as it is."""
    import json

    from ..service.upkeep import schema_of_file

    sys.stdout.write(json.dumps(schema_of_file(file).schema, ensure_ascii=False, indent=2) + "\n")
    return Exit.OK


def doctor(run: Run) -> Exit:
    from ..service.upkeep import doctor as examine

    view = examine(run.workspace)
    run.emit(view)
    return Exit.FINDINGS if any(check.state == "broken" for check in view.checks) else Exit.OK


def schema(
    run: Run,
    kind: Annotated[str | None, argument("A document's kind, such as search", "文档类型，例如 search")] = None,
) -> Exit:
    """The schema itself; without a kind, the names of all."""
    import json

    from ..render.schemas import schema_of
    from ..views import all_views

    kinds = sorted(all_views())
    if kind is None:
        sys.stdout.write("\n".join(kinds) + "\n")
        return Exit.OK
    if kind not in kinds:
        listed = ", ".join(kinds)
        raise NotFound(
            "unknown-schema",
            Text(f"there is no document {kind}", f"没有名为 {kind} 的文档"),
            Text(f"one of: {listed}", f"可选：{listed}"),
        )
    sys.stdout.write(json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n")
    return Exit.OK


def help_(
    run: Run,
    topic: Annotated[list[str] | None, argument("A topic or a command", "主题或命令")] = None,
) -> Exit:
    from ..service.help_pages import TOPICS, help_page, help_topics

    words = topic or []
    if words and words[0] not in TOPICS:
        from .table import COMMANDS, GROUPS
        from .tree import root

        if words[0] in COMMANDS or words[0] in GROUPS:
            root().main([*words, "--help"], prog_name="llmtutor", standalone_mode=False)
            return Exit.OK
    run.emit(help_page(" ".join(words)) if words else help_topics())
    return Exit.OK
