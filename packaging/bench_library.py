"""Time the library: building, searching against a scan, importing against the naive way.

Usage: python packaging/bench_library.py [--count 10000] [--cache FOLDER] [--no-import]
                                          [--keep LIBRARY]

The library is synthetic (synthetic_library.py) and made in a temporary folder, or kept where
--keep says and not made again. Words to search
for are cut out of its speeches, a hundred for each length. The naive way of importing reads,
cleans and parses in one process, cuts words with jieba into a full text, and commits each file;
half of the thousand files are traditional. Ratios are of runs in turns; those of the processor's
time hold on a machine that others use too.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import random
import re
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import jieba
import opencc
from synthetic_library import CACHE, build_library, iter_texts

from drafting.corpus.full_text import CHARACTERS, PAIRS
from drafting.corpus.library import open_library
from drafting.corpus.search import search_speeches
from drafting.corpus.speeches import add_speeches
from drafting.importers.safe_import import end_children
from drafting.workspace.drafts.opening import open_file
from drafting.workspace.library import importing
from drafting.workspace.library.records import speech_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from drafting.corpus.library import Library
    from drafting.model.speech import SpeechRecord

    Row = tuple[str, str, str]

_FILES, _ROUNDS = 1_000, 2
_LENGTHS = (2, 3, 4, 6, 8)
_WORDS, _SCANNED = 100, 5
_BLOCKS = "SELECT sum(length(block)) FROM {}_data"
_HAN = re.compile("[\u4e00-\u9fff]+")


def main() -> int:
    """Print what was measured beside its target."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=10_000)
    options.add_argument("--cache", type=Path, default=CACHE)
    options.add_argument("--no-import", action="store_true")
    options.add_argument("--keep", type=Path)
    call = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = call.keep or Path(folder) / "library.db"
        rows = list(build_rows(path, call.count, call.cache))
        with open_library(path, read_only=True) as library:
            rows += search_rows(library)
        if not call.no_import:
            rows += import_rows(Path(folder), call.cache)
            end_children()
    width = max(len(what) for what, _, _ in rows)
    for what, figure, target in rows:
        print(f"{what:<{width}}  {figure:<34}  {target}")
    return 0


def build_rows(path: Path, count: int, cache: Path) -> Iterator[Row]:
    """Yield the rate of building and the size of the full text."""
    next(iter_texts(count, cache))  # makes the texts, which is not measured
    if not path.exists():
        begun = time.perf_counter()
        characters = build_library(path, count, cache)
        seconds = time.perf_counter() - begun
        yield f"{count} speeches stored", f"{characters / seconds / 1e6:.2f} M characters/s", ""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        query = "SELECT sum(characters) FROM speeches"
        (characters,) = connection.execute(query).fetchone()
        size = sum(
            connection.execute(_BLOCKS.format(table)).fetchone()[0] for table in (PAIRS, CHARACTERS)
        )
    yield "full text, bytes a character", f"{size / characters:.2f}", "<= 4.0"
    yield "whole file, bytes a character", f"{path.stat().st_size / characters:.2f}", ""


def search_rows(library: Library) -> Iterator[Row]:
    """Yield the times of the first twenty hits, and whether a scan finds the same speeches."""
    same = checked = 0
    scans: list[float] = []
    for length in _LENGTHS:
        words = sample_words(library, length)
        searches = [lambda word=word: search_speeches(library, word) for word in words]
        times = sorted(map(timed, searches))
        middle, high = statistics.median(times), times[int(len(times) * 0.99)]
        busy = sorted(timed(work, time.process_time) for work in searches)[int(len(words) * 0.99)]
        yield f"search, {length} characters, p50 / p99", f"{middle:.2f} / {high:.2f} ms", "<= 16.7"
        yield f"search, {length} characters, p99 of the processor", f"{busy:.2f} ms", "<= 16.7"
        for word in words[:_SCANNED]:
            scanned: set[int] = set()
            scans.append(timed(lambda word=word, out=scanned: out.update(scan(library, word))))
            found = {hit.id for hit in search_speeches(library, word, limit=10**9)}
            same += found == scanned
            checked += 1
        share = high / statistics.median(scans)
        yield f"search, {length} characters, p99 / scan", f"{share:.4f}", "<= 0.05"
    yield "words with the documents of a scan", f"{same} of {checked}", "all"


