"""Predict, then run: the program of a question, run here, held against what the learner said it would print."""

from __future__ import annotations

from ..errors import Usage
from ..learn.typed import pair_lines
from ..model import PredictOutput, Snippet, Text
from ..views.lab import PredictedLine, PredictionView
from ..workspace import Workspace
from .lab import run_one
from .trust import Ask, require_trust


def check_prediction(workspace: Workspace, question_id: str, given: str, ask: Ask | None = None) -> PredictionView:
    """Run the program that the question is about; `given` is the prediction. Raises what `require_trust` raises."""
    with workspace.index() as index:
        question = index.question(question_id)
    body = question.body
    if not isinstance(body, PredictOutput):
        raise Usage(
            "nothing-to-run",
            Text(f"{question_id} is about no program", f"{question_id} 没有对应的程序"),
            Text("llmtutor list questions --kind predict-output", "llmtutor list questions --kind predict-output"),
        )
    require_trust(workspace, {body.program: body.code}, ask)
    ran = run_one(workspace, Snippet(body.program, question.concept, "", body.code, body.output))
    lines = tuple(PredictedLine(*line) for line in pair_lines(given, ran.result.stdout))
    return PredictionView(question_id, ran.result, lines, ran.advice)
