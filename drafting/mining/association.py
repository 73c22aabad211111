"""How firmly the characters of an n-gram hold together, and how freely its neighbours change.

Split PMI: the least over all places of a cut of log(p(whole) / (p(left) p(right))) (Church and
Hanks 1990). Boundary entropy: the entropy of the next and of the previous character (Huang and
Powers 2003); a neighbour that is no Han character counts as new each time, since a boundary of a
clause is a boundary of a phrase. All logarithms are natural.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from drafting.mining.grams import Level


def split_association(levels: Sequence[Level], length: int, size: int) -> NDArray[np.float64]:
    """Return the split PMI of every n-gram of ``length``; ``size`` is the sample's characters."""
    import numpy as np

    level = levels[length - 1]
    least = np.full(len(level.counts), np.inf)
    whole = np.log(level.counts) + np.log(size)
    for cut in range(1, length):
        left, right = levels[cut - 1], levels[length - cut - 1]
        apart = np.log(left.counts[left.numbers[level.first]])
        apart += np.log(right.counts[right.numbers[level.first + cut]])
        np.minimum(least, whole - apart, out=least)
    return least


def boundary_entropies(
    levels: Sequence[Level], length: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the left and the right entropy of every n-gram of ``length``.

    They follow from the counts of the next level, which must be there: a neighbour seen once
    adds nothing to the sum of c log c.
    """
    import numpy as np

    level, above = levels[length - 1], levels[length]
    terms = above.counts * np.log(above.counts)
    size = len(level.counts)
    as_prefix = level.numbers[above.first]
    as_suffix = level.numbers[above.first + 1]
    right = np.bincount(as_prefix, weights=terms, minlength=size) if len(terms) else 0.0
    left = np.bincount(as_suffix, weights=terms, minlength=size) if len(terms) else 0.0
    whole = np.log(level.counts)
    return whole - left / level.counts, whole - right / level.counts
