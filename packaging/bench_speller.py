"""Time the speller beside jieba.lcut on the same text: loading, a first pass, one edit.

    python packaging/bench_speller.py [FILE]

Without FILE: 30,000 characters of the project's own library. Wanted: a first pass in at most 20
times jieba.lcut; after an edit only the changed sentence costs. Figures of one run, the best of
three turns each, since other work disturbs; quote the ratios.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from drafting.spelling.loading import load_counts, load_speller, load_tables  # noqa: E402
from drafting.spelling.speller import Speller  # noqa: E402
from drafting.text.sentences import iter_sentences  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

CHARACTERS = 30_000
TURNS = 3


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds of the quickest turn."""
    best = float("inf")
    for _ in range(TURNS):
        started = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - started)
    return best


def library_text() -> str:
    """Return the speeches of the library, repeated to the wanted length."""
    folder = PROJECT / "resources" / "library"
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")))
    return (text * (CHARACTERS // len(text) + 1))[:CHARACTERS]


def main(arguments: list[str]) -> int:
    """Time and print."""
    import jieba

    text = Path(arguments[0]).read_text(encoding="utf-8") if arguments else library_text()
    sentences = [span.of(text) for span in iter_sentences(text)]
    jieba.initialize()
    loading = seconds(load_speller)
    spellers = iter([Speller(load_counts(), load_tables()) for _ in range(TURNS)])
    first = seconds(lambda: next(spellers).corrections(sentences))
    speller = load_speller()
    speller.corrections(sentences)
    edits = iter(range(TURNS))
    edit = seconds(lambda: speller.corrections([*sentences[1:], f"{next(edits)}{sentences[0]}"]))
    cut = seconds(lambda: jieba.lcut(text))
    print(f"{len(text)} characters in {len(sentences)} sentences")
    print(f"loading {loading:.2f} s, jieba.lcut {cut:.3f} s")
    print(f"first pass {first:.3f} s, {first / cut:.1f} of jieba.lcut")
    print(f"after an edit {edit:.3f} s, {edit / cut:.2f} of jieba.lcut")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
