"""Bank files -> model. Every problem of shape at once, each with its place and the way out; the lint rules come later.

A file with a problem yields no part, so what is parsed is whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from .. import model as m
from ..model import Bank, Part, Problem, Text
from . import schema as s
from .files import HEAD, SOURCE, unreadable
from .messages import explain
from .programs import Programs
from .reader import Document, Refused, read
from .recorded import plan_figures, recorded_figures
from .shapes import WordLists

Shape = TypeVar("Shape", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A part or nothing, the problems found on the way, and the document for whoever needs places later."""

    part: Part | None
    problems: tuple[Problem, ...]
    document: Document | None


def parse_head(root: Path, listed: Mapping[str, object]) -> tuple[Bank | None, list[Problem]]:
    """`bank.yaml` and, where there is one, `source.yaml`: the bank without its concepts."""
    head, problems, _ = _load(root, HEAD, s.BankFile)
    items: tuple[m.SourceItem, ...] = ()
    errata: tuple[m.Erratum, ...] = ()
    if SOURCE in listed:
        source, more, _ = _load(root, SOURCE, s.SourceFile)
        problems += more
        if source:
            items = tuple(m.SourceItem(item.id, _text(item.asks), item.distinct) for item in source.items)
            errata = tuple(
                m.Erratum(e.id, e.severity, tuple(e.items), _text(e.claim), _text(e.truth)) for e in source.errata
            )
    if head is None:
        return None, problems
    topics = tuple(m.Topic(topic.slug, _text(topic.name)) for topic in head.topics)
    return Bank(head.bank, _text(head.name), topics, (), (), (), items, errata), problems


def parse_concept(root: Path, path: str, bank: str) -> Parsed:
    """One concept file with the programs it names."""
    shape, problems, document = _load(root, path, s.ConceptFile)
    if shape is None or document is None:
        return Parsed(None, tuple(problems), document)
    folder = path.rpartition("/")[0]
    programs = Programs(root, folder, document, shape.concept)
    if path.rpartition("/")[2] != f"{shape.concept}.yaml":
        problems.append(
            Problem(
                document.place(["concept"]),
                "FILENAME",
                Text(
                    f"concept {shape.concept} in a file of another name", f"概念 {shape.concept} 所在文件与其名称不符"
                ),
                Text(f"name the file {shape.concept}.yaml", f"请把文件命名为 {shape.concept}.yaml"),
            )
        )
    snippet = programs.load(shape.snippet, ["snippet"]) if shape.snippet else None
    for number, program in enumerate(shape.programs):
        programs.load(program, ["programs", number])
    questions = tuple(
        _question(shape, question, programs, number, document) for number, question in enumerate(shape.questions)
    )
    figures, faults = recorded_figures(root / folder, shape, document)
    problems += programs.problems + faults
    if problems:
        return Parsed(None, tuple(problems), document)
    concept = _concept(shape, folder, snippet)
    snippets = tuple(replace(known, figures=tuple(figures.get(known.name, ()))) for known in programs.snippets)
    return Parsed(Part(bank, path, concept, questions, snippets), (), document)


def planned_figures(root: Path, path: str) -> Mapping[str, list[m.Figure]]:
    """What one concept file draws of each program, by the program's name; nothing where the file has a problem."""
    shape, _, _ = _load(root, path, s.ConceptFile)
    return plan_figures(shape) if shape else {}


def _load(root: Path, path: str, shape: type[Shape]) -> tuple[Shape | None, list[Problem], Document | None]:
    try:
        raw = (root / path).read_bytes()
    except OSError as error:
        raise unreadable(root / path, error) from error
    try:
        document = read(raw, path)
    except Refused as refused:
        return None, [refused.problem], None
    newer = _too_new(document)
    if newer:
        return None, [newer], document
    try:
        return shape.model_validate(document.value), list(document.duplicates), document
    except ValidationError as error:
        return None, [explain(fault, document) for fault in error.errors()] + document.duplicates, document


def _too_new(document: Document) -> Problem | None:
    found = document.value.get("format") if isinstance(document.value, dict) else None
    if not isinstance(found, int) or isinstance(found, bool) or found <= s.FORMAT:
        return None
    return Problem(
        document.place(["format"]),
        "FORMAT",
        Text(
            f"format {found}; this llmtutor reads up to {s.FORMAT}",
            f"格式版本为 {found}，当前 llmtutor 最高支持 {s.FORMAT}",
        ),
        Text("upgrade llmtutor to use this bank", "请升级 llmtutor 后再使用此题库"),
    )


# --- shapes -> nouns --------------------------------------------------------------------------------------------------


def _text(both: Any) -> Text:
    return Text(both.en, both.zh)


