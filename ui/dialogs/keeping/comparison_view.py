"""Two texts side by side: what differs is marked, both scroll together, each change is listed."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from drafting.comparison.taking_back import listed_changes
from drafting.model.change import Change, ChangeKind, PieceKind
from drafting.text.difference import same_beginning
from ui.dialogs.frame.plain_view import PlainView
from ui.editor.utf16 import Utf16Map
from ui.style.palette import current_palette
from ui.style.plain_label import PlainLabel, plain_tip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafting.comparison.differences import Comparison
    from drafting.text.span import Span

_TINT = 46  # of 255: the ground of a mark; the words stay readable in both schemes
_CHOSEN = 64
_SHOWN = 26
_OLD_KINDS = {PieceKind.DELETED: "accent", PieceKind.MOVED_FROM: "warning"}
_NEW_KINDS = {PieceKind.INSERTED: "kept", PieceKind.MOVED_TO: "warning"}
# Each kind is told by a line too, for eyes that do not part red from green.
_LINES = {
    "kept": QTextCharFormat.UnderlineStyle.SingleUnderline,
    "warning": QTextCharFormat.UnderlineStyle.DashUnderline,
}
_LEGEND = "删去的带删除线，新增的带下划线，移动的带虚线。"


class ComparisonView(QWidget):
    """Shows a comparison; ``change_chosen`` tells of the change that is gone to in the list."""

    change_chosen = Signal(object)
    change_activated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._changes: tuple[Change, ...] = ()
        self._is_following = False
        self._old, self._new = _Side("旧的一方", self), _Side("新的一方", self)
        self._old_name, self._new_name = PlainLabel(role="heading"), PlainLabel(role="heading")
        self._count = PlainLabel("", role="second")
        self._list = QListWidget(self)
        self._list.setAccessibleName("改动")
        # The texts come first where there is little room.
        self._list.setMinimumHeight(72)
        self._list.setMaximumHeight(150)
        room = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._list.setSizePolicy(room)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentRowChanged.connect(self._go_to)
        self._list.itemDoubleClicked.connect(self._activate)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        for name, side in ((self._old_name, self._old), (self._new_name, self._new)):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(name)
            column.addWidget(side, 1)
            sides.addLayout(column, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(sides, 3)
        column.addWidget(self._count)
        column.addWidget(self._list, 1)
        self._old.verticalScrollBar().valueChanged.connect(lambda: self._follow(self._old))
        self._new.verticalScrollBar().valueChanged.connect(lambda: self._follow(self._new))

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return the changes that are listed."""
        return self._changes

    def current(self) -> Change | None:
        """Return the change that is marked in the list, or None."""
        row = self._list.currentRow()
        return self._changes[row] if 0 <= row < len(self._changes) else None

    def show_comparison(self, comparison: Comparison, old_name: str, new_name: str) -> None:
        """Show two texts under their names."""
        self._comparison = comparison
        self._changes = listed_changes(comparison)
        self._old_name.setText(old_name)
        self._new_name.setText(new_name)
        pieces = comparison.pieces()
        self._old.show_marked(
            comparison.old,
            ((one.old, _OLD_KINDS[one.kind]) for one in pieces if one.kind in _OLD_KINDS),
        )
        self._new.show_marked(
            comparison.new,
            ((one.new, _NEW_KINDS[one.kind]) for one in pieces if one.kind in _NEW_KINDS),
        )
        kept = [(one.old, one.new) for one in pieces if one.kind is PieceKind.KEPT]
        self._old.anchors = [old.start for old, _ in kept]
        self._new.anchors = [new.start for _, new in kept]
        self._list.clear()
        for change in self._changes:
            words = change_words(comparison, change)
            item = QListWidgetItem(words)
            item.setToolTip(plain_tip(words))
            self._list.addItem(item)
        count = len(self._changes)
        self._count.setText(f"共 {count} 处不同。{_LEGEND}" if count else "两边一字不差。")

    def choose(self, row: int) -> None:
        """Go to one of the changes, the last one if there are fewer."""
        if self._changes:
            self._list.setCurrentRow(min(max(row, 0), len(self._changes) - 1))

    def current_row(self) -> int:
        """Return the number of the change that is marked, -1 where none is."""
        return self._list.currentRow()

    def _go_to(self, row: int) -> None:
        change = self._changes[row] if 0 <= row < len(self._changes) else None
        if change is not None:
            self._is_following = True
            self._old.go_to(change.old)
            self._new.go_to(change.new)
            self._is_following = False
        self.change_chosen.emit(change)

    def _activate(self, item: QListWidgetItem) -> None:
        row = self._list.row(item)
        if 0 <= row < len(self._changes):
            self.change_activated.emit(self._changes[row])

    def _follow(self, leader: _Side) -> None:
        """Scroll the other side to the text that belongs to what ``leader`` shows."""
        if self._is_following or not leader.anchors:
            return
        follower = self._new if leader is self._old else self._old
        place = leader.first_visible()
        index = max(bisect_right(leader.anchors, place) - 1, 0)
        offset = max(place - leader.anchors[index], 0)
        limit = follower.anchors[index + 1] if index + 1 < len(follower.anchors) else None
        target = follower.anchors[index] + offset
        self._is_following = True
        follower.scroll_to(target if limit is None else min(target, limit))
        self._is_following = False


