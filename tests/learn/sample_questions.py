"""One small question of every kind, and strategies for more."""

from hypothesis import strategies as st

from llmtutor.model import (
    Body,
    Choice,
    Cloze,
    KeyPoint,
    Matching,
    MultipleChoice,
    Numeric,
    Open,
    Ordering,
    Pair,
    Parameter,
    PredictOutput,
    Question,
    SingleChoice,
    Text,
    Trap,
    TrueFalse,
    Words,
)


def both(text: str) -> Text:
    return Text(text, f"{text}（中）")


def ask(body: Body, question_id: str = "softmax/sample") -> Question:
    return Question(question_id, question_id.partition("/")[0], 2, both("prompt"), body, both("because"))


def choice(name: str, right: bool = False, misconception: str | None = None) -> Choice:
    return Choice(both(name), right, both(f"why {name}"), misconception)


SINGLE = ask(SingleChoice((choice("one", right=True), choice("two", misconception="m-two"), choice("three"))))
MULTIPLE = ask(
    MultipleChoice(
        (
            choice("one", right=True),
            choice("two", right=True),
            choice("three", right=True),
            choice("four", misconception="m-four"),
            choice("five", misconception="m-four"),
        )
    )
)
TRUTH = ask(TrueFalse(False, "m-truth"))
CLOZE = ask(
    Cloze(
        Text("The [[1]] of the [[2]] is [[3]].", "[[2]]的[[1]]是 [[3]]。"),
        (
            Words(("maximum", "largest value"), ("最大值",)),
            Words(("cross-entropy", "KV cache"), ("残差连接",)),
            Words(("0", "zero"), ("零",)),
        ),
    )
)
NUMERIC = ask(
    Numeric(
        "2 * layers * width * 2 / 2**20",
        (Parameter("layers", (12, 24)), Parameter("width", (1024, 4096))),
        unit="MiB",
        relative_tolerance=0.01,
        traps=(
            Trap(
                "layers * width * 2 / 2**20", Text("Keys and values: {layers} twice.", "键和值各 {layers} 份。"), "half"
            ),
            Trap("1 / (layers - 12)", both("no value for 12 layers")),
        ),
    )
)
ORDERING = ask(Ordering((both("tokenize"), both("embed"), both("attend"), both("project"))))
MATCHING = ask(Matching((Pair(both("Q"), both("query")), Pair(both("K"), both("key")), Pair(both("V"), both("value")))))
OUTPUT = ask(
    PredictOutput(
        "softmax.sample.py",
        "print(...)",
        "shape: (2, 3)\nTrue 0.50\n",
        (Trap("shape: (3, 2)\nTrue 0.50", both("transposed"), "m-shape"),),
    )
)
OPEN = ask(
    Open(
        both("model answer"),
        (
            KeyPoint(both("p0"), Words(("gradient", "KV cache"), ("梯度", "KV 缓存"))),
            KeyPoint(both("p1"), Words(("residual connection",), ("残差连接",))),
            KeyPoint(both("p2"), Words(("√d_k",), ())),
        ),
    )
)

GRADED = {
    "single-choice": SINGLE,
    "multiple-choice": MULTIPLE,
    "true-false": TRUTH,
    "cloze": CLOZE,
    "numeric": NUMERIC,
    "ordering": ORDERING,
    "matching": MATCHING,
    "predict-output": OUTPUT,
}

_words = st.text(alphabet="abcdefghijklmnopqrstuvwxyz梯度残差连接0123456789-", min_size=1, max_size=12).filter(
    lambda text: text.strip("-") != ""
)
_texts = _words.map(both)
_numbers = st.integers(1, 10**12) | st.floats(0.001, 1e9).map(lambda value: float(f"{value:.4g}"))


@st.composite
def graded_questions(draw: st.DrawFn) -> Question:
    """A question of any graded kind, with texts that differ from each other."""
    count = draw(st.integers(3, 9))
    texts = draw(st.lists(_texts, min_size=count, max_size=count, unique=True))
    match draw(st.sampled_from(list(GRADED))):
        case "single-choice":
            right = draw(st.integers(0, count - 1))
            body: Body = SingleChoice(tuple(Choice(text, n == right, text) for n, text in enumerate(texts)))
        case "multiple-choice":
            chosen = draw(st.sets(st.integers(0, count - 1), min_size=1))
            body = MultipleChoice(tuple(Choice(text, n in chosen, text) for n, text in enumerate(texts)))
        case "true-false":
            body = TrueFalse(draw(st.booleans()))
        case "cloze":
            body = Cloze(both("..."), tuple(Words((text.en,), (text.zh,)) for text in texts[:3]))
        case "numeric":
            values = draw(st.lists(_numbers, min_size=1, max_size=4))
            unit = draw(st.sampled_from([None, "GiB", "MB", "%", "ms", "tokens/s", "FLOPs", "TFLOPS", "Gb", "steps"]))
            tolerance = draw(st.none() | st.just(0.0) | st.floats(1e-6, 0.4))
            body = Numeric("n * 3", (Parameter("n", tuple(values)),), unit, relative_tolerance=tolerance)
        case "ordering":
            body = Ordering(tuple(texts))
        case "matching":
            body = Matching(tuple(Pair(both(str(n)), text) for n, text in enumerate(texts)))
        case _:
            body = PredictOutput("a.py", "", "\n".join(text.en for text in texts) + "\n")
    return ask(body, f"concept/{draw(st.integers(0, 99))}")