def _words(lists: WordLists) -> m.Words:
    return m.Words(tuple(lists.en), tuple(lists.zh))


def _sources(shapes: list[s.SourceShape]) -> tuple[m.Source, ...]:
    return tuple(
        m.Source(x.title, x.authors, x.year, _text(x.supports), x.arxiv, x.venue, x.url, x.unconfirmed) for x in shapes
    )


def _concept(shape: s.ConceptFile, folder: str, snippet: m.Snippet | None) -> m.Concept:
    return m.Concept(
        slug=shape.concept,
        topic=folder,
        name=_text(shape.name),
        level=shape.level,
        summary=_text(shape.summary),
        explanation=_text(shape.explanation),
        aliases=_words(shape.aliases),
        requires=tuple(shape.requires),
        covers=tuple(shape.covers),
        formulas=tuple(shape.formula),
        pitfalls=tuple(m.Pitfall(_text(p), tuple(p.corrects)) for p in shape.pitfalls),
        snippet=snippet.name if snippet else None,
        programs=tuple(program.removesuffix(".py") for program in shape.programs),
        asked=_words(shape.asked),
        sources=_sources(shape.sources),
        verified=shape.verified,
    )


def _question(concept: s.ConceptFile, shape: Any, programs: Programs, number: int, document: Document) -> m.Question:
    body = _BODIES[shape.kind](shape, programs, ["questions", number, "program"])
    seen = shape.model_dump_json() + _programs_of(body)
    return m.Question(
        id=f"{concept.concept}/{shape.id}",
        concept=concept.concept,
        level=shape.level or concept.level,
        prompt=_text(shape.prompt),
        body=body,
        explanation=_text(shape.explanation or shape.model_answer),
        hints=tuple(_text(hint) for hint in shape.hints),
        sources=_sources(shape.sources),
        covers=tuple(shape.covers),
        corrects=tuple(shape.corrects),
        digest=hashlib.sha256(seen.encode("utf-8", "surrogatepass")).hexdigest()[:16],
    )


def _programs_of(body: m.Body) -> str:
    match body:
        case m.PredictOutput(code=code, output=output):
            return code + output
        case m.Code(stub=stub, solution=solution, judge=judge, mistakes=mistakes):
            return "\0".join([stub, solution, judge, *(mistake.code for mistake in mistakes)])
        case _:
            return ""


def _choices(shape: Any) -> tuple[m.Choice, ...]:
    return tuple(
        m.Choice(_text(c.text), c.right, _text(c.why), c.misconception, tuple(c.corrects)) for c in shape.choices
    )


def _traps(shape: Any) -> tuple[m.Trap, ...]:
    return tuple(m.Trap(trap.answer, _text(trap.why), trap.misconception) for trap in shape.traps)


def _numeric(shape: s.NumericShape) -> m.Numeric:
    parameters = tuple(m.Parameter(name, tuple(values)) for name, values in shape.params.items())
    return m.Numeric(shape.answer, parameters, shape.unit, shape.tolerance, shape.relative_tolerance, _traps(shape))


def _predict(shape: s.PredictOutputShape, programs: Programs, path: list[str | int]) -> m.PredictOutput:
    snippet = programs.load(shape.program, path)
    code, output = (snippet.code, snippet.output) if snippet else ("", "")
    return m.PredictOutput(shape.program.removesuffix(".py"), code, output, _traps(shape))


def _open(shape: s.OpenShape) -> m.Open:
    points = tuple(m.KeyPoint(_text(point), _words(point.words)) for point in shape.key_points)
    more = shape.follow_up
    follow_up = m.FollowUp(_text(more.question), _text(more.answer)) if more else None
    return m.Open(_text(shape.model_answer), points, follow_up)


_BODIES: dict[str, Callable[[Any, Programs, list[str | int]], m.Body]] = {
    "single-choice": lambda shape, *_: m.SingleChoice(_choices(shape)),
    "multiple-choice": lambda shape, *_: m.MultipleChoice(_choices(shape)),
    "true-false": lambda shape, *_: m.TrueFalse(shape.answer, shape.misconception),
    "cloze": lambda shape, *_: m.Cloze(_text(shape.text), tuple(_words(gap) for gap in shape.gaps)),
    "numeric": lambda shape, *_: _numeric(shape),
    "ordering": lambda shape, *_: m.Ordering(tuple(_text(item) for item in shape.items)),
    "matching": lambda shape, *_: m.Matching(tuple(m.Pair(_text(p.left), _text(p.right)) for p in shape.pairs)),
    "predict-output": _predict,
    "open": lambda shape, *_: _open(shape),
    "code": lambda shape, programs, path: programs.load_exercise(shape, path),
}
