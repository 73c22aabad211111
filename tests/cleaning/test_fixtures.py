"""Whole pages in, the speech out: every kind of page furniture and damage that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.cleaning.lines import fold
from drafting.model.clean import CleaningKind
from drafting.model.draft import Script

if TYPE_CHECKING:
    from pathlib import Path

PAGES = {
    "page_marks": {"web-residue": 16, "page-mark": 5, "title-glued-to-salutation": 1},
    "web_site": {"web-residue": 17, "repeated-title": 2},
    "office_site": {"web-residue": 20, "repeated-title": 2},
    "hard_wrapped": {"hard-wrap": 6, "title-glued-to-salutation": 1, "repeated-title": 2},
    "pinyin_notes": {"pinyin-note": 11},
    "garbled": {"garbled": 3},
    "traditional_variants": {"script-conversion": 90},
    "traditional_under_converted": {"script-conversion": 85},
}


def page(project: Path, name: str) -> str:
    return (project / "tests/fixtures/cleaning" / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_the_speech_comes_out(project: Path, name: str) -> None:
    clean = clean_text(page(project, name))
    assert clean.text + "\n" == page(project, f"{name}.expected")
    counts = {record.kind.value: record.count for record in clean.steps}
    assert {kind: counts.get(kind) for kind in PAGES[name]} == PAGES[name]
    traditional = name.startswith("traditional")
    assert clean.script is (Script.TRADITIONAL if traditional else Script.SIMPLIFIED)


@pytest.mark.parametrize("name", PAGES)
def test_a_clean_speech_stays(project: Path, name: str) -> None:
    clean = page(project, f"{name}.expected")
    again = clean_text(clean)
    assert again.text + "\n" == clean
    assert {record.kind for record in again.steps} <= {CleaningKind.GARBLED}


@pytest.mark.parametrize("name", PAGES)
def test_kept_characters_are_found_in_the_page(project: Path, name: str) -> None:
    imported = page(project, name)
    clean = clean_text(imported)
    same = [
        at
        for at, character in enumerate(clean.text)
        if fold(imported[clean.origin.to_old(at)]) == fold(character)
    ]
    # The others are quotes, characters that the folding leaves (干 and 幹), or breaks put in.
    assert len(same) > 0.95 * len(clean.text)


def test_one_step_is_left_out_and_the_others_stay(project: Path) -> None:
    imported = page(project, "page_marks")
    without_marks = clean_text(imported, without={CleaningKind.PAGE_MARK})
    assert "\n2、" in without_marks.text
    assert "入冬工作讲话_第1页" not in without_marks.text
    neither = clean_text(imported, without={CleaningKind.PAGE_MARK, CleaningKind.WEB_RESIDUE})
    assert "\n2、" in neither.text
    assert "入冬工作讲话_第1页" in neither.text
