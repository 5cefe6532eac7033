"""The ten kinds of questions, by name."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """The name of a body in YAML, on the command line and in JSON."""

    SINGLE_CHOICE = "single-choice"
    MULTIPLE_CHOICE = "multiple-choice"
    TRUE_FALSE = "true-false"
    CLOZE = "cloze"
    NUMERIC = "numeric"
    ORDERING = "ordering"
    MATCHING = "matching"
    PREDICT_OUTPUT = "predict-output"
    OPEN = "open"
    CODE = "code"
