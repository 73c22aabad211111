"""Suggestions at held-out carets, against the most frequent phrases, and ten carets by eye.

    python packaging/measure_suggestions.py [FOLDER] [--carets 500] [--show N]
    python packaging/measure_suggestions.py --ten [FOLDER]

FOLDER holds plain texts (default: ../shared/data/speeches_dev). The library of each fold is made of
the reports outside it, with the shipped phrases beside it; a caret stands where a phrase known to
either begins in a held-out report. A hit: the phrase really used, a longer part of what is really
written, or a phrase of its sense group stands in the first five. The peer offers the five most
widely used phrases. With --ten the first five of ten carets of a speech are printed, with FOLDER
(default: the samples) as library.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from drafting.cleaning.cleaner import clean_text  # noqa: E402 - the path comes first
from drafting.corpus.library import open_library  # noqa: E402 - as above
from drafting.corpus.phrases_counting import WordingCounter  # noqa: E402 - as above
from drafting.corpus.phrases_lookup import CorpusPhrases, list_phrases  # noqa: E402 - as above
from drafting.corpus.phrases_mining import refresh_phrases  # noqa: E402 - as above
from drafting.corpus.speeches import add_speeches  # noqa: E402 - as above
from drafting.parsing.parser import parse_draft  # noqa: E402 - as above
from drafting.suggestions.frames import SLOT  # noqa: E402 - as above
from drafting.suggestions.store import load_store  # noqa: E402 - as above
from drafting.suggestions.suggester import SuggestionContext, suggest  # noqa: E402 - as above
from drafting.workspace.library.records import speech_record  # noqa: E402 - as above
from resources import resource_path  # noqa: E402 - as above

if TYPE_CHECKING:
    from drafting.model.phrase import Phrase

DATA = PROJECT.parent / "shared" / "data" / "speeches_dev"
FOLDS = 6
FIRST = 5
TARGET = 2.0
SEED = 4
TEN_CARETS = (
    ("opening", "在全县冬季造林动员会上的讲话\n同志们：\n"),
    ("recap", "同志们：\n今天，我们召开全县冬季造林动员会，主要任务是安排今冬造林。"),
    ("endorsement", "同志们：\n今天，我们召开造林动员会。刚才，县林业局通报了有关情况。"),
    (
        "announcement",
        "同志们：\n今天，我们召开造林动员会。刚才，县林业局通报了情况，我都同意，请大家抓好落实。",
    ),
    (
        "second heading",
        "同志们：\n我强调三点。\n一要提振精神，以更足的劲头跑好全程。\n今年的任务不轻。\n",
    ),
    (
        "transition",
        "同志们：\n我讲三点意见。\n一、总结成绩，坚定信心\n全县造林面积增长12%，居全市第二位。",
    ),
    (
        "requirement",
        "同志们：\n我讲三点意见。\n一、看清形势\n很紧迫。\n二、突出重点，抓好栽植\n各乡镇要",
    ),
    (
        "call",
        "我讲三点意见。\n一、看清形势\n紧。\n二、抓好栽植\n要快。\n同志们，任务已经明确，让我们",
    ),
    (
        "closing",
        "我讲三点意见。\n一、看清形势\n很紧迫。\n二、抓好栽植\n要快。\n三、压实责任\n要带头。\n同志们，",
    ),
    ("greeting", "在花木节开幕式上的致辞\n尊敬的各位来宾，同志们、朋友们：\n"),
)


@dataclass(frozen=True, slots=True)
class Caret:
    """A place in a report where a known phrase begins."""

    text: str
    position: int
    phrase: Phrase


def make_library(folder: str, files: list[Path], name: str) -> CorpusPhrases:
    """Return the phrases of a new library of these files."""
    library = open_library(Path(folder) / f"{name}.db")
    texts = (clean_text(file.read_text(encoding="utf-8", errors="replace")) for file in files)
    records = [
        speech_record(parse_draft(clean.text, script=clean.script), file)
        for clean, file in zip(texts, files, strict=True)
    ]
    add_speeches(library, records)
    refresh_phrases(library, lambda _: True)
    return CorpusPhrases(library)


def known_phrases(library: CorpusPhrases) -> list[Phrase]:
    """Return the library's and the shipped phrases, four characters and longer, most used first."""
    mined = list_phrases(library._library, 2, 1_000_000)  # noqa: SLF001 - a script of this project
    texts = {one.text for one in mined}
    shipped = [one.phrase for one in load_store().entries if one.phrase.text not in texts]
    every = [one for one in [*mined, *shipped] if len(SLOT.sub("", one.text)) >= 4]
    return sorted(every, key=lambda one: (-one.documents, -one.count, one.text))


