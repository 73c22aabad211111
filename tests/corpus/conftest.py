"""Small libraries, and speeches to fill them with."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from drafting.corpus.folding import words_hash
from drafting.corpus.library import Library, open_library
from drafting.corpus.overlap import LibraryOverlap
from drafting.lexicons.lexicons import load_lexicons
from drafting.mining.formulae import formula_bank
from drafting.model.particulars import Particulars, SpeechType
from drafting.model.speech import SpeechRecord

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drafting.corpus.segments import Found

COPIED = "招商不是等客上门，要把门店开到客商楼下，一家一家谈、一单一单签，签下来的要有人盯到投产。"


def speech(text: str, **about: object) -> SpeechRecord:
    """A record of a text; its first line is the title."""
    return SpeechRecord(
        title=text.split("\n", maxsplit=1)[0],
        text=text,
        text_hash=words_hash(text),
        source_path=str(about.pop("path", "讲话.txt")),
        particulars=Particulars(**about),
    )


def one_sentence(problem: Exception, path: Path) -> None:
    """What the user is told is one sentence that names the file."""
    sentence = str(problem)
    assert sentence.count("。") == 1
    assert sentence.endswith("。")
    assert str(path) in sentence


FLOOD = speech(
    "在全县防汛工作会上的讲话\n同志们：\n要把防汛抓紧抓实，各乡镇要上堤值守。",
    date=dt.date(2025, 6, 3),
    speaker="周启明",
    kind=SpeechType.WORK_MEETING,
)
SAFETY = speech(
    "在安全生产调度会上的讲话\n同志们：\n隐患整改要全部完成，合格率达到98.5%。",
    date=dt.date(2024, 3, 8),
    speaker="林若川",
)
TALENT = speech(
    "在人才工作座谈会上的讲话\n各位专家：\n真诚欢迎大家到清河县创业，用好GDP之外的干部。"
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    with open_library(tmp_path / "素材库.db") as opened:
        yield opened


@pytest.fixture(scope="session")
def records(project: Path) -> list[SpeechRecord]:
    """Ninety speeches of different words, cut from those that the program brings along."""
    folder = project / "resources" / "library"
    lines = [
        line
        for path in sorted(folder.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").split("\n")
        if len(line) > 60
    ]
    return [speech(f"在第{number}次会上的讲话\n{line}") for number, line in enumerate(lines[:90])]


def overlap_of(library: Library) -> LibraryOverlap:
    return LibraryOverlap(library, formula_bank(load_lexicons()))


def places(found: Found) -> set[tuple[int, int, int]]:
    columns = (found.asked, found.speech, found.place)
    return set(zip(*(one.tolist() for one in columns), strict=True))


def files(library: Library) -> list[Path]:
    return sorted(library.path.parent.glob("*.fp"))
