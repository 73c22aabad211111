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


def make_printer(layout: PageLayout) -> QPrinter:
    """Return a printer that takes the layout's paper whole, without margins of its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(
        QPageSize(
            QSizeF(layout.paper_width, layout.paper_height), QPageSize.Unit.Millimeter, layout.name
        )
    )
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    return printer


def print_pages(printer: QPrinter, pages: Sequence[Page], painter_of: PagePainter) -> bool:
    """Print ``pages`` (the range that the printer was given); return whether it took them."""
    first = printer.fromPage() or 1
    last = printer.toPage() or len(pages)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    units = printer.resolution() / _MM_PER_INCH
    for place, page in enumerate(pages[first - 1 : last]):
        if place and not printer.newPage():
            painter.end()
            return False
        painter_of.paint_scaled(painter, page, units)
    return painter.end()


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
