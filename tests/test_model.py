"""The nouns are found under one roof, whichever module holds them."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from llmtutor import model

MODULES = sorted(path.stem for path in Path(model.__path__[0]).glob("*.py") if path.stem != "__init__")


@pytest.mark.parametrize("name", MODULES)
def test_every_public_noun_is_listed(name: str) -> None:
    module = import_module(f"llmtutor.model.{name}")
    defined = {
        noun
        for noun, value in vars(module).items()
        if not noun.startswith("_") and noun[0].isupper() and getattr(value, "__module__", None) == module.__name__
    }
    assert defined <= set(dir(model))
    for noun in defined:
        assert getattr(model, noun) is getattr(module, noun)


def test_a_name_that_is_no_noun() -> None:
    with pytest.raises(AttributeError, match="Gadget"):
        _ = model.Gadget
