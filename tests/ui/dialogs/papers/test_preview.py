"""The print preview paints the page breaker's pages and prints the same."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageRanges, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton

from drafting.pagination.layout_files import load_layout
from drafting.pagination.pages import LineRun, Page, PageLine, PageMark
from drafting.text.span import Span
from ui.dialogs.papers.page_painter import PagePainter
from ui.dialogs.papers.preview import PreviewDialog
from ui.dialogs.papers.printing import PrintJob, _in_order, make_printer, print_pages
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LAYOUT = load_layout("official")
TITLE = "在云岭县水利会议上的讲话"
BODY = "冬闲人不闲渠修到田头水流到地里大家一起把实事办到群众心坎上去吧"[:28]
TEXT = TITLE + BODY


def make_pages(count: int = 3, lines: int = 20) -> tuple[Page, ...]:
    title = Span(0, len(TITLE))
    body = Span(len(TITLE), len(TEXT))
    width = len(TITLE) * 22 * 25.4 / 72
    head = PageLine(45, 50, width, title, (LineRun(title, "title", False, 50, width),))
    rows = [
        PageLine(60 + n * 10.2, 28, 156, body, (LineRun(body, "body", False, 28, 156),))
        for n in range(lines)
    ]
    return tuple(
        Page(number, (head, *rows), PageMark(f"— {number} —", 150, 269, 18))
        for number in range(1, count + 1)
    )


def ink(image: QImage, left: float, top: float, width: float, height: float, per_mm: float) -> int:
    """Return how many dark points the rectangle (millimetres) holds."""
    return sum(
        image.pixelColor(x, y).lightness() < 128
        for x in range(int(left * per_mm), int((left + width) * per_mm))
        for y in range(int(top * per_mm), int((top + height) * per_mm))
    )


def test_a_page_is_painted_where_the_breaker_put_it(qapp: object) -> None:
    per_mm = 4
    image = QImage(210 * per_mm, 297 * per_mm, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painting = PagePainter(LAYOUT, TEXT)
    painting.paint_sheet(painter, per_mm, "#ffffff")
    painting.paint(painter, make_pages(1, lines=1)[0], per_mm)
    painter.end()
    assert ink(image, 50, 38, 90, 8, per_mm) > 500
    assert ink(image, 28, 55, 10, 6, per_mm) > 50
    assert ink(image, 174, 55, 10, 6, per_mm) > 50  # justified: the last character stands there
    assert ink(image, 185, 30, 20, 200, per_mm) == 0
    assert ink(image, 0, 70, 210, 190, per_mm) == 0
    assert ink(image, 150, 264, 20, 6, per_mm) > 10


def test_pages_are_turned_by_key_and_button(qtbot: QtBot) -> None:
    dialog = PreviewDialog(make_pages(), LAYOUT, TEXT)
    qtbot.addWidget(dialog)
    dialog.resize(900, 700)
    with qtbot.waitExposed(dialog):
        dialog.show()
    view = dialog.view()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 2
    turn = next(one for one in dialog.findChildren(QAbstractButton) if one.text() == "下一页")
    qtbot.mouseClick(turn, Qt.MouseButton.LeftButton)
    assert view.page == 3
    qtbot.mouseClick(turn, Qt.MouseButton.LeftButton)
    assert view.page == 3
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 1


def test_zoom_keeps_its_bounds_and_fits(qtbot: QtBot) -> None:
    dialog = PreviewDialog(make_pages(), LAYOUT, TEXT)
    qtbot.addWidget(dialog)
    dialog.resize(700, 600)
    with qtbot.waitExposed(dialog):
        dialog.show()
    view = dialog.view()
    assert view.zoom <= 1
    assert view.horizontalScrollBar().maximum() == 0
    for _ in range(20):
        view.zoom_step(1)
    assert view.zoom == 3
    view.fit_page()
    assert view.zoom < 0.6
    assert not dialog.grab().toImage().isNull()


def test_a_face_that_is_missing_is_named(qapp: object) -> None:
    painting = PagePainter(LAYOUT, TEXT)
    assert all("本机没有“" in one for one in painting.warnings)


def test_what_is_shown_is_printed(qapp: object, tmp_path: Path) -> None:
    target = tmp_path / "讲稿.pdf"
    printer = make_printer(LAYOUT)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    assert print_pages(printer, make_pages(), PagePainter(LAYOUT, TEXT))
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler) is missing")
    text = subprocess.run(
        ["pdftotext", str(target), "-"], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    assert text.count("\f") == 3
    # Qt names some glyphs by the radicals that look the same (⼈ for 人).
    assert unicodedata.normalize("NFKC", text).replace(" ", "").count(BODY) == 60
    assert "—2—" in text.replace(" ", "")
    size = subprocess.run(
        ["pdfinfo", str(target)], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    assert "A4" in size


def test_a_range_of_pages_is_printed(qapp: object, tmp_path: Path) -> None:
    target = tmp_path / "一页.pdf"
    printer = make_printer(LAYOUT)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setFromTo(2, 2)
    assert print_pages(printer, make_pages(), PagePainter(LAYOUT, TEXT))
    assert target.read_bytes().count(b"/Type /Page\n") == 1


class _TwoSided(QPrinter):
    """A printer that prints on both sides; the one of this machine may be none."""

    def duplex(self) -> QPrinter.DuplexMode:
        return QPrinter.DuplexMode.DuplexLongSide

    def printerName(self) -> str:  # noqa: N802 - Qt's own name
        return "二楼打印机"


def test_what_was_printed_is_told_and_the_printer_stays_chosen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made: list[tuple[str, str]] = []

    def make(_layout: object, name: str, duplex: str) -> QPrinter:
        made.append((name, duplex))
        printer = _TwoSided()
        printer.setOutputFileName(str(tmp_path / f"{len(made)}.pdf"))
        monkeypatch.setattr(printer, "outputFormat", lambda: QPrinter.OutputFormat.NativeFormat)
        printer.setFromTo(2, 3)
        printer.setCopyCount(5)
        return printer

    monkeypatch.setattr("ui.dialogs.papers.printing.make_printer", make)
    monkeypatch.setattr("ui.dialogs.papers.printing.ask_printer", lambda *_asked: True)
    dialog = PreviewDialog(make_pages(), LAYOUT, TEXT, printer="旧打印机", duplex="DuplexNone")
    qtbot.addWidget(dialog)
    jobs: list[PrintJob] = []
    dialog.printed.connect(jobs.append)
    dialog.print_pages()
    dialog.print_pages()
    assert made == [("旧打印机", "DuplexNone"), ("二楼打印机", "DuplexLongSide")]
    assert [one.words for one in jobs] == ["已送打印机“二楼打印机”：2 页，5 份，双面。"] * 2
    assert jobs[0].words in [one.text() for one in dialog.findChildren(PlainLabel)]


def test_pages_look_alike_however_fine_the_dots_of_the_printer_are(qapp: object) -> None:
    painting = PagePainter(LAYOUT, TEXT)

    def painted(dots: float) -> QImage:
        image = QImage(827, 1169, QImage.Format.Format_RGB32)  # A4 at 100 dots an inch
        image.setDotsPerMeterX(round(dots / 0.0254))
        image.setDotsPerMeterY(round(dots / 0.0254))
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painting.paint_scaled(painter, make_pages()[0], 100 / 25.4)
        painter.end()
        return image

    screen, fine = painted(96), painted(1200)
    fine.setDotsPerMeterX(screen.dotsPerMeterX())
    fine.setDotsPerMeterY(screen.dotsPerMeterY())
    assert fine == screen


def test_every_run_ends_where_the_page_has_it(qapp: object) -> None:
    page, units = make_pages()[0], 20.0
    image = QImage(round(210 * units), round(297 * units), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    PagePainter(LAYOUT, TEXT).paint_scaled(painter, page, units)
    painter.end()
    ends = [one.x + one.width for line in page.lines for one in line.runs]
    rows = [bytes(image.constScanLine(y)) for y in range(0, image.height(), 8)]
    inked = [[x for x in range(image.width()) if row[x] < 128] for row in rows]
    last = max(row[-1] for row in inked if row) / units
    assert max(ends) - 4 < last < max(ends) + 0.5


def test_characters_without_width_are_painted_past(qapp: object) -> None:
    """The selector behind a sign (★ and U+FE0F) may stand in a face of its own."""
    span = Span(0, 1)
    run = LineRun(span, "body", False, 28, 0)
    page = Page(1, (PageLine(60, 28, 0, span, (run,)),), None)
    image = QImage(210, 297, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    PagePainter(LAYOUT, "\ufe0f").paint(painter, page, 1)
    painter.end()
    assert ink(image, 0, 0, 210, 297, 1) == 0


class _Told(QPrinter):
    """A printer whose driver makes no copies."""

    def supportsMultipleCopies(self) -> bool:  # noqa: N802 - Qt's own name
        return False


@pytest.mark.parametrize(
    ("ranges", "copies", "collates", "reverse", "expected"),
    [
        ("", 1, True, False, [1, 2, 3]),
        ("1,3", 1, True, False, [1, 3]),
        ("2-3", 2, True, False, [2, 3, 2, 3]),
        ("", 2, False, True, [3, 3, 2, 2, 1, 1]),
    ],
)
def test_ranges_copies_and_order_are_as_asked(
    qapp: object, ranges: str, copies: int, collates: bool, reverse: bool, expected: list[int]
) -> None:
    printer = _Told()
    printer.setPageRanges(QPageRanges.fromString(ranges))
    printer.setCopyCount(copies)
    printer.setCollateCopies(collates)
    if reverse:
        printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert [one.number for one in _in_order(printer, make_pages())] == expected


@pytest.mark.parametrize(("layout_id", "has_numbers"), [("review", True), ("official", False)])
def test_lines_are_numbered_where_the_layout_says_so(
    qapp: object, layout_id: str, has_numbers: bool
) -> None:
    layout, per_mm = load_layout(layout_id), 4
    painting = PagePainter(layout, TEXT)

    def margin(*, is_printed: bool) -> int:
        image = QImage(210 * per_mm, 297 * per_mm, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        page = make_pages()[0]
        if is_printed:
            painting.paint_scaled(painter, page, per_mm)
        else:
            painting.paint(painter, page, per_mm)
        painter.end()
        edge = min(layout.margin_left, 26)
        return sum(bool(ink(image, 5, y, edge - 8, 6, per_mm)) for y in range(40, 260, 10))

    for is_printed in (True, False):
        assert (margin(is_printed=is_printed) > 10) is has_numbers
