"""bank check, test, schema; doctor: what a teacher needs to trust a bank, and a user to mend a setup."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from .. import __version__
from ..bank.lint import Checked, check_bank
from ..errors import LlmtutorError, NotFound
from ..lab.capabilities import capabilities
from ..model import LANGS, Concept, Place, Problem, Text
from ..views.upkeep import BankCheckView, BankTestView, CheckupView, DoctorView, FactView, SchemaView
from ..workspace import Workspace
from .bank_test import check_folder
from .trust import Ask, read_programs, require_trust


def check(workspace: Workspace, path: str | None = None) -> tuple[BankCheckView, ...]:
    """Lint each bank in use, or the folder at `path`."""
    roots = (Path(path).expanduser().absolute(),) if path else workspace.roots
    owners: dict[str, Path] = {}
    return tuple(_check_one(root, owners) for root in roots)


def _check_one(root: Path, owners: dict[str, Path]) -> BankCheckView:
    """One bank beside those before it, whose concepts are in `owners`; its own are added."""
    checked = check_bank(root)
    concepts = checked.bank.concepts if checked.bank else ()
    checked = replace(
        checked,
        problems=(*checked.problems, *(_taken(one, owners[one.slug]) for one in concepts if one.slug in owners)),
    )
    owners |= {one.slug: root for one in concepts}
    errors = sum(problem.severity == "error" for problem in checked.problems)
    bank = checked.bank
    return BankCheckView(
        bank=str(root),
        files=checked.files,
        concepts=len(bank.concepts) if bank else 0,
        questions=len(bank.questions) if bank else 0,
        errors=errors,
        warnings=len(checked.problems) - errors,
        problems=checked.problems,
        facts=tuple(_facts(checked)),
    )


def _taken(concept: Concept, owner: Path) -> Problem:
    return Problem(
        Place(f"{concept.topic}/{concept.slug}.yaml"),
        "UNIQUE",
        Text(f"{concept.slug} is also a concept of {owner}", f"{owner} 中已有概念 {concept.slug}"),
        Text("a slug names one concept; rename one of them", "一个标识只对应一个概念；请改名其中一个"),
    )


def _facts(checked: Checked) -> Iterator[FactView]:
    names = {"en": Text("English", "英文"), "zh": Text("Chinese", "中文")}
    for lang in LANGS:
        share = checked.longest[lang]
        yield FactView(
            f"longest-right-{lang}",
            round(share, 4),
            Text(
                f"The right choice is the longest in {share:.0%} of {checked.single_choice} single-choice questions"
                f" ({names[lang].en}); chance is {checked.chance:.0%}",
                f"{checked.single_choice} 道单选题中，正确选项最长的占 {share:.0%}（{names[lang].zh}）；"
                f"随机水平为 {checked.chance:.0%}",
            ),
        )
    yield FactView(
        "formulas-linear-only",
        checked.linear_only,
        Text(
            f"Formulas too wide for two dimensions: {checked.linear_only}",
            f"只能写成一行的公式：{checked.linear_only} 个",
        ),
    )


def run_tests(
    workspace: Workspace,
    path: str | None = None,
    *,
    update: bool = False,
    progress: Callable[[int, int], None] = lambda done, total: None,
    ask: Ask | None = None,
) -> tuple[BankTestView, ...]:
    """Run every program of each bank and recompute every numeric answer; `update` records what the programs print.

    A folder named as `path` was named to be run; for banks that are merely in use `ask` decides (`service.trust`).
    """
    roots = (Path(path).expanduser().absolute(),) if path else workspace.roots
    if not path:
        require_trust(workspace, {name: code for root in roots for name, code in read_programs(root).items()}, ask)
    return tuple(check_folder(workspace, root, update=update, progress=progress) for root in roots)


def doctor(workspace: Workspace) -> DoctorView:
    """Where everything is and whether it is sound. Looks, and changes nothing but a stale index."""
    checks = [
        *_examine_bank(workspace),
        _examine_settings(workspace),
        _examine_journal(workspace),
        *_examine_lab(workspace),
    ]
    return DoctorView(__version__, ".".join(map(str, sys.version_info[:3])), tuple(checks))


def _examine_bank(workspace: Workspace) -> Iterator[CheckupView]:
    try:
        roots = workspace.roots
        for root in roots:
            yield CheckupView("bank", "ok", str(root), Text("the bank's folder", "题库目录"))
        with workspace.index() as index:
            concepts, questions = len(index.concepts()), len(index.questions())
        yield CheckupView(
            "index",
            "ok",
            str(workspace.index_path),
            Text(f"{concepts} concepts, {questions} questions", f"{concepts} 个概念，{questions} 道题"),
        )
    except LlmtutorError as error:
        yield CheckupView("bank", "broken", "", error.message, error.hint)
    if not _can_write(workspace.cache_dir):
        yield CheckupView(
            "cache",
            "warning",
            str(workspace.cache_dir),
            Text("cannot be written: every command builds its own index", "不可写：每条命令都要重建索引"),
            Text("make it writable, or set LLMTUTOR_HOME", "请使其可写，或设置 LLMTUTOR_HOME"),
        )


def _can_write(folder: Path) -> bool:
    """Whether files can be made there, or in the nearest folder that exists."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return os.access(folder, os.W_OK)


def _examine_settings(workspace: Workspace) -> CheckupView:
    path = str(workspace.config_path)
    try:
        settings = workspace.settings
    except LlmtutorError as error:
        return CheckupView("settings", "broken", path, error.message, error.hint)
    wanted = f"{settings.desired_retention:.0%}"
    return CheckupView("settings", "ok", path, Text(f"desired retention {wanted}", f"目标记忆率 {wanted}"))


def _examine_journal(workspace: Workspace) -> CheckupView:
    path = str(workspace.journal_path)
    try:
        journal = workspace.journal(create=False)
        if journal is None:
            return CheckupView("journal", "ok", path, Text("none yet: nothing was answered", "尚无：还没有作答"))
        with journal:
            problems = journal.check()
            count = journal.sequence
    except LlmtutorError as error:
        return CheckupView("journal", "broken", path, error.message, error.hint)
    if problems:
        return CheckupView(
            "journal",
            "broken",
            path,
            Text(f"damaged: {problems[0]}", f"已损坏：{problems[0]}"),
            Text("llmtutor progress export saves what can be read", "用 llmtutor progress export 导出可读的部分"),
        )
    return CheckupView("journal", "ok", path, Text(f"{count} events, sound", f"{count} 个事件，完好"))


def _examine_lab(workspace: Workspace) -> Iterator[CheckupView]:
    for capability in capabilities(workspace.environ):
        yield CheckupView(capability.name, "ok" if capability.granted else "warning", "", capability.text)


def schema_of_file(name: str) -> SchemaView:
    """JSON Schema of a file of a bank: concept, bank or source."""
    from ..bank.schema import json_schemas

    schemas = json_schemas()
    if name not in schemas:
        listed = ", ".join(schemas)
        raise NotFound(
            "unknown-schema",
            Text(f"there is no bank file called {name}", f"没有名为 {name} 的题库文件类型"),
            Text(f"one of: {listed}", f"可选：{listed}"),
        )
    return SchemaView(name, schemas[name])
