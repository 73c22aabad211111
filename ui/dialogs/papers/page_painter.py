"""Paints pages as the page breaker made them, the same on screen and on a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from drafting.model.layout import NUMBER_DISTANCE, NUMBER_SIZE
from drafting.pagination.faces import missing_faces
from ui.style.fonts import choose_face, installed_faces

if TYPE_CHECKING:
    from drafting.model.layout import PageLayout, TextStyle
    from drafting.pagination.pages import LineRun, Page, PageGloss

# Fonts take whole pixels only: a hundredth of a millimetre keeps them within 0.1 % of their size.
UNITS_PER_MM = 100.0
_UNITS_PER_POINT = UNITS_PER_MM * 25.4 / 72
_INK = "#000000"
_PAPER = "#ffffff"


class PagePainter:
    """Holds the fonts of one layout; the pages' spans count in ``text``, the draft's text."""

    def __init__(self, layout: PageLayout, text: str) -> None:
        self._layout = layout
        self._text = text
        self._replacements = {one.face: one for one in missing_faces(layout, installed_faces())}
        self._fonts: dict[tuple[str, bool], QFont] = {}

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return a sentence for every face that another one stands in for."""
        return tuple(one.message for one in self._replacements.values())

    def paint(self, painter: QPainter, page: Page, units_per_mm: float) -> None:
        """Paint ``page`` at the painter's origin, a millimetre taking ``units_per_mm``.

        For a screen: the fonts are asked for at the size shown, which is how they look best.
        """
        painter.save()
        dpi = painter.device().logicalDpiY()
        self._paint(painter, page, units_per_mm, units_per_mm * 25.4 / dpi)
        painter.restore()

    def paint_scaled(self, painter: QPainter, page: Page, units_per_mm: float) -> None:
        """Paint ``page`` as ``paint`` does, with outlines scaled to a printer's fine grid."""
        painter.save()
        painter.scale(units_per_mm / UNITS_PER_MM, units_per_mm / UNITS_PER_MM)
        self._paint(painter, page, UNITS_PER_MM, None)
        painter.restore()

    def paint_sheet(self, painter: QPainter, units_per_mm: float, edge: str) -> None:
        """Paint the empty sheet at the painter's origin, its edge in the colour ``edge``."""
        layout = self._layout
        sheet = QRectF(0, 0, layout.paper_width * units_per_mm, layout.paper_height * units_per_mm)
        painter.fillRect(sheet, QColor(_PAPER))
        painter.setPen(QColor(edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet)

    def _paint(
        self, painter: QPainter, page: Page, units_per_mm: float, zoom: float | None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(_INK))
        for number, line in enumerate(page.lines, 1):
            for run in line.runs:
                self._paint_run(painter, run, line.baseline, units_per_mm, zoom)
            if self._layout.line_numbers:
                self._paint_number(painter, number, line.baseline, units_per_mm, zoom)
        for gloss in page.glosses:
            self._paint_gloss(painter, gloss, units_per_mm, zoom)
        for mark in (page.mark, page.header):
            if mark is None or not mark.text:
                continue
            font = self._font("page_number", latin=True, zoom=zoom)
            _spread(font, mark.text, mark.width * units_per_mm)
            painter.setFont(font)
            place = QPointF(mark.x * units_per_mm, mark.baseline * units_per_mm)
            painter.drawText(place, mark.text)

    def _paint_run(
        self,
        painter: QPainter,
        run: LineRun,
        baseline: float,
        units_per_mm: float,
        zoom: float | None,
    ) -> None:
        words = run.span.of(self._text)
        if not words.strip():
            return
        font = self._font(run.style, latin=run.latin, zoom=zoom)
        _spread(font, words, run.width * units_per_mm)
        painter.setFont(font)
        painter.drawText(QPointF(run.x * units_per_mm, baseline * units_per_mm), words)

    def _paint_gloss(
        self, painter: QPainter, gloss: PageGloss, units_per_mm: float, zoom: float | None
    ) -> None:
        painter.setFont(self._small_font(gloss.size, latin=gloss.latin, zoom=zoom))
        place = QPointF(gloss.x * units_per_mm, gloss.baseline * units_per_mm)
        painter.drawText(place, gloss.text)

    def _paint_number(
        self,
        painter: QPainter,
        number: int,
        baseline: float,
        units_per_mm: float,
        zoom: float | None,
    ) -> None:
        """Paint the number of a line beside it, as the exporters have it."""
        painter.setFont(self._small_font(NUMBER_SIZE, latin=True, zoom=zoom))
        width = painter.fontMetrics().horizontalAdvance(str(number))
        end = (self._layout.margin_left - NUMBER_DISTANCE) * units_per_mm
        painter.drawText(QPointF(end - width, baseline * units_per_mm), str(number))

    def _small_font(self, size: float, *, latin: bool, zoom: float | None) -> QFont:
        """Return the body's font in another size (points)."""
        font = self._font("body", latin=latin, zoom=zoom)
        share = size / self._layout.styles["body"].size
        if zoom is None:
            font.setPixelSize(max(round(font.pixelSize() * share), 1))
        else:
            font.setPointSizeF(max(font.pointSizeF() * share, 1.0))
        return font

    def _font(self, style_name: str, *, latin: bool, zoom: float | None) -> QFont:
        """Return a style's font, its size in points times ``zoom``, or in ``UNITS_PER_MM``."""
        key = (style_name, latin)
        if key not in self._fonts:
            style = self._layout.styles[style_name]
            self._fonts[key] = self._make_font(style, style.latin_face if latin else style.face)
        font = QFont(self._fonts[key])
        size = self._layout.styles[style_name].size
        if zoom is None:
            font.setPixelSize(max(round(size * _UNITS_PER_POINT), 1))
        else:
            font.setPointSizeF(max(size * zoom, 1.0))
        return font

    def _make_font(self, style: TextStyle, face: str) -> QFont:
        replacement = self._replacements.get(face)
        taken, bold = face, style.bold
        if replacement is not None:
            taken = replacement.taken or choose_face(face)[0]
            bold = bold or replacement.bold
        font = QFont()
        font.setFamilies([taken, choose_face(style.face)[0]])
        font.setBold(bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.PreferOutline)
        return font


def _spread(font: QFont, words: str, width: float) -> None:
    """Let ``words`` fill ``width``: the page breaker's widths rule, whatever the face at hand.

    The rest goes between the letters as a share of them, since Qt multiplies a length by the dots
    of the printer. Characters without any width stay as they are.
    """
    natural = QFontMetricsF(font).horizontalAdvance(words)
    if natural > 0:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 * width / natural)