class _Side(PlainView):
    """One text with its marks; ``anchors`` are the starts of what both texts share."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.anchors: list[int] = []
        self._units = Utf16Map("")
        self._length = 0
        self._marks: list[QTextEdit.ExtraSelection] = []
        self.setMinimumWidth(200)

    def show_marked(self, text: str, marks: Iterable[tuple[Span, str]]) -> None:
        """Show a text with marks in colours of the palette, by their names."""
        self._units, self._length = Utf16Map(text), len(text)
        self.setPlainText(text)
        self._marks = [self._mark(span, colour, _TINT) for span, colour in marks]
        self.setExtraSelections(self._marks)

    def go_to(self, span: Span) -> None:
        """Set a place off from the other marks and bring it to the middle."""
        # Under the other marks, so that these still tell what happened here.
        self.setExtraSelections([self._mark(span, "second_ink", _CHOSEN), *self._marks])
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units.to_utf16(span.start))
        self.setTextCursor(cursor)
        self.centerCursor()

    def first_visible(self) -> int:
        """Return the first code point in sight."""
        cursor = self.cursorForPosition(QPoint(6, 6))
        return self._units.to_code_point(cursor.position())

    def scroll_to(self, position: int) -> None:
        """Bring the line of a code point to the top."""
        place = self._units.to_utf16(min(position, self._length))
        block = self.document().findBlock(place)
        line = block.layout().lineForTextPosition(place - block.position())
        number = line.lineNumber() if line.isValid() else 0
        self.verticalScrollBar().setValue(block.firstLineNumber() + number)

    def _mark(self, span: Span, colour: str, strength: int) -> QTextEdit.ExtraSelection:
        start, end = self._units.span_to_utf16(span)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        tint = QColor(getattr(current_palette(), colour))
        form = QTextCharFormat()
        form.setUnderlineColor(tint)
        form.setUnderlineStyle(_LINES.get(colour, QTextCharFormat.UnderlineStyle.NoUnderline))
        form.setFontStrikeOut(colour == "accent")
        tint.setAlpha(strength)
        form.setBackground(tint)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor  # type: ignore[attr-defined]  # missing in the stubs
        selection.format = form  # type: ignore[attr-defined]  # missing in the stubs
        return selection


def change_words(comparison: Comparison, change: Change) -> str:
    """Return one line for a change: 改写　“…” → “…”."""
    old, new = change.old.of(comparison.old).strip(), change.new.of(comparison.new).strip()
    label = change.kind.label
    if change.kind is ChangeKind.CHANGED:
        head = same_beginning(old, new)
        return f"{label}　“{_short(old, head)}” → “{_short(new, head)}”"
    if change.kind is ChangeKind.REMOVED:
        return f"{label}　“{_short(old)}”"
    return f"{label}　“{_short(new)}”"


def _short(text: str, place: int = 0) -> str:
    """Return the part of ``text`` around ``place`` that a line has room for."""
    start = max(place - 6, 0) if len(text) > _SHOWN else 0
    shown = text[start : start + _SHOWN].replace("\n", " ")
    return ("…" if start else "") + shown + ("…" if start + _SHOWN < len(text) else "")
