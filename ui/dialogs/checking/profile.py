"""单位档案: place, people, names and words of the office, filled in as lines and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from drafting.errors import DraftingError
from drafting.settings.profile_cells import (
    FIELDS,
    TABLES,
    WORD_LISTS,
    ProfileCells,
    cells_of,
    profile_of,
)
from ui.dialogs.frame.dialog import FramedDialog
from ui.dialogs.frame.messages import confirm, show_problem
from ui.dialogs.frame.rows_editor import RowsEditor
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.settings.profile import OfficeProfile

_LIST_WIDTH = 130
_NOTE = (
    "校核据此认得本地的地名、人名、职务和说法；每一项都可以不填，不填的就不查。"
    "可以导出成一个文件，给同事导入。"
)


class ProfileDialog(FramedDialog):
    """Emits ``saved`` with the profile; ``import_wanted`` and ``export_wanted`` ask for a file."""

    saved = Signal(object)
    import_wanted = Signal()
    export_wanted = Signal(object)

    def __init__(self, profile: OfficeProfile, parent: QWidget | None = None) -> None:
        super().__init__("单位档案", parent, note=_NOTE)
        self._fields: dict[str, QLineEdit] = {}
        self._lists: dict[str, QPlainTextEdit] = {}
        self._tables: dict[str, RowsEditor] = {}
        self._pages = QStackedWidget(self)
        self._list = QListWidget(self)
        self._list.setAccessibleName("档案的部分")
        self._list.setFixedWidth(_LIST_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._list)
        row.addWidget(self._pages, 1)
        self.body.addLayout(row, 1)
        self._list.currentRowChanged.connect(self._pages.setCurrentIndex)
        self.show_profile(profile)
        self._add_buttons()
        self.resize_within_screen(1160, 620)

    def show_profile(self, profile: OfficeProfile) -> None:
        """Fill everything in anew."""
        cells = cells_of(profile)
        self._before = cells
        at = max(self._list.currentRow(), 0)
        self._list.clear()
        while self._pages.count():
            page = self._pages.widget(0)
            self._pages.removeWidget(page)
            page.deleteLater()
        self._add_page("单位", self._make_fields(cells))
        for table in TABLES:
            editor = RowsEditor(table, cells.tables[table.key], self)
            self._tables[table.key] = editor
            self._add_page(table.title, editor)
        self._add_page("用语", self._make_lists(cells))
        self._list.setCurrentRow(at)

    def cells(self) -> ProfileCells:
        """Return the words as they are written."""
        fields = {key: line.text() for key, line in self._fields.items()}
        fields |= {key: lines.toPlainText() for key, lines in self._lists.items()}
        return ProfileCells(fields, {key: one.rows() for key, one in self._tables.items()})

    def profile(self) -> OfficeProfile | None:
        """Return what is written as a profile; a slip is told and gives None."""
        try:
            return profile_of(self.cells())
        except DraftingError as error:
            show_problem(self, str(error))
            return None

    def choose_page(self, title: str) -> None:
        """Show one of the pages."""
        for at in range(self._list.count()):
            if self._list.item(at).text() == title:
                self._list.setCurrentRow(at)

    def reject(self) -> None:
        """Close without saving; ask where something was written."""
        changed = self.cells() != self._before
        if not changed or confirm(self, "档案有改动还没有保存，要放弃吗？", "放弃改动"):
            super().reject()

    def _add_buttons(self) -> None:
        self.add_button("导出…", at_left=True).clicked.connect(self._export)
        self.add_button("导入…", at_left=True).clicked.connect(self.import_wanted)
        self.add_button("保存", "primary").clicked.connect(self._save)
        self.add_button("取消").clicked.connect(self.reject)

    def _add_page(self, title: str, page: QWidget) -> None:
        self._list.addItem(title)
        self._pages.addWidget(page)

    def _make_fields(self, cells: ProfileCells) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        form = QFormLayout()
        column.addLayout(form)
        column.addStretch(1)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        for field in FIELDS:
            shown = _offering(field.offers, page) if field.offers else QLineEdit(page)
            shown.setAccessibleName(field.title)
            own = shown.lineEdit() if isinstance(shown, QComboBox) else shown
            line = cast("QLineEdit", own)  # a list that is editable has one
            line.setText(cells.fields[field.key])
            line.setPlaceholderText(field.hint)
            line.setAccessibleName(field.title)
            self._fields[field.key] = line
            label = PlainLabel(field.title)
            # As high as its field, so that both stand on one line.
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
            form.addRow(label, shown)
        return page

    def _make_lists(self, cells: ProfileCells) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for one in WORD_LISTS:
            lines = QPlainTextEdit(cells.fields[one.key], page)
            lines.setAccessibleName(one.title)
            lines.setTabChangesFocus(True)
            self._lists[one.key] = lines
            column.addWidget(PlainLabel(one.title, role="heading"))
            column.addWidget(PlainLabel(one.hint, role="second"))
            column.addWidget(lines, 1)
        return page

    def _save(self) -> None:
        profile = self.profile()
        if profile is not None:
            self.saved.emit(profile)
            self.accept()

    def _export(self) -> None:
        profile = self.profile()
        if profile is not None:
            self.export_wanted.emit(profile)


def _offering(words: Sequence[str], parent: QWidget) -> QComboBox:
    """Return a list of the usual words, in which others may be written."""
    box = QComboBox(parent)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(list(words))
    return box
