"""Find and replace in the draft: a small bar at the page's upper right corner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QPushButton

from drafting.text.edits import TextEdit
from drafting.text.span import Span
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from ui.editor.speech_editor import SpeechEditor

_MARGIN = 16
_WIDTH = 420


class FindBar(QFrame):
    """Searches as one types; Enter goes on, Shift+Enter back, Escape closes."""

    def __init__(self, editor: SpeechEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setProperty("role", "paper")
        self.setAccessibleName("查找和替换")
        self._needle = self._field("查找")
        self._needle.textEdited.connect(self._search_again)
        self._replacement = self._field("替换为")
        self._count = PlainLabel("", self, role="caption")
        self._one = self._button("替换", self.replace_one)
        self._all = self._button("全部替换", self.replace_all)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 8, 8)
        grid.setSpacing(4)
        grid.addWidget(self._needle, 0, 0)
        grid.addWidget(self._button("上一处", self.find_previous), 0, 1)
        grid.addWidget(self._button("下一处", self.find_next), 0, 2)
        grid.addWidget(self._button("关闭", self.close_bar), 0, 3)
        grid.addWidget(self._replacement, 1, 0)
        grid.addWidget(self._one, 1, 1)
        grid.addWidget(self._all, 1, 2)
        grid.addWidget(self._count, 2, 0, 1, 4)
        editor.installEventFilter(self)
        self.hide()

    def open(self, *, replacing: bool) -> None:
        """Show the bar with what is selected as the words to find."""
        selected = self._editor.selected_span().of(self._editor.text())
        if selected and "\n" not in selected:
            self._needle.setText(selected)
        for widget in (self._replacement, self._one, self._all):
            widget.setVisible(replacing)
        self._place()
        self.show()
        self.raise_()
        self._needle.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._needle.selectAll()
        self._show_count()

    def close_bar(self) -> None:
        """Hide the bar and go back to the text."""
        self.hide()
        self._editor.setFocus()

    def places(self) -> list[Span]:
        """Return every place of the words, in order, none overlapping."""
        needle, text = self._needle.text(), self._editor.text()
        found: list[Span] = []
        place = text.find(needle) if needle else -1
        while place >= 0:
            found.append(Span(place, place + len(needle)))
            place = text.find(needle, place + len(needle))
        return found

    def find_next(self) -> None:
        """Select the next place after the selection, after the last the first."""
        places, here = self.places(), self._editor.selected_span()
        after = [one for one in places if one.start >= here.end and one != here]
        self._go(after[0] if after else places[0] if places else None)

    def find_previous(self) -> None:
        """Select the place before the selection, before the first the last."""
        places, here = self.places(), self._editor.selected_span()
        before = [one for one in places if one.end <= here.start and one != here]
        self._go(before[-1] if before else places[-1] if places else None)

    def replace_one(self) -> None:
        """Replace the selected place and go on."""
        here = self._editor.selected_span()
        if len(here) and here.of(self._editor.text()) == self._needle.text():
            self._editor.replace([TextEdit(here, self._replacement.text())])
        self.find_next()

    def replace_all(self) -> None:
        """Replace every place as one step that can be undone."""
        places = self.places()
        if places:
            words = self._replacement.text()
            self._editor.replace([TextEdit(one, words) for one in places])
        self._count.setText(f"已替换 {len(places)} 处，可用 Ctrl+Z 一次撤销")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape; Enter does what its field is for, Shift+Enter goes back.

        A field passes Enter on, whatever is held down with it; its own signal would not tell.
        """
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.find_previous()
        elif self._replacement.hasFocus():
            self.replace_one()
        else:
            self.find_next()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the page is resized."""
        if watched is self._editor and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _search_again(self) -> None:
        start = self._editor.selected_span().start
        later = [one for one in self.places() if one.start >= start]
        places = later or self.places()
        self._go(places[0] if places else None)

    def _go(self, span: Span | None) -> None:
        if span is not None:
            self._editor.select(span)
        self._show_count()

    def _show_count(self) -> None:
        if not self._needle.text():
            self._count.setText("")
            return
        places, here = self.places(), self._editor.selected_span()
        number = places.index(here) + 1 if here in places else 0
        words = f"第 {number} 处，共 {len(places)} 处" if number else f"共 {len(places)} 处"
        self._count.setText(words if places else "没有找到")

    def _place(self) -> None:
        self.adjustSize()
        width = min(_WIDTH, self._editor.width() - 2 * _MARGIN)
        self.setGeometry(
            self._editor.width() - width - _MARGIN - 12, _MARGIN, width, self.sizeHint().height()
        )

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        return field

    def _button(self, words: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", "quiet")
        button.setAccessibleName(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: slot())
        return button
