"""What is guessed of a speech: from its own text, and from a web page around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.importers.registry import import_bytes
from drafting.parsing.parser import parse_draft
from tests.cleaning.site_pages import SITES, SPEECHES, page_file, speech_for

if TYPE_CHECKING:
    from pathlib import Path

FIELDS = ("kind", "level", "occasion", "date", "speaker", "role")


def told(name: str, library: Path) -> dict[str, str]:
    """What the shipped list says of a speech."""
    header, *rows = (library / "particulars.tsv").read_text(encoding="utf-8").splitlines()[1:]
    values = next(row.split("\t") for row in rows if row.startswith(f"{name}\t"))
    return dict(zip(header.split("\t"), values, strict=True))


def guessed(text: str) -> dict[str, str]:
    draft = parse_draft(clean_text(text).text)
    assert all(one.span.of(draft.text) for one in draft.evidence)
    given = {name: getattr(draft.particulars, name) for name in FIELDS}
    assert {one.field for one in draft.evidence} == {k for k, v in given.items() if v is not None}
    return {name: str(getattr(value, "value", value)) for name, value in given.items()}


def wrong_fields(guess: dict[str, str], known: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Fields guessed otherwise than the list says; a post may name its place (中共泽川县委书记)."""
    wrong = {
        name: (guess[name], known[name])
        for name in FIELDS
        if known[name] and guess[name] != known[name]
    }
    if "role" in wrong and wrong["role"][0].endswith(wrong["role"][1]):
        del wrong["role"]
    return wrong


@pytest.mark.parametrize("path", SPEECHES, ids=lambda one: one.stem)
def test_a_speech_tells_all_of_itself(path: Path) -> None:
    known = told(path.name, path.parent)
    assert wrong_fields(guessed(path.read_text(encoding="utf-8")), known) == {}


@pytest.mark.parametrize("site", SITES, ids=lambda one: one.stem)
def test_a_page_around_it_changes_nothing(site: Path) -> None:
    """No date of publishing, no editor and no site becomes a particular of the speech."""
    speech = speech_for(site)
    page = import_bytes(page_file(site, speech, ".html"), "网页.html").text
    assert guessed(page) == guessed(speech)
