"""雷同: what the draft shares with past speeches, both wordings of a passage side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.panels.action_keys import with_keys
from ui.panels.flow_row import FlowRow
from ui.panels.lazy_panel import LazyPanel
from ui.panels.words_button import WordsButton
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QListView

    from drafting.model.overlap import OverlapReport, SharedPassage
    from drafting.workspace.live.overlap import SharedWording

_SIDE = 16
_COPIED, _COMMON = 0, 1
_LEAST = 0.005


class OverlapPanel(LazyPanel):
    """Emits which passage is shown below the list, and which was chosen to go to.

    Also what is to be read, and when to look anew or to stop.
    """

    passage_shown = Signal(object)
    passage_chosen = Signal(object)
    source_wanted = Signal(int, object)
    look_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("雷同", self._make_insides, parent)
        self._report: OverlapReport | None = None
        self._text = ""
        self._speeches = 0
        self._taking = ""
        self._is_filling = False

    def show_report(self, report: OverlapReport, text: str, speeches: int) -> None:
        """Show what ``text`` shares with the ``speeches`` of the library."""
        self.build()
        self._report, self._text, self._speeches = report, text, speeches
        self._end()
        self._told.setText(self._summary(report))
        self._show_choices(report)
        self._show_sources(report)
        self._show_list()

    def show_taking(self, words: str) -> None:
        """Say in place of an empty library how far its first import is; no words: it is over."""
        self._taking = words
        if self._report is not None and not self._speeches:
            self._told.setText(self._summary(self._report))

    def show_searching(self) -> None:
        """Say that the look-up is under way."""
        self.build()
        self._told.setText("正在与素材库逐段比对…")
        self._bar.show()
        self._button.show_words("停下", "停止查重")

    def show_problem(self, words: str) -> None:
        """Say why nothing is known."""
        self.build()
        self._end()
        self._told.setText(words)

    def clear(self) -> None:
        """Show that nothing is known of this draft."""
        self._report = None
        if self.is_built:
            self._model.show_passages((), "")
            self._told.setText("")
            self._lower.hide()

    def show_wording(self, wording: SharedWording) -> None:
        """Show the chosen passage beside its source, what differs set off."""
        from ui.editor.reading_view import Mark

        self._own.show_text(wording.own, [Mark(one) for one in wording.only_own])
        self._other.show_text(wording.other, [Mark(one) for one in wording.only_other])

    def current(self) -> SharedPassage | None:
        """Return the chosen passage, or None."""
        return self._model.passage_at(self._view.currentIndex().row()) if self.is_built else None

    def focus_list(self) -> None:
        """Put the focus on the passages."""
        self.build()
        self._view.setFocus()

    # ---------------------------------------------------------------- building

    def _make_insides(self) -> None:
        from PySide6.QtWidgets import QComboBox, QProgressBar, QSplitter

        from ui.models.overlap_model import OverlapModel

        self._told = PlainLabel("", self, wrap=True)
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName("正在查重")
        self._bar.setRange(0, 0)
        self._bar.hide()
        self._button = WordsButton("card", self)
        self._button.clicked.connect(self._press)
        self._sources = QComboBox(self)
        self._sources.setAccessibleName("只看出自某一篇的")
        self._sources.setToolTip("只看出自某一篇的雷同")
        self._sources.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._sources.currentIndexChanged.connect(self._show_list)
        self._model = OverlapModel(self)
        self._view = self._make_view()
        self._lower = self._make_lower()
        self._lower.hide()
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self._view)
        split.addWidget(self._lower)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        column.addWidget(split, 1)
        self.hand_focus_to(self._view)
        self._model.modelReset.connect(self._allow_keys)
        self._allow_keys()
        self._end()

    def _allow_keys(self) -> None:
        """Keep Tab from stopping at a list with nothing in it."""
        policies = Qt.FocusPolicy
        has_rows = self._model.rowCount() > 0
        self._view.setFocusPolicy(policies.StrongFocus if has_rows else policies.NoFocus)

    def _make_head(self) -> QVBoxLayout:
        from PySide6.QtWidgets import QButtonGroup

        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._told, 1)
        first.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout()
        head.setContentsMargins(_SIDE, 12, _SIDE, 8)
        head.setSpacing(8)
        head.addLayout(first)
        head.addWidget(self._bar)
        self._choices = FlowRow(self)
        self._group = QButtonGroup(self)
        for number in (_COPIED, _COMMON):
            button = WordsButton("choice", self._choices)
            button.setCheckable(True)
            self._group.addButton(button, number)
        self._group.button(_COPIED).setChecked(True)
        self._group.idClicked.connect(self._show_list)
        head.addWidget(self._choices)
        head.addWidget(self._sources)
        self._choices.hide()
        self._sources.hide()
        return head

    def _make_view(self) -> QListView:
        from PySide6.QtWidgets import QListView

        from ui.models.overlap_model import OverlapDelegate

        view = QListView(self)
        view.setProperty("role", "rows")
        view.setAccessibleName("雷同的段落")
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setModel(self._model)
        view.setItemDelegate(OverlapDelegate(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.selectionModel().currentChanged.connect(self._choose)
        view.clicked.connect(self._go)
        view.activated.connect(self._read)
        return view

    def _make_lower(self) -> QWidget:
        from ui.editor.reading_view import ReadingView

        lower = QWidget(self)
        rule = QFrame(lower)
        rule.setProperty("role", "rule")
        self._own = ReadingView("本稿的说法", lower)
        self._other = ReadingView("原来的说法", lower)
        self._from = PlainLabel("", lower, wrap=True, role="caption")
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, view in (("本稿", self._own), ("原来", self._other)):
            part = QVBoxLayout()
            part.setSpacing(4)
            part.addWidget(PlainLabel(words, lower, role="second"))
            part.addWidget(view, 1)
            row.addLayout(part, 1)
        read = WordsButton("card", lower)
        read.show_words("看原文", "在单独的窗口里看原来的讲话，停在这一段（回车）")
        read.clicked.connect(self._read)
        column = QVBoxLayout(lower)
        column.setContentsMargins(_SIDE, 0, _SIDE, 12)
        column.setSpacing(8)
        column.addWidget(rule)
        column.addLayout(row, 1)
        column.addWidget(self._from)
        column.addWidget(read, 0, Qt.AlignmentFlag.AlignLeft)
        return lower

    # ---------------------------------------------------------------- what is shown

    def _show_choices(self, report: OverlapReport) -> None:
        for number, words, count, tip in (
            (_COPIED, "雷同", len(report.passages), "与以前讲话一样或略加改动的段落"),
            (_COMMON, "套话、名称、引文", len(report.common), "大家都这样说的，不算雷同"),
        ):
            button = self._group.button(number)
            if isinstance(button, WordsButton):
                button.show_words(f"{words} {count}", tip)
        buttons = [self._group.button(number) for number in (_COPIED, _COMMON)]
        self._choices.show_widgets(buttons)
        self._choices.setVisible(bool(report.common))
        if not report.common:
            buttons[_COPIED].setChecked(True)

    def _show_sources(self, report: OverlapReport) -> None:
        box = self._sources
        chosen = box.currentData()
        box.blockSignals(True)  # noqa: FBT003 - Qt's own
        box.clear()
        box.addItem(f"全部来源（{report.share:.0%}）", "")
        for one in report.sources:
            box.addItem(f"{one.share:.1%}  {one.title}".replace("\n", " "), one.source)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.blockSignals(False)  # noqa: FBT003 - Qt's own
        box.setVisible(len(report.sources) > 1)

    def _show_list(self) -> None:
        report = self._report
        if report is None:
            return
        is_copied = self._group.checkedId() == _COPIED
        passages = report.passages if is_copied else report.common
        source = self._sources.currentData() if is_copied else ""
        shown = [one for one in passages if source in ("", one.source)]
        row = max(self._view.currentIndex().row(), 0)
        self._is_filling = True
        self._model.show_passages(shown, self._text)
        self._lower.setVisible(bool(shown))
        if shown:
            self._view.setCurrentIndex(self._model.index(min(row, len(shown) - 1)))
        self._is_filling = False

    def _choose(self) -> None:
        from ui.models.overlap_model import source_words

        passage = self.current()
        if passage is None:
            return
        self._from.setText(source_words(passage))
        self.passage_shown.emit(passage)
        if not self._is_filling:  # a list that renews itself does not move the page
            self.passage_chosen.emit(passage)

    def _go(self) -> None:
        passage = self.current()
        if passage is not None:
            self.passage_chosen.emit(passage)

    def _read(self) -> None:
        passage = self.current()
        if passage is not None:
            self.source_wanted.emit(int(passage.source), (passage.source_span,))

    def _press(self) -> None:
        signal: Callable[[], None] = self.look_wanted.emit
        if self._bar.isVisible():
            signal = self.stop_wanted.emit
        signal()

    def _summary(self, report: OverlapReport) -> str:
        if self._speeches:
            return _summary(report, self._speeches)
        if self._taking:
            return f"以前的讲话{self._taking}，读完就自动比对。"
        return "素材库还是空的。放进以前的讲话，就能看出哪些话去年说过。"

    def _end(self) -> None:
        self._bar.hide()
        self._button.show_words("重新查重", with_keys("再与素材库比对一次", "overlap"))


def _summary(report: OverlapReport, speeches: int) -> str:
    if report.same:
        others = _summary(replace(report, same=""), speeches - 1) if speeches > 1 else ""
        return f"素材库里的《{report.same}》与本稿一字不差，当作本稿自己，没有比对。{others}"
    if not report.passages:
        return f"与素材库 {speeches:,} 篇讲话没有雷同。"
    count, sources = len(report.passages), len(report.sources)
    share = f"{report.share:.0%}" if report.share >= _LEAST else "不到 1%"
    return f"全稿 {share} 雷同：{count} 段，出自 {sources} 篇。"
