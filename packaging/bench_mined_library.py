"""Mine a large library as the window does, and look up suggestions in it.

    python packaging/bench_mined_library.py [SPEECHES] [--keep LIBRARY]

The speeches (10,000 unless given) are synthetic and parsed, so that openings, headings and closings
are told apart; the library is made in a temporary folder, or kept where --keep says and not made
again. Prints what mining takes, in seconds, characters a second and memory, and the times of all
that a caret looks up in further speeches; 1 where the 99th percentile passes a millisecond.
"""

from __future__ import annotations

import argparse
import itertools
import random
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))
sys.path.insert(0, str(PROJECT / "packaging"))

from synthetic_library import build_library, iter_texts  # noqa: E402 - the path comes first

from drafting.corpus.library import Library, open_library  # noqa: E402 - as above
from drafting.corpus.phrases_lookup import CorpusPhrases, list_phrases  # noqa: E402 - as above
from drafting.corpus.phrases_mining import refresh_phrases  # noqa: E402 - as above
from drafting.suggestions.from_library import topic_of  # noqa: E402 - as above
from drafting.suggestions.suggester import SuggestionContext, suggest  # noqa: E402 - as above

SPEECHES, CARETS, FURTHER = 10_000, 1_000, 20
P99 = 1.0
_FUNCTIONS = ["requirement", "duty", "series"]


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("speeches", nargs="?", type=int, default=SPEECHES)
    parser.add_argument("--keep", type=Path)
    call = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = call.keep or Path(folder) / "library.db"
        if not path.exists():
            build_library(path, call.speeches, is_parsed=True)
        with open_library(path) as library:
            mined(library)
            return looked_up(library, call.speeches)


def mined(library: Library) -> None:
    """Mine, unless it was done before, and print what it took and found."""
    with library.reading() as connection:
        query = "SELECT count(*), sum(characters) FROM speeches"
        speeches, characters = connection.execute(query).fetchone()
    before = peak_megabytes()
    began, busy = time.perf_counter(), time.process_time()
    if refresh_phrases(library, lambda _: True):
        seconds, busy = time.perf_counter() - began, time.process_time() - busy
        print(
            f"mining {speeches} speeches, {characters / 1e6:.1f} M characters: {seconds:.0f} s"
            f" ({busy:.0f} s of the processor), {characters / busy / 1e6:.2f} M characters/s,"
            f" peak {peak_megabytes():.0f} MB (before {before:.0f})"
        )
    print(f"phrases: {len(list_phrases(library, 2, 10**7))}")


def peak_megabytes() -> float:
    """Return the most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def looked_up(library: Library, speeches: int) -> int:
    """Print the times at carets of further speeches; 1 where a target is missed."""
    chance = random.Random(1)  # noqa: S311 - the same on every run
    # Other speeches than those of the library: a longer row of them.
    further = list(itertools.islice(iter_texts(speeches + FURTHER), speeches, None))
    found = CorpusPhrases(library)
    looking: list[float] = []
    whole: list[float] = []
    for _ in range(CARETS):
        text = chance.choice(further)
        before = text[: chance.randrange(80, len(text))]
        begun = time.thread_time()
        following = found.following(before)
        found.serving(_FUNCTIONS)
        found.about(topic_of(before))
        found.provenance([one.id for one in following[:10]])
        between = time.thread_time()
        suggest(SuggestionContext(before=before, draft_text=text, library=found), limit=10)
        looking.append((between - begun) * 1000)
        whole.append((time.thread_time() - between) * 1000)
    worst = 0.0
    for name, times in (("looked up at a caret", looking), ("suggestions, whole", whole)):
        high = statistics.quantiles(times, n=100)[98]
        worst = worst or high
        print(f"{name}: p50 {statistics.median(times):.2f} ms, p99 {high:.2f} ms")
    return int(worst > P99)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
