"""A text edit that looks like the printed page: paper on a desk, real proportions, zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPalette,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.editor.page_document import make_document
from ui.editor.page_format import BASE_DPI, PageFormat, resolution_device
from ui.editor.structure import format_all_blocks
from ui.style.palette import LIGHT, Palette

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtCore import QMimeData, QUrl
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent, QTextDocument, QWheelEvent

    from drafting.model.layout import PageLayout
    from ui.editor.line_styles import LineStyle
    from ui.editor.structure_highlighter import StructureHighlighter

# Body text from 12 to 64 pixels; a page that fits the window stays readable and not huge.
_PIXEL_RANGE = (12, 64)
_FIT_RANGE = (12, 24)
_SHEET = (
    "QTextEdit {{ background: {desk}; border: none; border-radius: 0; padding: 0;"
    " color: {ink}; selection-background-color: {selection}; selection-color: {ink}; }}"
)
_VEIL = 176


class PageView(QTextEdit):
    """The paper; zoom in per cent, 0 fits the page to the width of the window.

    ``is_traceless`` tells whether a copy of the text may stay anywhere but on the clipboard.
    """

    zoom_changed = Signal(int)

    def __init__(self, layout: PageLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = PageFormat(layout)
        self._take_colours(LIGHT)
        self._wanted_zoom = 0
        self._pixels = 0  # nothing is laid out before it is known how large it is to be shown
        self._width = round(self._page.expected_width)
        self._device = QImage()
        self._own_document: QTextDocument | None = None
        self.is_traceless: Callable[[], bool] = lambda: False
        self.setAcceptRichText(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self._is_dimming = False
        self._bright_block = -1
        self._give_viewport()  # Qt's first document is laid out for the old one: no more of it
        self.highlighter = self._show_text("", iter(()))

    @property
    def page(self) -> PageFormat:
        """Return the layout's formats."""
        return self._page

    @property
    def zoom_percent(self) -> int:
        """Return the zoom that is shown."""
        return round(100 * self._pixels / self._page.body_pixels)

    @property
    def wanted_zoom(self) -> int:
        """Return the zoom that was asked for; 0 fits the window."""
        return self._wanted_zoom

    def set_zoom(self, percent: int) -> None:
        """Show the page at about ``percent`` of its size, 0 so that it fits the window."""
        self._wanted_zoom = max(percent, 0)
        self._fit()

    def zoom_by(self, steps: int) -> None:
        """Make body text so many pixels larger or smaller."""
        pixels = min(max(self._pixels + steps, _PIXEL_RANGE[0]), _PIXEL_RANGE[1])
        self.set_zoom(round(100 * pixels / self._page.body_pixels))

    def set_layout(self, layout: PageLayout) -> None:
        """Show the same text in another layout; what stood at a height in sight stays there."""
        in_sight = self.viewport().rect().contains(self.cursorRect())
        anchor = self.textCursor() if in_sight else self.cursorForPosition(QPoint(0, 0))
        height = self.cursorRect(anchor).top()
        self._page = PageFormat(layout)
        document = self.document()
        document.setDefaultFont(self._page.body_font)
        document.rootFrame().setFrameFormat(self._page.frame_format())
        self.highlighter.set_page(self._page)
        self._pixels = 0  # the same size of another layout is laid out anew as well
        self._fit()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(anchor).top() - height)

    def set_colours(self, palette: Palette) -> None:
        """Take the colours of paper, desk and ink."""
        self._take_colours(palette)  # a new sheet repaints everything
        self.setStyleSheet(
            _SHEET.format(desk=palette.desk, ink=palette.ink, selection=palette.selection)
        )

    def put_caret(self, anchor: int, position: int) -> None:
        """Set the selection (UTF-16); a place out of sight comes to a third of the height."""
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        place = self.cursorRect(cursor)
        was_in_sight = self.viewport().rect().contains(place)
        self.setTextCursor(cursor)
        if not was_in_sight:
            bar = self.verticalScrollBar()
            top = self.cursorRect().top() - self.viewport().height() // 3
            bar.setValue(bar.value() + top)

    def dim_others(self, *, is_dimmed: bool) -> None:
        """Dim all but the paragraph of the caret, or nothing any more."""
        if is_dimmed and not self._is_dimming:
            self.cursorPositionChanged.connect(self._follow_paragraph)
        elif self._is_dimming and not is_dimmed:
            self.cursorPositionChanged.disconnect(self._follow_paragraph)
        self._is_dimming = is_dimmed
        self.viewport().update()

    def _follow_paragraph(self) -> None:
        number = self.textCursor().blockNumber()
        if number != self._bright_block:
            self._bright_block = number
            self.viewport().update()

    def _dim(self, area: QRect) -> None:
        """Lay paper thinly over what stands above and below the paragraph of the caret."""
        block = self.textCursor().block()
        place = self.document().documentLayout().blockBoundingRect(block)
        bright = place.translated(0, -self.verticalScrollBar().value()).toAlignedRect()
        veil = QColor(self._palette.paper)
        veil.setAlpha(_VEIL)
        painter = QPainter(self.viewport())
        above = QRect(area.left(), area.top(), area.width(), bright.top() - area.top())
        below = QRect(area.left(), bright.bottom(), area.width(), area.bottom() - bright.bottom())
        for rect in (above & area, (below & area).adjusted(0, 1, 0, 1)):
            if rect.isValid():
                painter.fillRect(rect, veil)
        painter.end()

    def mark_quietly(self, marks: Sequence[tuple[str, QColor]]) -> None:
        """Set wordings off by the colour of their ground, wherever they stand."""
        self.highlighter.set_quiet(marks)

    def range_in_sight(self) -> tuple[int, int]:
        """Return where the first paragraph in sight begins and the last one ends (UTF-16)."""
        view = self.viewport().rect()
        first = self.cursorForPosition(view.topLeft()).block().position()
        last = self.cursorForPosition(view.bottomRight()).block()
        return first, last.position() + last.length()

    def page_in_sight(self) -> tuple[int, int]:
        """Return where the first line in sight begins and the last one ends (UTF-16)."""
        view = self.viewport().rect()
        last = self.cursorForPosition(view.bottomRight())
        return self.cursorForPosition(view.topLeft()).position(), last.position()

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:  # noqa: ARG002 - Qt's signature
        """Return an empty picture: nothing that a text names is ever opened."""
        return QImage()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selection as text and as formatted paragraphs."""
        # Not before something is copied.
        from ui.editor.clipboard import fill_with_selection, keep_out_of_history

        # Qt's own object: the clipboard outlives Python at the end of the program, and one made
        # here would then be asked in vain.
        mime = super().createMimeDataFromSelection()
        fill_with_selection(mime, self.textCursor(), self._page.layout)
        if self.is_traceless():
            keep_out_of_history(mime)
        return mime

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page in the middle."""
        super().resizeEvent(event)
        if self.isVisible():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the page out for the room that it has."""
        super().showEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return room for a page at its real size."""
        return QSize(self._width + 48, 700)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint desk and paper behind the text."""
        area = event.rect()
        first, last = area.top(), area.bottom()
        left, top, right = self._paper_edges()
        painter = QPainter(self.viewport())
        # Erased, not filled: Qt has so many kinds of filling that PySide needs long to know them.
        painter.setBackground(self._paper)
        painter.eraseRect(area)
        painter.setPen(self._line)
        if first <= top:
            painter.setBackground(self._desk)
            painter.eraseRect(area.left(), first, area.width(), top - first)
            painter.drawLine(left, top, right, top)
            first = top
        painter.drawLine(left, first, left, last)
        painter.drawLine(right, first, right, last)
        painter.end()
        super().paintEvent(event)
        if self._is_dimming:
            # The edges of the paper stay as they are, beside what is bright and what is not.
            self._dim(area & QRect(QPoint(left + 1, top + 1), QPoint(right - 1, last)))

    def _paper_edges(self) -> tuple[int, int, int]:
        """Return the left and the upper edge of the paper and its right one, in pixels."""
        left = -self.horizontalScrollBar().value()
        gap = round(self._page.desk_gap * self._dots() / BASE_DPI)
        return left, gap - self.verticalScrollBar().value(), left + self._width - 1

    def _take_colours(self, palette: Palette) -> None:
        self._palette = palette
        self._paper, self._desk = QColor(palette.paper), QColor(palette.desk)
        self._line = QColor(palette.line)

    def _give_viewport(self) -> None:
        """Take a viewport of our own: asking for Qt's makes PySide build every type of widget."""
        viewport = QWidget(self)
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        # Paper and desk cover all of it: what lies below need not be painted for each key.
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        viewport.setCursor(Qt.CursorShape.IBeamCursor)
        viewport.setAcceptDrops(True)  # as Qt's own: words are dragged on the page and to it
        self.setViewport(viewport)

    def _show_text(self, text: str, styles: Iterator[LineStyle]) -> StructureHighlighter:
        """Show a new document; the one before is thrown away with its highlighter."""
        old = self._own_document  # Qt itself deletes the one that it made
        if old is not None:
            self.setExtraSelections([])  # they hold cursors of the document that goes
        document, highlighter = make_document(text, self._page, styles, self)
        if self._pixels:
            deaf = QSignalBlocker(document)  # a new layout would have all coloured once more
            document.documentLayout().setPaintDevice(self._device)
            deaf.unblock()
        self.setDocument(document)
        self._own_document = document
        if old is not None:
            old.deleteLater()
        if self._pixels:
            self.setLineWrapColumnOrWidth(self._width)
        return highlighter

    def _dots(self) -> int:
        return self._page.dots_for(self._pixels)

    def _fit(self) -> None:
        available = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        if self._wanted_zoom:
            wanted = round(self._page.body_pixels * self._wanted_zoom / 100)
            pixels = min(max(wanted, _PIXEL_RANGE[0]), _PIXEL_RANGE[1])
        else:
            pixels = self._fitting_pixels(available - round(self._page.desk_gap))
        if pixels != self._pixels:
            self._show_at(pixels)
            self.zoom_changed.emit(self.zoom_percent)
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAlwaysOff if self._width <= available else policy.ScrollBarAsNeeded
        if self.horizontalScrollBarPolicy() is not bar:
            self.setHorizontalScrollBarPolicy(bar)
        side = max((available - self._width) // 2, 0)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)

    def _fitting_pixels(self, room: int) -> int:
        """Return the largest readable size at which the paper is not wider than ``room``."""
        first, last = _FIT_RANGE
        for pixels in range(last, first, -1):
            scale = self._page.dots_for(pixels) / BASE_DPI
            if self._page.expected_width * scale <= room:
                return pixels
        return first

    def _show_at(self, pixels: int) -> None:
        """Lay the document out so that body text is ``pixels`` high."""
        self._pixels = pixels
        self._width = self._page.page_width(self._dots())
        self._page.set_resolution(self._dots())
        document = self.document()
        self._device = resolution_device(self._dots())
        document.documentLayout().setPaintDevice(self._device)
        self.setLineWrapColumnOrWidth(self._width)
        self._format_blocks()
        document.markContentsDirty(0, document.characterCount())

    def _format_blocks(self) -> None:
        """Set indents and margins of every paragraph for the zoom that is shown."""
        deaf = QSignalBlocker(self.document())  # no face changes: nothing is to be coloured anew
        format_all_blocks(self.document(), self._page)
        deaf.unblock()
