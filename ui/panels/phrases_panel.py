"""Set phrases that fit at the caret, with where and how often they were used."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.panels.action_keys import with_keys
from ui.panels.flow_row import FlowRow
from ui.panels.lazy_panel import LazyPanel
from ui.panels.words_button import WordsButton
from ui.style.plain_label import PlainLabel
from ui.style.search_line import SearchLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QListView, QScrollArea

    from drafting.model.phrase import Suggestion

_SOURCES = 3
_ROWS = 3  # of the list, whatever stands below it
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WALK = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PhrasesPanel(LazyPanel):
    """Emits ``phrase_chosen`` with the words to insert, ``query_changed`` while narrowing.

    ``rewording_chosen`` carries a phrase that the draft has too often, and other words for it.
    """

    phrase_chosen = Signal(str)
    rewording_chosen = Signal(str, str)
    query_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("素材", self._make_insides, parent)

    def _make_insides(self) -> None:
        from ui.models.phrase_model import PhraseModel

        self._model = PhraseModel(self)
        self._search = self._make_search()
        self._place = PlainLabel("此处可用", self, role="caption")
        self._view = self._make_view()
        self._hint = PlainLabel("", self, wrap=True, role="second")
        self._hint.hide()
        self._details = self._make_details()
        self._below = self._make_below()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(0)
        for widget in (self._search, self._place, self._hint):
            row = QVBoxLayout()
            row.setContentsMargins(16, 0, 16, 8)
            row.addWidget(widget)
            column.addLayout(row)
        column.addWidget(self._view, 1)
        column.addWidget(self._below)
        self.hand_focus_to(self._search)
        self.setTabOrder(self._search, self._view)

    def show_suggestions(self, suggestions: Sequence[Suggestion], place: str) -> None:
        """Show what fits at ``place`` (such as 结尾 · 号召), keeping the choice where it stays."""
        self.build()
        self._place.setText("此处可用" if place in ("", "此处") else f"此处可用（{place}）")
        chosen = self.current()
        if not self._model.show_suggestions(suggestions):
            return
        words = [one.phrase.text for one in suggestions]
        kept = words.index(chosen.phrase.text) if chosen and chosen.phrase.text in words else 0
        self._view.setCurrentIndex(self._model.index(kept))
        query = self._search.text().strip()
        self._hint.setText(
            f"没有合“{query}”的套话。" if query else "此处没有现成的套话；输入两个字试试。"
        )
        self._hint.setVisible(not suggestions)
        self._show_details()

    def current(self) -> Suggestion | None:
        """Return the suggestion that is selected, or None."""
        if not self.is_built:
            return None
        return self._model.suggestion_at(self._view.currentIndex().row())

    def focus_search(self) -> None:
        """Put the caret into the search line, its words selected."""
        self.build()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter insert, and arrow keys walk the list while the search line is written in."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _ENTER:
                self._insert_current()
                return True
            if watched is self._search and event.key() in _WALK:
                self._view.keyPressEvent(event)
                return True
            if (
                watched is self._search
                and event.key() == Qt.Key.Key_Escape
                and (self._search.text())
            ):
                self._search.clear()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the chosen phrase whole below the list where its row is too short."""
        super().resizeEvent(event)
        if self.is_built:
            self._show_details()

    def _make_search(self) -> SearchLine:
        search = SearchLine(self)
        search.setProperty("role", "search")
        search.setPlaceholderText("字或首字母，如“凝心”“nxjl”")
        search.setAccessibleName("查找套话")
        search.setToolTip(with_keys("输入两个字或拼音首字母；↑↓ 选择，回车插入", "phrases"))
        search.textChanged.connect(self.query_changed)
        search.installEventFilter(self)
        return search

    def _make_view(self) -> QListView:
        from PySide6.QtWidgets import QListView

        from ui.models.phrase_delegate import PhraseDelegate

        view = QListView(self)
        view.setProperty("role", "rows")
        view.setAccessibleName("可用的套话")
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setModel(self._model)
        view.setItemDelegate(PhraseDelegate(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.selectionModel().currentChanged.connect(self._show_details)
        view.doubleClicked.connect(self._insert_index)
        view.installEventFilter(self)
        return view

    def _make_below(self) -> QScrollArea:
        """Return the details, which scroll where a low screen has no room for them."""
        from PySide6.QtWidgets import QScrollArea

        below = QScrollArea(self)
        below.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        below.setFrameShape(QFrame.Shape.NoFrame)
        below.setWidgetResizable(True)
        below.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        below.setWidget(self._details)
        self._details.setAutoFillBackground(False)
        below.viewport().setAutoFillBackground(False)
        below.hide()
        return below

    def _fit_below(self) -> None:
        """Leave the list some rows, however much is told of one of them."""
        room = self.height() - self._view.y() - _ROWS * self._view.sizeHintForRow(0)
        wanted = self._details.heightForWidth(self.width())
        self._below.setFixedHeight(max(min(wanted, room), 0))

    def _make_details(self) -> QWidget:
        details = QWidget(self)
        rule = QFrame(details)
        rule.setProperty("role", "rule")
        self._whole = PlainLabel("", details, wrap=True)
        self._source = PlainLabel("", details, wrap=True, role="caption")
        self._others_caption = PlainLabel("", details, role="caption")
        self._others = FlowRow(details)
        self._advice = PlainLabel("", details, wrap=True, role="caption")
        self._other_buttons: list[WordsButton] = []
        column = QVBoxLayout(details)
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(8)
        for widget in (rule, self._whole, self._source, self._others_caption, self._others):
            column.addWidget(widget)
        column.addWidget(self._advice)
        return details

    def _show_details(self) -> None:
        suggestion = self.current()
        self._below.setVisible(suggestion is not None)
        if suggestion is None:
            return
        words = suggestion.phrase.text
        self._whole.setText(words)
        room = self.width() - 32
        self._whole.setVisible(self._whole.fontMetrics().horizontalAdvance(words) > room)
        self._source.setText(_provenance(suggestion))
        self._show_others(suggestion.alternatives)
        self._advice.setText(f"换说法时：{suggestion.advice}")
        self._advice.setVisible(bool(suggestion.alternatives and suggestion.advice))
        self._fit_below()

    def _show_others(self, words: Sequence[str]) -> None:
        while len(self._other_buttons) < len(words):
            button = WordsButton("link", self._others)
            button.clicked.connect(partial(self._choose_other, button))
            self._other_buttons.append(button)
        shown = self._other_buttons[: len(words)]
        is_crowded = self._is_crowded()
        self._others_caption.setText(
            "换一种说法（改光标处或其后最近的一处）" if is_crowded else "同义替换"
        )
        for button, one in zip(shown, words, strict=True):
            button.show_words(one, "点击替换稿件中的一处" if is_crowded else "点击插入")
        self._others.show_widgets(shown)
        self._others_caption.setVisible(bool(words))
        self._others.setVisible(bool(words))

    def _choose_other(self, button: WordsButton) -> None:
        suggestion = self.current()
        if suggestion is not None and self._is_crowded():
            self.rewording_chosen.emit(suggestion.phrase.text, button.words)
        else:
            self.phrase_chosen.emit(button.words)

    def _is_crowded(self) -> bool:
        """Return whether the draft has the chosen phrase too often already."""
        from ui.models.phrase_model import CROWDED

        suggestion = self.current()
        return suggestion is not None and suggestion.used_in_draft >= CROWDED

    def _insert_current(self) -> None:
        suggestion = self.current()
        if suggestion is not None:
            self.phrase_chosen.emit(suggestion.phrase.text)

    def _insert_index(self, index: QModelIndex) -> None:
        suggestion = self._model.suggestion_at(index.row())
        if suggestion is not None:
            self.phrase_chosen.emit(suggestion.phrase.text)


def _provenance(suggestion: Suggestion) -> str:
    from ui.models.phrase_model import CROWDED

    lines: list[str] = []
    if suggestion.used_in_draft >= CROWDED:
        lines.append(f"本稿已用 {suggestion.used_in_draft} 次，宜换一种说法")
    if suggestion.sources:
        shown = "；".join(suggestion.sources[:_SOURCES])
        more = len(suggestion.sources) - _SOURCES
        lines.append(f"出处：{shown}" + (f" 等 {more + _SOURCES} 处" if more > 0 else ""))
    elif suggestion.phrase.documents:
        lines.append(f"出处：公开报告 {suggestion.phrase.documents} 篇用过")
    if suggestion.last_used:
        lines.append(f"最近使用：{suggestion.last_used}")
    return "\n".join(lines) or "出处：内置词表"
