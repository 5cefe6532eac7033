"""tune on a journal: refuses, shows, and changes the one setting when it is told to."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from llmtutor.errors import Usage
from llmtutor.learn import tuning as learning
from llmtutor.learn.memory import default_weights
from llmtutor.learn.tuning import NEEDED
from llmtutor.model import Answered, Event, Grade
from llmtutor.service import tuning
from llmtutor.service.practice_memory import recall
from llmtutor.service.tuning import apply_weights, fit_weights
from llmtutor.workspace import Workspace
from tests.bench.tuning import simulate

NOW = datetime(2027, 12, 1, tzinfo=UTC)


@cache
def events(forgets: float) -> tuple[Event, ...]:
    weights = [weight * (forgets if place < 4 else 1) for place, weight in enumerate(default_weights())]
    reviews = simulate(weights, NEEDED, random.Random(1))
    return tuple(
        Answered(
            id=key, device="d", at=at, session="s", bank="b", question=question, digest="", variant=0, response="A",
            right=grade > Grade.AGAIN, score=1.0, grade=grade,
        )
        for question, each in reviews.items()
        for at, key, grade in each
    )  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace({"LLMTUTOR_HOME": str(tmp_path)}, clock=lambda: NOW)


def live(workspace: Workspace, forgets: float) -> None:
    with workspace.journal(create=True) as journal:
        journal.append(*events(forgets))


def again(workspace: Workspace) -> Workspace:
    """Another run of the program."""
    return Workspace(workspace.environ, clock=lambda: NOW)


def test_below_the_number_that_helps_it_says_how_many_it_wants(workspace: Workspace) -> None:
    view = fit_weights(workspace)
    assert (view.outcome, view.reviews, view.needed) == ("too-few", 0, NEEDED)
    assert not workspace.data_dir.exists()


def test_better_weights_are_shown_and_hold_only_when_told_to(workspace: Workspace) -> None:
    live(workspace, 0.2)
    view = fit_weights(workspace)
    assert view.outcome == "better"
    assert view.before is not None
    assert view.after is not None
    assert view.after < view.before
    assert not workspace.config_path.exists()
    assert apply_weights(workspace, view).outcome == "applied"
    after = again(workspace)
    assert after.settings.weights == view.weights
    with after.journal(create=True) as journal:
        fitted = recall(journal, after.settings, NOW, keep=True)
        plain = recall(journal, workspace.settings, NOW, keep=False)
    assert fitted.keys() == plain.keys()
    assert fitted != plain
    assert fit_weights(after).before == view.after


def test_no_better_weights_change_nothing(workspace: Workspace) -> None:
    live(workspace, 1)
    view = fit_weights(workspace)
    assert view.outcome == "no-better"
    with pytest.raises(ValueError, match="nothing to apply"):
        apply_weights(workspace, view)


def test_the_library_is_asked_for_only_where_it_is_needed(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "find_spec", lambda name: None)
    assert fit_weights(workspace).outcome == "too-few"
    monkeypatch.setattr(tuning, "NEEDED", 1)
    live(workspace, 1)
    with pytest.raises(Usage) as missing:
        fit_weights(workspace)
    assert missing.value.code == "optimizer-missing"
    assert "llmtutor[optimize]" in missing.value.hint.en


def test_weights_that_cannot_be_are_refused(workspace: Workspace) -> None:
    workspace.config_dir.mkdir(parents=True)
    for weights in ("[1.0]", f"[{', '.join(['500.0'] * 21)}]", '"many"'):
        workspace.config_path.write_text(f"weights = {weights}\n", "utf-8")
        with pytest.raises(Usage):
            _ = again(workspace).settings
