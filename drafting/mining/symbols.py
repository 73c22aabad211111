"""Many texts as one array of symbol numbers, which is what counting works on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000))
_TABLE_SIZE = 0x110000


@dataclass(frozen=True, slots=True)
class SymbolText:
    """Texts joined by line breaks, one entry a code point.

    ``symbols`` numbers the Han characters from 1; everything else (marks, figures, blanks, the
    joints) is 0 and bounds every n-gram. ``documents`` is the index of the text a position lies in;
    ``size`` is the number of symbols with 0.
    """

    text: str
    symbols: NDArray[np.int64]
    documents: NDArray[np.int64]
    size: int

    @property
    def characters(self) -> int:
        """Return how many Han characters there are: the size of the sample in every estimate."""
        return int((self.symbols > 0).sum())


def read_symbols(texts: Sequence[str], inner: str = "") -> SymbolText:
    """Return ``texts`` as symbols; no character is lost, so positions count in ``text``.

    The marks in ``inner`` count like Han characters and may stand inside an n-gram.
    """
    import numpy as np

    text = "\n".join(texts)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    is_present = np.zeros(_TABLE_SIZE, dtype=bool)
    is_present[codes] = True
    is_han = np.zeros(_TABLE_SIZE, dtype=bool)
    for first, last in _HAN:
        is_han[first:last] = True
    is_han[[ord(mark) for mark in inner]] = True
    known = np.flatnonzero(is_present & is_han)
    numbers = np.zeros(_TABLE_SIZE, dtype=np.int64)
    numbers[known] = np.arange(1, len(known) + 1)
    lengths = np.array([len(one) + 1 for one in texts], dtype=np.int64)
    documents = np.repeat(np.arange(len(texts)), lengths)[: len(codes)]
    return SymbolText(text, numbers[codes], documents, len(known) + 1)
