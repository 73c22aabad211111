"""The lines above and behind a speech that are weighed, and what stands beside each of them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.cleaning.repeated_titles import title_key
from drafting.cleaning.web.fitted.signs import signs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.cleaning.lines import Line

_BELOW_FIRST = 4  # lines of text that may be the page's above a speech …
_ABOVE_LAST = 4  # … and behind it
_MOST_ABOVE = 60
_FAR = 2  # lines further away are as far
_SHORTEST_REPEATED = 5
_FIRST_OF_KEY = re.compile(r"[^\s“”\"‘’'《》〈〉【】\-—_|]")
_NEAR = ((1, "1"), (2, "2"), (4, "4"), (8, "8"))
_TOLD_BESIDE = frozenset(
    (
        "prose", "salutation", "title", "day", "count", "marker", "closes", "last word", "name",
        "signature", "number alone",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edge:
    """Folded lines in a row from ``first`` on, above a speech with its first, or its last ones.

    ``beside`` are the signs of each that hang on its place.
    """

    first: int
    lines: tuple[str, ...]
    beside: tuple[frozenset[str], ...]
    is_head: bool


def head_edge(lines: Sequence[Line], first_text: int) -> Edge:
    """Return the lines above ``first_text`` and a few from there on."""
    return _head_edge(tuple([line.folded for line in lines[: _MOST_ABOVE + 1]]), first_text)


@lru_cache(maxsize=4)
def _head_edge(folded: tuple[str, ...], first_text: int) -> Edge:
    end = _end_of_head(len(folded), first_text)
    alone = [signs_of(line) for line in folded[: end + 1]]
    keys = [title_key(line) for line in folded[:end]]
    repeated = _repeated(folded[:_MOST_ABOVE], keys)
    titles = [at for at in range(min(end, first_text)) if "title" in alone[at]]
    ahead = _lines_to_salutation(alone[:end])
    beside = []
    for at in range(end):
        title = "no title" if not titles else f"title {_clipped(at - titles[-1])}"
        place = f"line {min(at, 3)}", f"salutation in {ahead[at]}", _side(at, first_text)
        signs = {title, *place, *_neighbours(folded, alone, at)}
        if keys[at] in repeated:
            signs.add("repeated")
        beside.append(frozenset(signs))
    return Edge(0, folded[:end], tuple(beside), is_head=True)


def _repeated(folded: Sequence[str], keys: Sequence[str]) -> frozenset[str]:
    """Return those of the ``keys`` of titles that two lines have, at least."""
    asked = frozenset(key for key in keys if len(key) >= _SHORTEST_REPEATED)
    firsts = {key[0] for key in asked}
    # Most lines differ in what their keys begin with.
    often = Counter(title_key(one) for one in folded if _first_of_key(one) in firsts)
    return frozenset(key for key in asked if often[key] > 1)


def _first_of_key(folded: str) -> str:
    first = _FIRST_OF_KEY.search(folded)
    return "" if first is None else first[0]


def _end_of_head(lines: int, first_text: int) -> int:
    return min(first_text + _BELOW_FIRST, lines, _MOST_ABOVE)


def tail_edge(lines: Sequence[Line], first_text: int, last_text: int) -> Edge:
    """Return the lines behind ``last_text`` and the last ones up to there, the head's aside."""
    below = min(_end_of_head(len(lines), first_text), last_text + 1)
    start = max(min(last_text, len(lines) - 1) - _ABOVE_LAST + 1, below, 0)
    return _tail_edge(tuple([line.folded for line in lines[start:]]), start, last_text)


@lru_cache(maxsize=4)
def _tail_edge(folded: tuple[str, ...], start: int, last_text: int) -> Edge:
    alone = [signs_of(line) for line in folded]
    closed = None
    beside = []
    for at, own in enumerate(alone):
        far = "never" if closed is None else _near(at - closed)
        to_end = min(len(alone) - 1 - at, _FAR)
        place = f"closed {far}", f"end {to_end}", _side(start + at, last_text)
        beside.append(frozenset((*place, *_neighbours(folded, alone, at))))
        if "last word" in own:
            closed = at
    return Edge(start, folded, tuple(beside), is_head=False)


def _side(at: int, text: int) -> str:
    return "text" if at == text else "behind text" if at > text else "above text"


def _clipped(number: int) -> int:
    return max(-_FAR, min(_FAR, number))


def _near(number: int) -> str:
    return next((name for bound, name in _NEAR if number <= bound), "far")


def _lines_to_salutation(alone: Sequence[frozenset[str]]) -> list[str]:
    """Return for each line how near below it somebody is addressed."""
    ahead: list[str] = []
    at: int | None = None
    for index in range(len(alone) - 1, -1, -1):
        ahead.append("never" if at is None else _near(at - index))
        if "salutation" in alone[index] or "addressed" in alone[index]:
            at = index
    return ahead[::-1]


def _neighbours(folded: Sequence[str], alone: Sequence[frozenset[str]], at: int) -> Iterator[str]:
    """Yield what the lines before and after one are, and whether they are as long as verses are."""
    for where, index in (("before", at - 1), ("after", at + 1)):
        if 0 <= index < len(alone):
            yield from _told(where, alone[index])
            if len(folded[index]) == len(folded[at]):
                yield f"{where}: as long"
        else:
            yield f"{where}: none"


@lru_cache(maxsize=512)
def _told(where: str, signs: frozenset[str]) -> tuple[str, ...]:
    told = [one for one in signs if one in _TOLD_BESIDE or one.startswith("length")]
    return tuple(f"{where}: {one}" for one in told)
