"""The pieces of past speeches that are worth comparing with a draft letter by letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from drafting.corpus.segments import Found

# Long chains of grams that all stand in more speeches than this are formulae of the office; only
# the longest are looked at, so that they can be told. A lone gram must be rarer to say anything.
_RARE, _LONE_RARE = 8, 4
# Of chains that are shorter than a passage so many are looked at, those of several grams first.
_MOST_SHORT = 80
_MOST_FORMULAE = 10
_MOST_CHAINS = 250
# Of speeches that hold the same wording so many are compared; the others only count.
_MOST_SOURCES = 2
# Code points to both sides of a chain that may belong to its passage, and of a lone hit.
_MARGIN, _LONE_MARGIN = 125, 60
_GRAM_REACH = 16  # a gram's tokens with the marks among them


@dataclass(frozen=True, slots=True, eq=False)
class Windows:
    """Pieces ``starts:ends`` of ``speeches``; hits of them by index of the question.

    ``holders`` counts the speeches that hold the rarest gram of a piece; ``asked``, ``window`` and
    ``place`` (in the speech) are columns of the hits.
    """

    speeches: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    holders: NDArray[np.int64]
    asked: NDArray[np.int64]
    window: NDArray[np.int64]
    place: NDArray[np.int64]


def windows_of(found: Found, places: NDArray[np.int64], paragraphs: NDArray[np.int64]) -> Windows:
    """Return the windows around the chains that may hold a passage.

    ``places`` are the code points in the draft at which the grams asked for begin, ``paragraphs``
    the numbers of the paragraphs that they begin in.
    """
    import numpy as np

    from drafting.mining.chaining import Hits, chain_table
    from drafting.mining.fingerprints import GRAM, GUARANTEED

    here = places[found.asked]
    ids, numbers = np.unique(found.speech, return_inverse=True)
    hits = Hits(here, numbers, found.place)
    table = chain_table(hits, paragraphs[found.asked])
    rarest = _reduced(np.minimum, found.speeches[table.order], table.begins)
    asked = found.asked[table.order]
    firsts = _reduced(np.minimum, asked, table.begins)
    lasts = _reduced(np.maximum, asked, table.begins)
    reach = _reduced(np.maximum, here[table.order], table.begins)
    reach = reach - _reduced(np.minimum, here[table.order], table.begins)
    is_long = reach + GRAM >= GUARANTEED
    chosen = _chosen(table.hits, is_long, rarest, firsts, lasts)
    number = numbers[table.order[table.begins[chosen]]]
    there = found.place[table.order]
    margin = np.where(is_long[chosen], _MARGIN, _LONE_MARGIN)
    first = np.maximum(_reduced(np.minimum, there, table.begins)[chosen] - margin, 0)
    last = _reduced(np.maximum, there, table.begins)[chosen] + _GRAM_REACH + margin
    by_place = np.lexsort((first, number))
    number, first, last, chosen = (one[by_place] for one in (number, first, last, chosen))
    is_new = _stand_apart(number, first, last)
    begins = np.flatnonzero(is_new)
    window_of_chain = np.full(len(table.begins), -1, dtype=np.int64)
    window_of_chain[chosen] = np.cumsum(is_new) - 1
    window = np.repeat(window_of_chain, table.hits)
    kept = window >= 0
    order = table.order[kept]
    return Windows(
        ids[number[begins]],
        first[begins],
        _reduced(np.maximum, last, begins),
        _reduced(np.minimum, rarest[chosen], begins),
        found.asked[order],
        window[kept],
        found.place[order],
    )


def _stand_apart(
    number: NDArray[np.int64], first: NDArray[np.int64], last: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Say which stretches touch none before them, sorted by speech and beginning.

    Those that touch become one window: the furthest end so far, kept apart for each speech.
    """
    import numpy as np

    apart = int(last.max(initial=0)) + 1
    reach = np.maximum.accumulate(number * apart + last)
    is_new = np.ones(len(number), dtype=np.bool_)
    is_new[1:] = number[1:] * apart + first[1:] > reach[:-1]
    return is_new


def _chosen(
    hits: NDArray[np.int64],
    is_long: NDArray[np.bool_],
    rarest: NDArray[np.int64],
    firsts: NDArray[np.int64],
    lasts: NDArray[np.int64],
) -> NDArray[np.intp]:
    """Return the indexes of the chains to be looked at: the longest, no place too often.

    ``firsts`` and ``lasts`` are the numbers of the first and the last question of each chain;
    ``is_long``: its hits lie as far apart as a passage is long. Others say little more than one
    hit alone.
    """
    import numpy as np

    from drafting.corpus.segments import MOST_PLACES

    is_lone = hits == 1
    is_worth = rarest <= np.where(is_long, _RARE, np.where(is_lone, _LONE_RARE, MOST_PLACES))
    weight = np.where(is_long, hits, 1)
    order = np.lexsort((rarest, is_lone, -weight))
    order = order[is_worth[order]]
    covered = [0] * (int(lasts.max(initial=-1)) + 1)
    chosen: list[int] = []
    short = 0
    for chain, first, last, count in zip(
        *(one.tolist() for one in (order, firsts[order], lasts[order], weight[order])), strict=True
    ):
        if min(covered[first : last + 1]) < (_MOST_SOURCES if count > 1 else 1):
            short += count == 1
            if short > _MOST_SHORT:  # those that follow say less, or stand in more speeches
                break
            for place in range(first, last + 1):
                covered[place] += 1
            chosen.append(chain)
            if len(chosen) == _MOST_CHAINS:
                break
    formulae = np.flatnonzero(~is_worth & is_long)
    longest = formulae[np.argsort(-hits[formulae], kind="stable")[:_MOST_FORMULAE]]
    return np.concatenate((np.array(chosen, dtype=np.intp), longest))


def _reduced(
    choose: np.ufunc, values: NDArray[np.int64], begins: NDArray[np.intp]
) -> NDArray[np.int64]:
    """Return the least or greatest of each group of neighbours; none of none."""
    if not len(begins):
        return values[:0]
    least: NDArray[np.int64] = choose.reduceat(values, begins)
    return least
