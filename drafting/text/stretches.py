"""Stretches of a text between marks, told apart by length or by what they hold, all at once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

# No character: what stands for all beyond the first plane.
_BEYOND = 0xFFFF


def iter_long_stretches(text: str, marks: str, longest: int) -> Iterator[Span]:
    """Yield the stretches of more than ``longest`` characters in which none of ``marks`` stands."""
    import numpy as np

    edges = np.flatnonzero(_stands(text, marks))
    bounds = np.concatenate(([-1], edges, [len(text)]))
    for number in np.flatnonzero(np.diff(bounds) > longest + 1).tolist():
        yield Span(int(bounds[number]) + 1, int(bounds[number + 1]))


def iter_stretches_with(text: str, marks: str, characters: str, fewest: int) -> Iterator[Span]:
    """Yield the stretches without ``marks`` that hold ``fewest`` runs of ``characters`` or more."""
    import numpy as np

    here = _stands(text, characters)
    begins = np.flatnonzero(here & ~np.concatenate(([False], here[:-1])))
    if len(begins) < fewest:
        return
    edges = np.flatnonzero(_stands(text, marks))
    counts = np.bincount(np.searchsorted(edges, begins))
    bounds = np.concatenate(([-1], edges, [len(text)]))
    for number in np.flatnonzero(counts >= fewest).tolist():
        yield Span(int(bounds[number]) + 1, int(bounds[number + 1]))


def _stands(text: str, characters: str) -> NDArray[np.bool_]:
    """Return for each place of ``text`` whether one of ``characters`` stands there."""
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    stands: NDArray[np.bool_] = _table(characters)[np.minimum(codes, _BEYOND)]
    return stands


@lru_cache(maxsize=16)
def _table(characters: str) -> NDArray[np.bool_]:
    import numpy as np

    table = np.zeros(_BEYOND + 1, dtype=np.bool_)
    table[[ord(one) for one in characters]] = True
    return table
