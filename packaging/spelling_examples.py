"""Examples that the speller's weights are learnt from and judged on, with their evidence.

Used by packaging/train_speller.py and packaging/measure_spelling.py. Four sources: official
documents with known faults, clean newspaper sentences, published reports as they are and with
planted faults; the counts that a report is weighed with never hold the report itself.
"""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from planted_misspellings import Planter, sentences_of
from report_counts import count_reports

from drafting.spelling.alphabet import stream_of
from drafting.spelling.evidence import Weighed, Witness
from drafting.spelling.language_model import LanguageModel
from drafting.spelling.proposals import Change, Proposer
from drafting.text.sentences import iter_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from drafting.spelling.alphabet import Stream
    from drafting.spelling.counts import NgramCounts
    from drafting.spelling.likeness import LikenessTable
    from drafting.spelling.word_table import WordTable

FOLDS = 5
DOCUMENTS, CLEAN, REPORT, PLANTED, MISPLACED = range(5)
# Of the reports' sentences so many are planted with faults, at so many of their characters.
_PLANTED_SHARE, _PLANTED_RATE = 0.4, 0.025


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is written and what was meant; ``fold`` is the same for sentences of equal meaning."""

    written: str
    meant: str
    source: int
    fold: int


@dataclass(frozen=True, slots=True)
class Examples:
    """Weighed changes to sentences, and which of them are right."""

    sentences: tuple[Sentence, ...]
    stream: Stream
    weighed: Weighed
    is_right: NDArray[np.bool_]

    @property
    def row_sentence(self) -> NDArray[np.int64]:
        """Return the index of the sentence of every row."""
        return self.stream.sentence_of[self.weighed.proposals.places]


def fold_of(text: str) -> int:
    """Return the fold of a sentence by its Han characters, so that repeats stay together."""
    return zlib.crc32(re.sub(r"[^\u4e00-\u9fff]", "", text).encode()) % FOLDS


def read_documents(folder: Path) -> list[Sentence]:
    """Return the sentences of official documents; pairs of unequal length are left out."""
    path = folder / "official_document_train.json"
    pairs = json.loads(path.read_text(encoding="utf-8"))
    return [
        Sentence(one["source"], one["target"], DOCUMENTS, fold_of(one["target"]))
        for one in pairs
        if len(one["source"]) == len(one["target"])
    ]


def read_clean(folder: Path) -> list[Sentence]:
    """Return the clean sentences."""
    texts = json.loads((folder / "clean_sentences.json").read_text(encoding="utf-8"))
    return [Sentence(one, one, CLEAN, fold_of(one)) for one in texts]


def witness_over(counts: NgramCounts, words: WordTable, likeness: LikenessTable) -> Witness:
    """Return a witness with the given counts."""
    model = LanguageModel(counts)
    return Witness(model, words, likeness, Proposer(model, words, likeness))


def weigh(sentences: Sequence[Sentence], witness: Witness) -> Examples:
    """Return the examples of sentences whose faults are replaced characters."""
    stream = stream_of([one.written for one in sentences])
    meant = stream_of([one.meant for one in sentences]).numbers
    weighed = witness.weigh(stream)
    proposals, places = weighed.proposals, weighed.proposals.places
    is_right = (stream.numbers[places] != meant[places]) & (proposals.first == meant[places])
    is_two = proposals.changes == Change.REPLACE_TWO
    next_right = (stream.numbers[places + 1] != meant[places + 1]) & (
        proposals.second == meant[places + 1]
    )
    is_right &= np.where(is_two, next_right, proposals.changes == Change.REPLACE)
    return Examples(tuple(sentences), stream, weighed, is_right)


def report_sentences(text: str) -> list[str]:
    """Return the sentences of a report."""
    return sentences_of([span.of(text) for span in iter_sentences(text)])


def weigh_report(
    lines: Sequence[str], fold: int, witness: Witness, planter: Planter
) -> tuple[Examples, Examples, Examples]:
    """Return a report's examples as it is, with replaced and with misplaced characters."""
    plain = weigh([Sentence(one, one, REPORT, fold) for one in lines], witness)
    chosen = [one for one in lines if zlib.crc32(one.encode()) % 100 < 100 * _PLANTED_SHARE]
    planted = [Sentence(planter.replace(one, _PLANTED_RATE), one, PLANTED, fold) for one in chosen]
    return plain, weigh(planted, witness), _weigh_misplaced(chosen, fold, witness, planter)


def _weigh_misplaced(
    lines: Sequence[str], fold: int, witness: Witness, planter: Planter
) -> Examples:
    faulty = [(planter.misplace(one), one) for one in lines]
    kept = [(planted, meant) for planted, meant in faulty if planted is not None]
    stream = stream_of([planted.text for planted, _ in kept])
    weighed = witness.weigh(stream)
    proposals = weighed.proposals
    owners = stream.sentence_of[proposals.places]
    is_right = np.zeros(len(proposals), bool)
    for row, owner in enumerate(owners.tolist()):
        planted, meant = kept[owner]
        if proposals.changes[row] < Change.INSERT_AFTER:
            continue
        place = int(proposals.places[row] - stream.starts[owner])
        key = (place, int(proposals.changes[row]), int(proposals.first[row]))
        is_right[row] = key in planted.repairs or _mended(planted.text, key) == meant
    sentences = tuple(Sentence(planted.text, meant, MISPLACED, fold) for planted, meant in kept)
    return Examples(sentences, stream, weighed, is_right)


def _mended(text: str, key: tuple[int, int, int]) -> str:
    from drafting.spelling.alphabet import decode

    place, change, number = key
    if change == Change.INSERT_AFTER:
        return text[: place + 1] + decode([number]) + text[place + 1 :]
    if change == Change.DELETE:
        return text[:place] + text[place + 1 :]
    return text[:place] + text[place : place + 2][::-1] + text[place + 2 :]


def weigh_reports(
    texts: Sequence[str], own: Sequence[str], words: WordTable, likeness: LikenessTable
) -> list[tuple[Examples, Examples, Examples]]:
    """Return the examples of all reports, each weighed without itself in the counts.

    ``own`` are other texts that stand in the counts.
    """
    found = []
    counts = count_reports([*texts, *own])
    for index, text in enumerate(texts):
        rest = counts.minus(count_reports([text]))
        witness = witness_over(rest, words, likeness)
        planter = Planter(likeness, words, seed=index)
        found.append(weigh_report(report_sentences(text), index % FOLDS, witness, planter))
        print(f"{index + 1} of {len(texts)} reports", end="\r", flush=True)
    return found
