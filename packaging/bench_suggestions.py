"""Look-ups at the caret in a small and in a large library, in one run.

    python packaging/bench_suggestions.py [SMALL LARGE]

The libraries (default: 1,000 and 100,000 speeches) have the tables that mining fills, with four
phrases, ten contexts and three topics a speech, about what mining finds in synthetic speeches; the
wordings are drawn from the words of these. Prints the median and the 99th percentile of the
processor time of all that one keystroke looks up, the growth from small to large, and the time of a
linear scan; 1 where a look-up takes more than a millisecond or grows by more than half.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))
sys.path.insert(0, str(PROJECT / "packaging"))

import numpy as np  # noqa: E402 - the path comes first
from synthetic_speeches import words  # noqa: E402 - as above

from drafting.corpus.library import Library, open_library  # noqa: E402 - as above
from drafting.corpus.phrases import BEST  # noqa: E402 - as above
from drafting.corpus.phrases_contexts import Follower  # noqa: E402 - as above
from drafting.corpus.phrases_counting import SECTIONS  # noqa: E402 - as above
from drafting.corpus.phrases_filling import Mined, fill  # noqa: E402 - as above
from drafting.corpus.phrases_finding import Candidate  # noqa: E402 - as above
from drafting.corpus.phrases_lookup import CorpusPhrases  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Callable

PHRASES, CONTEXTS, TOPICS, USES = 4, 10, 3, 20
LOOKUPS = 3000
P99, GROWTH = 1.0, 1.5


def made_phrases(speeches: int, source: random.Random) -> list[str]:
    """Return different wordings of four to ten characters."""
    vocabulary = words()
    found: dict[str, None] = {}
    while len(found) < PHRASES * speeches:
        found["".join(source.choices(vocabulary, k=source.randint(2, 5)))] = None
    return list(found)


def made_library(path: Path, speeches: int) -> tuple[Library, list[str]]:
    """Return a library whose phrase tables are as large as ``speeches`` speeches make them."""
    source = random.Random(speeches)  # noqa: S311 - repeatable, nothing secret
    texts = made_phrases(speeches, source)
    size = len(texts)
    mined = Mined(
        [Candidate(text, source.choice(("phrase", "clause"))) for text in texts],
        np.random.default_rng(speeches).integers(0, 9, (size, len(SECTIONS))),
    )
    for speech in range(1, speeches + 1):
        used = {int(size * source.random() ** 3) for _ in range(USES)}
        used |= {(speech * 2 * PHRASES + step) % size for step in range(2 * PHRASES)}
        mined.uses[speech] = dict.fromkeys(used, 1)
        mined.dates[speech] = f"20{source.randint(10, 26)}-0{source.randint(1, 9)}-01"
    mined.followers = list(followers(texts, CONTEXTS * speeches, 6, source))
    mined.topics = list(followers(texts, TOPICS * speeches, 2, source))
    library = open_library(path)
    with library.writing() as connection:
        connection.executemany(
            "INSERT INTO speeches (text_hash, title, date, speaker, characters, is_starter,"
            " source_path) VALUES (?, ?, ?, '周启明', 2800, 0, '')",
            [(str(one), f"在全县第{one}次会议上的讲话", mined.dates[one]) for one in mined.uses],
        )
        fill(connection, mined.ranked())
    return library, texts


def followers(texts: list[str], rows: int, longest: int, source: random.Random) -> list[Follower]:
    """Return what follows keys of up to ``longest`` characters, eight for each key."""
    found: list[Follower] = []
    keys: set[str] = set()
    while len(found) < rows:
        length = source.randint(2, longest)
        # Where few characters make too few keys, characters of two wordings are put together.
        key = source.choice(texts)[-length + 1 :] + source.choice(texts)[0]
        if key not in keys:
            keys.add(key)
            numbers = source.sample(range(len(texts)), 8)
            found += [Follower(key, at, one, 0.5 / (at + 1)) for at, one in enumerate(numbers)]
    return found


def taken(look_up: Callable[[], object]) -> float:
    """Return the milliseconds of processor time of one look-up."""
    begin = time.thread_time()
    look_up()
    return (time.thread_time() - begin) * 1000


class Asking:
    """The look-ups of a keystroke in one library."""

    def __init__(self, library: Library, texts: list[str]) -> None:
        self.source = random.Random(1)  # noqa: S311 - repeatable, nothing secret
        self.found = CorpusPhrases(library)
        self.texts = texts
        with library.reading() as connection:
            # Lists that are full in both libraries: the same work in both.
            self.full = connection.execute(
                "SELECT prefix FROM phrase_prefixes WHERE place = ?", (BEST - 1,)
            ).fetchall()
            self.keys = connection.execute(
                "SELECT DISTINCT context FROM phrase_contexts"
            ).fetchall()
            self.terms = connection.execute("SELECT DISTINCT term FROM phrase_topics").fetchall()

    def narrowed(self) -> float:
        """Return the time of the phrases for typed characters or initials, with their sources."""
        (query,) = self.source.choice(self.full)

        def look_up() -> None:
            self.found.provenance([one.id for one in self.found.matching(query)])

        return taken(look_up)

    def at_the_caret(self) -> float:
        """Return the time of all that a place is asked for without a query."""
        before = self.source.choice(self.texts) + self.source.choice(self.keys)[0]
        topic = "".join(one for (one,) in self.source.sample(self.terms, 5))

        def look_up() -> None:
            following = self.found.following(before)
            self.found.serving(["requirement", "duty", "series"])
            self.found.about(topic)
            self.found.provenance([one.id for one in following[:10]])

        return taken(look_up)


def main(arguments: list[str]) -> int:
    """Measure and print."""
    small, large = (int(one) for one in arguments) if arguments else (1_000, 100_000)
    is_missed = False
    with tempfile.TemporaryDirectory() as folder:
        few = made_library(Path(folder) / "small.db", small)
        many = made_library(Path(folder) / "large.db", large)
        asking = Asking(*few), Asking(*many)
        for name, look_up in (("narrowed", Asking.narrowed), ("at the caret", Asking.at_the_caret)):
            for _ in range(LOOKUPS // 3):  # warms both
                look_up(asking[0])
                look_up(asking[1])
            pairs = [(look_up(asking[0]), look_up(asking[1])) for _ in range(LOOKUPS)]
            before, after = zip(*pairs, strict=True)
            medians = statistics.median(before), statistics.median(after)
            worst = statistics.quantiles(after, n=100)[98]
            growth = medians[1] / medians[0]
            is_missed |= worst > P99 or growth > GROWTH
            print(
                f"{name:13s} {small}: p50 {medians[0]:.3f} ms   {large}: p50 {medians[1]:.3f} ms"
                f"  p99 {worst:.3f} ms   growth {growth:.2f}"
            )
        texts, source = many[1], random.Random(2)  # noqa: S311 - repeatable, nothing secret
        asked = source.sample(texts, 20)
        scan = statistics.median(
            taken(lambda one=one: [text for text in texts if text.startswith(one)])  # type: ignore[misc]
            for one in asked
        )
        print(f"linear scan of {len(texts)} phrases {scan:.1f} ms")
        few[0].close()
        many[0].close()
    return int(is_missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
