from dataclasses import replace

import pytest
from sample_questions import CLOZE, OPEN, OUTPUT, ask, both

from llmtutor.learn.grade import Unreadable, judge, mentioned, read_response
from llmtutor.model import Cloze, Open, PredictOutput, Variant, Words

NONE = Variant(0)
RIGHT = ["maximum", "cross-entropy", "0"]


def gap(*accepted: str) -> Cloze:
    return Cloze(both("[[1]]"), (Words(accepted),))


def outcome(answer: str, *accepted: str) -> tuple[bool, str | None]:
    verdict = judge(ask(gap(*accepted)), NONE, [answer])
    return verdict.right, verdict.typo


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("Maximum", "maximum"),
        ("ＭＡＸＩＭＵＭ", "maximum"),
        ("the maximum", "maximum"),
        ("“maximum”", "maximum"),
        ("maximum.", "maximum"),
        ("cross entropy", "cross-entropy"),
        ("crossentropy", "cross-entropy"),
        ("Cross_Entropy", "cross entropy"),
        ("KV-Cache", "KV cache"),
        ("gpt2", "GPT-2"),
        ("gradients", "gradient"),
        ("query", "queries"),
        ("loss", "losses"),
        ("biases", "bias"),
        ("殘差連接", "残差连接"),
        ("残差 连接", "残差连接"),
        ("注意力（attention）", "注意力(attention)"),
        ("n^2", "n²"),
        ("n**2", "n²"),
        ("O(n^2)", "O(n²)"),
        ("QK^T", "QKᵀ"),
        ("d_k", "d_k"),
        ("dk", "d_k"),
        ("dₖ", "d_k"),
        ("n*d", "nd"),
        ("n · d", "nd"),
        ("−1", "-1"),
        ("0.0", "0"),
        ("1,000", "1000"),
        ("1/2", "0.5"),
        ("50%", "0.5"),
        ("café", "cafe"),
    ],
)
def test_the_same_word_spelled_otherwise(answer: str, accepted: str) -> None:
    assert outcome(answer, accepted) == (True, None)
    assert outcome(accepted, answer) == (True, None)


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("-1", "1"),
        ("1", "-1"),
        ("2n", "n^2"),
        ("n*2", "n²"),
        ("1 0", "10"),
        ("10", "1"),
        ("1.01", "1"),
        ("fp16", "fp32"),
        ("float16", "float32"),
        ("GPT-3", "GPT-2"),
        ("row", "low"),
        ("asymmetric", "symmetric"),
        ("lower", "power"),
        ("encoder", "decoder"),
        ("minimum", "maximum"),
        ("KW cache", "KV cache"),
        ("maxinun", "maximum"),
        ("残差", "残差连接"),
        ("残茶连接", "残差连接"),
        ("softmax function over keys", "softmax"),
        ("", "softmax "),
    ],
)
def test_another_word(answer: str, accepted: str) -> None:
    assert (
        judge(ask(Cloze(both(""), (Words((accepted,)), Words(("x",))))), NONE, [answer, "x"]).feedback[0].right is False
    )


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("maximun", "maximum"),
        ("maximm", "maximum"),
        ("maximumm", "maximum"),
        ("mxaimum", "maximum"),
        ("atention mechanism", "attention mechanism"),
        ("cross-entrpy", "cross-entropy"),
        ("gradeint", "gradient"),
        ("gradeints", "gradient"),
        ("embeding", "embeddings"),
    ],
)
def test_one_slip_is_forgiven_and_named(answer: str, accepted: str) -> None:
    assert outcome(answer, accepted) == (True, f"{answer} → {accepted}")


def test_a_slip_into_the_answer_of_another_gap_is_wrong() -> None:
    body = Cloze(both("[[1]] [[2]]"), (Words(("causal",)), Words(("casual",))))
    verdict = judge(ask(body), NONE, ["casual", "causal"])
    assert (verdict.score, verdict.typo) == (0, None)


def test_either_language_is_accepted() -> None:
    assert judge(CLOZE, NONE, ["最大值", "KV cache", "零"]).right
    assert judge(CLOZE, NONE, ["largest value", "殘差連接", 0]).right


def test_each_gap_is_told_and_counted() -> None:
    verdict = judge(CLOZE, NONE, ["minimum", "kv-cahe", ""])
    assert verdict.score == pytest.approx(1 / 3)
    assert [(part.label, part.right) for part in verdict.feedback] == [("1", False), ("2", True), ("3", False)]
    assert verdict.feedback[0].text.en == "not “minimum” but “maximum”"
    assert verdict.feedback[2].text.zh == "没有填；应为“零”"
    assert verdict.typo == "kv-cahe → KV cache"
    assert verdict.given == "minimum; kv-cahe; "
    assert verdict.expected == both("").__class__("maximum; cross-entropy; 0", "最大值; 残差连接; 零")


@pytest.mark.parametrize(
    "text",
    [
        "maximum; cross-entropy; 0",
        "maximum；cross-entropy；0；",
        "maximum\ncross-entropy\n0\n",
        "maximum, cross-entropy, 0",
        "maximum、cross-entropy、0",
    ],
)
def test_gaps_are_split(text: str) -> None:
    assert read_response(CLOZE, NONE, text) == RIGHT


def test_an_empty_gap_keeps_its_place() -> None:
    assert read_response(CLOZE, NONE, "maximum;;0") == ["maximum", "", "0"]


def test_a_single_gap_is_never_split() -> None:
    assert read_response(ask(gap("a, b; c")), NONE, " a, b; c ") == ["a, b; c"]


