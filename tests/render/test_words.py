"""The words of the interface: each in both languages, saying the same, and none that nobody shows."""

import importlib
import pkgutil
import re
from pathlib import Path
from string import Formatter

import pytest

from llmtutor.model import Text
from llmtutor.render import words
from llmtutor.render.words import Counted, Template

PACKAGE = Path(words.__file__).parents[2]
# What stays as it is in Chinese.
UNTRANSLATED = {"llmtutor", "shell", "JSON"}


def _words() -> dict[str, Text | Template | Counted]:
    found: dict[str, Text | Template | Counted] = {}
    for module in pkgutil.iter_modules(words.__path__):
        for name, value in vars(importlib.import_module(f"{words.__name__}.{module.name}")).items():
            many = value if isinstance(value, dict) and name.isupper() else {"": value}
            for key, word in many.items():
                if isinstance(word, Text | Template | Counted):
                    found[f"{module.name}.{name}" + (f"[{key}]" if key != "" else "")] = word
    return found


WORDS = _words()


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("name", WORDS)
def test_a_word_is_there_in_both_languages(name: str) -> None:
    word = WORDS[name]
    assert word.en.strip()
    assert re.search(r"[\u4e00-\u9fff]", word.zh) or not re.search(r"[A-Za-z]", re.sub(r"{\w+}", "", word.en))
    assert not re.search(r"[\u4e00-\u9fff]", word.en)


@pytest.mark.parametrize("name", WORDS)
def test_no_english_is_left_in_chinese(name: str) -> None:
    left = set(re.findall(r"[A-Za-z]{2,}", re.sub(r"{\w+}", "", WORDS[name].zh)))
    assert left <= UNTRANSLATED


@pytest.mark.parametrize("name", [name for name, word in WORDS.items() if not isinstance(word, Text)])
def test_both_languages_speak_of_the_same(name: str) -> None:
    word = WORDS[name]
    assert placeholders(word.en) == placeholders(word.zh) != set()
    if isinstance(word, Counted):
        assert placeholders(word.en) == {"count"}
        assert placeholders(word.one) == set()
        assert "1" in word.one


@pytest.mark.parametrize("name", WORDS)
def test_chinese_is_punctuated_as_chinese(name: str) -> None:
    assert not re.search(r"[\u4e00-\u9fff] ?[,;:!?()]|[,;:!?()] ?[\u4e00-\u9fff]", WORDS[name].zh)
    assert not re.search(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]", WORDS[name].zh)


def test_no_word_is_left_over() -> None:
    shown = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.parent.name != "words")
    named = {name.partition("[")[0].split(".")[1] for name in WORDS}
    spoken = "".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "render" / "words").glob("*.py"))
    assert {name for name in named if not re.search(rf"\.{name}\b", shown + spoken)} == set()


def test_one_is_one_in_english() -> None:
    three = Counted("1 question", "{count} questions", "{count} 道题")
    assert three.of(1) == Text("1 question", "1 道题")
    assert three.of(1234) == Text("1,234 questions", "1,234 道题")


def test_what_is_filled_in_is_never_filled_again() -> None:
    assert Template("no {thing}", "没有{thing}").fill(thing="{thing}{0}") == Text("no {thing}{0}", "没有{thing}{0}")


def test_a_text_is_filled_in_by_language() -> None:
    assert Template("in {when}", "{when}里").fill(when=Text("May", "五月")) == Text("in May", "五月里")
