"""PDF: white text on bare paper is listed as hidden, on anything painted it is read."""

from __future__ import annotations

import pytest

from drafting.importers.pdf.reader import read_pdf
from tests.importers.pdf_files import line, pdf_file

SHOWN = line("同志们今天开个短会", 90, 700)
WHITE = line("藏起来的话", 90, 640)
BAND = "0.1 0.2 0.6 rg 80 630 300 40 re f\n"
PICTURE = "q 300 0 0 60 80 620 cm /I1 Do Q\n"
INKS = "/ColorSpace<</C1[/Separation/Black/DeviceGray 51 0 R]/C2[/ICCBased 52 0 R]>>"
IMAGE = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/Length 1>>stream\nx\nendstream"


@pytest.mark.parametrize(
    ("painted", "is_read"),
    [
        ("1 g", False),
        ("1 1 1 rg", False),
        ("0 0 0 0 k", False),
        ("/DeviceRGB cs 1 1 1 sc", False),
        ("/C2 cs 1 1 1 scn", False),
        ("0.9 g", True),
        ("0 0 0 1 k", True),
        ("/C1 cs 1 scn", True),
        ("/C2 cs", True),
        (BAND + "1 g", True),
        ("q 1 g Q", True),
        (PICTURE + "1 g", True),
        ("0.3 g 60 600 m 400 600 l 400 700 l h f 1 g", True),
        ("/Sh1 sh 1 g", True),
        ("30 w 80 645 m 400 645 l S 1 g", True),
        ("2 w 80 645 m 400 645 l S 1 g", False),
        ("30 w 80 100 m 400 100 l S 1 g", False),
        ("1 g 80 630 300 40 re f", False),
        ("0 g 80 630 300 40 re W n 1 g", False),
        ("0 g 80 100 300 40 re f 1 g", False),
        ("1 g 1 Tr", True),
    ],
)
def test_white_text(painted: str, is_read: bool) -> None:
    more = f"/XObject<</I1 50 0 R>>{INKS}"
    data = pdf_file([f"{SHOWN}{painted}\n{WHITE}"], more=more, extra={50: IMAGE})
    imported = read_pdf(data, "a.pdf")
    assert imported.text == "同志们今天开个短会" + "藏起来的话" * is_read
    hidden = [(one.kind, one.characters) for one in imported.omissions if one.kind != "图片"]
    assert hidden == ([] if is_read else [("隐藏文字", 5)])


def test_a_page_of_white_text_alone_is_read() -> None:
    """What it stands on is not known, but somebody was to read it."""
    imported = read_pdf(pdf_file([f"1 g\n{SHOWN}{WHITE}"]), "a.pdf")
    assert imported.text == "同志们今天开个短会藏起来的话"
    assert imported.omissions == ()
