"""search, explain, list, show."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from ..errors import Exit
from ..model import Kind
from .complete import concept_names, question_ids, topic_slugs
from .exporting import check_export, export_option, write_export
from .options import Run, argument, option


class Listed(StrEnum):
    topics = "topics"
    concepts = "concepts"
    questions = "questions"
    snippets = "snippets"


def topic_option() -> Any:
    return option("--topic", en="Only this topic", zh="只看这个主题", autocompletion=topic_slugs)


def level_option() -> Any:
    return option("--level", en="Only this level, 1 to 5", zh="只看这个难度，1 到 5", min=1, max=5)


def kind_option() -> Any:
    return option("--kind", en="Only this kind of question", zh="只看这种题型")


def search(
    run: Run,
    query: Annotated[
        list[str], argument("What to look for, in English, Chinese or both", "要找的内容，中文、英文或混用")
    ],
    limit: Annotated[int, option("--limit", en="How many hits", zh="最多显示几条", min=1)] = 10,
    all: Annotated[bool, option("--all", en="Every hit", zh="显示全部结果")] = False,
    topic: Annotated[str | None, topic_option()] = None,
    level: Annotated[int | None, level_option()] = None,
    kind: Annotated[Kind | None, kind_option()] = None,
    type: Annotated[
        Literal["concept", "question", "snippet"] | None,
        option("--type", en="Only hits of this type", zh="只看这类结果"),
    ] = None,
    export: Annotated[str | None, export_option()] = None,
) -> Exit:
    check_export(export)
    from ..service.search import search_bank

    found = search_bank(
        run.workspace,
        " ".join(query),
        limit=None if all else limit,
        topic=topic,
        level=level,
        kind=kind and kind.value,
        type=type,
    )
    run.emit(found)
    write_export(run, found, export)
    if found.hits and run.attended and not run.quiet:
        from .opening import offer_hits

        offer_hits(run, found)
    return Exit.OK if found.hits else Exit.FINDINGS


def explain(
    run: Run,
    concept: Annotated[
        list[str], argument("Slug, name or alias", "概念的标识、名称或别名", autocompletion=concept_names)
    ],
    export: Annotated[str | None, export_option()] = None,
) -> Exit:
    check_export(export)
    from ..service.browse import explain_concept

    view = explain_concept(run.workspace, " ".join(concept))
    run.emit_long(view)
    write_export(run, view, export)
    return Exit.OK


def list_(
    run: Run,
    what: Annotated[
        Listed, argument("topics, concepts, questions or snippets", "topics、concepts、questions 或 snippets")
    ],
    topic: Annotated[str | None, topic_option()] = None,
    concept: Annotated[
        str | None, option("--concept", en="Only this concept", zh="只看这个概念", autocompletion=concept_names)
    ] = None,
    level: Annotated[int | None, level_option()] = None,
    kind: Annotated[Kind | None, kind_option()] = None,
) -> Exit:
    from ..service import browse

    match what:
        case Listed.topics:
            run.emit_long(browse.list_topics(run.workspace))
        case Listed.concepts:
            run.emit_long(browse.list_concepts(run.workspace, topic=topic, level=level))
        case Listed.questions:
            filters = {"topic": topic, "concept": concept, "kind": kind and kind.value}
            run.emit_long(browse.list_questions(run.workspace, level=level, **filters))
        case Listed.snippets:
            run.emit_long(browse.list_snippets(run.workspace))
    return Exit.OK


def show(
    run: Run,
    question: Annotated[str, argument("Its id, concept/name", "题目标识：概念/名称", autocompletion=question_ids)],
    answer: Annotated[bool, option("--answer", en="Show the answer too", zh="同时显示答案")] = False,
    variant: Annotated[
        int, option("--variant", en="Which numbers and order to draw", zh="用哪一组数字与顺序", min=0)
    ] = 0,
) -> Exit:
    from ..service.browse import show_question

    run.emit_long(show_question(run.workspace, question, variant=variant, answer=answer))
    return Exit.OK
