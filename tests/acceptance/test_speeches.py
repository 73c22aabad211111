"""Speeches of many builds, and ordinary ones, against hand-made labels, through the command line.

The labels were written before the program read the speeches. ``unchecked`` names what careful
readers may see in different ways.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Command = Callable[..., tuple[int, Any, str]]
    Structure = Callable[[Path], dict[str, Any]]
    Speech = tuple[Path, dict[str, Any]]

FOLDER = Path(__file__).parent / "speeches"
LABELS: dict[str, dict[str, Any]] = {
    name: labels
    for file in ("labels.json", "labels_ordinary.json")
    for name, labels in json.loads((FOLDER / file).read_text(encoding="utf-8")).items()
}
NAMES = [name for name in LABELS if not name.startswith("_")]
ANSWERS: dict[Path, dict[str, Any]] = {}
ENOUGH = 0.95


@dataclass
class Share:
    """How many were right of those wanted and those found beside them."""

    right: int = 0
    wrong: int = 0

    @property
    def value(self) -> float:
        return self.right / (self.right + self.wrong)


@pytest.fixture
def structure(command: Command) -> Structure:
    """What the command line says of a speech of the folder, which is asked once."""

    def ask(path: Path) -> dict[str, Any]:
        if path not in ANSWERS:
            code, ANSWERS[path], _ = command("structure", path, "--json")
            assert code == 0
        return ANSWERS[path]

    return ask


@pytest.fixture(params=NAMES)
def speech(request: pytest.FixtureRequest) -> Speech:
    return FOLDER / request.param, LABELS[request.param]


def headings_of(found: Iterable[dict[str, Any]], *, top: bool) -> list[tuple[Any, ...]]:
    """Return level, wording with marker, and run_in of the headings on top or below."""
    return [
        (one["level"], (one["marker"] + one["text"]).replace("．", "."), one["run_in"])
        for one in found
        if (one["level"] == 1) is top
    ]


def compare_headings(labels: dict[str, Any], found: dict[str, Any], *, top: bool) -> Share:
    wanted = headings_of(labels["headings"], top=top)
    have = headings_of(found["headings"], top=top)
    share = Share()
    for one in wanted:
        if one in have:
            have.remove(one)
            share.right += 1
        else:
            share.wrong += 1
    share.wrong += len(have)
    return share


def is_same_promise(label: dict[str, Any], found: dict[str, Any]) -> bool:
    """Return whether both name the same count; 三点意见 and 三点 are the same words."""
    if any(label[key] != found[key] for key in ("count", "found", "kept")):
        return False
    wanted, have = label["text"].strip("“”"), found["text"].strip("“”")
    return wanted in have or have in wanted


def compare_promises(labels: dict[str, Any], found: dict[str, Any]) -> Share:
    """Count the promises looked for, and the false alarms beside them."""
    have = list(found["promises"])
    share = Share()
    for label in labels["promises"]:
        match = next((one for one in have if is_same_promise(label, one)), None)
        if match is None:
            share.wrong += 1
        else:
            have.remove(match)
            share.right += 1
    share.wrong += sum(one["kept"] is False for one in have)
    return share


def test_particulars(speech: Speech, structure: Structure) -> None:
    path, labels = speech
    found = structure(path)
    for key in ("title", "subtitle", "salutation", "speaker", "date", "script"):
        if key not in labels["unchecked"]:
            assert found[key] == labels[key], key


def test_headings(speech: Speech, structure: Structure) -> None:
    path, labels = speech
    found = structure(path)
    for top in (True, False):
        wanted = headings_of(labels["headings"], top=top)
        assert headings_of(found["headings"], top=top) == wanted


def test_promises(speech: Speech, structure: Structure) -> None:
    path, labels = speech
    found = structure(path)
    assert compare_promises(labels, found) == Share(len(labels["promises"]), 0)
    for promise in found["promises"]:
        assert found["text"][promise["start"] : promise["end"]] == promise["text"]


def test_items_and_closing(speech: Speech, structure: Structure) -> None:
    path, labels = speech
    found = structure(path)
    if "items" not in labels["unchecked"]:
        have = [[one.rstrip("，、") for one in series["markers"]] for series in found["items"]]
        assert have == labels["items"]
    if "closing_starts_with" not in labels["unchecked"]:
        wanted = labels["closing_starts_with"]
        closing = found["closing"]
        assert (closing is None) is (wanted is None)
        if closing is not None:
            assert found["text"][closing["start"] :].startswith(wanted)


def test_clean_text(speech: Speech, command: Command) -> None:
    path, labels = speech
    _, found, _ = command("clean", path, "--json")
    text = found["text"]
    assert text.startswith(labels["kept_first"])
    if "kept_last" not in labels["unchecked"]:
        assert text.endswith(labels["kept_last"])
    assert "\n\n" not in text
    assert [one for one in labels["dropped"] if one in text] == []


def test_the_whole(structure: Structure) -> None:
    """What the issue asks of speeches that nobody here has seen."""
    top, promises, titles = Share(), Share(), Share()
    for name in NAMES:
        labels = LABELS[name]
        found = structure(FOLDER / name)
        for whole, one in (
            (top, compare_headings(labels, found, top=True)),
            (promises, compare_promises(labels, found)),
        ):
            whole.right += one.right
            whole.wrong += one.wrong
        for key in ("title", "salutation"):
            same = found[key] == labels[key]
            titles.right += same
            titles.wrong += not same
    assert top.value >= ENOUGH
    assert promises.value >= ENOUGH
    assert titles.value == 1.0


def numbered_document(path: Path) -> None:
    """Write the Party building speech as Word numbers it: 一、 and （一） are no text."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "90")
    for depth, form in enumerate(("%1、", "（%2）")):
        entry = OxmlElement("w:lvl")
        entry.set(qn("w:ilvl"), str(depth))
        for tag, value in (
            ("w:start", "1"),
            ("w:numFmt", "chineseCountingThousand"),
            ("w:lvlText", form),
        ):
            child = OxmlElement(tag)
            child.set(qn("w:val"), value)
            entry.append(child)
        abstract.append(entry)
    numbering.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "90")
    reference = OxmlElement("w:abstractNumId")
    reference.set(qn("w:val"), "90")
    number.append(reference)
    numbering.append(number)
    source = (FOLDER / "06_party_building.txt").read_text(encoding="utf-8")
    for line in source.splitlines():
        words = line.strip()
        level: int | None = None
        if words.startswith(("（一）", "（二）", "（三）")):
            level = 1
        elif words[1:2] == "、" and words[0] in "一二三四":
            level = 0
        if level is not None:
            words = words[2 + level :]
        paragraph = document.add_paragraph(words)
        if level is not None:
            _number(paragraph, level)
    document.save(str(path))


def _number(paragraph: Any, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    for tag, value in (("w:ilvl", level), ("w:numId", 90)):
        child = OxmlElement(tag)
        child.set(qn("w:val"), str(value))
        properties.append(child)


def test_automatic_numbers_of_a_word_file(tmp_path: Path, command: Command) -> None:
    path = tmp_path / "numbered.docx"
    numbered_document(path)
    assert "一、抓实" not in "".join(one.text for one in docx.Document(str(path)).paragraphs)
    labels = LABELS["06_party_building.txt"]
    code, found, _ = command("structure", path, "--json")
    assert code == 0
    for top in (True, False):
        wanted = headings_of(labels["headings"], top=top)
        assert headings_of(found["headings"], top=top) == wanted
    assert compare_promises(labels, found) == Share(len(labels["promises"]), 0)
