"""The units of a query -> its needs: each word with the forms that texts may have it in, each run of Han as pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..letters import is_han
from .index_file import NAME
from .request import Need, Spot
from .search_texts import COMMON
from .stopwords import ENGLISH, HAN_SOFT, HAN_STOPS
from .tokens import pairs, tokenize
from .vocabulary import count_files, find_stem, inflect, is_beginning, list_pairs, split_word

if TYPE_CHECKING:
    from .index_file import IndexFile

_STOP_SIZES = sorted({len(stop) for stop in HAN_STOPS}, reverse=True)  # 是什么意思 is not 是什么 and 意思
_MOST_LENDERS = 3
_SEAM = 0.25
_UNKNOWN_PAIR = 0.3  # a word of two characters leaves up to three pairs that the bank does not have
_STRANGE = 1.3  # a word that the bank never writes says that something else is asked about
_LETTER = 0.5  # a letter alone says little
_TIED = 9  # words tied in one short symbol, such as d_k or top-p


def list_needs(index: IndexFile, units: list[str], joints: set[int], spots: list[Spot]) -> list[Need]:
    """In the order of the query; stop words count only inside a recognized name.

    `joints` are the places of words that are tied to the next one, such as the d of d_k.
    """
    named = {place for spot in spots for place in range(spot.start, spot.end)}
    stopped = _stopped(units, named)
    wanted = [p in named or not (p in stopped or unit in ENGLISH) for p, unit in enumerate(units)]
    known = count_files(index, [unit for place, unit in enumerate(units) if wanted[place] and not is_han(unit[0])])
    needs: list[Need] = []
    place = 0
    while place < len(units):
        end = place
        while end < len(units) and wanted[end] and is_han(units[end][0]):
            end += 1
        if end > place:
            needs += _han_needs(index, "".join(units[place:end]), place)
        elif wanted[place]:
            needs.append(_word_need(index, units, place, known))
            if place in joints and place + 1 < len(units) and len(units[place] + units[place + 1]) < _TIED:
                tied = units[place : place + 2]
                needs.append(Need("_".join(tied), (place, place + 1), [_quoted(tied)], [" ".join(tied)], 1.0, []))
        place = max(end, place + 1)
    _lend_names(index, needs, spots)
    return needs


def _stopped(units: list[str], named: set[int]) -> set[int]:
    """Places of Han stop words outside names."""
    text = "".join(unit if is_han(unit[0]) and place not in named else "\0" for place, unit in enumerate(units))
    stopped: set[int] = set()
    place = 0
    while place < len(text):
        size = next((size for size in _STOP_SIZES if text[place : place + size] in HAN_STOPS), 0)
        stopped.update(range(place, place + size))
        place += size or 1
    return stopped


def _han_needs(index: IndexFile, run: str, place: int) -> list[Need]:
    """The pairs of a run. A pair rarer than both its neighbours is mostly the seam between two words.

    So is a pair with a character that mostly stands between words, if no name has it.
    """
    if len(run) == 1:
        # In a large bank too many pairs begin with one character to rank them all.
        large = index.counts["question"] > COMMON
        forms = [_quoted([pair]) for pair in list_pairs(index, run)] if large else [_prefix(run)]
        return [Need(run, (place,), forms, [run + "*"], 1.0, [])]
    cut = pairs(run)[:-1]
    sql = "select count(*) from concept_text where concept_text match ?"
    files = [1] if len(cut) == 1 else [index.rows(sql, (_quoted([pair]),))[0][0] for pair in cut]
    needs = []
    for offset, pair in enumerate(cut):
        units = (place + offset, place + offset + 1)
        neighbours = [files[near] for near in (offset - 1, offset + 1) if 0 <= near < len(cut)]
        if files[offset]:
            seam = len(neighbours) == 2 and files[offset] < min(neighbours)
            seam = seam or bool(neighbours and HAN_SOFT.intersection(pair) and not _is_in_name(index, pair))
            needs.append(Need(pair, units, [_quoted([pair])], [pair], _SEAM if seam else 1.0, []))
        elif not HAN_SOFT.intersection(pair) and (alone := 2 - sum(map(bool, neighbours))):
            # A character of it is found in no other pair.
            needs.append(Need(pair, units, [], [], _UNKNOWN_PAIR * alone, []))
    return needs


def _is_in_name(index: IndexFile, pair: str) -> bool:
    sql = "select 1 from concept_text where concept_text match ? limit 1"
    return bool(index.rows(sql, (f"{{name alias}} : {_quoted([pair])}",)))


def _word_need(index: IndexFile, units: list[str], place: int, known: dict[str, int]) -> Need:
    unit = units[place]
    need = Need(unit, (place,), [], [], 1.0 if len(unit) > 1 else _LETTER, [])
    if unit in known:
        for form in [unit, *inflect(index, unit)]:
            need.forms.append(_quoted([form]))
            need.terms.append(form)
    elif is_beginning(index, unit):
        need.forms.append(_prefix(unit))
        need.terms.append(unit + "*")
    elif cut := split_word(index, unit):
        need.forms.append(_quoted(list(cut)))
        need.terms.append(" ".join(cut))
    elif stem := find_stem(index, unit):
        need.forms.append(_prefix(stem))
        need.terms.append(stem + "*")
    neighbours = [
        "".join(units[first : first + 2])
        for first in (place - 1, place)
        if first >= 0 and first + 1 < len(units) and not is_han(units[first][0]) and not is_han(units[first + 1][0])
    ]
    for joined in count_files(index, neighbours) if neighbours else ():
        need.forms.append(_quoted([joined]))
        need.terms.append(joined)
    return need if need.forms else need._replace(share=need.share * _STRANGE)


def _lend_names(index: IndexFile, needs: list[Need], spots: list[Spot]) -> None:
    """Where the query is an alias, texts with the concept's names satisfy it too: MHA and 多头注意力.

    A name needs no such help, unless it was typed as one word: a text that says it in one language says it in both.
    """
    for spot in spots:
        places = set(range(spot.start, spot.end))
        if not all(places.issuperset(need.units) for need in needs):
            continue
        if not all(rank > NAME for _, rank, _ in spot.bearers) and all(need.forms for need in needs):
            return
        numbers = [concept for concept, _, _ in spot.bearers][:_MOST_LENDERS]
        marks = ", ".join("?" * len(numbers))
        for names in index.rows(f"select en, zh from concept where number in ({marks}) order by place", numbers):
            for tokens in map(_phrase, names):
                for need in needs:
                    if tokens and need.source not in tokens:
                        need.lent.append(_quoted(tokens))
                        need.terms.append(" ".join(tokens))
        return


def _phrase(name: str) -> list[str]:
    """The tokens of a name as a phrase; the last character of a Han run is in its last pair already."""
    tokens = tokenize(name)
    return [
        token
        for place, token in enumerate(tokens)
        if len(token) > 1 or not is_han(token) or place == 0 or not is_han(tokens[place - 1][0])
    ]


def _quoted(tokens: list[str]) -> str:
    """An FTS5 string; tokens hold no quotes, since only letters and digits make one."""
    return '"' + " ".join(tokens) + '"'


def _prefix(token: str) -> str:
    return f'"{token}" *'
