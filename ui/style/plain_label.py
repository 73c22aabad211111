"""The one label class for text that is not ours: never rich text, never a file opened for it.

Qt takes a label's or tooltip's text for HTML where it looks like it and then opens the pictures
named in it, on Windows with a log-on to a foreign server; so everything goes through here.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.style.fonts import interface_font

_WRAP = (
    Qt.TextFlag.TextWordWrap
    | Qt.TextFlag.TextWrapAnywhere
    | Qt.AlignmentFlag.AlignLeft
    | Qt.AlignmentFlag.AlignTop
)


def plain_tip(text: str) -> str:
    """Return ``text`` so that a tooltip shows it as it stands."""
    if RichText.mightBeRichText(text):
        return RichText.convertFromPlainText(text)
    return text


def wrapped_height(text: str, metrics: QFontMetrics, width: int) -> int:
    """Return the height in pixels of ``text`` wrapped at ``width`` pixels."""
    area = QRect(0, 0, max(width, 1), 100_000)
    return metrics.boundingRect(area, int(_WRAP.value), text).height()


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
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._wraps = wrap
        self._own_tip = False
        if role:
            self.setProperty("role", role)
        if role == "heading":
            self.setFont(interface_font(bold=True))
        elif role == "caption":
            self.setFont(interface_font(size=12))
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Preferred)
        if wrap:
            own = self.sizePolicy()
            own.setHeightForWidth(True)
            self.setSizePolicy(own)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's own name
        """Show ``text`` as it stands."""
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
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        height = wrapped_height(self.text(), self.fontMetrics(), inner)
        return height + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """Return the size on one line, or of a column of some 30 characters where it wraps."""
        metrics = self.fontMetrics()
        margins = self.contentsMargins()
        width = metrics.horizontalAdvance(self.text()) + 1
        if self._wraps:
            width = min(width, metrics.height() * 22)
        width += margins.left() + margins.right()
        height = self.heightForWidth(width) if self._wraps else metrics.height()
        return QSize(width, max(height, metrics.height()))

    def minimumSizeHint(self) -> QSize:
        """Return a small width: the text wraps or is cut short."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the text, wrapped or cut short with …."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        if not self.isEnabled():
            painter.setOpacity(0.6)
        area = self.contentsRect()
        text = self.text()
        if self._wraps:
            painter.drawText(area, int(_WRAP.value), text)
        else:
            flat = text.replace("\n", " ")
            shown = self.fontMetrics().elidedText(flat, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, int(self.alignment().value), shown)
            if not self._own_tip:
                super().setToolTip(plain_tip(text) if shown != flat else "")
        painter.end()
