"""What many speeches say in the same words without copying: set phrases, formal names, quotations.

The bank rests on three word lists: ``formulae`` (columns ``pattern``, a regular expression over
words without marks, ``anchor``, wordings of which one stands in every match, and ``kind``,
``name`` or ``phrase``), ``phrases`` (column ``text``) and ``checks_set_phrase_limits`` (column
``phrase``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from drafting.lexicons.tsv import split_values
from drafting.mining.normal_form import PLACE
from drafting.model.overlap import PassageKind
from drafting.text.characters import HAN, without_lone_surrogates

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import ahocorasick_rs

    from drafting.lexicons.lexicons import Lexicons
    from drafting.mining.normal_form import NormalText

_SLOT = re.compile("\\{[^{}]*\\}")
_OWN = re.compile("[我全][省市县区州旗镇乡]")
_QUOTED = re.compile("“[^“”\n]{1,400}”|《[^《》\n]{1,120}》")
# A piece of a phrase this short says nothing by itself.
_SHORTEST_PIECE = 4
# So much of a passage must be of its own wording, or it is no copy: in tokens and as a share.
_OWN_TOKENS = 10
_OWN_SHARE = 0.4
_QUOTED_SHARE = 0.8


class FormulaBank:
    """Tells set phrases, formal names and quotations from wording of one's own."""

    def __init__(self, lexicons: Lexicons) -> None:
        formulae = list(lexicons.table("formulae"))
        self._formulae = [(re.compile(row["pattern"]), row["kind"] == "name") for row in formulae]
        # Which formulae may stand in a text that holds this wording.
        anchored: dict[str, list[int]] = {}
        for number, row in enumerate(formulae):
            for anchor in split_values(row["anchor"].replace("\\ue000", chr(PLACE))):
                anchored.setdefault(anchor, []).append(number)
        self._anchors, self._anchored = list(anchored), list(anchored.values())
        listed = lexicons.table("phrases").column("text")
        limited = lexicons.table("checks_set_phrase_limits").column("phrase")
        self._pieces = _pieces(listed + limited)
        self._automata: tuple[ahocorasick_rs.AhoCorasick, ahocorasick_rs.AhoCorasick] | None = None

    def kind_of(self, text: str, normal: NormalText, first: int, last: int) -> PassageKind:
        """Return what the tokens ``first:last`` of ``normal`` (of ``text``) are."""
        return self.kinds_of(text, normal, [(first, last)])[0]

    def kinds_of(
        self, text: str, normal: NormalText, passages: Sequence[tuple[int, int]]
    ) -> list[PassageKind]:
        """Return what each passage is; quicker for many than one by one."""
        words = [normal.letters[first:last] for first, last in passages]
        begins = list(accumulate((len(one) + 1 for one in words), initial=0))
        # All one behind the other: no wording goes over the line break between two of them.
        whole = "\n".join(words)
        anchored: dict[int, set[int]] = {}
        for index, start in self._iter_anchors(whole):
            number = bisect_right(begins, start) - 1
            anchored.setdefault(number, set()).update(self._anchored[index])
        pieces: dict[int, list[tuple[int, int]]] = {}
        for start, end in self._iter_pieces(whole):
            number = bisect_right(begins, start) - 1
            begin = begins[number]
            pieces.setdefault(number, []).append((start - begin, end - begin))
        quoted = _quoted(text, normal)
        return [
            self._kind(one, anchored.get(number, ()), pieces.get(number, ()), quoted[first:last])
            for number, (one, (first, last)) in enumerate(zip(words, passages, strict=True))
        ]

    def _kind(
        self,
        words: str,
        anchored: Collection[int],
        pieces: Collection[tuple[int, int]],
        quoted: bytes,
    ) -> PassageKind:
        """Return what ``words`` are, in which these formulae and pieces of phrases may stand.

        ``quoted`` has 1 for each token that stands in a quotation.
        """
        if not anchored and not pieces and 1 not in quoted:
            return PassageKind.COPIED if len(words) >= _OWN_TOKENS else PassageKind.SET_PHRASE
        names, phrases, known = bytearray(len(words)), bytearray(len(words)), bytearray(quoted)
        for number in anchored:
            pattern, is_name = self._formulae[number]
            for match in pattern.finditer(words):
                _mark(match.span(), names if is_name else phrases, known)
        for span in pieces:
            _mark(span, phrases, known)
        own = known.count(0)
        if own >= max(_OWN_TOKENS, _OWN_SHARE * len(words)):
            return PassageKind.COPIED
        if quoted.count(1) >= _QUOTED_SHARE * len(words):
            return PassageKind.QUOTATION
        is_named = names.count(1) >= phrases.count(1)
        return PassageKind.FORMAL_NAME if is_named else PassageKind.SET_PHRASE

    def phrases_in(self, normal: NormalText) -> dict[str, tuple[int, int]]:
        """Return the listed wordings (without marks) in a text, and the tokens of the first."""
        words = normal.letters
        found: dict[str, tuple[int, int]] = {}
        for start, end in self._iter_pieces(words):
            found.setdefault(words[start:end], (start, end))
        return found

    def _iter_pieces(self, words: str) -> list[tuple[int, int]]:
        pieces, _ = self._matchers()
        sound = without_lone_surrogates(words)
        return [(start, end) for _, start, end in pieces.find_matches_as_indexes(sound)]

    def _iter_anchors(self, words: str) -> list[tuple[int, int]]:
        """Return the index of each anchor that stands in ``words``, and where it begins."""
        _, anchors = self._matchers()
        sound = without_lone_surrogates(words)
        found = anchors.find_matches_as_indexes(sound, overlapping=True)
        return [(index, start) for index, start, _ in found]

    def _matchers(self) -> tuple[ahocorasick_rs.AhoCorasick, ahocorasick_rs.AhoCorasick]:
        import ahocorasick_rs

        if self._automata is None:
            longest = ahocorasick_rs.MatchKind.LeftmostLongest
            self._automata = (
                ahocorasick_rs.AhoCorasick(self._pieces, matchkind=longest),
                ahocorasick_rs.AhoCorasick(self._anchors),
            )
        return self._automata


@lru_cache(maxsize=2)
def formula_bank(lexicons: Lexicons) -> FormulaBank:
    """Return the bank of these word lists, made once.

    Raises:
        ResourceError: a list is missing or faulty.
    """
    return FormulaBank(lexicons)


def _pieces(texts: tuple[str, ...]) -> list[str]:
    """Return the fixed wording of phrases with slots, without marks."""
    marks = re.compile(f"[^{HAN}A-Za-z0-9{chr(PLACE)}]+")
    found: set[str] = set()
    for text in texts:
        for piece in _SLOT.split(_OWN.sub(chr(PLACE), text)):
            words = marks.sub("", piece).lower()
            if len(words) >= _SHORTEST_PIECE:
                found.add(words)
    return sorted(found)


def _mark(span: tuple[int, int], *tokens: bytearray) -> None:
    first, last = span
    for one in tokens:
        one[first:last] = b"\1" * (last - first)


@lru_cache(maxsize=4)
def _quoted(text: str, normal: NormalText) -> bytes:
    """Return 1 for each token that stands in a quotation, 0 for the others."""
    import numpy as np

    quoted = bytearray(len(normal))
    places = [match.span() for match in _QUOTED.finditer(text)]
    for first, last in np.searchsorted(normal.starts, places).tolist() if places else ():
        _mark((first, last), quoted)
    return bytes(quoted)
