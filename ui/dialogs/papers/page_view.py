"""Pages one below another on the desk, at real proportions; only those in sight are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.style.palette import current_palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from drafting.model.layout import PageLayout
    from drafting.pagination.pages import Page
    from ui.dialogs.papers.page_painter import PagePainter

_GAP = 24
_PIXELS_PER_MM = 96 / 25.4
_ZOOMS = (0.3, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0)


class PageView(QAbstractScrollArea):
    """Emits ``page_changed`` with the number of the page in sight, ``zoomed`` with the share."""

    page_changed = Signal(int)
    zoomed = Signal(float)

    def __init__(
        self, pages: Sequence[Page], layout: PageLayout, painter_of: PagePainter, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "rows")
        self.setAccessibleName(f"打印预览，共 {len(pages)} 页")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Always there, so that fitting the width does not change the width.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._pages = pages
        self._layout = layout
        self._painter_of = painter_of
        self._zoom = 1.0
        self._page = 1
        self.verticalScrollBar().valueChanged.connect(self._note_page)

    @property
    def zoom(self) -> float:
        """Return the scale, 1.0 for real size at 96 dots an inch."""
        return self._zoom

    @property
    def page(self) -> int:
        """Return the number of the page in sight, from 1."""
        return self._page

    def set_zoom(self, zoom: float) -> None:
        """Set the scale, keeping the place."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        self._zoom = min(max(zoom, _ZOOMS[0]), _ZOOMS[-1])
        self._set_bars()
        bar.setValue(round(share * bar.maximum()))
        self.viewport().update()
        self.zoomed.emit(self._zoom)

    def zoom_step(self, step: int) -> None:
        """Take the next larger (1) or smaller (-1) scale."""
        if step > 0:
            larger = [one for one in _ZOOMS if one > self._zoom + 0.01]
            self.set_zoom(larger[0] if larger else _ZOOMS[-1])
        else:
            smaller = [one for one in _ZOOMS if one < self._zoom - 0.01]
            self.set_zoom(smaller[-1] if smaller else _ZOOMS[0])

    def fit_page(self) -> None:
        """Take the scale at which one page fits into the view."""
        room = self.viewport().size()
        tall = (room.height() - 2 * _GAP) / (self._layout.paper_height * _PIXELS_PER_MM)
        wide = (room.width() - 2 * _GAP) / (self._layout.paper_width * _PIXELS_PER_MM)
        self.set_zoom(min(tall, wide))

    def fit_width(self) -> None:
        """Take the scale at which the page is as wide as the view."""
        room = self.viewport().width() - 2 * _GAP
        self.set_zoom(room / (self._layout.paper_width * _PIXELS_PER_MM))

    def go_to(self, page: int) -> None:
        """Bring that page into sight."""
        page = min(max(page, 1), max(len(self._pages), 1))
        self.verticalScrollBar().setValue(round((page - 1) * self._pitch()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn pages, Ctrl + and − zoom, Home and End go to the ends."""
        turns = {
            int(Qt.Key.Key_PageDown): self._page + 1,
            int(Qt.Key.Key_PageUp): self._page - 1,
            int(Qt.Key.Key_Home): 1,
            int(Qt.Key.Key_End): len(self._pages),
        }
        if event.matches(QKeySequence.StandardKey.ZoomIn):
            self.zoom_step(1)
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_step(-1)
        elif event.key() in turns:
            self.go_to(turns[event.key()])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl held, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_step(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the scroll bars anew."""
        super().resizeEvent(event)
        self._set_bars()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        palette = current_palette()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(palette.desk))
        scale = self._zoom * _PIXELS_PER_MM
        width = self._layout.paper_width * scale
        height = self._layout.paper_height * scale
        left = max((self.viewport().width() - width) / 2, _GAP) - self.horizontalScrollBar().value()
        for place, page in enumerate(self._pages):
            top = _GAP + place * self._pitch() - self.verticalScrollBar().value()
            if top + height < 0 or top > self.viewport().height():
                continue
            painter.save()
            painter.translate(round(left), round(top))
            self._painter_of.paint_sheet(painter, scale, palette.line)
            self._painter_of.paint(painter, page, scale)
            painter.restore()
        if self.hasFocus():
            painter.setPen(QColor(palette.accent))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _pitch(self) -> float:
        return self._layout.paper_height * self._zoom * _PIXELS_PER_MM + _GAP

    def _set_bars(self) -> None:
        room = self.viewport().size()
        height = round(_GAP + len(self._pages) * self._pitch())
        width = round(2 * _GAP + self._layout.paper_width * self._zoom * _PIXELS_PER_MM)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(height - room.height(), 0))
        down.setPageStep(room.height())
        down.setSingleStep(48)
        across.setRange(0, max(width - room.width(), 0))
        across.setPageStep(room.width())
        self._note_page()

    def _note_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = min(max(int(middle / self._pitch()) + 1, 1), max(len(self._pages), 1))
        self.viewport().update()
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
