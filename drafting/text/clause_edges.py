"""How readily two characters end a clause and open a sentence, counted over published reports.

Between a heading and the text that it ran into no mark stands; but what ends clauses elsewhere
and what opens sentences elsewhere meet there.
"""

from __future__ import annotations

from functools import cache

from resources import resource_path

Edges = tuple[float, float]


def edges_of(pair: str) -> Edges:
    """Return how much oftener than any pair this one ends a clause, and opens a sentence.

    Both as natural logarithms, between -2.5 and 4; 0 for a pair that is not known.
    """
    return _edges().get(pair, (0.0, 0.0))


@cache
def _edges() -> dict[str, Edges]:
    """Return the table of packaging/count_clause_edges.py; it is read when first asked for."""
    path = resource_path("spelling", "clause_edges.txt")
    found: dict[str, Edges] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        closing, opening, row = line.split(" ")
        pairs = map(str.__add__, row[::2], row[1::2])
        found.update(dict.fromkeys(pairs, (int(closing) / 2, int(opening) / 2)))
    return found
