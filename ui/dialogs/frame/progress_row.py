"""How far a long piece of work is, naming what it is at, and a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ui.style.plain_label import PlainLabel

_STEPS = 1000


class ProgressRow(QWidget):
    """Hidden while nothing is under way."""

    stop_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel("", self)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName("进度")
        self.bar.setRange(0, _STEPS)
        self.bar.setFixedWidth(240)
        self.button = QPushButton("停下", self)
        self.button.setAccessibleName("停下")
        self.button.setToolTip("停下来；已经做好的留着，下次接着做")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.bar)
        row.addWidget(self.button)
        self._words, self._waiting = "", 0
        self.hide()

    def show_waiting(self, count: int) -> None:
        """Say before all words how many further pieces of work wait for their turn."""
        self._waiting = count
        self._show_words()

    def show_progress(self, words: str, share: float | None) -> None:
        """Show how far it is (0 … 1, None where that cannot be told)."""
        self._words = words
        if self.button.isEnabled() or self.isHidden():  # else it is told that it stops
            self._show_words()
        self.bar.setRange(0, 0 if share is None else _STEPS)
        if share is not None:
            self.bar.setValue(round(share * _STEPS))
        if self.isHidden():
            self.button.setEnabled(True)
            self.show()

    def end(self) -> None:
        """Hide: nothing is under way any more."""
        self.hide()

    def _stop(self) -> None:
        self.button.setEnabled(False)
        self._words, self._waiting = "正在停下…", 0
        self._show_words()
        self.stop_chosen.emit()

    def _show_words(self) -> None:
        # In front: a long name of a file is cut short at its end.
        waiting = f"另有 {self._waiting} 批在排队 · " if self._waiting else ""
        self.words.setText(waiting + self._words)
