"""tune: fit the scheduler to the learner's own answers. It reads the journal, and writes one setting if told to."""

from __future__ import annotations

from dataclasses import replace

from ..errors import Usage
from ..learn.memory import list_reviews
from ..learn.tuning import NEEDED, can_fit, count_reviews, tune
from ..model import Text
from ..views.tuning import TuningView
from ..workspace import Workspace
from ..workspace.settings_file import set_setting


def fit_weights(workspace: Workspace) -> TuningView:
    """Weights fitted to the journal, and how they do. Nothing is changed. Raises Usage where the library is missing."""
    settings = workspace.settings
    journal = workspace.journal(create=False)
    if journal is None:
        return _nothing_yet(workspace, 0)
    with journal:
        reviews = list_reviews((event for _, event in journal.events()), workspace.clock())
    count = count_reviews(reviews)
    if count < NEEDED:
        return _nothing_yet(workspace, count)
    if not can_fit():
        raise Usage(
            "optimizer-missing",
            Text("tune needs fsrs-rs-python, which is not installed", "tune 需要 fsrs-rs-python，目前没有安装"),
            Text("pip install 'llmtutor[optimize]'", "pip install 'llmtutor[optimize]'"),
        )
    tuning = tune(reviews, settings.weights)
    better = tuning.weights is not None and tuning.after is not None and tuning.after < tuning.before
    return TuningView(
        outcome="better" if better else "no-better",
        reviews=count,
        needed=NEEDED,
        learned=tuning.learned,
        tested=tuning.tested,
        before=round(tuning.before, 4),
        after=None if tuning.after is None else round(tuning.after, 4),
        weights=tuning.weights or (),
        path=str(workspace.config_path),
    )


def apply_weights(workspace: Workspace, view: TuningView) -> TuningView:
    """Put the weights of a view that found better ones to use. Raises ValueError for any other, Usage where the settings
    cannot be written."""
    if view.outcome != "better":
        raise ValueError(f"there is nothing to apply: {view.outcome}")
    set_setting(workspace.config_path, "weights", " ".join(map(str, view.weights)))
    return replace(view, outcome="applied")


def _nothing_yet(workspace: Workspace, count: int) -> TuningView:
    return TuningView("too-few", count, NEEDED, 0, 0, None, None, (), str(workspace.config_path))
