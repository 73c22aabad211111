"""What the signs weigh, from ``cleaning_web_weights.tsv`` (packaging/weigh_page_lines.py)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from drafting.cleaning.tables import read_rows

# What a line may be: the page's above a title, the title and what is below it, the page's below a
# title, text; and behind the speech: text, what it is signed with, the page's.
STATES = ("above", "front", "between", "text", "last text", "signed", "behind")
OF_PAGE = (True, False, True, False, False, False, True)
# What the first line of an edge may be, of the head and of the tail.
FIRST = {True: (0, 1, 3), False: (4, 5, 6)}
# What may follow each.
FOLLOWING = ((0, 1, 3), (1, 2, 3), (1, 2, 3), (3,), (4, 5, 6), (5, 6), (6,))
TABLE = "cleaning_web_weights.tsv"


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """Natural logarithms: of ``signs`` for each state, of ``pairs`` for being the page's.

    ``first`` weighs the state of an edge's first line, ``following`` one state behind another.
    """

    signs: dict[str, tuple[float, ...]]
    pairs: dict[str, float]
    first: tuple[float, ...]
    following: tuple[tuple[float, ...], ...]


@cache
def fitted_weights() -> Weights:
    """Return the weights of the table."""
    rows: dict[str, dict[str, tuple[float, ...]]] = {}
    for kind, name, numbers in read_rows(TABLE):
        rows.setdefault(kind, {})[name] = tuple(map(float, numbers.split()))
    states = rows["state"]
    return Weights(
        rows["sign"],
        {name: weight for name, (weight,) in rows["pair"].items()},
        states["first"],
        tuple(states[name] for name in STATES),
    )
