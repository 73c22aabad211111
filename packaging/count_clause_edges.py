"""Count which pairs of characters end clauses and open sentences, and which stand within them.

    python packaging/count_clause_edges.py [--texts FOLDER …]

writes resources/spelling/clause_edges.txt, by which the place is found where a heading ran into
its text: one line for each degree, the pairs of it in a row. FOLDERs hold plain texts (default:
those of build_speller.py); the project's own library and samples are counted with them. Degrees
are halves of the natural logarithm of how much oftener than any pair this one ends a clause, and
opens a sentence.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent

if TYPE_CHECKING:
    from collections.abc import Iterable

TARGET = PROJECT / "resources" / "spelling" / "clause_edges.txt"
_CLAUSE = re.compile("[^，。；：！？、\n“”（）《》 \u3000]+")
_CLOSED, _OPENED = "，。；：！？\n", "。！？；\n"
_PAIR = re.compile("[\u3400-\u9fff]{2}")
# A pair that was seen less often tells nothing; so many unseen ones are taken to be as all are.
_LEAST, _BESIDE = 2, 2
_MOST_AGAINST, _MOST_FOR = -5, 8


def counted(texts: Iterable[str]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Return how often each pair stands within clauses, ends one, and opens a sentence."""
    pairs: Counter[str] = Counter()
    closing: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    for text in texts:
        lines = f"\n{text}\n"
        for match in _CLAUSE.finditer(lines):
            clause = match.group()
            pairs.update(map(str.__add__, clause, clause[1:]))
            if lines[match.end()] in _CLOSED:
                closing[clause[-2:]] += 1
            if lines[match.start() - 1] in _OPENED:
                opening[clause[:2]] += 1
    return pairs, closing, opening


def degrees(edges: Counter[str], pairs: Counter[str]) -> dict[str, int]:
    """Return for each pair that is frequent enough how much oftener than any it is an edge."""
    usual = edges.total() / pairs.total()
    return {
        pair: max(
            _MOST_AGAINST,
            min(
                _MOST_FOR,
                round(2 * log((edges[pair] + _BESIDE * usual) / (seen + _BESIDE) / usual)),
            ),
        )
        for pair, seen in pairs.items()
        if seen >= _LEAST and _PAIR.fullmatch(pair)
    }


def listed_edges(texts: Iterable[str]) -> str:
    """Return the lines: both degrees and the pairs, between blanks."""
    pairs, closing, opening = counted(texts)
    ends, begins = degrees(closing, pairs), degrees(opening, pairs)
    rows = defaultdict(list)
    for pair in sorted(ends):
        if ends[pair] or begins[pair]:
            rows[ends[pair], begins[pair]].append(pair)
    return "".join(f"{end} {begin} {''.join(row)}\n" for (end, begin), row in sorted(rows.items()))


def main() -> int:
    """Write the list; return 0."""
    from build_speller import TEXTS, read_own, read_texts

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, nargs="+", default=TEXTS)
    own = {path: text for path, text in read_own().items() if path.suffix == ".txt"}
    texts = {**read_texts(tuple(parser.parse_args().texts)), **own}
    TARGET.write_text(listed_edges(texts.values()), encoding="utf-8", newline="\n")
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes of {len(texts)} texts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
