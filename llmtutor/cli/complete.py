"""Names for shell completion: topics, concepts, questions, programs. A broken bank completes nothing, quietly."""

from __future__ import annotations

import os
from collections.abc import Callable

from ..errors import LlmtutorError
from ..workspace import Workspace


def _complete(list_names: Callable[[Workspace], list[str]]) -> Callable[[str], list[str]]:
    def complete(incomplete: str) -> list[str]:
        try:
            return [name for name in list_names(Workspace(dict(os.environ))) if name.startswith(incomplete)]
        except LlmtutorError:
            return []

    return complete


def _topics(workspace: Workspace) -> list[str]:
    with workspace.index() as index:
        return [topic.slug for topic in index.topics()]


def _concepts(workspace: Workspace) -> list[str]:
    with workspace.index() as index:
        return [row.slug for row in index.concepts()]


def _questions(workspace: Workspace) -> list[str]:
    with workspace.index() as index:
        return [row.id for row in index.questions()]


def _snippets(workspace: Workspace) -> list[str]:
    with workspace.index() as index:
        return [snippet.name for snippet in index.snippets()]


def _exercises(workspace: Workspace) -> list[str]:
    with workspace.index() as index:
        return [row.id.partition("/")[2] for row in index.questions(kind="code")]


topic_slugs = _complete(_topics)
concept_names = _complete(_concepts)
question_ids = _complete(_questions)
snippet_names = _complete(_snippets)
exercise_names = _complete(_exercises)
