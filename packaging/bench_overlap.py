"""Overlap of a draft with libraries of different sizes, against jieba on the same draft.

Usage: python packaging/bench_overlap.py [--keep FOLDER] [SPEECHES …]   (1000 10000 unless given)

Libraries of synthetic speeches (packaging/synthetic_library.py) are made in a temporary folder,
or kept in FOLDER and not made again; texts and fingerprints only. Five drafts of 10,000 characters
take planted passages from speeches of the library: exact ones of 13 to 150 characters, and 200
characters of which 5, 10 and 20 % were changed at random (60 % replaced, 20 % added, 20 % left
out). Query and ``jieba.lcut`` of the same draft run in turns; figures are medians. Recall counts a
passage as found when half of it is covered; set phrases are no passages and count apart.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import jieba
from synthetic_library import iter_texts
from synthetic_speeches import make_speeches

from drafting.corpus import fingerprint_files, fingerprint_index, speech_table
from drafting.corpus.folding import words_hash
from drafting.corpus.library import Library, open_library
from drafting.corpus.overlap import LibraryOverlap
from drafting.corpus.segments import BUCKETS
from drafting.lexicons.lexicons import load_lexicons
from drafting.mining.formulae import formula_bank
from drafting.mining.normal_form import normal_text
from drafting.model.speech import SpeechRecord
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "素材库.db"
SIZES = (1_000, 10_000)
DRAFTS, LENGTH, ROUNDS = 5, 10_000, 15
EXACT = (13, 16, 20, 30, 60, 150)
EDITED, EDITED_LENGTH = (0.05, 0.1, 0.2), 200
TOGETHER = 500
_OTHERS = "甲乙丙丁戊己庚辛壬癸"


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured on one library."""

    speeches: int
    characters: int
    seconds: float
    file_bytes: int
    files: int
    query_ms: float
    paragraph_ms: float
    jieba_ms: float
    recall: dict[str, tuple[int, int]]


