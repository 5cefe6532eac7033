"""What the parser complains about, in both languages and with a way out."""

from __future__ import annotations

from typing import Any

from typer._click.exceptions import (  # Typer carries its own Click and exports no base of these errors
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
)

from ..errors import Usage
from ..model import Text


def as_usage(error: Any) -> Usage:
    """Click's complaint in both languages; its own text stays where we know no better."""
    path = error.ctx.command_path if getattr(error, "ctx", None) else "llmtutor"
    hint = Text(f"{path} --help shows what is possible", f"{path} --help 显示可用的写法")
    said = error.format_message()
    if isinstance(error, NoSuchOption):
        message = Text(f"No such option: {error.option_name}", f"没有这个选项：{error.option_name}")
        if error.possibilities:
            near = sorted(error.possibilities)[0]
            hint = Text(f"Did you mean {near}?", f"是否想用 {near}？")
        return Usage("no-such-option", message, hint)
    if isinstance(error, MissingParameter):
        name = error.param.human_readable_name if error.param else "?"
        return Usage("missing-argument", Text(f"Missing: {name}", f"缺少参数：{name}"), hint)
    if isinstance(error, BadParameter):
        name = error.param.opts[-1] if error.param and error.param.opts else "?"
        return Usage("bad-value", Text(said, f"{name} 的值无效：{_explain_value(error)}"), hint)
    if isinstance(error, BadOptionUsage):
        return Usage("option-needs-value", Text(said, f"选项 {error.option_name} 需要一个值"), hint)
    if said.startswith("Got unexpected extra argument"):
        extra = said.partition("(")[2].rstrip(")")
        return Usage("extra-argument", Text(said, f"多余的参数：{extra}"), hint)
    return Usage("usage", Text(said, f"命令写法有误：{said}"), hint)


def _explain_value(error: Any) -> str:
    """What the parameter takes, in Chinese, by its type; Click's own words where that tells nothing."""
    kind = error.param.type if error.param else None
    if choices := getattr(kind, "choices", None):
        return f"可选 {'、'.join(str(getattr(choice, 'value', choice)) for choice in choices)}"
    low, high = getattr(kind, "min", None), getattr(kind, "max", None)
    if low is not None or high is not None:
        return f"应为{'' if low is None else f'不小于 {low}'}{'' if high is None else f' 不大于 {high}'} 的数".replace(
            "为 ", "为"
        )
    return "应为数字" if getattr(kind, "name", "") in ("integer", "float") else str(error.message)
