"""Prints pages with the painter of the preview; loads Qt's printing only when it is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from drafting.model.layout import PageLayout
    from drafting.pagination.pages import Page
    from ui.dialogs.papers.page_painter import PagePainter

_MM_PER_INCH = 25.4
_ONE_SIDED = (QPrinter.DuplexMode.DuplexNone, QPrinter.DuplexMode.DuplexAuto)
_JOB = "讲稿"  # as the queue of the printer, which others see too, names it


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What a printer took: its name, how it takes both sides of the paper, and ``words`` on it."""

    printer: str
    duplex: str
    words: str


def make_printer(layout: PageLayout, name: str = "", duplex: str = "") -> QPrinter:
    """Return a printer that takes the layout's paper whole, without margins of its own.

    ``name`` and ``duplex`` are those of an earlier job; a printer that is gone is left aside.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if name and name in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(name)
    if duplex in QPrinter.DuplexMode.__members__:
        printer.setDuplex(QPrinter.DuplexMode[duplex])
    printer.setPageSize(
        QPageSize(
            QSizeF(layout.paper_width, layout.paper_height), QPageSize.Unit.Millimeter, layout.name
        )
    )
    printer.setDocName(_JOB)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    return printer


def print_pages(
    printer: QPrinter, pages: Sequence[Page], painter_of: PagePainter
) -> PrintJob | None:
    """Print those of ``pages`` that were asked for; return the job, None where none was taken."""
    painter = QPainter()
    if not painter.begin(printer):
        return None
    units = printer.resolution() / _MM_PER_INCH
    for place, page in enumerate(_in_order(printer, pages)):
        if place and not printer.newPage():
            painter.end()
            return None
        painter_of.paint_scaled(painter, page, units)
    return _told_job(printer, len(_chosen(printer, pages))) if painter.end() else None


def _in_order(printer: QPrinter, pages: Sequence[Page]) -> list[Page]:
    """Return the pages as they come out: the ranges, the order and the copies asked for.

    Where the printer's driver makes copies itself they are left to it.
    """
    chosen = _chosen(printer, pages)
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return chosen * copies
    return [page for page in chosen for _ in range(copies)]


def _chosen(printer: QPrinter, pages: Sequence[Page]) -> list[Page]:
    ranges = printer.pageRanges()
    return [one for one in pages if ranges.isEmpty() or ranges.contains(one.number)]


def _told_job(printer: QPrinter, pages: int) -> PrintJob:
    """Return what was sent to ``printer`` out of so many pages."""
    duplex = printer.duplex()
    if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
        return PrintJob("", duplex.name, f"已存为 PDF：{printer.outputFileName()}，共 {pages} 页。")
    copies = printer.copyCount()
    told = [f"{pages} 页"]
    told += [f"{copies} 份"] if copies > 1 else []
    told += ["双面"] if duplex not in _ONE_SIDED else []
    words = f"已送打印机“{printer.printerName()}”：{'，'.join(told)}。"
    return PrintJob(printer.printerName(), duplex.name, words)


def ask_printer(parent: QWidget, printer: QPrinter, pages: int) -> bool:
    """Ask how to print so many pages; return whether to print."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("打印")
    dialog.setMinMax(1, pages)
    return bool(dialog.exec())
