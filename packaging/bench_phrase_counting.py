"""What one more speech costs in a small and in a ten times larger library, in one run.

    python packaging/bench_phrase_counting.py [SPEECHES]

Prints the median processor time of counting one added speech in the known phrases (SPEECHES, by
default 1,000, and a tenth of it), how many of them it uses, and the share of jieba's cutting it.
The speeches are those of synthetic_library.py: ten times the library knows ten times the phrases,
and a speech uses more of them; 1 where what each use costs grows by more than half.
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

import jieba  # noqa: E402 - the path comes first
from synthetic_library import iter_texts  # noqa: E402 - as above

from drafting.corpus import phrases  # noqa: E402 - as above
from drafting.corpus.library import open_library  # noqa: E402 - as above
from drafting.corpus.phrases_mining import refresh_phrases  # noqa: E402 - as above
from drafting.corpus.speeches import add_speeches  # noqa: E402 - as above
from drafting.parsing.parser import parse_draft  # noqa: E402 - as above
from drafting.workspace.library.records import speech_record  # noqa: E402 - as above

if TYPE_CHECKING:
    from drafting.model.speech import SpeechRecord

ADDED = 8
LIMIT = 1.5


def cost_of_one_more(
    path: Path, base: list[SpeechRecord], more: list[SpeechRecord]
) -> tuple[float, float, float]:
    """Return medians: milliseconds of counting one speech more, of jieba's cutting it, its uses."""
    times, cuts, uses = [], [], []
    with open_library(path) as library:
        add_speeches(library, base)
        refresh_phrases(library, lambda _: True)
        for record in more:
            (speech,) = add_speeches(library, [record]).added
            begin = time.thread_time()
            refresh_phrases(library, lambda _: True)
            between = time.thread_time()
            jieba.lcut(record.text)
            times.append((between - begin) * 1000)
            cuts.append((time.thread_time() - between) * 1000)
            with library.reading() as connection:
                uses.append(len(phrases.read_uses(connection, speech)))
    return statistics.median(times), statistics.median(cuts), statistics.median(uses)


def main(arguments: list[str]) -> int:
    """Measure and print."""
    jieba.setLogLevel(60)
    jieba.initialize()
    size = int(arguments[0]) if arguments else 1000
    texts = iter_texts(size + ADDED)
    records = [speech_record(parse_draft(text), "made.txt") for text in texts]
    more = records[size:]
    each: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for count in (size // 10, size):
            path = Path(folder) / f"{count}.db"
            cost, cut, uses = cost_of_one_more(path, records[:count], more)
            each.append(cost / uses)
            print(
                f"one more speech among {count}: {cost:.1f} ms for {uses:.0f} phrases,"
                f" {each[-1]:.3f} ms each; {cost / cut:.2f} of jieba.lcut"
            )
    growth = each[1] / each[0]
    print(f"a use of a phrase: growth {growth:.2f} (limit {LIMIT})")
    return int(growth > LIMIT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
