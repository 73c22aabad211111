"""Rows of headings of one length: where they may stop so, and what that says for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from drafting.parsing.headings.weights import weighed
from drafting.parsing.headings.wording import is_open

if TYPE_CHECKING:
    from collections.abc import Iterator

MIN_LENGTH = 3
# One length says much of short headings, less of long ones.
_FEWEST_EVEN, _MOST_EVEN = 3, 6
_SHORT_EVEN, _LONGEST_EVEN = 8, 14


class Cut(NamedTuple):
    """One place where a heading may stop; ``natural`` where its own mark stands.

    ``behind`` is how the text goes on there, "" where the heading's own mark ends it.
    ``doubtful``: what stands before that mark is too long for a heading, or there is no mark.
    """

    text: str
    end: int
    score: float
    behind: str = ""
    natural: bool = False
    doubtful: bool = False


Choice = dict[int, Cut]


def iter_even(cuts: dict[int, list[Cut]]) -> Iterator[Choice]:
    """Yield the choices under which all headings are of one length (心要定, 手要净…).

    What all share further on (抓好山塘 水库的巡查, 抓好乡村 公路的养护) belongs to them still.
    """
    by_length = [{len(cut.text): cut for cut in found} for found in cuts.values()]
    shared = -1
    for length in range(_LONGEST_EVEN, MIN_LENGTH - 1, -1):
        if length <= shared or not all(length in found for found in by_length):
            continue
        picked = {i: found[length] for i, found in zip(cuts, by_length, strict=True)}
        if not is_even(picked):
            continue
        columns = zip(*(cut.text for cut in picked.values()), strict=True)
        alike = [place for place, column in enumerate(columns) if len(set(column)) == 1]
        if alike or length <= _SHORT_EVEN:
            yield picked
            shared = max([shared, *alike])


def is_even(picked: Choice) -> bool:
    """Return whether the headings of a row are not long, of one clause and of one length."""
    row = [cut.text for cut in picked.values()]
    return (
        _FEWEST_EVEN <= len(row) <= _MOST_EVEN
        and len(row[0]) <= _LONGEST_EVEN
        and len({len(one) for one in row}) == 1
        and not any("，" in one or is_open(one) for one in row)
    )


def evenness(picked: Choice) -> float:
    """Return what it weighs that the headings of a row are of one length."""
    length = min(len(cut.text) for cut in picked.values())
    sign = "even row" if length <= _SHORT_EVEN else "even row, long"
    return weighed([(sign, len(picked) - 1)])
