"""What one more speech costs in a small and in a ten times larger library, in one run.

    python packaging/bench_phrase_counting.py [SPEECHES]

Prints the median processor time of counting one added speech in the known phrases (SPEECHES, by
default 1,000, and a tenth of it); 1 where ten times the library costs more than half as much again.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))
sys.path.insert(0, str(PROJECT / "packaging"))

from synthetic_speeches import make_speeches  # noqa: E402 - the path comes first

from drafting.corpus.library import open_library  # noqa: E402 - as above
from drafting.corpus.phrases_mining import refresh_phrases  # noqa: E402 - as above
from drafting.corpus.speeches import add_speeches  # noqa: E402 - as above
from drafting.parsing.parser import parse_draft  # noqa: E402 - as above
from drafting.workspace.library_records import speech_record  # noqa: E402 - as above

if TYPE_CHECKING:
    from drafting.model.speech import SpeechRecord

ADDED = 8
LIMIT = 1.5


def cost_of_one_more(path: Path, base: list[SpeechRecord], more: list[SpeechRecord]) -> float:
    """Return the median milliseconds of counting one speech more."""
    times = []
    with open_library(path) as library:
        add_speeches(library, base)
        refresh_phrases(library, lambda _: True)
        for record in more:
            add_speeches(library, [record])
            begin = time.thread_time()
            refresh_phrases(library, lambda _: True)
            times.append((time.thread_time() - begin) * 1000)
    return statistics.median(times)


def main(arguments: list[str]) -> int:
    """Measure and print."""
    size = int(arguments[0]) if arguments else 1000
    texts = make_speeches(size + ADDED)
    records = [speech_record(parse_draft(text), "made.txt") for text in texts]
    more = records[size:]
    with tempfile.TemporaryDirectory() as folder:
        few = cost_of_one_more(Path(folder) / "few.db", records[: size // 10], more)
        many = cost_of_one_more(Path(folder) / "many.db", records[:size], more)
    print(f"one more speech: {few:.1f} ms among {size // 10}, {many:.1f} ms among {size}")
    print(f"growth {many / few:.2f} (limit {LIMIT})")
    return int(many / few > LIMIT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
