"""What the dialogs share: a head, a body, a row of buttons that say what they do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.frame.enter_key import EnterDialog
from ui.style.fonts import interface_font
from ui.style.plain_label import PlainLabel


class FramedDialog(EnterDialog):
    """A head, ``body`` to fill, and buttons at the right; never larger than the screen."""

    def __init__(self, title: str, parent: QWidget | None = None, *, note: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        self.head = PlainLabel(title)
        self.head.setFont(interface_font(size=18, bold=True))
        self.note = PlainLabel(note, wrap=True, role="second")
        self.note.setVisible(bool(note))
        top = QVBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.head)
        top.addWidget(self.note)
        column.addLayout(top)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        column.addLayout(self.body, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)

    def add_button(self, words: str, role: str = "", *, at_left: bool = False) -> QPushButton:
        """Add a button to the row and return it; ``primary`` makes it the one for Enter."""
        button = QPushButton(words, self)
        button.setProperty("role", role)
        button.setAccessibleName(words)
        button.setDefault(role == "primary")
        button.setAutoDefault(role == "primary")
        if at_left:
            self._buttons.insertWidget(0, button)
        else:
            self._buttons.addWidget(button)
        return button

    def resize_within_screen(self, width: int, height: int) -> None:
        """Take this size, or less where the screen is smaller."""
        room = self.screen().availableGeometry().size()
        self.resize(min(width, room.width() - 32), min(height, room.height() - 64))


class _Scrolled(QScrollArea):
    """Scrolls up and down alone: never narrower than what is in it, which would be cut."""

    def minimumSizeHint(self) -> QSize:
        """Return Qt's own height and the width of the content with the scroll bar beside it."""
        size = super().minimumSizeHint()
        content = self.widget().minimumSizeHint().width()
        beside = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        size.setWidth(max(size.width(), content + beside))
        return size


def scrolled(widget: QWidget, name: str) -> QScrollArea:
    """Return ``widget`` in a scroll area without a frame of its own."""
    area = _Scrolled()
    area.setAccessibleName(name)
    area.setProperty("role", "scrolled")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    widget.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area


def scrolled_form(form: QWidget, name: str) -> QScrollArea:
    """Return fields that scroll where the screen is low; Tab goes to them, not to the area."""
    area = scrolled(form, name)
    area.setProperty("role", "form")
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
