"""版本: what was kept of a draft, any two compared, a sentence or the whole taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from drafting.comparison.differences import compare_texts
from drafting.comparison.taking_back import edits_taking_back
from drafting.errors import DraftingError
from drafting.text.edits import TextEdit
from drafting.text.span import Span
from ui.dialogs.frame.dialog import FramedDialog
from ui.dialogs.frame.messages import confirm_loss, show_problem
from ui.dialogs.keeping.comparison_view import ComparisonView
from ui.dialogs.keeping.round import ask_round
from ui.style.fonts import interface_font
from ui.style.plain_label import PlainLabel, plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from drafting.comparison.differences import Comparison
    from drafting.history.versions import Version
    from drafting.model.change import Change
    from drafting.workspace.drafts.keeping import DraftVersions

NOW = "现在的稿件"
_LIST_WIDTH = 230
_NOTE = "左边选一个版本，右边就是它和另一稿的对照。取回之后可以撤销。"
_TRACELESS = "现在设为不留版本（无痕），下面是以前留下的。"
_NOT_KEPT = "现在不留版本：设置里选了“不留（无痕）”，或者稿件还没有存过盘。"
_EMPTY = "还没有留下版本。打开、保存稿件时和写作途中会自动留下。"


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version with what the list says of it: name or time, and what changed."""

    version: Version
    title: str
    detail: str


