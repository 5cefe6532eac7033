"""A search finds what was meant, in either language; any string is a query; marks mark what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmtutor.model import Part, Text, Words
from llmtutor.store import index_words, needs, search_texts
from llmtutor.store.excerpt import find_marks, make_excerpt, one_line, plain
from llmtutor.store.index import Index
from llmtutor.store.search import Found, search
from llmtutor.store.tokens import name_key, tokenize

from .small_bank import ATTENTION, GRADIENT, PARTS, POSITIONS, SOFTMAX, build, part, question


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with Index.open(build(tmp_path_factory.mktemp("cache") / "index.db")) as opened:
        yield opened


def names_of(one: Part) -> tuple[str, ...]:
    concept = one.concept
    return concept.slug, concept.name.en, concept.name.zh, *concept.aliases.all


def first(found: Found) -> str:
    return found.hits[0].id


# --- what is found --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("query", "slug"), [(name, p.concept.slug) for p in PARTS for name in names_of(p)])
def test_every_name_and_alias_finds_its_concept_first(bank: Index, query: str, slug: str) -> None:
    assert first(search(bank, query)) == slug
    assert first(search(bank, f"  {query.upper()}? ")) == slug


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_a_shared_name_finds_one_of_its_bearers_first(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    words = st.sampled_from(
        ["attention", "soft max", "d_k", "注意力", "位置 编码", "KV 缓存", "the", "是什么", "c++", "ﬁne"]
    )
    name = st.lists(words, min_size=1, max_size=3).map(" ".join)
    parts = []
    for number, base in enumerate(PARTS[:4]):
        aliases = Words(tuple(data.draw(st.lists(name, max_size=3))), tuple(data.draw(st.lists(name, max_size=2))))
        parts.append(replace(base, concept=replace(base.concept, aliases=aliases, level=1 + number)))
    with Index.open(build(tmp_path_factory.mktemp("cache") / "index.db", parts)) as bank:
        for one in parts:
            for query in names_of(one):
                bearers = {p.concept.slug for p in parts if name_key(query) in map(name_key, names_of(p))}
                assert first(search(bank, query)) in bearers


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("multihead attention", "multi-head-attention"),
        ("multi headattention", "multi-head-attention"),
        ("positionalencoding", "positional-encoding"),
        ("位置 编码", "positional-encoding"),
        ("ＭＨＡ", "multi-head-attention"),
        ("多頭注意力機制", "multi-head-attention"),
        ("multi head 注意力", "multi-head-attention"),
        ("学习率 gradient", "gradient-descent"),
        ("positional enc", "positional-encoding"),
        ("softm", "softmax"),
        ("多头注", "multi-head-attention"),
        ("归", "softmax"),
        ("what does softmax do?", "softmax"),
        ("how does the model know the order of tokens", "positional-encoding"),
        ("模型怎么知道词元的顺序？", "positional-encoding"),
        ("为什么要有多头", "multi-head-attention"),
        ("dividing the exponentiated logits", "softmax"),
    ],
)
def test_what_was_meant_is_found(bank: Index, query: str, slug: str) -> None:
    assert first(search(bank, query)) == slug


@pytest.mark.parametrize(
    ("query", "corrected", "slug"),
    [
        ("atention", "attention", "attention-mechanism"),
        ("Sofmax outputs", "softmax outputs", "softmax"),
        ("positoinal encodng", "positional encoding", "positional-encoding"),
        ("gradeint descnt?", "gradient descent?", "gradient-descent"),
        ("什么是位置遍码", "什么是位置编码", "positional-encoding"),
        ("multihead-atention", "multihead-attention", "multi-head-attention"),
    ],
)
def test_a_slip_is_mended_and_said(bank: Index, query: str, corrected: str, slug: str) -> None:
    found = search(bank, query)
    assert found.corrected == corrected
    assert first(found) == slug


@pytest.mark.parametrize("query", ["softmax", "logit", "soft", "attention", "注意力", "heads"])
def test_what_the_bank_writes_is_not_corrected(bank: Index, query: str) -> None:
    assert search(bank, query).corrected is None


@pytest.mark.parametrize("query", ["kubernetes autoscaling", "pizza", "红烧肉怎么做", "zzzz", "量子计算机"])
def test_a_query_about_something_else_has_no_hits(bank: Index, query: str) -> None:
    found = search(bank, query)
    assert (found.hits, found.total, found.corrected) == ((), 0, None)


def test_a_query_in_part_about_the_bank_names_what_is_nearest(bank: Index) -> None:
    found = search(bank, "attention deficit medication for toddlers")
    assert found.hits == ()
    assert found.nearest[0] == "attention-mechanism"


@pytest.mark.parametrize(
    "query", ["", "   ", "?!", '"', "the", "什么", "\x00", "\ud800", "😀", "()", "-", "*", "NEAR("]
)
def test_a_query_that_says_nothing_finds_nothing(bank: Index, query: str) -> None:
    assert search(bank, query).hits == ()


@pytest.mark.parametrize(
    "query",
    [
        '"attention',
        "attention*",
        "attention AND",
        "OR attention",
        "NOT attention",
        "summary : attention",
        "{name alias} : attention",
        "attention^2",
        "NEAR(attention softmax)",
        "{a b}: attention",
        "attention -softmax",
        "attention'); drop table concept; --",
    ],
)
def test_the_language_of_fts5_is_plain_text_here(bank: Index, query: str) -> None:
    plain = " ".join("".join(char if char.isalnum() else " " for char in query).split())
    assert search(bank, query) == search(bank, plain)


QUERIES = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            [
                "attention",
                "atention",
                "softmax",
                "注意力",
                "位置",
                "头",
                '"',
                "*",
                "AND",
                "NOT",
                "(",
                ")",
                "^",
                ":",
                "-",
                "d_k",
                "的",
                "是什么",
                "why",
                "№",
                "ﬀ",
                "İ",
                "½",
                "zz",
            ]
        ),
        max_size=12,
    ).map(" ".join),
    st.text(alphabet='注意力多头位置编码的是softmax "*()-_', max_size=40),
    st.text(alphabet=st.characters(categories=["Lo", "Nl", "Mn", "Lm"]), max_size=80),
)


@given(QUERIES)
@settings(max_examples=150, deadline=None)
def test_any_string_is_a_query(bank: Index, query: str) -> None:
    found = search(bank, query)
    assert len(found.hits) <= 10
    assert found.total >= len(found.hits)
    assert [hit.score for hit in found.hits] == sorted((hit.score for hit in found.hits), reverse=True)
    assert not (found.hits and found.nearest)
    for hit in found.hits:
        for lang in ("en", "zh"):
            last = 0
            for start, end in getattr(hit.marks, lang):
                assert last <= start < end <= len(hit.excerpt[lang])  # type: ignore[literal-required]
                last = end


def test_a_very_long_query_is_read_as_far_as_it_makes_sense(bank: Index) -> None:
    assert first(search(bank, "attention " * 5000)) == "attention-mechanism"
    assert search(bank, "x" * 100_000).hits == ()
    assert search(bank, "词" * 10_000).hits == ()


# --- order, filters, limits -----------------------------------------------------------------------------------------


def test_concepts_come_before_questions_before_programs(bank: Index) -> None:
    hits = search(bank, "softmax", limit=None).hits
    assert [hit.type for hit in hits] == sorted(
        (hit.type for hit in hits), key=["concept", "question", "snippet"].index
    )
    assert {hit.type for hit in hits} == {"concept", "question", "snippet"}


def test_a_limit_leaves_room_for_questions_and_programs(bank: Index) -> None:
    found = search(bank, "softmax", limit=3)
    assert [hit.type for hit in found.hits] == ["concept", "concept", "question"]
    assert found.total == len(search(bank, "softmax", limit=None).hits) > 3
    assert len(search(bank, "attention", limit=1).hits) == 1


@pytest.mark.parametrize("kind", ["concept", "question", "snippet"])
def test_one_type_alone(bank: Index, kind: str) -> None:
    hits = search(bank, "softmax", type=kind).hits  # type: ignore[arg-type]
    assert hits
    assert {hit.type for hit in hits} == {kind}


def test_filters_leave_only_what_they_name(bank: Index) -> None:
    assert {hit.topic for hit in search(bank, "softmax", topic="attention").hits} == {"attention"}
    assert {hit.level for hit in search(bank, "attention", level=3).hits} == {3}
    hits = search(bank, "attention", kind="open").hits
    assert [hit.id for hit in hits] == ["attention-mechanism/explain"]
    assert search(bank, "softmax", topic="nothing").hits == ()
    assert search(bank, "softmax", topic='x" OR "softmax', kind="'").hits == ()


def test_equal_answers_are_in_the_order_of_level_and_teaching(tmp_path: Path) -> None:
    twins = [
        question(slug, f"q{level}", "A unicorn appears.", "出现了独角兽。", level=level)
        for slug, level in (("softmax", 3), ("gradient-descent", 3), ("softmax", 1))
    ]
    parts = (
        replace(SOFTMAX, questions=tuple(q for q in twins if q.concept == "softmax")),
        replace(GRADIENT, questions=tuple(q for q in twins if q.concept != "softmax")),
    )
    # The names of the concepts are part of a question's text; make them equally long.
    with Index.open(build(tmp_path / "i.db", parts)) as bank:
        ids = [hit.id for hit in search(bank, "unicorn", type="question").hits if hit.concept == "softmax"]
    assert ids == ["softmax/q1", "softmax/q3"]


def test_a_name_by_its_sound_is_mended_though_each_pair_is_written_somewhere(tmp_path: Path) -> None:
    explanation = Text("Make up your mind.", "先拿定主意。人的主意力量很大，意力二字连写也有。")
    odd = replace(GRADIENT, concept=replace(GRADIENT.concept, explanation=explanation))
    with Index.open(build(tmp_path / "i.db", (SOFTMAX, ATTENTION, odd))) as bank:
        assert search(bank, "主意力").corrected is None  # it is written, so it was meant
    explanation = Text("Make up your mind.", "先拿定主意。意力二字连写也有。")
    odd = replace(GRADIENT, concept=replace(GRADIENT.concept, explanation=explanation))
    with Index.open(build(tmp_path / "i.db", (SOFTMAX, ATTENTION, odd))) as bank:
        found = search(bank, "主意力")
        assert (found.corrected, found.hits[0].id) == ("注意力", "attention-mechanism")
        assert search(bank, "主意").corrected is None


def test_a_name_with_a_character_beside_it_is_not_mended(bank: Index) -> None:
    for query in ("注意力深", "深注意力", "多头深"):
        assert search(bank, query).corrected is None


# --- what a hit shows -----------------------------------------------------------------------------------------------


def test_a_hit_tells_what_it_is(bank: Index) -> None:
    hit = search(bank, "MHA").hits[0]
    assert (hit.type, hit.id, hit.concept, hit.topic, hit.level) == (
        "concept",
        "multi-head-attention",
        "multi-head-attention",
        "attention",
        3,
    )
    assert hit.title == Text("Multi-head attention", "多头注意力")
    assert hit.why == Text("also called “MHA”", "又称“MHA”")
    assert search(bank, "multi-head attention").hits[0].why is None


def test_an_excerpt_shows_what_is_read_not_how_it_is_written(bank: Index) -> None:
    assert plain("**Bold**, *slanted* and `code`") == "Bold, slanted and code"
    assert plain("标注者*偏好*什么") == "标注者偏好什么"
    assert plain("2*d*n and 2 * d * n stay, so does x*") == "2*d*n and 2 * d * n stay, so does x*"
    assert plain("Steps:\n\n1. Sum.\n2. Divide by 2. Done.") == "Steps: Sum. Divide by 2. Done."
    assert plain("| name | bits |\n|---|:-:|\n| half | 16 |") == "name · bits half · 16"
    assert plain("Then\n```python\nrun()\n```") == "Then run()"
    code, _ = make_excerpt(["y = x ** 2 * n"], {"n"}, 160, one_line)
    assert code == "y = x ** 2 * n"


def test_what_people_ask_by_finds_without_being_a_name(bank: Index) -> None:
    hit = search(bank, "把分数变成百分比").hits[0]
    assert hit.id == "softmax"
    assert hit.why == Text("about “把分数变成百分比”", "与“把分数变成百分比”有关")
    assert "percentages" not in " ".join(bank.concept("softmax").aliases.en)


def test_the_words_of_asking_are_no_name(tmp_path: Path) -> None:
    odd = replace(GRADIENT, concept=replace(GRADIENT.concept, asked=Words((), ("## 是什么意思",))))
    with Index.open(build(tmp_path / "i.db", (SOFTMAX, ATTENTION, odd))) as bank:
        assert search(bank, "注意力是什么意思").hits[0].id == "attention-mechanism"
        assert search(bank, "softmax 是什么意思").hits[0].id == "softmax"


def test_marks_stand_on_the_match_in_both_languages(bank: Index) -> None:
    hit = search(bank, "注意力头").hits[0]
    assert [hit.excerpt.zh[start:end] for start, end in hit.marks.zh] == ["注意力头"]
    hit = search(bank, "WEIGHTED value").hits[0]
    assert [hit.excerpt.en[start:end] for start, end in hit.marks.en] == ["weighted", "values"]
    assert hit.marks.zh == ()
    assert hit.excerpt.zh == "用查询读出各个值的加权平均。"


def test_traditional_characters_are_marked() -> None:
    excerpt, marks = make_excerpt(["這裡說明自注意力機制。"], {"机制", "注意"}, 80)
    assert [excerpt[start:end] for start, end in marks] == ["注意", "機制"]
    assert make_excerpt(["殘差連接"], {"残差"}, 80) == ("殘差連接", ((0, 2),))


def test_a_sentence_about_something_else_finds_nothing_though_a_text_has_its_words(tmp_path: Path) -> None:
    said = question(
        "softmax", "sky", "A caption says that the sky is blue. What follows?", "图说天是蓝的。这说明什么？"
    )
    with Index.open(build(tmp_path / "i.db", (replace(SOFTMAX, questions=(said,)),))) as bank:
        assert search(bank, "why is the sky blue").hits == ()
        assert search(bank, "the").hits == ()
        assert search(bank, "sky blue").hits


def test_an_excerpt_is_found_deep_in_a_text(bank: Index) -> None:
    hit = search(bank, "上溢").hits[0]
    assert hit.id == "softmax"
    assert [hit.excerpt.zh[start:end] for start, end in hit.marks.zh] == ["上溢"]
    assert "**" not in hit.excerpt.zh


def test_a_question_never_gives_its_answer_away(tmp_path: Path) -> None:
    secret = replace(
        question("softmax", "secret", "What does it say?", "它怎么说？", "single"),
        explanation=Text("The answer is xylophone.", "答案是木琴。"),
    )
    parts = (replace(SOFTMAX, questions=(secret,)),)
    with Index.open(build(tmp_path / "i.db", parts)) as bank:
        for query in ("xylophone", "木琴", "Right"):
            hits = [hit for hit in search(bank, query).hits if hit.type == "question"]
            assert [hit.id for hit in hits] == ["softmax/secret"]
            assert hits[0].excerpt == Text("What does it say?", "它怎么说？")
            assert hits[0].title == SOFTMAX.concept.name


def test_a_program_shows_its_lines(bank: Index) -> None:
    hit = next(hit for hit in search(bank, "math.exp").hits if hit.type == "snippet")
    assert hit.excerpt.en == "print(math.exp(0) / 2)"
    assert [hit.excerpt.en[start:end] for start, end in hit.marks.en] == ["math", "exp"]


@given(
    st.text(max_size=80),
    st.lists(st.sampled_from(["注意", "意力", "soft", "max*", "soft max", "头*", "a"]), max_size=4),
)
@settings(max_examples=150)
def test_marks_hold_their_terms_and_miss_none(text: str, terms: list[str]) -> None:
    text = text.replace("b", "soft max").replace("c", "注意力")
    spans = find_marks(text, terms)
    inside = "\n".join(text[start:end] for start, end in spans)
    outside = list(text)
    for start, end in spans:
        outside[start:end] = "|" * (end - start)
    words = {term for term in terms if " " not in term and not term.endswith("*")}
    assert not words & set(tokenize("".join(outside)))
    for start, end in spans:
        found = tokenize(text[start:end])
        assert any(t in words or t in ("soft", "max") or t[0] == "头" or t.startswith("max") for t in found), inside


@given(st.text(max_size=600), st.integers(20, 160))
@settings(max_examples=100)
def test_an_excerpt_is_short_and_from_the_text(text: str, width: int) -> None:
    excerpt, marks = make_excerpt([text], {"soft"}, width)
    assert len(excerpt) <= 2 * width + 2
    assert excerpt.strip("…") in plain(text)
    assert all(excerpt[start:end].lower() == "soft" for start, end in marks)


# --- large banks ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """A bank in which some words are common: champions bound the work from 40 questions on."""
    patch = pytest.MonkeyPatch()
    for module in (index_words, needs, search_texts):
        patch.setattr(module, "COMMON", 40)
    for module in (index_words, search_texts):
        patch.setattr(module, "CHAMPIONS", 35)
    topics = ["attention", "softmax", "gradient", "order"]
    parts = [
        part(
            replace(POSITIONS.concept, slug=f"concept-{n}", name=Text(f"Concept {n}", f"概念{n}"), requires=()),
            [
                question(
                    f"concept-{n}",
                    f"q{i}",
                    f"Does {topics[i % 4]} use {topics[(i + n) % 4]} {'again ' * (i % 5)}in case {n * 20 + i}?",
                    f"{['注意力', '归一化', '梯度', '顺序'][i % 4]}{'会不会' * (i % 3)}用到第 {n * 20 + i} 种情况？",
                )
                for i in range(20)
            ],
        )
        for n in range(8)
    ]
    with Index.open(build(tmp_path_factory.mktemp("cache") / "index.db", parts)) as opened:
        yield opened
    patch.undo()


@pytest.mark.parametrize(
    "query",
    [
        "attention",
        "attention gradient",
        "attention softmax order",
        "注意力",
        "梯度",
        "注意力 梯度",
        "情",
        "case 17",
        "order case",
    ],
)
def test_the_best_of_a_crowd_are_those_of_the_whole_ranking(
    crowded: Index, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounded = search(crowded, query, type="question", limit=10)
    assert bounded.hits
    with monkeypatch.context() as patch:
        patch.setattr(search_texts, "COMMON", 10**9)
        patch.setattr(search_texts, "CHAMPIONS", 0)
        whole = search(crowded, query, type="question", limit=10)
    assert bounded.total == whole.total
    scores = [hit.score for hit in whole.hits]  # equal scores have no order of their own
    assert [hit.score for hit in bounded.hits] == pytest.approx(scores, abs=1e-3)


def test_a_filter_searches_the_whole_crowd(crowded: Index) -> None:
    found = search(crowded, "attention", type="question", level=2, limit=None)
    assert found.total == len(found.hits) > 40


def test_all_hits_of_a_crowd_can_be_had(crowded: Index) -> None:
    few = search(crowded, "gradient", type="question")
    every = search(crowded, "gradient", type="question", limit=None)
    assert len(every.hits) == every.total == few.total
    assert [hit.id for hit in every.hits[:10]] == [hit.id for hit in few.hits]


def test_what_a_concept_is_called_here_is_searched_too(bank: Index) -> None:
    assert ATTENTION.concept.slug in {hit.concept for hit in search(bank, "soft lookup").hits}
