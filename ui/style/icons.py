"""One set of line icons, drawn here and coloured by the palette at the moment of painting."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPen, QPixmap

from ui.style.palette import current_palette

_GRID = 20.0
_STROKE = 1.4
# Strokes on a grid of 20: M move, L line, C curve (two handles and an end), Z close,
# R box (left, top, width, height, radius), O circle (centre, radius).
_STROKES = {
    "new": "M 11.5 2.5 L 5 2.5 L 5 17.5 L 15 17.5 L 15 6 Z M 11.5 2.5 L 11.5 6 L 15 6 "
    "M 10 9 L 10 14 M 7.5 11.5 L 12.5 11.5",
    "open": "M 2.5 16 L 2.5 4 L 8 4 L 10 6.5 L 16 6.5 L 16 8.5 M 2.5 16 L 5 8.5 L 18 8.5 "
    "L 15.5 16 Z",
    "save": "M 3 3 L 14 3 L 17 6 L 17 17 L 3 17 Z M 6.5 3 L 6.5 7 L 12.5 7 L 12.5 3 "
    "M 6 17 L 6 11.5 L 14 11.5 L 14 17",
    "undo": "M 7.5 4 L 3.5 8 L 7.5 12 M 3.5 8 L 12 8 C 18 8 18 16 12 16 L 9 16",
    "redo": "M 12.5 4 L 16.5 8 L 12.5 12 M 16.5 8 L 8 8 C 2 8 2 16 8 16 L 11 16",
    "check": "O 10 10 7.5 M 6.5 10.2 L 9 12.7 L 13.8 7.6",
    "overlap": "R 3 3 10 10 1.5 R 7 7 10 10 1.5",
    "export": "M 10 12.5 L 10 3 M 6.5 6.5 L 10 3 L 13.5 6.5 M 5 9.5 L 3.5 9.5 L 3.5 17 "
    "L 16.5 17 L 16.5 9.5 L 15 9.5",
    "preview": "M 6 7 L 6 2.5 L 14 2.5 L 14 7 M 6 14 L 3 14 L 3 7 L 17 7 L 17 14 L 14 14 "
    "R 6 11.5 8 6 0.5",
    "search": "O 8.5 8.5 5.5 M 12.6 12.6 L 17 17",
    "layout": "R 4 2.5 12 15 1 M 7 6.5 L 13 6.5 M 7 10 L 13 10 M 7 13.5 L 11 13.5",
    "phrases": "M 3.5 4 L 16.5 4 L 16.5 13.5 L 9.5 13.5 L 6 16.5 L 6 13.5 L 3.5 13.5 Z "
    "M 7 7.5 L 13 7.5 M 7 10.3 L 11 10.3",
    "outline": "M 3 5 L 4 5 M 7 5 L 17 5 M 5.5 10 L 6.5 10 M 9.5 10 L 17 10 M 3 15 L 4 15 "
    "M 7 15 L 17 15",
    "close": "M 5 5 L 15 15 M 15 5 L 5 15",
}
ICON_NAMES = tuple(_STROKES)


def line_icon(name: str, *, on_accent: bool = False) -> QIcon:
    """Return the icon of that name; ``on_accent`` for a button filled with the accent.

    Raises:
        KeyError: there is no such icon (see ``ICON_NAMES``).
    """
    return QIcon(_LineEngine(_path(_STROKES[name]), on_accent=on_accent))


class _LineEngine(QIconEngine):
    """Strokes a path in the ink of the palette that is current when it paints."""

    def __init__(self, path: QPainterPath, *, on_accent: bool) -> None:
        super().__init__()
        self._path_drawn = path
        self._on_accent = on_accent

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        """Draw the icon into ``rect``."""
        palette = current_palette()
        colour = QColor(palette.on_accent if self._on_accent else palette.ink)
        if mode is QIcon.Mode.Disabled:
            colour = QColor(palette.second_ink)
            colour.setAlpha(140)
        side = min(rect.width(), rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(
            rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2
        )
        painter.scale(side / _GRID, side / _GRID)
        pen = QPen(colour, _STROKE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path_drawn)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a picture of ``size``."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """Return another engine of the same icon."""
        return _LineEngine(self._path_drawn, on_accent=self._on_accent)


def _path(strokes: str) -> QPainterPath:
    """Return the path that the strokes describe."""
    path = QPainterPath()
    words = iter(strokes.split())
    for word in words:
        if word == "Z":
            path.closeSubpath()
            continue
        numbers = [float(next(words)) for _ in range(_NUMBERS[word])]
        if word == "M":
            path.moveTo(*numbers)
        elif word == "L":
            path.lineTo(*numbers)
        elif word == "C":
            path.cubicTo(*numbers)
        elif word == "R":
            path.addRoundedRect(QRectF(*numbers[:4]), numbers[4], numbers[4])
        else:
            path.addEllipse(QPointF(*numbers[:2]), numbers[2], numbers[2])
    return path


_NUMBERS = {"M": 2, "L": 2, "C": 6, "R": 5, "O": 3}
