"""The lines above and behind a speech that are weighed, each with its signs and those beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.cleaning.repeated_titles import title_key
from drafting.cleaning.web.fitted.signs import pairs_of, signs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.cleaning.lines import Line

_BELOW_FIRST = 4  # lines of text that may be the page's above a speech …
_ABOVE_LAST = 8  # … and behind it
_MOST_ABOVE = 60
_FAR = 2  # lines further away are as far
_SHORTEST_REPEATED = 5
_NEAR = ((1, "1"), (2, "2"), (4, "4"), (8, "8"))
_TOLD_BESIDE = frozenset(
    (
        "prose", "salutation", "title", "day", "count", "marker", "closes", "last word", "name",
        "signature", "number alone",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edge:
    """Lines in a row from ``first`` on: above the speech and its first ones, or its last ones."""

    first: int
    signs: tuple[frozenset[str], ...]
    pairs: tuple[frozenset[str], ...]
    is_head: bool


def head_edge(lines: Sequence[Line], first_text: int) -> Edge:
    """Return the lines above ``first_text`` and a few from there on."""
    end = _end_of_head(lines, first_text)
    alone = [signs_of(line.folded) for line in lines[: end + 1]]
    often = Counter(title_key(line.folded) for line in lines[:_MOST_ABOVE])
    titles = [at for at in range(min(end, first_text)) if "title" in alone[at]]
    ahead = _lines_to_salutation(alone[:end])
    signs = []
    for at in range(end):
        beside = "no title" if not titles else f"title {_clipped(at - titles[-1])}"
        own = {beside, f"line {min(at, 3)}", f"salutation in {ahead[at]}", _side(at, first_text)}
        key = title_key(lines[at].folded)
        if often[key] > 1 and len(key) >= _SHORTEST_REPEATED:
            own.add("repeated")
        signs.append(alone[at] | own | set(_beside(alone, at)))
    pairs = tuple(pairs_of(line.folded) for line in lines[:end])
    return Edge(0, tuple(signs), pairs, is_head=True)


def _end_of_head(lines: Sequence[Line], first_text: int) -> int:
    return min(first_text + _BELOW_FIRST, len(lines), _MOST_ABOVE)


def tail_edge(lines: Sequence[Line], first_text: int, last_text: int) -> Edge:
    """Return the lines behind ``last_text`` and the last ones up to there, the head's aside."""
    below = min(_end_of_head(lines, first_text), last_text + 1)
    start = max(min(last_text, len(lines) - 1) - _ABOVE_LAST + 1, below, 0)
    alone = [signs_of(line.folded) for line in lines[start:]]
    closed = None
    signs = []
    for at, own in enumerate(alone):
        far = "never" if closed is None else _near(at - closed)
        to_end = min(len(alone) - 1 - at, _FAR)
        context = {f"closed {far}", f"end {to_end}", _side(start + at, last_text)}
        signs.append(own | context | set(_beside(alone, at)))
        if "last word" in own:
            closed = at
    pairs = tuple(pairs_of(line.folded) for line in lines[start:])
    return Edge(start, tuple(signs), pairs, is_head=False)


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


def _beside(alone: Sequence[frozenset[str]], at: int) -> Iterator[str]:
    """Yield what the lines before and after one are."""
    for where, index in (("before", at - 1), ("after", at + 1)):
        if not 0 <= index < len(alone):
            yield f"{where}: none"
            continue
        for sign in alone[index]:
            if sign in _TOLD_BESIDE or sign.startswith("length"):
                yield f"{where}: {sign}"
