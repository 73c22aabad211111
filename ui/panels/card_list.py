"""A scrolled column of finding cards of which only those in sight exist.

Findings have numbers, cards have places: the card of a closed group shows one of many findings.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from drafting.model.finding import Finding
    from ui.models.finding_rows import FindingRow
    from ui.panels.finding_card import FindingCard

_GAP = 8
_EDGE = 1  # of the frame that shows where the keys go
_SIDE = 12 - _EDGE
_BAR = 12  # the width of a scroll bar in the style sheet
_GUESS = 118
_MARGIN = 160  # pixels above and below the viewport where cards already exist


class CardList(QScrollArea):
    """Keeps a card for each row in sight and hands on what the cards ask for.

    ``group_toggled`` and ``group_fix_requested`` carry a finding of the group.
    """

    current_changed = Signal(object)
    fix_requested = Signal(object, object)
    ignore_asked = Signal(object, QPoint)
    reason_requested = Signal(str)
    place_chosen = Signal(object)
    group_toggled = Signal(object)
    group_fix_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Before anything of Qt's: from then on a scroll bar or a new size asks for them.
        self._findings: list[Finding] = []
        self._rows: list[FindingRow] = []
        self._places: list[int] = []  # of each finding's card
        self._shown: list[int] = []  # the finding that each card shows
        self._heights: list[int] = []
        self._tops: list[int] = []
        self._cards: dict[int, FindingCard] = {}
        self._spare: list[FindingCard] = []
        self._tab_order: list[FindingCard] = []
        self._current = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "cards")
        self.setAccessibleName("问题列表")
        # A viewport of our own: asking Qt for its own one makes PySide build every widget type.
        viewport = QWidget(self)
        viewport.setAutoFillBackground(False)
        self.setViewport(viewport)
        self._column = QWidget(self)
        self.setWidget(self._column)
        self._column.setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().valueChanged.connect(self._refresh)

    def show_findings(
        self, findings: Sequence[Finding], rows: Sequence[FindingRow], current: int
    ) -> None:
        """Show findings on the cards of ``rows``, the one numbered ``current`` (or -1) marked."""
        self._findings = list(findings)
        self._rows = list(rows)
        self._places = [place for place, row in enumerate(rows) for _ in row.numbers]
        self._shown = [current if current in row.numbers else row.numbers.start for row in rows]
        known = self._heights[: len(rows)]
        self._heights = known + [_GUESS] * (len(rows) - len(known))
        self._current = current
        self._refresh()

    def current(self) -> int:
        """Return the number of the marked finding, or -1."""
        return self._current

    def set_current(self, number: int) -> None:
        """Mark the finding of that number and bring its card into sight; -1 marks none."""
        self._current = number
        marked = self._places[number] if number >= 0 else -1
        if number >= 0:
            self._shown[marked] = number
        for place, card in self._cards.items():
            card.set_current(current=place == marked)
        if number >= 0:
            self.bring_into_sight(number)

    def bring_into_sight(self, number: int) -> None:
        """Scroll as little as shows the whole card of that finding."""
        bar, place = self.verticalScrollBar(), self._places[number]
        for _ in range(4):  # heights of cards never shown are guesses until they come into sight
            before = bar.value()
            top, height = self._tops[place], self._heights[place]
            if top - _GAP < before:
                bar.setValue(top - _GAP)
            elif top + height + _GAP > before + self.viewport().height():
                bar.setValue(top + height + _GAP - self.viewport().height())
            self._refresh()
            if bar.value() == before and self._tops[place] == top:
                return

    def card(self, number: int) -> FindingCard | None:
        """Return the card of that finding if it is in sight."""
        return self._cards.get(self._places[number])

    def live_cards(self) -> int:
        """Return how many cards exist at all."""
        return len(self._cards) + len(self._spare)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk the cards, Home and End go to the ends, right and left open and close.

        Right and left stand at a group as in a tree; within a closed one F7 walks.
        """
        key = Qt.Key
        at = self._places[self._current] if self._current >= 0 else -1
        steps: dict[int, int] = {
            key.Key_Up: max(at - 1, 0),
            key.Key_Down: min(at + 1, len(self._rows) - 1),
            key.Key_Home: 0,
            key.Key_End: len(self._rows) - 1,
            key.Key_Return: max(at, 0),
            key.Key_Enter: max(at, 0),
        }
        place = steps.get(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif at >= 0 and event.key() in (key.Key_Right, key.Key_Left):
            self._turn(self._rows[at], is_open=event.key() == key.Key_Right)
        elif place is None:
            super().keyPressEvent(event)
        elif self._findings:
            number = self._shown[place]
            self.set_current(number)
            self.current_changed.emit(self._findings[number])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards anew for the width."""
        super().resizeEvent(event)
        self._refresh()

    def _turn(self, row: FindingRow, *, is_open: bool) -> None:
        """Open or close the group of a row, unless it is so already."""
        if row.group and row.is_closed is is_open:
            self.group_toggled.emit(self._findings[row.group.start])

    def _card_width(self) -> int:
        # The scroll bar lies in the right margin: cards keep their width when it comes and goes.
        return max(self.width() - _EDGE - _SIDE - _BAR - _EDGE, 80)

    def _place_tops(self) -> None:
        steps = (height + _GAP for height in self._heights)
        self._tops = list(accumulate(steps, initial=_GAP // 2))
        height = self._tops.pop() if self._heights else 0
        self._column.resize(self.viewport().width(), height)

    def _refresh(self) -> None:
        """Give every finding in sight its card and take the others' away."""
        while self._give_cards():
            pass  # cards lower than guessed let further findings come into sight
        for place, card in self._cards.items():
            card.move(_SIDE, self._tops[place])
        self._order_tabs()

    def _give_cards(self) -> bool:
        """Fill the cards of what is in sight; return whether a height was not as known."""
        self._place_tops()
        low = self.verticalScrollBar().value() - _MARGIN
        high = low + self.viewport().height() + 2 * _MARGIN
        place = max(bisect_right(self._tops, low) - 1, 0)
        wanted: list[int] = []
        top = self._tops[place] if self._tops else 0
        first = place
        while place < len(self._rows) and top < high:
            top += self._heights[place] + _GAP
            wanted.append(place)
            place += 1
        self._recycle(first, place)
        changed = False
        for one in wanted:
            changed |= self._fill(one)
        return changed

    def _order_tabs(self) -> None:
        """Let Tab walk the cards from top to bottom, whichever cards were taken again."""
        order = [self._cards[place] for place in sorted(self._cards)]
        if order == self._tab_order:
            return
        self._tab_order = order
        before: QWidget = self
        for card in order:
            for button in card.buttons():
                QWidget.setTabOrder(before, button)
                before = button

    def _recycle(self, first: int, end: int) -> None:
        for place in [one for one in self._cards if not first <= one < end]:
            card = self._cards.pop(place)
            card.hide()
            self._spare.append(card)

    def _fill(self, place: int) -> bool:
        """Show a row on its card; return whether its height was not known."""
        card = self._cards.get(place)
        if card is None:
            card = self._spare.pop() if self._spare else self._new_card()
            self._cards[place] = card
        shown = self._shown[place]
        card.show_finding(self._findings[shown], self._rows[place], shown)
        card.set_current(current=shown == self._current)
        width = self._card_width()
        height = card.arrange(width)
        card.resize(width, height)
        card.show()
        changed = height != self._heights[place]
        self._heights[place] = height
        return changed

    def _new_card(self) -> FindingCard:
        from ui.panels.finding_card import FindingCard

        card = FindingCard(self._column)
        card.chosen.connect(self._choose)
        card.fix_requested.connect(self.fix_requested)
        card.ignore_asked.connect(self.ignore_asked)
        card.reason_requested.connect(self.reason_requested)
        card.place_chosen.connect(self.place_chosen)
        card.group_toggled.connect(self.group_toggled)
        card.group_fix_requested.connect(self.group_fix_requested)
        return card

    def _choose(self, finding: Finding) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.set_current(self._findings.index(finding))
        self.current_changed.emit(finding)
