"""The text stays the same, each join takes one token away, no pair is left."""

from llmtutor.lab.judge import cases, law


@cases
def words():
    for text, pair in (
        ("", "ab"),
        ("a", "ab"),
        ("ab", "ab"),
        ("ba", "ab"),
        ("aaa", "aa"),
        ("abab", "ab"),
        ("aaaa", "aa"),
        ("banana", "an"),
        ("banana", "na"),
        ("mississippi", "ss"),
        ("abcab", "ab"),
    ):
        yield list(text), tuple(pair)
    yield ["an", "an", "a"], ("an", "a")


@law("The text stays the same: the tokens, joined, are what they were.", "文本不变：把词元连起来和原来一样。")
def text_stays(merge_pair, tokens, pair):
    return "".join(merge_pair(tokens, pair)), "".join(tokens)


@law("Each join takes one token away.", "每合并一次，词元就少一个。")
def each_join_takes_one(merge_pair, tokens, pair):
    merged = merge_pair(tokens, pair)
    return len(tokens) - len(merged), merged.count(pair[0] + pair[1]) - tokens.count(pair[0] + pair[1])


@law("Afterwards the pair is nowhere left.", "合并之后，这个词元对不再出现。")
def pair_is_gone(merge_pair, tokens, pair):
    merged = merge_pair(tokens, pair)
    return [one for one in zip(merged, merged[1:], strict=False) if one == pair], []
