"""Words near a word that nobody wrote: SymSpell's deletions, and the distance that decides.

Two words at most k edits apart leave a common rest when up to k letters are taken out of each (Wolf Garbe, SymSpell,
2012), so a look-up by rests finds every near word without a scan. Only the first letters take part: a slip far behind
them is found all the same, because the rest of the beginning is then equal. Chinese names are found by their sound too:
most slips there are another character with the same reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .index_file import IndexFile

HAN = "\u3400"  # words that begin here or later are Chinese names
_BEGINNING = 7


def allowed_edits(word: str) -> int:
    """One slip in a short word, two in a long one, none where a slip makes another word."""
    if word[0] >= HAN:
        return 1 if len(word) >= 3 else 0
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def is_corrected(word: str, files: int, names: int) -> bool:
    """Whether a query may be corrected to this word: it is part of a name, or long and in several concepts' texts.

    Short words of the texts are left out, for too many words of other fields are a slip away from one.
    """
    if word[0] >= HAN:
        return names > 0 and 2 <= len(word) <= 40 and word.isalpha()
    if not (word.isalpha() and allowed_edits(word) and len(word) <= 40):
        return False
    return names > 0 or (len(word) >= 7 and files >= 2)


def deletions(word: str) -> list[str]:
    """The beginning of a word, and what is left of it with as many letters out as there may be slips."""
    rests = {word[:_BEGINNING]: None}
    newest = rests
    for _ in range(allowed_edits(word)):
        newest = dict.fromkeys([rest[:at] + rest[at + 1 :] for rest in newest for at in range(len(rest))])
        rests |= newest
    return [*rests, _sound(word)] if word[0] >= HAN else list(rests)


def sounds_like(one: str, other: str) -> bool:
    """Whether two Chinese words are said alike, or with the same syllables in another order."""
    return one[0] >= HAN and _sound(one) == _sound(other)


def _sound(word: str) -> str:
    """The syllables of a Chinese word in one token, in no order, so that a swap of two characters is found too."""
    from ..letters.sounds import sounds

    return "".join(f"s{sound}" for sound in sorted(sounds(word)))


def distance(one: str, other: str, limit: int) -> int:
    """Edits between two words, a swap of neighbours counted as one (optimal string alignment); `limit` + 1 if more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, against in enumerate(other, 1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before_last, last = last, row
    return min(last[-1], limit + 1)


def nearest(index: IndexFile, word: str) -> list[tuple[int, str]]:
    """The known words within the edits allowed to `word` as (edits, word), nearest and most used first."""
    edits = allowed_edits(word)
    if not (edits or (word[0] >= HAN and len(word) > 1)):
        return []
    rests = " OR ".join(f'"{rest}"' for rest in deletions(word))
    rows = index.rows(
        "select w.word, w.files, w.names from deletion d join word w on w.number = d.rowid where deletion match ?",
        (rests,),
    )
    found = []
    for other, files, bearers in rows:
        away = distance(word, other, edits)
        if away <= edits or sounds_like(word, other):
            found.append((away, not sounds_like(word, other), other[0] != word[0], -bearers, -files, other))
    return [(away, other) for away, *_, other in sorted(found)]


def is_likely(typed: str, word: str) -> bool:
    """Whether a known word is what was meant, and not only near what was typed.

    Fingers rarely miss the first letter, and among words of four letters another one is always near.
    """
    if typed[0] >= HAN or len(typed) >= 8:
        return True
    if len(typed) == len(word) == 4:
        return sorted(typed) == sorted(word)
    return typed[0] == word[0] or typed[:2] == word[1::-1]
