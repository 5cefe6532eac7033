"""A reference is perfect, repetition earns nothing, the same reference twice changes nothing."""

from llmtutor.lab.judge import cases, law


@cases
def sentences():
    for candidate, references, n in (
        ("a", ["a"], 1),
        ("a", ["b"], 1),
        ("a", ["a"], 2),
        ("a a", ["a"], 1),
        ("a a x", ["a"], 1),
        ("a a", ["a", "a"], 1),
        ("a b", ["b a"], 1),
        ("a b", ["b a"], 2),
        ("a a a", ["a a b", "c"], 1),
        ("the the the the", ["the cat is on the mat", "there is a cat on the mat"], 1),
        ("the cat sat", ["the cat is here", "a cat sat down"], 2),
    ):
        yield candidate.split(), [reference.split() for reference in references], n


@law("A reference itself is confirmed in full.", "参考译文本身得满分。")
def a_reference_is_perfect(clipped_precision, candidate, references, n):
    if len(references[0]) < n:
        return None
    return clipped_precision(references[0], references, n), 1.0


@law("Repeating words that the references have once earns nothing.", "参考译文只出现一次的词，重复再多也不加分。")
def repetition_earns_nothing(clipped_precision, candidate, references, n):
    return clipped_precision(["cat"] * 4, [["cat", "sat"], ["the", "cat"]], 1), 0.25


@law("The same reference twice changes nothing.", "同一个参考译文给两次，结果不变。")
def same_reference_twice(clipped_precision, candidate, references, n):
    return clipped_precision(candidate, references * 2, n), clipped_precision(candidate, references, n)
