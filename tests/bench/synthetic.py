"""Banks of any size that read like nothing and measure like the real one.

Words are drawn by their frequency in the real bank, with a tail of invented words that grows with the size (Heaps'
law), in both languages; texts have the lengths of real ones. The same seed gives the same bank.

    python -m tests.bench.synthetic --questions 10000 --per-file 100 --seed 1 FOLDER
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from llmtutor.model import (
    Bank,
    Choice,
    Concept,
    FileStamp,
    KeyPoint,
    MultipleChoice,
    Numeric,
    Open,
    Parameter,
    Part,
    Question,
    SingleChoice,
    Snippet,
    Source,
    Text,
    Topic,
    TrueFalse,
    Words,
)

REAL = Path(__file__).parents[2] / "questions"
TOPICS = tuple(f"topic-{number}" for number in range(16))
BANK = "synthetic"
_SAYING_NOTHING = 120  # so many of the commonest words are in no name

_PROSE_EN = re.compile(r"\ben: [|\"']?(.*)|^    ([A-Z].*[a-z]{3}.*)$", re.MULTILINE)
_HAN_RUN = re.compile("[一-鿿]+")
_SYLLABLES = [a + b for a in ("b", "d", "f", "gr", "l", "m", "n", "pr", "s", "tr") for b in ("a", "e", "i", "on", "er")]


class Vocabulary:
    """Words with their frequencies: the real ones, then `tail` invented ones, rarer and rarer."""

    def __init__(self, real: Counter[str], invented: list[str]) -> None:
        common = [(word, count) for word, count in real.most_common() if count > 1]
        self.words = [word for word, _ in common] + invented
        rarest = common[-1][1]
        weights = [float(count) for _, count in common]
        weights += [rarest * len(common) / (len(common) + 8 * number + 1) for number in range(len(invented))]
        self._cumulative = list(accumulate(weights))

        self._telling = [word for word in self.words[_SAYING_NOTHING:] if len(word) > 1]

    def draw(self, rng: random.Random, count: int) -> list[str]:
        return rng.choices(self.words, cum_weights=self._cumulative, k=count)

    def name(self, rng: random.Random, count: int) -> list[str]:
        """Words for a name: none of the commonest, and all others alike."""
        return rng.choices(self._telling, k=count)


class Writer:
    """Draws texts, questions and whole parts."""

    def __init__(self, questions: int, seed: int) -> None:
        self.rng = random.Random(seed)
        tail = int(30 * questions**0.5)
        english, chinese = _real_words()
        characters = [char for word, count in chinese.most_common(600) for char in word * min(count, 20)]
        self.en = Vocabulary(
            english, ["".join(self.rng.choices(_SYLLABLES, k=self.rng.choice((2, 3, 3, 4)))) for _ in range(tail)]
        )
        self.zh = Vocabulary(
            chinese, ["".join(self.rng.choices(characters, k=self.rng.choice((2, 2, 3)))) for _ in range(tail)]
        )

    def text(self, words: int) -> Text:
        """About `words` English words, and what Chinese needs for as much."""
        return Text(self._english(words), self._chinese(max(2, words * 2 // 3)))

    def _english(self, words: int) -> str:
        words = max(3, int(self.rng.lognormvariate(0, 0.35) * words))
        drawn = self.en.draw(self.rng, words)
        for place in range(9, words, 11):
            drawn[place] += self.rng.choice((",", ".", ".", ":"))
        return " ".join(drawn).capitalize() + "."

    def _chinese(self, words: int) -> str:
        drawn = self.zh.draw(self.rng, max(2, int(self.rng.lognormvariate(0, 0.35) * words)))
        for place in range(6, len(drawn), 8):
            drawn[place] += self.rng.choice(("，", "，", "。", "；"))
        return "".join(drawn) + "。"

    def concept(self, number: int, slugs: list[str]) -> Concept:
        rng = self.rng
        name = " ".join(self.en.name(rng, 2))
        slug = re.sub(r"[^a-z0-9]+", "-", f"{name.lower()}-{number}").strip("-")
        requires = tuple(sorted(set(rng.sample(slugs[-200:], k=min(2, len(slugs)))))) if slugs else ()
        topic = TOPICS[number % len(TOPICS)]
        return Concept(
            slug=slug,
            topic=topic,
            name=Text(name.capitalize(), "".join(self.zh.name(rng, 2))),
            level=rng.randint(1, 5),
            summary=self.text(28),
            explanation=Text(
                "\n\n".join(self._english(45) for _ in range(5)), "\n\n".join(self._chinese(30) for _ in range(5))
            ),
            aliases=Words(
                tuple(" ".join(self.en.name(rng, rng.choice((1, 2)))) for _ in range(3)),
                tuple("".join(self.zh.name(rng, 2)) for _ in range(3)),
            ),
            requires=requires,
            formulas=(r"y = \sum_i w_i x_i",),
            snippet=slug,
            sources=(Source("A study", "A. Author", 2020, self.text(12), arxiv="2001.00001"),),
            verified="2026-11",
        )

    def question(self, concept: Concept, number: int) -> Question:
        rng = self.rng
        body: SingleChoice | MultipleChoice | TrueFalse | Numeric | Open
        match number % 5:
            case 0 | 1:
                choices = tuple(Choice(self.text(12), place == 0, self.text(20)) for place in range(4))
                body = SingleChoice(choices) if number % 5 == 0 else MultipleChoice(choices)
            case 2:
                body = TrueFalse(rng.random() < 0.5)
            case 3:
                body = Numeric("a * b", (Parameter("a", (1, 2, 3)), Parameter("b", (4, 5))), tolerance=0.01)
            case _:
                points = tuple(
                    KeyPoint(self.text(10), Words(tuple(self.en.draw(rng, 2)), tuple(self.zh.draw(rng, 2))))
                    for _ in range(4)
                )
                body = Open(self.text(110), points)
        return Question(
            id=f"{concept.slug}/q{number}",
            concept=concept.slug,
            level=min(5, max(1, concept.level + rng.choice((-1, 0, 0, 1)))),
            prompt=self.text(24),
            body=body,
            explanation=self.text(32),
            hints=(self.text(10),) if rng.random() < 0.4 else (),
            digest=f"{rng.getrandbits(64):016x}",
        )

    def part(self, number: int, slugs: list[str], questions: int) -> Part:
        concept = self.concept(number, slugs)
        drawn = tuple(self.question(concept, place) for place in range(questions))
        code = (
            '"""'
            + self._english(8)
            + '"""\n\nimport math\n\n'
            + "\n".join(
                f"{word} = math.sqrt({place})"
                for place, word in enumerate(self.en.draw(self.rng, 20))
                if word.isidentifier()
            )
        )
        snippet = Snippet(concept.slug, concept.slug, code[3:].partition('"')[0], code + "\n", "1.0\n")
        return Part(BANK, f"{concept.topic}/{concept.slug}.yaml", concept, drawn, (snippet,))


