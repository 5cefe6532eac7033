"""What the source of a formula puts on paper, found without the parser that is under test."""

from __future__ import annotations

import re

from llmtutor.formula.symbols import COMMANDS, WORDS

_SHAPES = re.compile(
    r"\\(begin|end)\{[a-z*]+\}|\\(left|right|middle|mathrm|mathbf|mathcal|mathbb|boldsymbol|text|operatorname|frac|tfrac"
    r"|sqrt|binom|hat|bar|tilde|underbrace|overset|xrightarrow|substack|quad|qquad|big|overline|mathbf)(?![A-Za-z])\*?"
)


def ink(latex: str) -> str:
    """`latex` with every command that stands for a sign replaced by it, and commands that only shape taken out."""

    def sign(found: re.Match[str]) -> str:
        name = found[1]
        if name in WORDS:
            return name
        return COMMANDS[name][0] if name in COMMANDS else ""

    text = re.sub(r"\^\{?\\top(?![A-Za-z])", "^T", _SHAPES.sub(" ", latex))
    return re.sub(r"\\([A-Za-z]+)", sign, text)
