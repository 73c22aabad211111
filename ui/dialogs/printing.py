"""Prints pages with the painter of the preview; loads Qt's printing only when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from drafting.model.layout import PageLayout
    from drafting.pagination.pages import Page
    from ui.dialogs.page_painter import PagePainter

_MM_PER_INCH = 25.4
_JOB = "讲稿"  # as the queue of the printer, which others see too, names it


def make_printer(layout: PageLayout) -> QPrinter:
    """Return a printer that takes the layout's paper whole, without margins of its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(
        QPageSize(
            QSizeF(layout.paper_width, layout.paper_height), QPageSize.Unit.Millimeter, layout.name
        )
    )
    printer.setDocName(_JOB)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    return printer


def print_pages(printer: QPrinter, pages: Sequence[Page], painter_of: PagePainter) -> bool:
    """Print ``pages`` (those that the printer was given); return whether it took them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    units = printer.resolution() / _MM_PER_INCH
    for place, page in enumerate(_in_order(printer, pages)):
        if place and not printer.newPage():
            painter.end()
            return False
        painter_of.paint_scaled(painter, page, units)
    return painter.end()


def _in_order(printer: QPrinter, pages: Sequence[Page]) -> list[Page]:
    """Return the pages as they come out: the ranges, the order and the copies asked for.

    Where the printer's driver makes copies itself they are left to it.
    """
    ranges = printer.pageRanges()
    chosen = [one for one in pages if ranges.isEmpty() or ranges.contains(one.number)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return chosen * copies
    return [page for page in chosen for _ in range(copies)]


def print_asking(
    parent: QWidget, layout: PageLayout, pages: Sequence[Page], painter_of: PagePainter
) -> bool | None:
    """Ask for a printer and print; return None where the user left it, else whether it worked."""
    printer = make_printer(layout)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("打印")
    dialog.setMinMax(1, len(pages))
    if not dialog.exec():
        return None
    return print_pages(printer, pages, painter_of)
