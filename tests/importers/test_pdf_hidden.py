"""PDF: text that nobody sees is listed as hidden, and read where it is the page's own."""

from __future__ import annotations

import pytest

from drafting.importers.pdf.reader import read_pdf
from tests.importers.pdf_files import line, pdf_file, stream

SHOWN = line("同志们今天开个短会", 90, 700)
WHITE = LATE = line("藏起来的话", 90, 640)
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


LOOKS = (
    "/ExtGState<</G0<</ca 0>>/G1<</ca 0.5>>/G2<</BM/Multiply>>/G3<</SMask<</S/Alpha>>>>"
    "/G4<</LW 2>>>>"
    "/XObject<</I1 50 0 R/I2 51 0 R/F1 52 0 R>>"
)
MASKED = (
    b"<</Type/XObject/Subtype/Image/Width 1/Height 1/SMask 50 0 R/Length 1>>stream\nx\nendstream"
)
OVER = "80 630 300 40 re f\n"
FORM = stream(
    LATE.encode(), "/Type/XObject/Subtype/Form/BBox[0 0 595 620]/Resources<</Font<</F1 3 0 R>>>>"
)


@pytest.mark.parametrize(
    ("before", "behind", "is_read"),
    [
        ("/G0 gs", "", False),
        ("q /G0 gs Q", "", True),
        ("/G1 gs", "", True),
        ("80 100 300 40 re W n", "", False),
        ("80 630 300 40 re W* n", "", True),
        ("q 80 100 300 40 re W n Q", "", True),
        ("80 630 m 380 630 l 380 800 l h W n", "", True),
        ("W n", "", True),
        ("0 600 120 100 re W n", "", True),
        ("1 0 0 1 0 -700 cm", "", False),
        ("", "q 300 0 0 60 80 620 cm /I1 Do Q", False),
        ("", "q 300 0 0 60 80 620 cm /I2 Do Q", True),
        ("", "q /G2 gs 300 0 0 60 80 620 cm /I1 Do Q", True),
        ("", "q 300 0 0 60 80 100 cm /I1 Do Q", True),
        ("", "q 80 100 300 40 re W n 300 0 0 60 80 620 cm /I1 Do Q", True),
        ("", OVER, False),
        ("", "/G4 gs 1 g " + OVER, False),
        ("", "/G1 gs " + OVER, True),
        ("", "/G3 gs " + OVER, True),
        ("", "/Pattern cs /P1 scn " + OVER, True),
        ("", "80 630 m 380 630 l 380 670 l 80 670 l h f", False),
        ("", "80 630 m 380 630 l 380 670 l 80 800 l h f", True),
        ("", "80 630 300 2 re f", True),
        ("", "80 630 300 40 re S", True),
        ("", "0 0 0 1 k 80 630 300 40 re 90 635 200 20 re f*", True),
        (OVER, "", True),
    ],
)
def test_text_that_something_hides(before: str, behind: str, is_read: bool) -> None:
    page = f"{SHOWN}q {before}\n{LATE} Q\n{behind}\n"
    data = pdf_file([page], more=LOOKS, extra={50: IMAGE, 51: MASKED, 52: FORM})
    imported = read_pdf(data, "a.pdf")
    assert imported.text == "同志们今天开个短会" + "藏起来的话" * is_read
    hidden = [(one.kind, one.characters) for one in imported.omissions if one.kind != "图片"]
    assert hidden == ([] if is_read else [("隐藏文字", 5)])


def test_a_form_ends_at_its_box() -> None:
    data = pdf_file([f"{SHOWN}/F1 Do"], more=LOOKS, extra={50: IMAGE, 51: MASKED, 52: FORM})
    assert read_pdf(data, "a.pdf").text == "同志们今天开个短会"


def test_the_text_below_a_scan_is_told() -> None:
    page = f"{SHOWN}{WHITE}q 595 0 0 842 0 0 cm /I1 Do Q"
    imported = read_pdf(pdf_file([page], more=LOOKS, extra={50: IMAGE}), "a.pdf")
    assert imported.text.replace("\n", "") == "同志们今天开个短会藏起来的话"
    assert imported.doubts == ("第 1 页是扫描件，文字是识别出来的，可能有错字，请对照原件核对。",)


def test_what_was_laid_over_a_page_is_listed() -> None:
    notes = (
        "/Annots[<</Subtype/Text/Contents(check)>><</Subtype/Popup/Contents(check)>>"
        "<</Subtype/Link>><</Subtype/FreeText/Contents(typed in)>>"
        "<</Subtype/Widget/FT/Tx/V(name)>><</Subtype/Widget/FT/Btn/V/Yes>>]"
    )
    data = pdf_file([SHOWN]).replace(b"/MediaBox", notes.encode() + b"/MediaBox")
    omissions = [(one.kind, one.count, one.characters) for one in read_pdf(data, "a.pdf").omissions]
    assert omissions == [("批注", 2, 13), ("表单中的文字", 1, 4)]


def test_a_page_of_white_text_alone_is_read() -> None:
    """What it stands on is not known, but somebody was to read it."""
    imported = read_pdf(pdf_file([f"1 g\n{SHOWN}{WHITE}"]), "a.pdf")
    assert imported.text == "同志们今天开个短会藏起来的话"
    assert imported.omissions == ()
