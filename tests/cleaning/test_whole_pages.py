"""Pages as they were saved or copied, each of another build, come out as their speech.

``packaging/measure_sites.py`` measures others in the same way.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.importers.registry import import_bytes

FOLDER = Path(__file__).resolve().parent.parent / "fixtures" / "cleaning" / "pages"
PAGES = sorted(path for path in FOLDER.iterdir() if ".expected" not in path.name)
# Who sent a text in, or whom it was sent to, may be the office's own note: it stays.
UNSURE = {
    "18_county_history": ["（县委办公室）"],
    "44_newsletter": ["分送：县委常委，县人大、县政府、县政协领导"],
}


def bare(text: str) -> list[str]:
    """The filled lines without blanks, which are not looked at here."""
    lines = ("".join(line.split()) for line in text.split("\n"))
    return [line for line in lines if line]


@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.stem)
def test_the_page_goes_and_the_speech_stays(page: Path) -> None:
    speech = page.with_name(f"{page.stem}.expected.txt").read_text(encoding="utf-8")
    clean = clean_text(import_bytes(page.read_bytes(), page.name).text)
    got = bare(clean.text)
    # A line behind "?" may stay or go.
    wanted = [one.removeprefix("?") for one in bare(speech) if one[0] != "?" or one[1:] in got]
    assert got == wanted + UNSURE.get(page.stem, [])
    again = clean_text(clean.text)
    assert (again.text, again.steps) == (clean.text, ())
