"""Eighty kinds of sites around our own speeches: all of the speech, nothing of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.importers.registry import import_bytes
from drafting.model.clean import CleaningKind
from tests.cleaning.site_pages import KINDS, SITES, page_file, speech_for

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("site", SITES, ids=lambda one: one.stem)
def test_the_speech_comes_out(site: Path, kind: str) -> None:
    speech = speech_for(site)
    page = import_bytes(page_file(site, speech, kind), f"网页{kind}").text
    clean = clean_text(page)
    assert clean.text.split("\n") == speech.split("\n")
    again = clean_text(clean.text)
    assert (again.text, again.steps) == (clean.text, ())


@pytest.mark.parametrize("site", SITES[::3], ids=lambda one: one.stem)
def test_every_step_undone_brings_the_page_back(site: Path) -> None:
    page = import_bytes(page_file(site, speech_for(site), ".txt"), "网页.txt").text
    undone: set[CleaningKind] = set()
    for _ in CleaningKind:
        steps = clean_text(page, without=undone).steps
        if not steps:
            break
        assert undone.isdisjoint(record.kind for record in steps)
        undone.add(steps[0].kind)
    assert undone
    lines = (line.strip(" \t\u3000") for line in page.split("\n"))
    assert clean_text(page, without=undone).text.split("\n") == [line for line in lines if line]
