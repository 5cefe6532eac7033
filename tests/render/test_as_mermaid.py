"""path and map as Mermaid: every concept a node, every edge once, nothing in a name that Mermaid would obey."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_learning import MAP, PATH

from llmtutor.model import LANGS, Lang, Text
from llmtutor.render.as_mermaid import draw
from llmtutor.views.learning import KnownConcept, MappedTopic, MapView, PathView

NODE = re.compile(r'^ +(c_\w+)\["([^"]*)"\]:::(\w+)$', re.MULTILINE)
EDGE = re.compile(r"^  (c_\w+) --> (c_\w+)$", re.MULTILINE)


def test_a_path() -> None:
    assert draw(PATH, "en").splitlines()[:4] == [
        "flowchart TD",
        '  c_language_model["✓✓ Language model"]:::mastered',
        '  c_neural_networks["~ Neural networks"]:::begun',
        '  c_seq2seq["Sequence-to-sequence model"]:::new',
    ]
    assert ("c_seq2seq", "c_attention_mechanism") in EDGE.findall(draw(PATH, "zh"))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", [PATH, MAP], ids=["path", "map"])
def test_every_concept_is_a_node_and_every_edge_has_both_ends(view: PathView | MapView, lang: Lang) -> None:
    concepts = view.steps if isinstance(view, PathView) else [c for topic in view.topics for c in topic.concepts]
    written = draw(view, lang)
    nodes = {node: label for node, label, _ in NODE.findall(written)}
    assert len(nodes) == len(concepts)
    assert [label.lstrip("✓~ ") for label in nodes.values()] == [concept.name[lang] for concept in concepts]
    edges = EDGE.findall(written)
    assert len(edges) == len(set(edges)) == sum(len(concept.requires) for concept in concepts)
    assert {end for edge in edges for end in edge} <= set(nodes)
    styled = set(re.findall(r"classDef (\w+) ", written))
    assert {stage for _, _, stage in NODE.findall(written)} == styled


def test_topics_are_boxes() -> None:
    assert re.findall(r'subgraph (\w+)\["(.*)"\]', draw(MAP, "zh")) == [
        ("t_foundations", "基础"),
        ("t_attention", "注意力"),
    ]
    assert draw(MAP, "en").count("\n  end\n") == 2


def test_what_leads_out_of_one_topic_is_left_out() -> None:
    written = draw(MapView(MAP.topics[1:], 3, 0), "en")
    assert EDGE.findall(written) == [
        ("c_attention_mechanism", "c_self_attention"),
        ("c_token_embeddings", "c_self_attention"),
    ]


@given(st.text(max_size=30))
def test_no_name_breaks_out_of_its_label(name: str) -> None:
    concept = KnownConcept("a", Text(name, name), "t", 1, (), 0, 0, 0, 0.0, "new", True)
    written = draw(MapView((MappedTopic("t", Text(name, name), (concept,)),), 1, 0), "en")
    assert len(written.splitlines()) == 5
    assert written.count('"') == 4
    (found,) = NODE.findall(written)
    assert not re.search(r'[<>`;&"]', re.sub(r"#\d+;", "", found[1]))
