"""A text as spoken words alone: one code for each Han character, letter and digit.

Marks, blanks and line breaks are left out; what stands for the own place (我市, 我县, 全市, 全县
and the office's own names) is one and the same code, so that a speech copied with its level
changed is still the same speech.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, overload

from drafting.text.span import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# One code for whatever names the own place; private use, so that no text holds it itself.
PLACE = 0xE000
_BEFORE_LEVEL = "我全"
_LEVELS = "省市县区州旗镇乡"
_OPENING = "（“‘《【"
_CLOSING = "。！？；”’）》】…"
# Above the bits of a token: may stand first, or second, in what names the own place.
_TOKEN, _BEFORE, _LEVEL = 0x1FFFFF, 1 << 21, 1 << 22
# The ideographs that text.characters knows.
_HAN_RANGES = (
    (0x3007, 0x3007),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3134F),
)


@dataclass(frozen=True, slots=True, eq=False)
class NormalText:
    """The codes of a text; token ``i`` stands at ``starts[i]:ends[i]`` of it (code points).

    ``letters`` are the codes as a string of one character each.
    """

    letters: str
    codes: NDArray[np.uint32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.codes)

    def span(self, first: int, last: int) -> Span:
        """Return the place in the text of the tokens ``first:last`` (at least one)."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))


@dataclass(frozen=True, slots=True, eq=False)
class NormalTexts(Sequence[NormalText]):
    """Normal forms of many texts, cut out of that of all of them only when one is looked at.

    Text ``i`` begins at code point ``begins[i]`` of all of them one behind the other, and has the
    tokens ``bounds[i]:bounds[i + 1]`` of ``whole``.
    """

    whole: NormalText
    begins: NDArray[np.int64]
    bounds: NDArray[np.int64]
    _made: dict[int, NormalText] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.bounds) - 1

    @overload
    def __getitem__(self, index: int) -> NormalText: ...
    @overload
    def __getitem__(self, index: slice) -> list[NormalText]: ...
    def __getitem__(self, index: int | slice) -> NormalText | list[NormalText]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        made = self._made.get(index)
        if made is None:
            made = self._made[index] = self._cut(range(len(self))[index])
        return made

    def spans(
        self, texts: Sequence[int], firsts: Sequence[int], lasts: Sequence[int]
    ) -> list[Span]:
        """Return the places of tokens ``first:last``, each in its text; quicker than one by one."""
        import numpy as np

        if not len(texts):
            return []
        numbers = np.array(texts)
        begins, bounds = self.begins[numbers], self.bounds[numbers]
        starts = self.whole.starts[bounds + np.array(firsts)] - begins
        ends = self.whole.ends[bounds + np.array(lasts) - 1] - begins
        return list(map(Span, starts.tolist(), ends.tolist()))

    def _cut(self, number: int) -> NormalText:
        first, last = self.bounds[number : number + 2].tolist()
        begin = int(self.begins[number])
        whole = self.whole
        return NormalText(
            whole.letters[first:last],
            whole.codes[first:last],
            whole.starts[first:last] - begin,
            whole.ends[first:last] - begin,
        )


def alone(normal: NormalText) -> NormalTexts:
    """Return one text as many."""
    import numpy as np

    return NormalTexts(normal, np.zeros(1, np.int64), np.array([0, len(normal)]), {0: normal})


def with_marks(text: str, span: Span) -> Span:
    """Return ``span`` with the marks that open before it and those that close behind it."""
    start, end = span.start, span.end
    while start and text[start - 1] in _OPENING:
        start -= 1
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return Span(start, end)


def normal_text(text: str, places: Sequence[str] = ()) -> NormalText:
    """Return the normal form of ``text``; ``places`` are the office's own names."""
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    marked = _table()[codes]
    found = np.flatnonzero((marked[:-1] & (marked[1:] >> np.uint32(1)) & _BEFORE) != 0)
    tokens = marked & _TOKEN
    tokens[found] = PLACE
    tokens[found + 1] = 0
    widths = {int(place): 2 for place in found} if places else None
    if widths is not None:
        _mark_own_places(text, places, tokens, widths)
    kept = np.flatnonzero(tokens != 0).astype(np.int32)
    ends = kept + 1
    if widths is None:
        ends[np.searchsorted(kept, found)] += 1
    else:
        for start, width in widths.items():
            index = int(np.searchsorted(kept, start))
            if index < len(kept) and kept[index] == start:
                ends[index] = start + width
    codes = tokens[kept]
    letters = codes.astype("<u4").tobytes().decode("utf-32-le")
    return NormalText(letters, codes, kept, ends.astype(np.int32))


def normal_texts(texts: Sequence[str], places: Sequence[str] = ()) -> NormalTexts:
    """Return the normal forms of texts; quicker for many than one by one."""
    import numpy as np

    whole = normal_text("\n".join(texts), places)
    begins = np.cumsum([0, *(len(text) + 1 for text in texts)])
    return NormalTexts(whole, begins, np.searchsorted(whole.starts, begins))


def _mark_own_places(
    text: str, places: Sequence[str], tokens: NDArray[np.uint32], widths: dict[int, int]
) -> None:
    for place in sorted({one for one in places if one}, key=len):
        start = text.find(place)
        while start >= 0:
            tokens[start : start + len(place)] = 0
            tokens[start] = PLACE
            widths[start] = len(place)
            start = text.find(place, start + len(place))


@lru_cache(maxsize=1)
def _table() -> NDArray[np.uint32]:
    """Return for each code point its token (0: left out) and its part in 我市, 全县."""
    import numpy as np

    table = np.zeros(sys.maxunicode + 1, dtype=np.uint32)
    for first, last in _HAN_RANGES:
        table[first : last + 1] = np.arange(first, last + 1)
    for letter in "0123456789abcdefghijklmnopqrstuvwxyz":
        code = ord(letter)
        wide = code + 0xFEE0
        for same in (code, ord(letter.upper()), wide, ord(chr(wide).upper())):
            table[same] = code
    table[[ord(one) for one in _BEFORE_LEVEL]] |= _BEFORE
    table[[ord(one) for one in _LEVELS]] |= _LEVEL
    return table