class VersionsDialog(FramedDialog):
    """Compares; asks its owner for what changes the draft or writes a file.

    ``edits_wanted`` carries edits of the draft, ``redline_wanted`` two texts; ``clear_wanted``
    means that nothing of the past shall stay.
    """

    edits_wanted = Signal(object)
    redline_wanted = Signal(str, str)
    clear_wanted = Signal()

    def __init__(
        self,
        versions: DraftVersions,
        rows: Sequence[VersionRow],
        current: str,
        parent: QWidget | None = None,
    ) -> None:
        notes = (_NOTE, _EMPTY) if versions.are_kept else (_TRACELESS, _NOT_KEPT)
        super().__init__("版本", parent, note=notes[0 if rows else 1])
        self._versions = versions
        self._rows = list(rows)
        self._current = current
        self._comparison: Comparison | None = None
        self._list = QListWidget(self)
        self._list.setAccessibleName("版本")
        self._list.setFixedWidth(_LIST_WIDTH)
        self._against = QComboBox(self)
        self._against.setAccessibleName("与哪一稿对照")
        self._against.setToolTip("右边对照的一稿")
        self.view = ComparisonView(self)
        self._lay_out()
        self._fill()
        self._list.currentRowChanged.connect(self._compare)
        self._against.currentIndexChanged.connect(self._compare)
        self.view.change_chosen.connect(self._allow)
        self.view.change_activated.connect(self._take_back)
        # Writing goes on from the newest version: what differs is what the user comes to see.
        differing = (row for row, one in enumerate(rows) if not one.version.holds(current))
        self._list.setCurrentRow(next(differing, 0))
        self.resize_within_screen(1120, 680)
        self._compare()

    def chosen(self) -> Version | None:
        """Return the version that is selected, or None."""
        row = self._list.currentRow()
        return self._rows[row].version if 0 <= row < len(self._rows) else None

    def show_current(self, text: str) -> None:
        """Take the draft's text as it is now, after something was taken back.

        Meanwhile nothing is chosen and the button that was pressed is grey: Qt hands its keys on.
        """
        self._current = text
        row = self.view.current_row()
        pressed: QWidget | None = self.focusWidget()
        self._compare()
        self.view.choose(row)
        if pressed is None or not pressed.isEnabled():
            pressed = self._list
        pressed.setFocus()

    def _lay_out(self) -> None:
        against = QHBoxLayout()
        against.setSpacing(8)
        against.addWidget(PlainLabel("对照"))
        against.addWidget(self._against, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(against)
        right.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._list)
        row.addLayout(right, 1)
        self.body.addLayout(row, 1)
        self._add_buttons()

    def _add_buttons(self) -> None:
        self._clear = self.add_button("全部清除…", at_left=True)
        self._clear.setToolTip("删除这份稿件留下的所有版本、恢复副本和 .bak 备份，只留稿件本身")
        self._clear.clicked.connect(self._ask_clear)
        self._remove = self.add_button("删除", at_left=True)
        self._remove.setToolTip("删除选中的版本")
        self._remove.clicked.connect(self._ask_remove)
        self._name = self.add_button("命名…", at_left=True)
        self._name.setToolTip("把选中的版本定为一稿、送审稿等")
        self._name.clicked.connect(self._rename)
        self._redline = self.add_button("导出花脸稿…")
        self._redline.setToolTip("存成带修订痕迹的 Word 文件，可逐处接受或拒绝")
        self._redline.clicked.connect(self._ask_redline)
        self._whole = self.add_button("取回整稿")
        self._whole.clicked.connect(self._take_whole)
        self._one = self.add_button("取回此处", "primary")
        self._one.clicked.connect(lambda: self._take_back(self.view.current()))
        self.add_button("关闭").clicked.connect(self.accept)

    def _fill(self) -> None:
        """Put the versions into the list and the box; what was selected stays so."""
        row, against = self._list.currentRow(), self._against.currentIndex()
        quiet = [QSignalBlocker(widget) for widget in (self._list, self._against)]
        self._list.clear()
        self._against.clear()
        self._against.addItem(NOW)
        for one in self._rows:
            item = QListWidgetItem(f"{one.title}\n{one.detail}")
            item.setToolTip(plain_tip(f"{one.title}　{one.detail}"))
            item.setFont(interface_font(bold=bool(one.version.round_name)))
            self._list.addItem(item)
            self._against.addItem(one.title)
        self._list.setCurrentRow(min(max(row, 0), len(self._rows) - 1))
        self._against.setCurrentIndex(min(max(against, 0), len(self._rows)))
        for blocker in quiet:
            blocker.unblock()

    def _compare(self, _changed: int = 0) -> None:
        version = self.chosen()
        self._comparison = None
        if version is not None:
            try:
                old, new = self._versions.text(version), self._right_text()
            except DraftingError as error:
                show_problem(self, str(error))
            else:
                self._comparison = compare_texts(old, new)
                title = self._rows[self._list.currentRow()].title
                self.view.show_comparison(self._comparison, title, self._against.currentText())
                self.view.choose(0)
        self._allow()

    def _right_text(self) -> str:
        index = self._against.currentIndex() - 1
        if index < 0:
            return self._current
        return self._versions.text(self._rows[index].version)

    def _allow(self, _change: object = None) -> None:
        """Let only those buttons be used that have something to act on."""
        has_one = self._comparison is not None
        is_now = self._against.currentIndex() <= 0
        differs = has_one and bool(self.view.changes)
        for button in (self._name, self._remove):
            button.setEnabled(has_one)
        self._clear.setEnabled(bool(self._rows))
        self._redline.setEnabled(differs)
        self._whole.setEnabled(differs and is_now)
        self._one.setEnabled(differs and is_now and self.view.current() is not None)
        self._whole.setToolTip("把稿件恢复成选中的版本" if is_now else f"对照“{NOW}”时才能取回")
        self._one.setToolTip(
            "把选中的一处恢复成这个版本的写法（回车）" if is_now else f"对照“{NOW}”时才能取回"
        )

    def _take_back(self, change: Change | None) -> None:
        if change is None or self._comparison is None or not self._one.isEnabled():
            return
        edits = edits_taking_back(self._comparison, change)
        if edits:
            self.edits_wanted.emit(edits)

    def _take_whole(self) -> None:
        if self._comparison is not None:
            whole = Span(0, len(self._comparison.new))
            self.edits_wanted.emit((TextEdit(whole, self._comparison.old),))

    def _rename(self) -> None:
        version = self.chosen()
        if version is None:
            return
        known = [one.version.round_name for one in self._rows]
        name = ask_round(self, known, version.round_name)
        if name is None:
            return
        try:
            renamed = self._versions.rename(version, name)
        except DraftingError as error:
            show_problem(self, str(error))
            return
        row = self._list.currentRow()
        old = self._rows[row]
        plain = old.title.rpartition(" · ")[2]
        self._rows[row] = VersionRow(renamed, f"{name} · {plain}" if name else plain, old.detail)
        self._fill()

    def _ask_remove(self) -> None:
        version = self.chosen()
        title = self._rows[self._list.currentRow()].title
        if version is None or not confirm_loss(self, f"删除“{title}”这个版本？不能恢复。", "删除"):
            return
        try:
            self._versions.remove(version)
        except DraftingError as error:
            show_problem(self, str(error))
            return
        del self._rows[self._list.currentRow()]
        self._fill()
        self._compare()

    def _ask_clear(self) -> None:
        question = "清除这份稿件的全部版本、恢复副本和 .bak 备份？只留稿件本身，不能恢复。"
        if confirm_loss(self, question, "清除"):
            self.clear_wanted.emit()
            self.accept()

    def _ask_redline(self) -> None:
        if self._comparison is not None:
            self.redline_wanted.emit(self._comparison.old, self._comparison.new)
