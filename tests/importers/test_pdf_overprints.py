"""PDF: text that lies on text is listed and never mixed into it letter by letter."""

from __future__ import annotations

import pytest

from drafting.importers.pdf.reader import read_pdf
from tests.importers.pdf_files import line, pdf_file

LINES = ("入秋以来全县三个月没下透雨，山上的草一点就着，", "大家要把护林员的名册再对一遍。")
BODY = "".join(line(one, 90, 700 - 28 * row) for row, one in enumerate(LINES))
TEXT = "".join(LINES)


@pytest.mark.parametrize(
    ("over", "is_listed"),
    [
        (line("请注意：语速放慢", 140, 696, 14), True),
        (line("请注意：语速放慢", 141.5, 700), True),
        (line("征求意见稿", 100, 690, 60), True),
        (line("请注意：语速放慢", 140, 640, 14), False),
        (line("附", 470, 700), False),
        (line(LINES[0], 90.4, 700), False),
    ],
)
@pytest.mark.parametrize("is_below", [False, True])
def test_text_on_text(over: str, is_listed: bool, is_below: bool) -> None:
    imported = read_pdf(pdf_file([over + BODY if is_below else BODY + over]), "a.pdf")
    listed = [(one.kind, one.characters) for one in imported.omissions]
    assert [kind for kind, _ in listed] == (["叠在别的文字上的文字"] if is_listed else [])
    text = imported.text.replace("\n", "")
    if is_listed:
        assert text == TEXT
    else:
        assert all(one in text for one in LINES)