def iter_carets(text: str, phrases: list[Phrase]) -> list[Caret]:
    """Return the places where a phrase begins, the longest at each, none inside another."""
    plain = [one for one in phrases if "{" not in one.text]
    hits = WordingCounter([one.text for one in plain]).find(
        speech_record(parse_draft(text), "held-out.txt")
    )
    found = sorted(
        zip(hits.positions.tolist(), hits.numbers.tolist(), strict=True),
        key=lambda pair: (pair[0], -len(plain[pair[1]].text)),
    )
    carets: list[Caret] = []
    end = 0
    for position, number in found:
        if position >= end and position > 0:
            carets.append(Caret(text, position, plain[number]))
            end = position + len(plain[number].text)
    return carets


def is_hit(offered: list[Phrase], caret: Caret) -> bool:
    """Return whether one of the phrases is what is written, or of its sense group."""
    group = caret.phrase.group
    return any(
        (len(one.text) >= 4 and caret.text.startswith(one.text, caret.position))
        or (group and one.group == group)
        for one in offered[:FIRST]
    )


def ours(library: CorpusPhrases, caret: Caret) -> list[Phrase]:
    """Return what the program offers there."""
    before = caret.text[: caret.position]
    context = SuggestionContext(before=before, draft_text=before, library=library)
    return [one.phrase for one in suggest(context, limit=FIRST)]


def measure(files: list[Path], carets: int, show: int) -> int:
    """Print the shares; 1 where the target is missed."""
    source = random.Random(SEED)  # noqa: S311 - repeatable, nothing secret
    tally = {"ours": 0, "frequency": 0}
    total = 0
    for fold in range(FOLDS):
        held = files[fold::FOLDS]
        with tempfile.TemporaryDirectory() as folder:
            library = make_library(folder, [one for one in files if one not in held], "library")
            phrases = known_phrases(library)
            pool = [
                caret
                for file in held
                for caret in iter_carets(
                    clean_text(file.read_text(encoding="utf-8", errors="replace")).text, phrases
                )
            ]
            share = carets // FOLDS + (fold < carets % FOLDS)
            for caret in source.sample(pool, min(share, len(pool))):
                total += 1
                offered = ours(library, caret)
                hit = is_hit(offered, caret)
                tally["ours"] += hit
                tally["frequency"] += is_hit(phrases, caret)
                if total <= show:
                    place = caret.text[max(0, caret.position - 12) : caret.position]
                    print(f"{'+' if hit else '-'} {place!r} | {caret.phrase.text}")
                    print("     " + " / ".join(one.text.replace("\n", "⏎") for one in offered))
            library._library.close()  # noqa: SLF001 - a script of this project
    for name, hits in tally.items():
        print(f"{name:10s} {hits:4d} of {total}  {hits / total:6.1%}")
    ratio = tally["ours"] / max(tally["frequency"], 1)
    print(f"ours / frequency {ratio:.1f} (target {TARGET})")
    return int(ratio < TARGET)


def show_ten(files: list[Path]) -> int:
    """Print the first five of ten carets."""
    with tempfile.TemporaryDirectory() as folder:
        library = make_library(folder, files, "library")
        for name, before in TEN_CARETS:
            context = SuggestionContext(
                before=before, draft_text=before, library=library, day=dt.date(2026, 11, 20)
            )
            print(f"{name}: …{before[-16:]!r}")
            for one in suggest(context, limit=FIRST):
                origin = f"  〔{one.sources[0]}〕" if one.sources else ""
                print(f"    {one.score:5.2f} {one.phrase.text!r} {one.phrase.kind.label}{origin}")
        library._library.close()  # noqa: SLF001 - a script of this project
    return 0


def main(arguments: list[str]) -> int:
    """Measure, or print ten carets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--carets", type=int, default=500)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--ten", action="store_true")
    call = parser.parse_args(arguments)
    folder = call.folder or (resource_path("samples") if call.ten else DATA)
    files = sorted(folder.rglob("*.txt"))
    return show_ten(files) if call.ten else measure(files, call.carets, call.show)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
