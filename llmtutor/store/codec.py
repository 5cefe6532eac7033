"""Model objects <-> JSON text, field by field: no pickle, no introspection, so that a search can afford to import it.

The form is the index's own and may change with `index.FORMAT`; it is no interchange format. Both ways are written out
side by side, and a test sends every kind of object there and back.
"""

from __future__ import annotations

import json
from typing import Any, TypeAlias

from ..model import (
    Axis,
    Body,
    Choice,
    Cloze,
    Code,
    Concept,
    Erratum,
    Figure,
    FollowUp,
    KeyPoint,
    Kind,
    Matching,
    Mistake,
    MultipleChoice,
    Numeric,
    Open,
    Ordering,
    Pair,
    Parameter,
    Pitfall,
    PredictOutput,
    Question,
    SingleChoice,
    Snippet,
    Source,
    SourceItem,
    Text,
    Trap,
    TrueFalse,
    Words,
)

Json: TypeAlias = Any


def dumps(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def encode_concept(concept: Concept) -> str:
    return dumps(
        [
            concept.slug,
            concept.topic,
            _text(concept.name),
            concept.level,
            _text(concept.summary),
            _text(concept.explanation),
            _words(concept.aliases),
            concept.requires,
            concept.covers,
            concept.formulas,
            [[_text(pitfall.text), pitfall.corrects] for pitfall in concept.pitfalls],
            concept.snippet,
            [_source(source) for source in concept.sources],
            concept.verified,
            concept.programs,
            _words(concept.asked),
        ]
    )


def decode_concept(stored: str) -> Concept:
    slug, topic, name, level, summary, explanation, aliases, requires, covers, formulas, pitfalls, *rest = json.loads(
        stored
    )
    snippet, sources, verified, programs, asked = rest
    return Concept(
        slug,
        topic,
        Text(*name),
        level,
        Text(*summary),
        Text(*explanation),
        _as_words(aliases),
        tuple(requires),
        tuple(covers),
        tuple(formulas),
        tuple(Pitfall(Text(*text), tuple(corrects)) for text, corrects in pitfalls),
        snippet,
        tuple(Source(title, authors, year, Text(*claim), *more) for title, authors, year, claim, *more in sources),
        verified,
        tuple(programs),
        _as_words(asked),
    )


def encode_question(question: Question) -> str:
    return dumps(
        [
            question.id,
            question.concept,
            question.level,
            _text(question.prompt),
            question.kind.value,
            _body(question.body),
            _text(question.explanation),
            [_text(hint) for hint in question.hints],
            [_source(source) for source in question.sources],
            question.covers,
            question.corrects,
            question.digest,
        ]
    )


def decode_question(stored: str) -> Question:
    key, concept, level, prompt, kind, body, explanation, hints, sources, covers, corrects, digest = json.loads(stored)
    return Question(
        key,
        concept,
        level,
        Text(*prompt),
        _as_body(kind, body),
        Text(*explanation),
        tuple(Text(*hint) for hint in hints),
        tuple(Source(title, authors, year, Text(*claim), *more) for title, authors, year, claim, *more in sources),
        tuple(covers),
        tuple(corrects),
        digest,
    )


def encode_snippet(snippet: Snippet) -> str:
    figures = [_figure(figure) for figure in snippet.figures]
    return dumps([snippet.name, snippet.concept, snippet.title, snippet.code, snippet.output, snippet.needs, figures])


def decode_snippet(stored: str) -> Snippet:
    name, concept, title, code, output, needs, figures = json.loads(stored)
    return Snippet(name, concept, title, code, output, tuple(needs), tuple(map(_as_figure, figures)))


def encode_items(items: tuple[SourceItem, ...]) -> str:
    return dumps([[item.id, _text(item.asks), item.distinct] for item in items])


def decode_items(stored: str) -> tuple[SourceItem, ...]:
    return tuple(SourceItem(key, Text(*asks), distinct) for key, asks, distinct in json.loads(stored))


def encode_errata(errata: tuple[Erratum, ...]) -> str:
    return dumps([[e.id, e.severity, e.items, _text(e.claim), _text(e.truth)] for e in errata])


def decode_errata(stored: str) -> tuple[Erratum, ...]:
    return tuple(
        Erratum(key, severity, tuple(items), Text(*claim), Text(*truth))
        for key, severity, items, claim, truth in json.loads(stored)
    )


def _text(text: Text) -> list[str]:
    return [text.en, text.zh]


def _figure(figure: Figure) -> Json:
    names = [_text(name) for name in figure.series]
    return [figure.kind, _text(figure.title), figure.values, _axis(figure.x), _axis(figure.y), names, figure.rows]


def _as_figure(stored: Json) -> Figure:
    kind, title, values, x, y, series, rows = stored
    names = tuple(Text(*name) for name in series)
    return Figure(kind, Text(*title), values, _as_axis(x), _as_axis(y), names, tuple(map(tuple, rows)))


def _axis(axis: Axis) -> Json:
    return [_text(axis.label) if axis.label else None, axis.ticks, axis.variable]


def _as_axis(stored: Json) -> Axis:
    label, ticks, variable = stored
    return Axis(Text(*label) if label else None, tuple(ticks), variable)


def _words(words: Words) -> list[tuple[str, ...]]:
    return [words.en, words.zh]


def _as_words(stored: Json) -> Words:
    en, zh = stored
    return Words(tuple(en), tuple(zh))


def _source(source: Source) -> Json:
    return [
        source.title,
        source.authors,
        source.year,
        _text(source.supports),
        source.arxiv,
        source.venue,
        source.url,
        source.unconfirmed,
    ]


def _choices(choices: tuple[Choice, ...]) -> Json:
    return [[_text(c.text), c.right, _text(c.why), c.misconception, c.corrects] for c in choices]


def _as_choices(stored: Json) -> tuple[Choice, ...]:
    return tuple(
        Choice(Text(*text), right, Text(*why), misconception, tuple(corrects))
        for text, right, why, misconception, corrects in stored
    )


def _traps(traps: tuple[Trap, ...]) -> Json:
    return [[trap.answer, _text(trap.why), trap.misconception] for trap in traps]


def _as_traps(stored: Json) -> tuple[Trap, ...]:
    return tuple(Trap(answer, Text(*why), misconception) for answer, why, misconception in stored)


def _body(body: Body) -> Json:
    match body:
        case SingleChoice(choices) | MultipleChoice(choices):
            return _choices(choices)
        case TrueFalse(answer, misconception):
            return [answer, misconception]
        case Cloze(text, gaps):
            return [_text(text), [_words(gap) for gap in gaps]]
        case Numeric(answer, parameters, unit, tolerance, relative, traps):
            return [answer, [[p.name, p.values] for p in parameters], unit, tolerance, relative, _traps(traps)]
        case Ordering(items):
            return [_text(item) for item in items]
        case Matching(pairs):
            return [[_text(pair.left), _text(pair.right)] for pair in pairs]
        case PredictOutput(program, code, output, traps):
            return [program, code, output, _traps(traps)]
        case Open(model_answer, key_points, follow_up):
            return [
                _text(model_answer),
                [[_text(point.text), _words(point.words)] for point in key_points],
                [_text(follow_up.question), _text(follow_up.answer)] if follow_up else None,
            ]
        case Code(function, stub, solution, judge, mistakes):
            wrong = [[one.name, one.code, _text(one.why), one.misconception] for one in mistakes]
            return [function, stub, solution, judge, wrong]


def _as_body(kind: str, stored: Json) -> Body:
    match Kind(kind):
        case Kind.SINGLE_CHOICE:
            return SingleChoice(_as_choices(stored))
        case Kind.MULTIPLE_CHOICE:
            return MultipleChoice(_as_choices(stored))
        case Kind.TRUE_FALSE:
            return TrueFalse(*stored)
        case Kind.CLOZE:
            text, gaps = stored
            return Cloze(Text(*text), tuple(_as_words(gap) for gap in gaps))
        case Kind.NUMERIC:
            answer, parameters, unit, tolerance, relative, traps = stored
            drawn = tuple(Parameter(name, tuple(values)) for name, values in parameters)
            return Numeric(answer, drawn, unit, tolerance, relative, _as_traps(traps))
        case Kind.ORDERING:
            return Ordering(tuple(Text(*item) for item in stored))
        case Kind.MATCHING:
            return Matching(tuple(Pair(Text(*left), Text(*right)) for left, right in stored))
        case Kind.PREDICT_OUTPUT:
            program, code, output, traps = stored
            return PredictOutput(program, code, output, _as_traps(traps))
        case Kind.OPEN:
            model_answer, points, follow_up = stored
            return Open(
                Text(*model_answer),
                tuple(KeyPoint(Text(*text), _as_words(words)) for text, words in points),
                FollowUp(Text(*follow_up[0]), Text(*follow_up[1])) if follow_up else None,
            )
        case Kind.CODE:
            function, stub, solution, judge, mistakes = stored
            made = tuple(Mistake(name, code, Text(*why), slug) for name, code, why, slug in mistakes)
            return Code(function, stub, solution, judge, made)
