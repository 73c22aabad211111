"""Write the common words by which the page finds where a word begins and ends.

``python packaging/list_words.py`` takes from the speller's own table (``words.npz``) the words of
one to four characters that are frequent enough, and writes ``resources/spelling/common_words.txt``:
one line for each length and frequency, the words of it in a row.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from drafting.spelling.alphabet import decode  # noqa: E402 - the checkout has to be on the path

SPELLING = PROJECT / "resources" / "spelling"
TARGET = SPELLING / "common_words.txt"
# Tenths of the natural logarithm of a word's frequency, as the table keeps it.
_LEAST = 45


def main() -> int:
    """Write the list; return 0."""
    TARGET.write_text(listed_words(), encoding="utf-8", newline="\n")
    return 0


def listed_words() -> str:
    """Return the lines: length, tenths of the logarithm and the words, between blanks."""
    lines = []
    with np.load(SPELLING / "words.npz") as arrays:
        for length in range(1, 5):
            words, logs = arrays[f"words{length}"], arrays[f"logs{length}"]
            for log in sorted({int(one) for one in logs if one >= _LEAST}, reverse=True):
                row = decode(words[:, logs == log].T.ravel())
                lines.append(f"{length} {log} {row}\n")
    return "".join(lines)


if __name__ == "__main__":
    sys.exit(main())
