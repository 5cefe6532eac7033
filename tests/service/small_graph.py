"""A bank on the disk, small enough to answer by heart: six concepts in a chain, each with a gap to fill and an open
question with a follow-up. The gap of `c3` wants `word3`; the open question's points want `alpha` and `beta`."""

from __future__ import annotations

from pathlib import Path

CONCEPTS = 6

_HEAD = """\
format: 1
bank: chain
name: {en: Chain, zh: 链}
languages: [en, zh]
topics:
  - {slug: low, name: {en: Low, zh: 低}}
  - {slug: high, name: {en: High, zh: 高}}
"""
_CONCEPT = """\
format: 1
concept: c{number}
name: {{en: "Concept {number}", zh: "概念 {number}"}}
level: 1
summary: {{en: "Number {number}.", zh: "第 {number} 个。"}}
explanation: {{en: "It is {number}.", zh: "它是 {number}。"}}
requires: [{requires}]
sources:
  - {{title: Chains, authors: Anonymous, year: 1900, venue: School, for: {{en: everything, zh: 全部内容}}}}
verified: "2026-11"
questions:
  - id: gap
    kind: cloze
    prompt: {{en: "Fill in {number}.", zh: "填空 {number}。"}}
    text: {{en: "It is [[1]].", zh: "它是 [[1]]。"}}
    gaps:
      - {{en: ["word{number}"], zh: ["词{number}"]}}
    explanation: {{en: "It is.", zh: "是的。"}}
  - id: tell
    kind: open
    prompt: {{en: "Tell about {number}.", zh: "谈谈 {number}。"}}
    model_answer: {{en: "Alpha, then beta.", zh: "先 alpha，后 beta。"}}
    key_points:
      - {{en: "names alpha", zh: "提到 alpha", words: {{en: [alpha], zh: [alpha]}}}}
      - {{en: "names beta", zh: "提到 beta", words: {{en: [beta], zh: [beta]}}}}
      - {{en: "keeps the order", zh: "说明顺序", words: {{en: [then], zh: [后]}}}}
    follow_up:
      question: {{en: "And after {number}?", zh: "{number} 之后呢？"}}
      answer: {{en: "Gamma.", zh: "Gamma。"}}
    explanation: {{en: "In order.", zh: "按顺序。"}}
"""


def write_bank(folder: Path) -> Path:
    """The bank in a new folder `bank`."""
    root = folder / "bank"
    root.mkdir()
    (root / "bank.yaml").write_text(_HEAD, "utf-8")
    for number in range(CONCEPTS):
        topic = root / ("low" if number < CONCEPTS // 2 else "high")
        topic.mkdir(exist_ok=True)
        requires = f"c{number - 1}" if number else ""
        text = _CONCEPT.format(number=number, requires=requires)
        (topic / f"c{number}.yaml").write_text(text, "utf-8")
    return root
