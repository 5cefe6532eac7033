from __future__ import annotations

import os

import pytest

from llmtutor.lab import runner
from llmtutor.lab.capabilities import capabilities


def test_each_capability_is_told_in_both_languages() -> None:
    found = capabilities(os.environ)
    assert [capability.name for capability in found] == ["network", "processes", "files", "limits"]
    for capability in found:
        assert capability.text.en != capability.text.zh


def test_a_system_that_grants_nothing_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner.os, "name", "nt-like")
    found = {capability.name: capability for capability in capabilities(os.environ)}
    assert not any(capability.granted for capability in found.values())
    assert found["limits"].text.en.endswith("processor time, memory, size of files")