@pytest.mark.parametrize("text", ["maximum", "a; b", "a; b; c; d", ";;", "", "1,000"])
def test_a_wrong_number_of_gaps_is_no_answer(text: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_response(CLOZE, NONE, text)
    assert "[1]; [2]; [3]" in refusal.value.hint.en


@pytest.mark.parametrize("response", [[], ["a"], ["a", "b", None], ["a", "b", True], ["a", ["b"], "c"], 5, {"1": "a"}])
def test_a_cloze_takes_a_list_of_words(response: object) -> None:
    with pytest.raises(Unreadable):
        judge(CLOZE, NONE, response)  # type: ignore[arg-type]


# --- Predicting output ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "response",
    [
        "shape: (2, 3)\nTrue 0.50\n",
        "shape: (2, 3)\r\nTrue 0.5",
        "SHAPE:(2,3)\n\n  true   0.500  ",
        "ｓｈａｐｅ：（２，３）\ntrue 0.5",
        "shape: (2, 3)\\nTrue 0.50",
        "shape: (2, 3) True 0.50",
    ],
)
def test_blanks_case_and_trailing_zeros_are_forgiven(response: str) -> None:
    assert judge(OUTPUT, NONE, response).right


@pytest.mark.parametrize(
    ("response", "label", "told", "score"),
    [
        ("shape: (2, 3)\nFalse 0.50", "2", "you wrote “False 0.50”, it prints “True 0.50”", 0.5),
        ("shape: (2, 4)\nTrue 0.50", "1", "you wrote “shape: (2, 4)”, it prints “shape: (2, 3)”", 0.5),
        ("shape: (2, 3)", "2", "missing: True 0.50", 0.5),
        ("shape: (2, 3)\nTrue 0.50\n7", "3", "the program prints only 2 line(s)", 2 / 3),
        ("True 0.50\nshape: (2, 3)", "1", "you wrote “True 0.50”, it prints “shape: (2, 3)”", 0),
        ("shape: (2, 3)\nTrue 0.5 0", "2", "you wrote “True 0.5 0”, it prints “True 0.50”", 0.5),
    ],
)
def test_the_first_line_that_differs_is_told(response: str, label: str, told: str, score: float) -> None:
    verdict = judge(OUTPUT, NONE, response)
    assert not verdict.right
    assert (verdict.feedback[0].label, verdict.feedback[0].text.en) == (label, told)
    assert verdict.score == pytest.approx(score)


def test_a_known_wrong_output_is_explained() -> None:
    verdict = judge(OUTPUT, NONE, "shape:(3,2)\nTrue 0.5")
    assert verdict.feedback[-1].text == both("transposed")
    assert verdict.misconceptions == ("m-shape",)
    assert judge(OUTPUT, NONE, "shape: (9, 9)\nTrue 0.5").misconceptions == ()


@pytest.mark.parametrize(
    ("printed", "answer", "right"),
    [
        ("[1.0, 2.50]", "[1, 2.5]", True),
        ("100", "1", False),
        ("10", "1", False),
        ("0.05", "0.5", False),
        ("1.0e5", "1e5", False),
        ("v1.10", "v1.1", False),
        ("-0.50", "−.50", False),
        ("-0.50", "−0.5", True),
        ("['a']", '["a"]', True),
        ("['a\\n']", "['a\\n']", True),
        ("1 2", "12", False),
        ("3", "３", True),
    ],
)
def test_numbers_and_quotes(printed: str, answer: str, right: bool) -> None:
    assert judge(ask(PredictOutput("p.py", "", printed + "\n")), NONE, answer).right is right


def test_an_output_may_be_a_json_number() -> None:
    assert judge(ask(PredictOutput("p.py", "", "42\n")), NONE, 42).right


@pytest.mark.parametrize("response", ["", " \n", None, True, ["shape"], {"1": "A"}])
def test_an_output_is_text(response: object) -> None:
    with pytest.raises(Unreadable):
        judge(OUTPUT, NONE, response)  # type: ignore[arg-type]


# --- Open answers ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "points"),
    [
        ("", ()),
        ("Gradients vanish", (0,)),
        ("梯度消失，用殘差連接", (0, 1)),
        ("the Residual-Connection adds the input", (1,)),
        ("a kv‑cache", (0,)),
        ("显存里的KV缓存", (0,)),
        ("divide by √d_k or √dk", (2,)),
        ("gradiental residuals", ()),
        ("anything", ()),
    ],
)
def test_key_points_that_are_named(answer: str, points: tuple[int, ...]) -> None:
    assert isinstance(OPEN.body, Open)
    assert mentioned(OPEN.body, answer) == points


@pytest.mark.parametrize(
    ("word", "said", "other"),
    [
        ("tokenize", "the tokenizer", "tokens"),
        ("verify", "it is verified", "veritable"),
        ("guess", "stop guessing", "guest"),
        ("overfit", "overfitting", "overfill"),
        ("red-team", "red teaming", "redeem"),
        ("Adam", "with Adam", "a damp"),
        ("dot", "dots", "dotted"),
    ],
)
def test_a_key_point_is_named_by_any_form_of_its_word(word: str, said: str, other: str) -> None:
    assert isinstance(OPEN.body, Open)
    point = replace(OPEN.body.key_points[0], words=Words((word,), ()))
    body = replace(OPEN.body, key_points=(point,))
    assert mentioned(body, said) == (0,)
    assert mentioned(body, other) == ()
