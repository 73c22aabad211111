"""Mining with sorted keys against counting in pure Python, on the same speeches, one run.

    python packaging/bench_mining.py [SPEECHES]

The speeches are those of synthetic_library.py. Both find n-grams of two to eight characters by the
same limits; the phrase sets must be equal. Prints seconds, characters a second and the ratio; 1
where the ratio or the equality is missed.
"""

from __future__ import annotations

import math
import re
import sys
import time
from collections import Counter
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))
sys.path.insert(0, str(PROJECT / "packaging"))

from synthetic_library import iter_texts  # noqa: E402 - the path comes first

from drafting.mining.set_phrases import MiningLimits, mine_set_phrases  # noqa: E402 - as above

LIMIT = 0.06
_HAN_RUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")


class PlainCounting:
    """The peer: Counters over every n-gram, as one would first write it."""

    def __init__(self, texts: list[str], limits: MiningLimits) -> None:
        self.limits = limits
        self.counts: Counter[str] = Counter()
        self.documents: Counter[str] = Counter()
        self.size = 0
        for text in texts:
            seen: Counter[str] = Counter()
            for match in _HAN_RUN.finditer(text):
                run = match.group()
                self.size += len(run)
                for length in range(1, limits.longest + 2):
                    seen.update(run[at : at + length] for at in range(len(run) - length + 1))
            self.counts.update(seen)
            self.documents.update(seen.keys())
        self.left: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        for gram, count in self.counts.items():
            if count > 1 and len(gram) > 1:
                self.right[gram[:-1]] += count * math.log(count)
                self.left[gram[1:]] += count * math.log(count)

    def phrases(self) -> set[tuple[str, int, int]]:
        """Return text, documents and count of every phrase."""
        limits = self.limits
        return {
            (gram, self.documents[gram], count)
            for gram, count in self.counts.items()
            if count > 1
            and limits.shortest <= len(gram) <= limits.longest
            and self.documents[gram] >= limits.min_documents
            and self._is_free(gram, count)
            and self._association(gram, count) > limits.min_association
        }

    def _is_free(self, gram: str, count: int) -> bool:
        needed = min(self.limits.min_entropy, self.limits.rare_share * math.log(count))
        whole = math.log(count)
        return whole - max(self.left[gram], self.right[gram]) / count >= needed

    def _association(self, gram: str, count: int) -> float:
        counts = self.counts
        whole = math.log(count) + math.log(self.size)
        return min(
            whole - math.log(counts[gram[:cut]]) - math.log(counts[gram[cut:]])
            for cut in range(1, len(gram))
        )


def main(arguments: list[str]) -> int:
    """Measure and print."""
    texts = list(iter_texts(int(arguments[0]) if arguments else 1000))
    characters = sum(map(len, texts))
    limits = MiningLimits()
    mine_set_phrases(texts[:20], limits)  # numpy is loaded
    taken = []
    mined = []
    for _ in range(3):
        begin = time.perf_counter()
        mined = mine_set_phrases(texts, limits)
        taken.append(time.perf_counter() - begin)
    ours = sorted(taken)[1]
    begin = time.perf_counter()
    plain = PlainCounting(texts, limits).phrases()
    peer = time.perf_counter() - begin
    is_equal = {(one.text, one.documents, one.count) for one in mined} == plain
    print(f"{len(texts)} speeches, {characters / 1e6:.2f} million characters")
    print(f"sorted keys  {ours:7.2f} s  {characters / ours / 1e6:5.2f} million a second")
    print(f"pure Python  {peer:7.2f} s")
    print(f"{len(plain)} phrases, equal: {is_equal}, ratio {ours / peer:.4f} (limit {LIMIT})")
    return int(not is_equal or ours / peer > LIMIT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
