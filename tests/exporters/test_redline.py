"""Tracked changes: accepted they give the newer text, refused the older one, exactly."""

from __future__ import annotations

import io
import random
import zipfile
from typing import TYPE_CHECKING

import pytest
from openxml_audit import OpenXmlValidator

from drafting.comparison.differences import compare_texts
from drafting.exporters.redline import redline_bytes
from drafting.importers.word_xml.reader import read_word
from drafting.pagination.layout_files import load_layout
from drafting.parsing.parser import parse_draft
from resources import resource_path

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.model.imported import Changes

SPEECHES = [
    path.read_text(encoding="utf-8").rstrip("\n")
    for path in sorted(resource_path("library").glob("*.txt"))
]


def redline(old: str, new: str) -> bytes:
    pieces = compare_texts(old, new).pieces()
    return redline_bytes(parse_draft(old), parse_draft(new), pieces, load_layout("official"))


def read(data: bytes, changes: Changes) -> str:
    return read_word(data, "修订.docx", changes).text


def edited(text: str, chance: random.Random) -> str:
    """Return a text with sentences cut, moved, reworded, lines parted and joined."""
    sentences = [one + "。" for one in text.split("。")]
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(sentences))
        match chance.randrange(6):
            case 0:
                del sentences[place]
            case 1:
                sentences.insert(chance.randrange(len(sentences)), sentences.pop(place))
            case 2:
                middle = len(sentences[place]) // 2
                sentences[place] = (
                    sentences[place][:middle] + "实打实地" + sentences[place][middle:]
                )
            case 3:
                sentences[place] = sentences[place].replace("\n", "", 1)
            case 4:
                sentences[place] = "\n" + sentences[place].lstrip("\n")
            case _:
                sentences.insert(place, f"这里再补充第{chance.randint(1, 99)}项任务。")
    return "".join(sentences).removesuffix("。").strip("\n")


@pytest.mark.parametrize("seed", range(200))
def test_both_texts_come_back(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same edits each time
    old = chance.choice(SPEECHES)[:1200].strip("\n")
    new = edited(old, chance)
    data = redline(old, new)
    assert read(data, "accepted") == new
    assert read(data, "original") == old


def with_a_part_moved(text: str) -> str:
    first, *others = text.split("\n")
    return "\n".join((first, *others[:2], *others[5:9], *others[2:5], *others[9:]))


@pytest.mark.parametrize("move", [False, True])
def test_the_file_is_sound_and_the_same_again(tmp_path: Path, move: bool) -> None:
    old = SPEECHES[0]
    new = edited(old, random.Random(7))  # noqa: S311 - the same edits each time
    new = with_a_part_moved(new) if move else new
    data = redline(old, new)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert (b"moveFromRangeStart" in package.read("word/document.xml")) == move
    assert data == redline(old, new)
    path = tmp_path / "花脸稿.docx"
    path.write_bytes(data)
    assert OpenXmlValidator().validate(str(path)).errors == []
