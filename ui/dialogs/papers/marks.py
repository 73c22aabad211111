"""批改稿: what a leader changed and remarked, each accepted, refused or locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
)

from drafting.model.mark import Decision, MarkKind
from drafting.text.span import Span
from ui.dialogs.frame.dialog import FramedDialog
from ui.dialogs.frame.plain_view import PlainView
from ui.style.plain_label import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from drafting.model.mark import Mark

_COLUMNS = ("处理", "谁", "改动", "内容")
_NOTE = (
    "选一处或几处，按接受、拒绝或接受并锁定；锁定的话以后丢了会提示。最后按“照此修改”，可一次撤销。"
)
_NONE = "这个文件里没有修订，也没有批注。"
_WORDS = {
    Decision.ACCEPT: "接受",
    Decision.REFUSE: "拒绝",
    Decision.LOCK: "接受并锁定",
    None: "未定",
}
_KEYS = {Decision.ACCEPT: "Alt+A", Decision.REFUSE: "Alt+R", Decision.LOCK: "Alt+L"}
_LOST = "原处已改"
_AROUND = 60
_SHOWN = 40
_TELLING = 6
_CONTEXT = 10


class MarksDialog(FramedDialog):
    """``marks`` have their places in ``text``; None stands for one whose place has changed.

    ``told`` are the marks as the file has them, for those that have lost their place.
    """

    decided = Signal(object)

    def __init__(
        self,
        told: Sequence[Mark],
        marks: Sequence[Mark | None],
        text: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("取回批改稿", parent, note=_NOTE if told else _NONE)
        self._told = list(told)
        self._marks = list(marks)
        self._text = text
        self.decisions: dict[int, Decision] = {}
        self.tree = self._make_tree()
        self._place = PlainView("改动所在的地方", self)
        self._place.setMinimumHeight(64)
        self._place.setMaximumHeight(120)
        self.body.addWidget(self.tree, 3)
        self.body.addWidget(self._place, 1)
        self.body.addLayout(self._make_choices())
        self._apply = self.add_button("照此修改", "primary")
        self._apply.clicked.connect(self._decide)
        self.add_button("取消").clicked.connect(self.reject)
        self.tree.itemSelectionChanged.connect(self._show_place)
        if self._told:
            self.tree.setCurrentItem(self._item(0))
        self._allow()
        self.resize_within_screen(900, 640)
        self.tree.setFocus()

    def choose(self, decision: Decision, rows: Sequence[int] | None = None) -> None:
        """Decide on the marks of these rows, or on those selected, and go to the next one."""
        wanted = self._selected() if rows is None else list(rows)
        for row in wanted:
            if self._marks[row] is not None:
                self.decisions[row] = decision
                self._item(row).setText(0, _WORDS[decision])
        if rows is None and wanted and max(wanted) + 1 < len(self._told):
            self.tree.setCurrentItem(self._item(max(wanted) + 1))
        self._allow()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setAccessibleName("批改")
        tree.setHeaderLabels(list(_COLUMNS))
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = tree.header()
        for column in range(3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for row, mark in enumerate(self._told):
            words = _contents(mark) + self._context(self._marks[row])
            state = _WORDS[None] if self._marks[row] is not None else _LOST
            item = QTreeWidgetItem([state, mark.author or "不详", mark.kind.label, words])
            item.setToolTip(3, plain_tip(f"{mark.old}\n→ {mark.new}" if mark.old else mark.new))
            item.setDisabled(self._marks[row] is None)
            tree.addTopLevelItem(item)
        return tree

    def _make_choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for decision, keys in _KEYS.items():
            button = QPushButton(_WORDS[decision], self)
            button.setAutoDefault(False)
            button.setAccessibleName(_WORDS[decision])
            button.setToolTip(f"{_WORDS[decision]}选中的各处（{keys}）")
            button.clicked.connect(lambda _=False, one=decision: self.choose(one))
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda one=decision: self.choose(one))
            row.addWidget(button)
        row.addStretch(1)
        everything = QPushButton("其余全部接受", self)
        everything.setAutoDefault(False)
        everything.setAccessibleName("其余全部接受")
        everything.clicked.connect(self._accept_rest)
        row.addWidget(everything)
        return row

    def _context(self, mark: Mark | None) -> str:
        """Return the words around a short change, without which it tells nothing."""
        if mark is None or mark.span is None or len(mark.old) > _TELLING:
            return ""
        start, end = mark.span.start, mark.span.end
        before = self._text[max(start - _CONTEXT, 0) : start].rpartition("\n")[2]
        after = self._text[end : end + _CONTEXT].partition("\n")[0]
        return f"　在“…{before}{mark.old}{after}…”"

    def _item(self, row: int) -> QTreeWidgetItem:
        item = self.tree.topLevelItem(row)
        assert item is not None, "every mark has a row"  # noqa: S101 - for the type checker
        return item

    def _selected(self) -> list[int]:
        return sorted(self.tree.indexOfTopLevelItem(one) for one in self.tree.selectedItems())

    def _accept_rest(self) -> None:
        rest = [row for row in range(len(self._told)) if row not in self.decisions]
        self.choose(Decision.ACCEPT, rest)

    def _show_place(self) -> None:
        rows = self._selected()
        mark = self._marks[rows[0]] if rows else None
        if mark is None or mark.span is None:
            lost = self._told[rows[0]] if rows else None
            self._place.show_text(lost.old or lost.new if lost is not None else "")
            return
        # From the paragraph's own beginning, so that the place is in sight at once.
        line = self._text.rfind("\n", 0, mark.span.start) + 1
        start = max(mark.span.start - _AROUND, line)
        shown = Span(start, min(mark.span.end + _AROUND, len(self._text)))
        self._place.show_text(shown.of(self._text), (mark.span.of(self._text),))

    def _allow(self) -> None:
        self._apply.setEnabled(bool(self.decisions))

    def _decide(self) -> None:
        self.decided.emit(dict(self.decisions))
        self.accept()


def _contents(mark: Mark) -> str:
    """Return one line for a mark: old → new, or what the comment says of what."""
    old, new = _short(mark.old), _short(mark.new)
    if mark.kind is MarkKind.COMMENT:
        return f"{new}（批在“{old}”上）" if old else new
    if mark.kind is MarkKind.REPLACED:
        return f"“{old}” → “{new}”"
    return f"“{new or old}”"


def _short(text: str) -> str:
    flat = text.replace("\n", " ").strip()
    return flat[:_SHOWN] + ("…" if len(flat) > _SHOWN else "")
