"""A folded text as the words of the full text: runs, pairs of neighbours, single characters."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import add
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

# What words are made of. A point and a per cent sign belong to figures (3.5%).
_RUN = re.compile(r"(?:[^\W_]|[.%])+")
# What may stand between two runs of a phrase, as a pattern.
NO_RUN = "(?:(?![.%])[\\W_])+"
# Stands between two runs where the pairs alone would look like one (干部，部分 has no 干部分).
_BREAK = "\u3001"
_BLANK = ord(" ")
# Letters and digits stand in the planes 0 to 3 of Unicode; the last place there is none.
_LAST_CODE = 0x3FFFF


def runs_of(folded: str) -> list[str]:
    """Return the runs of word characters of a folded text."""
    return _RUN.findall(folded)


def pair_tokens(runs: Sequence[str]) -> str:
    """Return the tokens of runs: each run's pairs in order, a run of one character as itself.

    The sequence of tokens tells the runs apart: two neighbours of one run share a character, two
    of different runs do not, or have a break between them.
    """
    tokens: list[str] = []
    last = ""
    for run in runs:
        if len(run) == 1:
            tokens.append(run)
            last = ""
            continue
        if last == run[0]:
            tokens.append(_BREAK)
        tokens.append(" ".join(map(add, run, run[1:])))
        last = run[-1]
    return " ".join(tokens)


def tokens_of(folded: str) -> tuple[str, str]:
    """Return the pairs of a whole text, as ``pair_tokens`` has them, and its characters, sorted.

    Blanks part the tokens, more than one in places. A fifth of the time of going run by run.
    """
    import numpy as np

    # A mark on either side, so that every run has something before and behind it.
    codes = np.frombuffer(f"\n{folded}\n".encode("utf-32-le", "surrogatepass"), dtype="<u4").copy()
    is_word = _word_table().take(codes, mode="clip")
    is_pair = is_word[:-1] & is_word[1:]
    edges = np.flatnonzero(is_word[:-1] != is_word[1:])
    starts, lasts = edges[::2] + 1, edges[1::2]
    characters = " ".join(_text(np.unique(codes[is_word])))
    is_long = lasts > starts
    is_alike = is_long[1:] & is_long[:-1] & (codes[starts[1:]] == codes[lasts[:-1]])
    breaks = starts[1:][is_alike] - 1
    codes[breaks] = ord(_BREAK)
    is_kept = is_pair.copy()
    is_kept[starts[~is_long]] = True
    is_kept[breaks] = True
    kept = np.flatnonzero(is_kept)
    tokens = np.full((len(kept), 3), _BLANK, dtype="<u4")
    tokens[:, 0] = codes[kept]
    tokens[:, 1] = np.where(is_pair[kept], codes[kept + 1], _BLANK)
    return _text(tokens), characters


def _text(codes: NDArray[np.uint32]) -> str:
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


@lru_cache(maxsize=1)
def _word_table() -> NDArray[np.bool_]:
    """Return for each code point up to ``_LAST_CODE`` whether it may stand in a run."""
    import numpy as np

    table = np.zeros(_LAST_CODE + 1, dtype=np.bool_)
    for match in _RUN.finditer(_text(np.arange(len(table), dtype="<u4"))):
        table[match.start() : match.end()] = True
    return table
