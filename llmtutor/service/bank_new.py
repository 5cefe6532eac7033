"""`bank new`: a scaffold that passes `bank check` but for what must be written."""

from __future__ import annotations

import re
from pathlib import Path

from ..bank.files import HEAD, unreadable
from ..bank.parse import parse_head
from ..errors import NotFound, Usage
from ..model import Text
from ..views.upkeep import BankNewView
from ..workspace import Workspace

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")

_HEAD = """\
format: 1
bank: {bank}
name: {{en: {bank}, zh: {bank}}}
languages: [en, zh]
topics:
  - slug: {topic}
    name: {{en: {topic}, zh: {topic}}}
"""

_CONCEPT = """\
format: 1
concept: {slug}
name: {{en: TODO, zh: TODO}}
aliases: {{en: [], zh: []}}
level: 1
requires: []
summary:
  en: "TODO: one sentence that stands alone."
  zh: "TODO：一句能独立成立的话。"
explanation:
  en: |
    TODO: what it is, why, how, a small worked example, when it fails.
  zh: |
    TODO：是什么、为什么、怎么做、一个小算例、何时失效。
pitfalls: []
snippet: {slug}.py
sources:
  - title: TODO
    authors: TODO
    year: {year}
    url: https://example.org/TODO
    for: {{en: "TODO: which claim", zh: "TODO：支持哪个论断"}}
verified: "{year}-{month:02}"
questions:
  - id: what-it-is
    kind: single-choice
    prompt: {{en: "TODO: ask one idea.", zh: "TODO：只问一件事。"}}
    choices:
      - right: true
        text: {{en: "TODO: right", zh: "TODO：正确"}}
        why: {{en: "TODO: why it is right", zh: "TODO：为什么对"}}
      - text: {{en: "TODO: a real misconception", zh: "TODO：一个真实的误解"}}
        why: {{en: "TODO: why it is wrong", zh: "TODO：为什么错"}}
    explanation: {{en: "TODO", zh: "TODO"}}
  - id: how-many
    kind: numeric
    level: 2
    prompt: {{en: "TODO: a number from {{n}}", zh: "TODO：由 {{n}} 算出的数"}}
    params: {{n: [2, 3, 4]}}
    answer: "2 * n"
    explanation: {{en: "TODO: the way to it, 2·{{n}}", zh: "TODO：计算过程，2·{{n}}"}}
  - id: what-it-prints
    kind: predict-output
    level: 2
    prompt: {{en: "What does this program print?", zh: "这个程序输出什么？"}}
    program: {slug}.py
    explanation: {{en: "TODO", zh: "TODO"}}
"""

_PROGRAM = '"""Show the idea in a few lines."""\n\nprint(1 + 1)\n'


def start_concept(workspace: Workspace, slug: str, topic: str, folder: str | None = None) -> BankNewView:
    """Write the files of a new concept, and `bank.yaml` where the folder is no bank yet. Nothing is overwritten.

    Raises `Usage` for a bad slug or a file that exists, `NotFound` for a topic that `bank.yaml` does not list.
    """
    for word in (slug, topic):
        if not _SLUG.match(word):
            raise Usage(
                "bad-slug",
                Text(f"{word} is no slug", f"{word} 不是合法的标识"),
                Text(
                    "small letters, digits and hyphens: self-attention", "只用小写字母、数字和连字符，如 self-attention"
                ),
            )
    if not folder and not workspace.environ.get("LLMTUTOR_BANK"):
        raise Usage(
            "no-bank-named",
            Text("say which bank the concept goes into", "请说明把概念加入哪个题库"),
            Text(
                f"llmtutor bank new {slug} --topic {topic} --bank my-bank",
                f"llmtutor bank new {slug} --topic {topic} --bank my-bank",
            ),
        )
    root = Path(folder).expanduser().absolute() if folder else workspace.roots[0]
    files: dict[Path, str] = {}
    if (root / HEAD).exists():
        _expect_topic(root, topic)
    else:
        bank = re.sub(r"[^a-z0-9]+", "-", root.name.lower()).strip("-") or "bank"
        files[root / HEAD] = _HEAD.format(bank=bank, topic=topic)
    now = workspace.clock()
    files[root / topic / f"{slug}.yaml"] = _CONCEPT.format(slug=slug, year=now.year, month=now.month)
    files[root / topic / f"{slug}.py"] = _PROGRAM
    files[root / topic / f"{slug}.out"] = "2\n"
    _write_all(files)
    return BankNewView(
        tuple(str(path) for path in files),
        Text(
            f"Write what says TODO. `llmtutor bank check {root}` tells what is left, `llmtutor bank test {root} --update`"
            " records outputs.",
            f"请填写所有 TODO。`llmtutor bank check {root}` 指出尚缺的内容，`llmtutor bank test {root} --update` 记录程序输出。",
        ),
    )


def _expect_topic(root: Path, topic: str) -> None:
    head, _ = parse_head(root, {})
    topics = [known.slug for known in head.topics] if head else []
    if head and topic not in topics:
        raise NotFound(
            "unknown-topic",
            Text(f"bank.yaml lists no topic {topic}", f"bank.yaml 中没有主题 {topic}"),
            Text(f"add it there, or use one of: {', '.join(topics)}", f"请先加入，或选用：{', '.join(topics)}"),
        )


def _write_all(files: dict[Path, str]) -> None:
    for path in files:
        if path.exists():
            raise Usage(
                "file-exists",
                Text(f"{path} exists already", f"{path} 已存在"),
                Text("choose another slug, or edit that file", "请换一个标识，或直接编辑该文件"),
            )
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise unreadable(path, error) from error
