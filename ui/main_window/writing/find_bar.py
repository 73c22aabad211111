"""Find and replace in the draft: a small bar at the page's upper right corner."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
)

from ui.main_window.writing.find_search import Scope
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from drafting.text.span import Span
    from ui.editor.speech_editor import SpeechEditor
    from ui.main_window.writing.find_search import DraftSearch

_MARGIN = 16
_WIDTH = 480


class FindBar(QFrame):
    """Searches as one types; Enter goes on, Shift+Enter back, Escape closes."""

    def __init__(self, editor: SpeechEditor, search: DraftSearch) -> None:
        super().__init__(editor)
        self._editor = editor
        self._search = search
        self._goal: Callable[[], Span | None] | None = None
        self._is_counting = True
        self.setProperty("role", "paper")
        self.setAccessibleName("查找和替换")
        self._needle = self._field("查找")
        self._needle.textEdited.connect(self._search_again)
        self._replacement = self._field("替换为")
        self._count = PlainLabel("", self, role="caption")
        self._one = self._button("替换", self.replace_one, "替换这一处，到下一处（回车）")
        self._all = self._button("全部替换", self.replace_all, "范围内一次全部替换，可一次撤销")
        self._options = self._make_options()
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 8, 8)
        grid.setSpacing(4)
        grid.addWidget(self._needle, 0, 0)
        grid.addWidget(self._button("上一处", self.find_previous, "Shift+回车"), 0, 1)
        grid.addWidget(self._button("下一处", self.find_next, "回车"), 0, 2)
        grid.addWidget(self._button("关闭", self.close_bar, "Esc"), 0, 3)
        grid.addWidget(self._replacement, 1, 0)
        grid.addWidget(self._one, 1, 1)
        grid.addWidget(self._all, 1, 2)
        grid.addLayout(self._options, 2, 0, 1, 4)
        grid.addWidget(self._count, 3, 0, 1, 4)
        editor.installEventFilter(self)
        editor.text_settled.connect(self._follow_text)
        search.found_more.connect(self._show_found)
        self.hide()

    def open(self, *, replacing: bool) -> None:
        """Show the bar with what is selected as the words to find; several lines are the scope."""
        selected = self._editor.selected_span().of(self._editor.text())
        if "\n" in selected:
            self._scope.setCurrentText(Scope.SELECTION.value)
            self._choose_scope()
        elif selected:
            self._needle.setText(selected)
        for widget in (self._replacement, self._one, self._all):
            widget.setVisible(replacing)
        self._place()
        self.show()
        self.raise_()
        self._needle.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._needle.selectAll()
        self._look()

    def look_for(self, words: str) -> None:
        """Search for ``words`` and go to the first place."""
        self._needle.setText(words)
        self.find_next()

    def close_bar(self) -> None:
        """Hide the bar and go back to the text."""
        # Before it is hidden: Qt would hand the keys on as by Tab, which leads to the next slot.
        self._editor.setFocus()
        self.hide()
        self._goal = None
        self._editor.show_hits(None)

    def places(self) -> list[Span]:
        """Return every place of the words, in order, none overlapping."""
        return self._search.places(self._needle.text())

    def find_next(self) -> None:
        """Select the next place after the selection, after the last the first."""
        self._look(partial(self._search.first_from, self._editor.selected_span().end))

    def find_previous(self) -> None:
        """Select the place before the selection, before the first the last."""
        self._look(partial(self._search.last_before, self._editor.selected_span().start))

    def replace_one(self) -> None:
        """Replace the selected place and go on."""
        here, words = self._editor.selected_span(), self._replacement.text()
        edit = self._search.edit_at(here, self._needle.text(), words)
        if edit is not None:
            self._editor.replace([edit])
        self.find_next()

    def replace_all(self) -> None:
        """Replace every place as one step that can be undone."""
        edits = self._search.edits(self._needle.text(), self._replacement.text())
        problem = self._search.problem  # of the text before it is replaced
        if edits:
            self._editor.replace(edits)
            done = f"{problem}，后面的没有替换：已替换前" if problem else "已替换"
            self._count.setText(f"{done} {len(edits):,} 处，可用 Ctrl+Z 一次撤销")
            self._is_counting = False
        else:
            self._look()

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

    def _choose_scope(self) -> None:
        self._search.choose_scope(Scope(self._scope.currentText()))
        self._look()

    def _choose_forms(self) -> None:
        self._search.is_pattern = self._pattern.isChecked()
        self._search.is_exact = self._exact.isChecked()
        self._look()

    def _search_again(self) -> None:
        self._look(partial(self._search.first_from, self._editor.selected_span().start))

    def _look(self, goal: Callable[[], Span | None] | None = None) -> None:
        """Search and count; ``goal`` gives the place to go to once so much of it is searched."""
        self._goal = goal
        self._is_counting = True
        self._search.look_for(self._needle.text())
        self._show_found()

    def _follow_text(self) -> None:
        """Search the text as it stands now; what was said of a replacement stays."""
        if self.isVisible():
            self._search.look_for(self._needle.text())

    def _show_found(self) -> None:
        """Go to the place that was wanted, if it is found by now; mark and count all."""
        if not self._search.is_current or self.isHidden():
            return
        place = None if self._goal is None else self._goal()
        if place is not None or not self._search.is_busy:
            self._goal = None
        if place is not None:
            self._editor.select(place)
            self._uncover()
        if place is not None or not self._search.is_busy:
            self._editor.show_hits(self._search.spans_within)
        if self._is_counting:
            self._show_count()

    def _show_count(self) -> None:
        if not self._needle.text():
            self._count.setText("")
            return
        self._scope.setCurrentText(self._search.scope.value)  # looking may have widened it
        count, number = self._search.count, self._search.number_of(self._editor.selected_span())
        words = f"第 {number:,} 处，共 {count:,} 处" if number else f"共 {count:,} 处"
        where = "" if self._search.scope is Scope.WHOLE else f"（{self._search.scope.value}）"
        if self._search.is_busy:
            told = f"已找到 {count:,} 处，还在找…"
        else:
            told = f"{words}{where}" if count else f"没有找到{where}"
        problem = self._search.problem
        self._count.setText(f"{told}：{problem}" if problem else told)

    def _uncover(self) -> None:
        """Scroll until what was found does not lie under the bar."""
        caret = self._editor.cursorRect()
        caret.moveTopLeft(self._editor.viewport().mapTo(self._editor, caret.topLeft()))
        if self.isVisible() and caret.top() < self.geometry().bottom() + _MARGIN:
            bar = self._editor.verticalScrollBar()
            bar.setValue(bar.value() - (self.geometry().bottom() + _MARGIN - caret.top()))

    def _place(self) -> None:
        self.adjustSize()
        width = min(_WIDTH, self._editor.width() - 2 * _MARGIN)
        self.setGeometry(
            self._editor.width() - width - _MARGIN - 12, _MARGIN, width, self.sizeHint().height()
        )

    def _make_options(self) -> QHBoxLayout:
        self._scope = QComboBox(self)
        self._scope.setAccessibleName("查找范围")
        self._scope.setToolTip("在哪里找：全文、所选、光标所在的部分、标题")
        self._scope.addItems([one.value for one in Scope])
        self._scope.activated.connect(lambda _index: self._choose_scope())
        self._exact = self._box("区分大小写和全半角", "选中后 A 与 a、，与 , 不算一样")
        self._pattern = self._box("正则表达式", "如 [一二三]是；替换里用 $1 代表第一个括号")
        row = QHBoxLayout()
        row.setSpacing(12)
        for widget in (self._scope, self._exact, self._pattern):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _box(self, words: str, tip: str) -> QCheckBox:
        box = QCheckBox(words, self)
        box.setAccessibleName(words)
        box.setToolTip(tip)
        box.toggled.connect(lambda _checked: self._choose_forms())
        return box

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        return field

    def _button(self, words: str, slot: Callable[[], None], tip: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", "quiet")
        button.setAccessibleName(words)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: slot())
        return button
