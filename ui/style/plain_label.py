"""The one label class for text that is not ours: never rich text, never a file opened for it.

Qt takes a label's or tooltip's text for HTML where it looks like it and then opens the pictures
named in it, on Windows with a log-on to a foreign server; so everything goes through here.
"""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.style.fonts import interface_font

_TOP_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value)
_BY_WORDS = int(Qt.TextFlag.TextWordWrap.value) | _TOP_LEFT
_ANYWHERE = int(Qt.TextFlag.TextWrapAnywhere.value) | _TOP_LEFT


def plain_tip(text: str) -> str:
    """Return ``text`` so that a tooltip shows it as it stands."""
    if "<" not in text and "&" not in text:
        return text  # what Qt itself would look for; the start needs no more
    from PySide6.QtGui import Qt as RichText

    return RichText.convertFromPlainText(text) if RichText.mightBeRichText(text) else text


def wrapped_height(text: str, metrics: QFontMetrics, width: int) -> int:
    """Return the height in pixels of ``text`` wrapped at ``width`` pixels."""
    return _wrap(text, metrics, width)[1]


def _wrap(text: str, metrics: QFontMetrics, width: int) -> tuple[int, int]:
    """Return the flags to draw with and the height; anywhere only where a word is too long.

    Breaking anywhere would put 。 and ） at the start of a line.
    """
    area = QRect(0, 0, max(width, 1), 100_000)
    bounds = metrics.boundingRect(area, _BY_WORDS, text)
    if bounds.width() <= area.width():
        return _BY_WORDS, bounds.height()
    return _ANYWHERE, metrics.boundingRect(area, _ANYWHERE, text).height()


class PlainLabel(QLabel):
    """A label that shows its text as it stands, wrapped anywhere or cut short with ….

    A text that is cut short stands whole in the tooltip, unless one was given.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
        role: str = "",
        margins: QMargins | None = None,
    ) -> None:
        super().__init__(parent)
        # Not Qt's contents margins: a style sheet takes those away when it polishes the label.
        self._margins = margins or QMargins()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._wraps = wrap
        self._heights: dict[tuple[int, int, int], int] = {}
        self._own_tip = False
        if role:
            self.setProperty("role", role)
        if role == "heading":
            self.setFont(interface_font(bold=True))
        elif role == "caption":
            self.setFont(interface_font(size=12))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if wrap:
            policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's own name
        """Show ``text`` as it stands."""
        self._heights.clear()
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def setToolTip(self, text: str) -> None:  # noqa: N802 - Qt's own name
        """Show ``text`` as it stands when pointed at."""
        self._own_tip = bool(text)
        super().setToolTip(plain_tip(text))

    def hasHeightForWidth(self) -> bool:
        """Return whether the label wraps."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """Return the height that the wrapped text needs at ``width`` pixels."""
        if not self._wraps:
            return -1
        margins, metrics = self._margins, self.fontMetrics()
        inner = width - margins.left() - margins.right()
        # Layouts ask for the same few widths again and again.
        key = (inner, metrics.height(), metrics.averageCharWidth())
        height = self._heights.get(key)
        if height is None:
            height = self._heights[key] = wrapped_height(self.text(), metrics, inner)
        return height + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """Return the size on one line, or of a column of some 30 characters where it wraps."""
        metrics = self.fontMetrics()
        margins = self._margins
        width = metrics.horizontalAdvance(self.text()) + 1
        if self._wraps:
            width = min(width, metrics.height() * 22)
        width += margins.left() + margins.right()
        height = metrics.height() + margins.top() + margins.bottom()
        return QSize(width, max(self.heightForWidth(width), height))

    def minimumSizeHint(self) -> QSize:
        """Return a small width: the text wraps or is cut short."""
        metrics, margins = self.fontMetrics(), self._margins
        across, down = margins.left() + margins.right(), margins.top() + margins.bottom()
        width = min(metrics.horizontalAdvance(self.text()) + 1, metrics.height() * 2)
        return QSize(width + across, metrics.height() + down)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the text, wrapped or cut short with …."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        if not self.isEnabled():
            painter.setOpacity(0.6)
        area = self.rect().marginsRemoved(self._margins)
        text = self.text()
        if self._wraps:
            flags, _ = _wrap(text, self.fontMetrics(), area.width())
            painter.drawText(area, flags, text)
        else:
            flat = text.replace("\n", " ")
            shown = self.fontMetrics().elidedText(flat, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, int(self.alignment().value), shown)
            if not self._own_tip:
                super().setToolTip(plain_tip(text) if shown != flat else "")
        painter.end()