def main(arguments: list[str]) -> int:
    """Measure and print; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("speeches", nargs="*", type=int)
    parser.add_argument("--keep", type=Path)
    call = parser.parse_args(arguments)
    jieba.setLogLevel(60)
    jieba.initialize()
    rows = [measured(one, call.keep) for one in call.speeches or SIZES]
    for row in rows:
        print_row(row)
    # In jieba's time: what else the machine does differs from one library to the next.
    shares = [row.query_ms / row.jieba_ms for row in rows]
    growth = shares[-1] / shares[0]
    print(f"query, {rows[0].speeches} to {rows[-1].speeches} speeches: x {growth:.2f} (target 1.5)")
    return int(growth > 1.5 or any(is_missed(row) for row in rows))


def measured(count: int, keep: Path | None) -> Row:
    """Return the figures of one library."""
    folder = Path(tempfile.mkdtemp()) if keep is None else keep / str(count)
    folder.mkdir(parents=True, exist_ok=True)
    is_made = (folder / NAME).exists()
    try:
        with open_library(folder / NAME) as library:
            seconds = 0.0 if is_made else build(library, count)
            characters, samples = sampled(count)
            files = list(folder.glob("*.fp"))
            overlap = LibraryOverlap(library, formula_bank(load_lexicons()))
            drafts = [planted_draft(samples, number) for number in range(DRAFTS)]
            query, paragraph, theirs = timed(overlap, [text for text, _ in drafts])
            return Row(
                count, characters, seconds,
                sum(one.stat().st_size for one in files), len(files),
                query, paragraph, theirs, recall(overlap, drafts),
            )  # fmt: skip
    finally:
        if keep is None:
            shutil.rmtree(folder)


def sampled(count: int) -> tuple[int, list[str]]:
    """Return the characters of all speeches, and some speeches to plant passages from."""
    chance = random.Random(count)  # noqa: S311 - the same on every run
    wanted = set(chance.sample(range(count), min(count, 60)))
    characters, samples = 0, []
    for index, text in enumerate(iter_texts(count)):
        characters += len(text)
        if index in wanted:
            samples.append(text)
    return characters, samples


def build(library: Library, count: int) -> float:
    """Store speeches with fingerprints; return the seconds of fingerprints and files alone."""
    indexer = fingerprint_index.FingerprintIndexer()
    seconds = 0.0
    texts = iter_texts(count)
    while batch := list(itertools.islice(texts, TOGETHER)):
        with library.writing() as connection:
            records = [
                speech_table.insert(connection, SpeechRecord(text[:20], text, words_hash(text)))
                for text in batch
            ]
            begun = time.perf_counter()
            indexer.added(connection, records)
        fingerprint_files.settle(library)
        seconds += time.perf_counter() - begun
    begun = time.perf_counter()
    fingerprint_files.settle(library, at_once=True)
    return seconds + time.perf_counter() - begun


def planted_draft(samples: list[str], number: int) -> tuple[str, list[tuple[str, Span]]]:
    """Return a draft of passages from the library among text of its own, and where they stand."""
    chance = random.Random(number)  # noqa: S311 - the same on every run
    own = own_clauses(number)
    pieces: list[str] = []
    plants: list[tuple[str, Span]] = []
    size = 0
    kinds = [*EXACT, *EDITED] * 4
    while size < LENGTH:
        filler = "".join(f"{next(own)}，" for _ in range(12))
        pieces.append(filler)
        size += len(filler)
        if kinds:
            kind = kinds.pop()
            length = kind if kind >= 1 else EDITED_LENGTH
            passage = cut(chance.choice(samples), int(length), chance)
            name = f"exact {kind}" if kind >= 1 else f"{kind:.0%} edited"
            passage = passage if kind >= 1 else edited(passage, kind, chance)
            plants.append((name, Span(size, size + len(passage))))
            pieces.append(passage + "\n")
            size += len(passage) + 1
    return "".join(pieces), plants


def cut(text: str, length: int, chance: random.Random) -> str:
    """Return a piece of ``text`` with so many characters, marks not counted."""
    normal = normal_text(text)
    first = chance.randrange(100, len(normal) - length - 1)
    return normal.span(first, first + length).of(text).replace("\n", "")


def own_clauses(number: int) -> Iterator[str]:
    """Yield clauses that another generator makes, so that they stand in no library of the bench."""
    for text in make_speeches(20, seed=1000 + number):
        yield from (one for one in re.split("[，。；\n]", text)[3:] if 6 <= len(one) <= 30)


def edited(text: str, share: float, chance: random.Random) -> str:
    """Return ``text`` with ``share`` of its characters changed."""
    changed: list[str] = []
    for character in text:
        if chance.random() >= share:
            changed.append(character)
            continue
        dice = chance.random()
        if dice < 0.6:
            changed.append(chance.choice(_OTHERS))
        elif dice < 0.8:
            changed += (character, chance.choice(_OTHERS))
    return "".join(changed)


def timed(overlap: LibraryOverlap, drafts: list[str]) -> tuple[float, float, float]:
    """Return milliseconds of a query, of one of a paragraph, and of jieba, as medians."""
    queries, paragraphs, theirs = [], [], []
    for number in range(ROUNDS + 1):
        for text in drafts:
            begun = time.perf_counter()
            overlap.overlap(text)
            between = time.perf_counter()
            overlap.overlap(text[200:400])
            after = time.perf_counter()
            jieba.lcut(text)
            if number:
                queries.append(between - begun)
                paragraphs.append(after - between)
                theirs.append(time.perf_counter() - after)
    return tuple(1000 * statistics.median(one) for one in (queries, paragraphs, theirs))  # type: ignore[return-value]


def recall(
    overlap: LibraryOverlap, drafts: list[tuple[str, list[tuple[str, Span]]]]
) -> dict[str, tuple[int, int]]:
    """Return for each kind how many passages were found, of how many."""
    found: dict[str, list[bool]] = {}
    for text, plants in drafts:
        report = overlap.overlap(text)
        spans = [one.span for one in (*report.passages, *report.common)]
        for name, place in plants:
            covered = sum(
                max(min(one.end, place.end) - max(one.start, place.start), 0) for one in spans
            )
            found.setdefault(name, []).append(2 * covered >= len(place))
    return {name: (sum(one), len(one)) for name, one in sorted(found.items())}


def print_row(row: Row) -> None:
    """Print one library's figures beside the targets."""
    directory = row.files * 4 * BUCKETS
    per_character = (row.file_bytes - directory) / row.characters
    print(f"{row.speeches} speeches, {row.characters} characters")
    if row.seconds:
        rate = row.characters / row.seconds / 1e6
        print(f"  fingerprints and files: {rate:.1f} million characters/s")
    print(
        f"  {per_character:.2f} bytes a character (target 2.5) + directory"
        f" {directory / 1e6:.0f} MB in {row.files} files"
    )
    print(
        f"  query {row.query_ms:.1f} ms, jieba.lcut {row.jieba_ms:.1f} ms:"
        f" {row.query_ms / row.jieba_ms:.3f} (target 0.25);"
        f" 200 characters {row.paragraph_ms:.2f} ms"
    )
    for name, (found, whole) in row.recall.items():
        print(f"  recall {name}: {found}/{whole}")


def is_missed(row: Row) -> bool:
    """Return whether a target of this library is missed."""
    exact = [row.recall[f"exact {one}"] for one in EXACT if one >= 20]
    changed = [row.recall[f"{one:.0%} edited"] for one in EDITED]
    per_character = (row.file_bytes - row.files * 4 * BUCKETS) / row.characters
    return (
        row.query_ms > 0.25 * row.jieba_ms
        or per_character > 2.5
        or any(found < whole for found, whole in exact)
        or any(found < 0.95 * whole for found, whole in changed)
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
