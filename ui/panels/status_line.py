"""The line under the window: length, time, findings at the left; layout and saving at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStatusBar, QWidget

from drafting.model.standing import told_counts
from ui.panels.words_button import WordsButton
from ui.style.announcing import announce
from ui.style.palette import current_palette
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QPaintEvent

    from drafting.model.standing import Standing

_SIDE = 8
_MESSAGE_MS = 6000
_OFFER_MS = 20_000


class StatusLine(QStatusBar):
    """Plain words only; a message covers the left half for six seconds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("状态栏")
        self.setSizeGripEnabled(False)
        self.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._characters = self._add("字数")
        self._minutes = self._add("讲话时长")
        self._findings = self._add("问题数")
        self._offer: _Offer | None = None
        self._layout = self._add("版式", permanent=True)
        self._library = self._add("素材库", permanent=True)
        self._saved = self._add("保存情况", permanent=True)

    def show_counts(
        self,
        characters: int,
        minutes: float,
        findings: Mapping[Standing, int] | None,
        *,
        slot_minutes: float | None = None,
        target: int | None = None,
    ) -> None:
        """Show length and time (beside what they are to come to, if known) and findings.

        ``findings`` is None as long as nothing is known of them: noughts would say
        that all is well.
        """
        goal = "" if target is None else f" / 目标 {target:,}"
        self._characters.setText(f"{characters:,} 字{goal}")
        share = "" if target is None else f"已写 {round(100 * characters / target)}%"
        self._characters.setToolTip(share or "字数同 Word 的计法；“编辑→字数和时长”可定目标")
        told = f"约 {_minutes(minutes)} 分钟"
        over = slot_minutes is not None and minutes > slot_minutes
        if slot_minutes is not None:
            told += f" / 议程 {_minutes(slot_minutes)} 分钟"
        self._minutes.setText(told)
        self._minutes.setToolTip("超出议程时间" if over else "按每分钟字数估算")
        role = "warning" if over else ""
        if (self._minutes.property("role") or "") != role:
            # Asking for the style makes PySide build every type of style there is.
            self._minutes.setProperty("role", role)
            self._minutes.style().unpolish(self._minutes)
            self._minutes.style().polish(self._minutes)
        counts = () if findings is None else told_counts(findings)
        words = "  ".join(f"{standing.label} {count}" for standing, count in counts)
        self._findings.setText(words)

    def show_layout(self, name: str) -> None:
        """Show the name of the page layout (公文版 22×28)."""
        self._layout.setText(name)

    def show_library(self, speeches: int, *, is_filling: bool = False) -> None:
        """Show how many speeches the library holds, or that the first are on their way."""
        empty = "素材正在入库" if is_filling else "素材库还是空的"
        self._library.setText(f"素材库 {speeches:,} 篇" if speeches else empty)

    def show_saved(self, words: str) -> None:
        """Show when and how the draft was saved (已自动保存 10:32)."""
        self._saved.setText(words)

    def show_message(self, words: str) -> None:
        """Show ``words`` for a moment; while the line is hidden they would lie over the figures."""
        if self.isVisible():
            self.showMessage(words, _MESSAGE_MS)
            announce(self, words)

    def show_offer(self, words: str, offer: str, take: Callable[[], None]) -> None:
        """Say what was done and offer for a while to call ``take``."""
        self.show_offers(words, ((offer, take),))

    def show_offers(self, words: str, offers: Sequence[tuple[str, Callable[[], None]]]) -> None:
        """Say what was done and offer for a while each of the calls, under its own words."""
        self.clearMessage()
        if self._offer is None:
            self._offer = _Offer(self)
            self.addWidget(self._offer)
        self._offer.show_words(words, offers)
        announce(self, words + "、".join(offer for offer, _ in offers))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a message where the figures begin, its middle left out where it has no room.

        Qt has it nearer to the edge and cuts it off. Asking the style for the ground would make
        PySide build every type of style there is, on the way to the first key.
        """
        message = self.currentMessage()
        if not message:
            super().paintEvent(event)
            return
        colours = current_palette()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.panel))
        painter.fillRect(0, 0, self.width(), 1, QColor(colours.line))
        painter.setPen(self.palette().windowText().color())
        left = 2 * _SIDE
        room = self._layout.x() - left
        words = self.fontMetrics().elidedText(message, Qt.TextElideMode.ElideMiddle, room)
        box = self.rect().adjusted(left, 1, 0, 0)  # below the line that parts it from the page
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def withdraw_offer(self) -> None:
        """Offer nothing any more."""
        if self._offer is not None:
            self._offer.hide()

    def _add(self, name: str, *, permanent: bool = False) -> PlainLabel:
        margins = QMargins(16, 0, _SIDE, 0) if permanent else QMargins(_SIDE, 0, 16, 0)
        label = PlainLabel("", self, margins=margins)
        label.setObjectName(name)
        if permanent:
            self.addPermanentWidget(label)
        else:  # an offer beside them is cut short before the figures are
            label.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            self.addWidget(label)
        return label


class _Offer(QWidget):
    """Some words with buttons that are there for a while."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._takes: list[Callable[[], None]] = []
        self._words = PlainLabel("", self, margins=QMargins(8, 0, 0, 0))
        self._buttons: list[WordsButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._words)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_OFFER_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_words(self, words: str, offers: Sequence[tuple[str, Callable[[], None]]]) -> None:
        """Show ``words`` and a button for each offer."""
        self._takes = [take for _, take in offers]
        self._words.setText(words)
        while len(self._buttons) < len(offers):
            button = WordsButton("link", self)
            button.clicked.connect(partial(self._be_taken, len(self._buttons)))
            self._buttons.append(button)
            self._row.addWidget(button)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(offers))
            if number < len(offers):
                button.show_words(offers[number][0])
        self._timer.start()
        self.show()

    def _be_taken(self, number: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        self.hide()
        self._takes[number]()


def _minutes(minutes: float) -> str:
    return f"{minutes:.0f}" if minutes >= 1 or minutes == 0 else "1"