def head() -> Bank:
    topics = tuple(Topic(slug, Text(slug.replace("-", " "), f"主题 {slug[6:]}")) for slug in TOPICS)
    return Bank(BANK, Text("A synthetic bank", "合成题库"), topics, (), ())


def draw_parts(questions: int, per_file: int, seed: int) -> Iterator[Part]:
    """The concepts of a bank of so many questions, one at a time."""
    writer = Writer(questions, seed)
    slugs: list[str] = []
    for number in range((questions + per_file - 1) // per_file):
        part = writer.part(number, slugs, min(per_file, questions - number * per_file))
        slugs.append(part.concept.slug)
        yield part


def stamps(parts: int) -> dict[str, list[FileStamp]]:
    return {BANK: [FileStamp(f"file-{number}", 1, 1, "0") for number in range(parts)]}


def _real_words() -> tuple[Counter[str], Counter[str]]:
    """Word counts of the real bank; Chinese is cut into pieces of one to three characters, which is near enough."""
    english: Counter[str] = Counter()
    chinese: Counter[str] = Counter()
    rng = random.Random(0)
    for file in sorted(REAL.glob("*/*.yaml")):
        text = file.read_text(encoding="utf-8")
        for found in _PROSE_EN.finditer(text):
            english.update(re.findall(r"[a-z]+(?:-[a-z]+)*", (found.group(1) or found.group(2) or "").lower()))
        for run in _HAN_RUN.findall(text):
            while run:
                size = rng.choice((1, 2, 2, 2, 2, 3))
                chinese[run[:size]] += 1
                run = run[size:]
    return english, chinese


# --- as YAML --------------------------------------------------------------------------------------------------------


def write_bank(folder: Path, parts: Iterator[Part]) -> int:
    """Write a bank as authors write it; the number of bytes of YAML."""
    import yaml

    folder.mkdir(parents=True, exist_ok=True)
    whole = head()
    heading = {
        "format": 1,
        "bank": whole.id,
        "name": _both(whole.name),
        "languages": ["en", "zh"],
        "topics": [{"slug": topic.slug, "name": _both(topic.name)} for topic in whole.topics],
    }
    (folder / "bank.yaml").write_text(yaml.dump(heading, Dumper=yaml.CSafeDumper, allow_unicode=True), encoding="utf-8")
    size = 0
    for part in parts:
        text = yaml.dump(as_yaml(part), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
        file = folder / part.path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
        size += len(text.encode())
        for snippet in part.snippets:
            file.with_name(f"{snippet.name}.py").write_text(snippet.code, encoding="utf-8")
            file.with_name(f"{snippet.name}.out").write_text(snippet.output, encoding="utf-8")
    return size


def as_yaml(part: Part) -> dict[str, object]:
    concept = part.concept
    return {
        "format": 1,
        "concept": concept.slug,
        "name": _both(concept.name),
        "aliases": {"en": list(concept.aliases.en), "zh": list(concept.aliases.zh)},
        "level": concept.level,
        "requires": [],  # a bank is refused where a prerequisite lies above its concept
        "summary": _both(concept.summary),
        "explanation": _both(concept.explanation),
        "formula": list(concept.formulas),
        "snippet": f"{concept.snippet}.py",
        "sources": [
            {"title": s.title, "authors": s.authors, "year": s.year, "arxiv": s.arxiv, "for": _both(s.supports)}
            for s in concept.sources
        ],
        "verified": concept.verified,
        "questions": [_question_yaml(question) for question in part.questions],
    }


def _question_yaml(question: Question) -> dict[str, object]:
    shape: dict[str, object] = {
        "id": question.id.partition("/")[2],
        "kind": question.kind.value,
        "level": question.level,
        "prompt": _both(question.prompt),
    }
    match question.body:
        case SingleChoice(choices) | MultipleChoice(choices):
            shape["choices"] = [{"text": _both(c.text), "right": c.right, "why": _both(c.why)} for c in choices]
        case TrueFalse(answer):
            shape["answer"] = answer
        case Numeric(answer, parameters):
            shape["params"] = {parameter.name: list(parameter.values) for parameter in parameters}
            shape["answer"] = answer
            shape["tolerance"] = 0.01
        case Open(model_answer, key_points):
            shape["model_answer"] = _both(model_answer)
            shape["key_points"] = [
                {**_both(point.text), "words": {"en": list(point.words.en), "zh": list(point.words.zh)}}
                for point in key_points
            ]
        case _:
            raise AssertionError(question.kind)
    return {**shape, "hints": [_both(hint) for hint in question.hints], "explanation": _both(question.explanation)}


def _both(text: Text) -> dict[str, str]:
    return {"en": text.en, "zh": text.zh}


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a synthetic bank.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--questions", type=int, default=1000)
    parser.add_argument("--per-file", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    size = write_bank(options.folder, draw_parts(options.questions, options.per_file, options.seed))
    print(f"{options.questions:,} questions, {size / 1e6:.1f} MB of YAML in {options.folder}")


if __name__ == "__main__":
    main()
