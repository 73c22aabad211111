"""PDF: pages on their side, text from top to bottom, text that is not shown."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdf
import pytest

from drafting.importers.pdf.reader import read_pdf
from tests.importers.pdf_files import UNICODE_FONT, line, pdf_file, picture_file

if TYPE_CHECKING:
    from collections.abc import Callable

LEFT = 80  # points
SMALL = (
    "在云岭县现场会上的讲话",
    "同志们：",
    "会议很重要，下面我讲两点意见，请大家对照落实。",
    "一、早动手",
    "谢谢大家！",
)
TURNS = {
    0: "1 0 0 1 0 0",
    90: "0 1 -1 0 595 0",
    180: "-1 0 0 -1 595 842",
    270: "0 -1 1 0 0 842",
}


def small_page(place: Callable[[int, int], tuple[float, float]] | None = None) -> str:
    """Commands for a short speech; ``place`` tells where each character of each line stands."""
    if place is None:
        return "".join(line(one, LEFT, 740 - 29 * row) for row, one in enumerate(SMALL))
    return "".join(
        line(one, *place(row, at)) for row, text in enumerate(SMALL) for at, one in enumerate(text)
    )


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_pages_that_lie_on_their_side_or_head(degrees: int) -> None:
    """Scanned or saved askew: the page's own turn, or its content's."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_file([small_page()])))
    writer.pages[0].rotate(degrees)
    stream_ = io.BytesIO()
    writer.write(stream_)
    turns = {
        0: "1 0 0 1 0 0",
        90: "0 1 -1 0 595 0",
        180: "-1 0 0 -1 595 842",
        270: "0 -1 1 0 0 842",
    }
    turned = pdf_file([f"q {turns[degrees]} cm {small_page()} Q"])
    for data in (stream_.getvalue(), turned):
        imported = read_pdf(data, "a.pdf")
        assert imported.text.split("\n") == list(SMALL)
        assert imported.omissions == ()


def test_columns_from_top_to_bottom() -> None:
    """By the font's way of writing, and by the place of each character; marks stand upright."""
    font = UNICODE_FONT.replace("UCS2-H", "UCS2-V")
    shown = "".join(line(one, 500 - 29 * row, 760) for row, one in enumerate(SMALL))
    imported = read_pdf(pdf_file([shown], font=font), "a.pdf")
    assert imported.text.split("\n") == list(SMALL)
    placed = small_page(lambda row, at: (500 - 29 * row, 744 - 17 * at)).replace(
        "，".encode("utf-16-be").hex(), "\ufe10".encode("utf-16-be").hex()
    )
    imported = read_pdf(pdf_file([placed]), "a.pdf")
    assert imported.text.split("\n") == list(SMALL)
    assert imported.omissions == ()


def test_text_that_is_not_shown() -> None:
    """Beside shown text it is left out and listed; over a picture it is what was recognised."""
    imported = read_pdf(pdf_file([small_page() + "3 Tr " + line("底稿", LEFT, 300)]), "a.pdf")
    assert imported.text.split("\n") == list(SMALL)
    assert ({one.kind: one.count for one in imported.omissions}, imported.doubts) == (
        {"隐藏文字": 2},
        (),
    )
    imported = read_pdf(picture_file("3 Tr " + small_page()), "a.pdf")
    assert imported.text.split("\n") == list(SMALL)
    told = "第 1 页是扫描件，文字是识别出来的，可能有错字，请对照原件核对。"
    assert imported.doubts == (told,)


def test_a_part_begins_behind_a_full_line() -> None:
    """Without indents a full line that ends a sentence may end its paragraph, too."""
    full = "今天的会议很重要，讲两点意见。"
    page = "".join(
        line(one, LEFT, 740 - 29 * row)
        for row, one in enumerate((full, "一、早动手", full, "（一）早清淤", "接着讲第二点"))
    )
    text = read_pdf(pdf_file([page]), "a.pdf").text
    assert text.split("\n")[:3] == [full, "一、早动手", full]