def sample_words(library: Library, length: int) -> list[str]:
    """Return pieces of speeches, Chinese only."""
    chance = random.Random(length)  # noqa: S311 - repeatable, nothing secret
    with library.reading() as connection:
        (last,) = connection.execute("SELECT max(id) FROM speeches").fetchone()
        words: list[str] = []
        while len(words) < _WORDS:
            key = (chance.randint(1, last),)
            (text,) = connection.execute("SELECT text FROM texts WHERE id = ?", key).fetchone()
            start = chance.randrange(len(text) - length)
            if _HAN.fullmatch(word := text[start : start + length]):
                words.append(word)
    return words


def scan(library: Library, word: str) -> Iterator[int]:
    """Yield the speeches that have the word, by looking through all texts."""
    query = "SELECT id FROM texts WHERE instr(coalesce(folded, text), ?)"
    with library.reading() as connection:
        for (speech,) in connection.execute(query, (word,)):
            yield speech


def timed(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Return how long it took in milliseconds; others count less by the processor's clock."""
    begun = clock()
    work()
    return (clock() - begun) * 1000


def import_rows(folder: Path, cache: Path) -> Iterator[Row]:
    """Yield the times of importing a thousand files, and of storing them alone."""
    files = make_files(folder / "files", cache)
    jieba.setLogLevel(60)
    jieba.dt.tmp_dir = str(folder)
    jieba.initialize()
    records = [speech_record(open_file(one).draft, one) for one in files]
    ways: dict[str, Callable[[Path], object]] = {
        "ours": lambda path: importing.add_speeches(files, path),
        "naive": lambda path: naive_import(files, path),
        "storing": lambda path: store(records, path),
        "naive storing": lambda path: naive_store(records, path),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    busy: dict[str, list[float]] = {name: [] for name in ways}
    for turn, (name, way) in itertools.product(range(_ROUNDS), ways.items()):
        place = folder / f"{turn}-{name}"
        place.mkdir()
        begun = time.process_time()
        times[name].append(timed(lambda way=way, place=place: way(place / "library.db")))
        busy[name].append((time.process_time() - begun) * 1000)
    yield against(times, "ours", "naive", "<= 0.6")
    yield against(times, "storing", "naive storing", "<= 0.2")
    what, figure, target = against(busy, "storing", "naive storing", "<= 0.2")
    yield f"{what}, of the processor", figure, target


def against(times: dict[str, list[float]], name: str, other: str, target: str) -> Row:
    """Return the best time of one way beside the best of the other."""
    best, peer = min(times[name]), min(times[other])
    return f"{_FILES} files, {name}", f"{best / 1000:.2f} s = {best / peer:.3f} x {other}", target


def make_files(folder: Path, cache: Path) -> list[Path]:
    """Write a thousand text files, every other one traditional."""
    folder.mkdir()
    convert = opencc.OpenCC("s2t").convert
    files: list[Path] = []
    for number, text in enumerate(iter_texts(_FILES, cache)):
        files.append(folder / f"{number:04}.txt")
        files[-1].write_text(convert(text) if number % 2 else text, encoding="utf-8")
    return files


def store(records: Sequence[SpeechRecord], path: Path) -> None:
    """Store as an import does, without reading."""
    with open_library(path) as library:
        for start in range(0, len(records), importing.MOST_TOGETHER):
            add_speeches(library, records[start : start + importing.MOST_TOGETHER])


def naive_import(files: Sequence[Path], path: Path) -> None:
    """Read and store one file after another."""
    naive_store((speech_record(open_file(one).draft, one) for one in files), path)


def naive_store(records: Sequence[SpeechRecord] | Iterator[SpeechRecord], path: Path) -> None:
    """Store each speech by itself, with words that jieba cuts."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE speeches (id INTEGER PRIMARY KEY, title, text)")
        connection.execute("CREATE VIRTUAL TABLE words USING fts5 (cut, content = '')")
        for number, record in enumerate(records, 1):
            row = (number, record.title, record.text)
            connection.execute("INSERT INTO speeches VALUES (?, ?, ?)", row)
            cut = " ".join(jieba.lcut(record.text))
            connection.execute("INSERT INTO words (rowid, cut) VALUES (?, ?)", (number, cut))
            connection.commit()


if __name__ == "__main__":
    sys.exit(main())
