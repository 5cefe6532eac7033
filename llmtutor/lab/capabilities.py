"""What this system grants the lab, found out by running an empty program; `llmtutor doctor` shows it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass

from ..model import Text
from .limits import Limits
from .runner import Bench, Program, follow


@dataclass(frozen=True, slots=True)
class Capability:
    """`text` says what holds, or what is missing and what that means."""

    name: str
    granted: bool
    text: Text


def capabilities(environ: Mapping[str, str]) -> tuple[Capability, ...]:
    """Of programs run from here: their network, their processes, their files, their limits."""
    with Bench(environ) as bench, closing(bench.start(Program("probe", "", Limits(seconds=10.0)))) as probe:
        follow(probe)
        facts = probe.facts
    isolated, fence = facts.get("isolated") == "1", int(facts.get("fence", "0"))
    limits = set(facts.get("limits", "").split(","))
    if sys.platform == "darwin":
        limits.discard("AS")  # macOS takes the number and does not enforce it
    return (
        _network(isolated, fence),
        _processes(isolated, "NPROC" in limits),
        _files(fence > 0),
        _limits({"CPU", "AS", "FSIZE"} - limits),
    )


def _network(isolated: bool, fence: int) -> Capability:
    if isolated:
        return Capability("network", True, Text("programs have no network", "程序没有网络可用"))
    if fence >= 4:
        text = Text("programs cannot use TCP; UDP is open to them", "程序不能使用 TCP，但仍可使用 UDP")
    else:
        text = Text(
            "programs can use the network: this system grants no user namespaces",
            "程序可以使用网络：本系统不允许普通用户创建命名空间",
        )
    return Capability("network", False, text)


def _processes(isolated: bool, counted: bool) -> Capability:
    if isolated and counted:
        text = Text(
            "whatever a program starts ends with it, and is limited in number", "程序启动的进程数量受限，并随它一起结束"
        )
        return Capability("processes", True, text)
    if isolated:
        text = Text(
            "whatever a program starts ends with it; its number is not limited for root",
            "程序启动的进程都会随它一起结束；但以 root 运行时数量不受限制",
        )
    elif os.name == "posix":
        text = Text(
            "a program could leave a process behind if it hides it on purpose",
            "程序若有意隐藏，可能会留下后台进程",
        )
    else:
        text = Text(
            "a program is ended with what it started, but its processes are not limited",
            "程序会连同它启动的进程一起结束，但进程数量不受限制",
        )
    return Capability("processes", False, text)


def _files(fenced: bool) -> Capability:
    if fenced:
        return Capability(
            "files", True, Text("programs write only into their own folder", "程序只能写入自己的临时文件夹")
        )
    text = Text(
        "programs could write wherever you can: this system has no Landlock (Linux 5.13 or newer)",
        "程序可以写入当前用户有权写的任何位置：本系统没有 Landlock（需要 Linux 5.13 或更新）",
    )
    return Capability("files", False, text)


def _limits(missing: set[str]) -> Capability:
    if not missing:
        text = Text("time, memory and size of files are limited", "时间、内存与文件大小都有限制")
        return Capability("limits", True, text)
    names = {
        "CPU": Text("processor time", "处理器时间"),
        "AS": Text("memory", "内存"),
        "FSIZE": Text("size of files", "文件大小"),
    }
    lacking = [names[name] for name in ("CPU", "AS", "FSIZE") if name in missing]
    text = Text(
        f"time and output are limited; not limited here: {', '.join(name.en for name in lacking)}",
        f"运行时间与输出有限制；此处未限制：{'、'.join(name.zh for name in lacking)}",
    )
    return Capability("limits", False, text)
