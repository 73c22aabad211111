"""素材库: the past speeches in a list, their particulars, what an import brought, upkeep."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.frame.dialog import FramedDialog
from ui.dialogs.frame.progress_row import ProgressRow
from ui.dialogs.library.filter import LibraryFilter
from ui.dialogs.library.import_results import ImportResults
from ui.dialogs.library.numbers import LibraryNumbers
from ui.dialogs.library.speech_details import SpeechDetails
from ui.models.dropped_files import taken_files
from ui.models.speech_model import SpeechModel
from ui.models.speech_words import library_words
from ui.style.menu_arrow import MenuArrow
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from drafting.corpus.housekeeping import LibraryStats
    from drafting.model.speech import SpeechRecord
    from drafting.workspace.library.import_service import ImportOutcome

_WIDTHS = (104, 0, 88, 104, 72)
_LEAST_TITLE = 220
_BY_NEED = (0, 2, 3, 4)  # what is left out first stands last

_INVITATION = "把以前的讲话稿放进来"
_USES = "放进来后可以检索、查重，写稿时给出本单位用过的说法。文件留在原处，内容不离开这台电脑。"
_MEANWHILE = "读完就列在这里。不用等：可以关上这个窗口接着写稿。"


class LibraryDialog(FramedDialog):
    """Shows the library and emits what is to be done; the work itself is done elsewhere."""

    folder_wanted = Signal()
    files_wanted = Signal()
    files_dropped = Signal(list)
    starters_wanted = Signal()
    starters_unwanted = Signal()
    remove_wanted = Signal(list)
    speech_saved = Signal(int, str, object)
    read_wanted = Signal(int)
    template_wanted = Signal(int)
    verify_wanted = Signal()
    copy_wanted = Signal()
    again_wanted = Signal(list)
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("素材库", parent, note=library_words(0, 0))
        self.setModal(False)
        self.setAcceptDrops(True)
        self._has_starters = False
        self._held_words = library_words(0, 0)
        self._model = SpeechModel(self)
        self.filter = LibraryFilter(self)
        self.filter.changed.connect(self._narrow)
        self.table = self._make_table()
        self.details = SpeechDetails(self)
        self.details.saved.connect(self.speech_saved)
        self.numbers = LibraryNumbers(self)
        self.results = ImportResults(self)
        self.results.again_chosen.connect(self.again_wanted)
        self.tabs = self._make_tabs()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._make_list())
        self._stack.addWidget(self._make_empty_page())
        self.body.addWidget(self._stack, 1)
        self.progress = ProgressRow(self)
        self.progress.stop_chosen.connect(self.stop_wanted)
        self.body.addWidget(self.progress)
        self._make_buttons()
        self.resize_within_screen(1080, 680)
        self.show_speeches(())

    def show_speeches(self, records: Sequence[SpeechRecord]) -> None:
        """Show the speeches of the library; the chosen one stays chosen."""
        chosen = self.chosen_ids()
        self._has_starters = any(one.is_starter for one in records)
        self._model.show_speeches(records)
        self.filter.boxes.offer(records)
        self._stack.setCurrentIndex(0 if records else 1)
        for button in (self._read_button, self._template_button, self._remove_button):
            button.setVisible(bool(records))
        self._held_words = library_words(len(records), sum(one.characters for one in records))
        self._tell_held()
        self._choose(chosen)

    def show_taking(self, words: str) -> None:
        """Say in place of the invitation that the first speeches are on their way, if they are."""
        self._invitation.setVisible(not words)
        self._empty_head.setText("正在读以前的讲话" if words else _INVITATION)
        self._empty_note.setText(_MEANWHILE if words else _USES)

    def show_stats(self, stats: LibraryStats | None) -> None:
        """Show what the library holds in figures."""
        self.numbers.show_stats(stats)

    def show_outcome(self, outcome: ImportOutcome) -> None:
        """Show what an import brought, its bad files first."""
        self.results.show_outcome(outcome)
        if outcome.changes.failed:
            self.tabs.setCurrentWidget(self.results)

    def chosen_ids(self) -> list[int]:
        """Return the numbers of the speeches that are selected."""
        rows = self.table.selectionModel().selectedRows()
        found = (self._model.speech_at(index.row()) for index in rows)
        return [one.id for one in found if one is not None]

    def choose(self, speech: int) -> None:
        """Select one speech and bring it into sight."""
        self._choose([speech])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the chosen speeches with the Delete key."""
        if event.matches(QKeySequence.StandardKey.Delete) and self.table.hasFocus():
            self._ask_remove()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave out kind and length where titles would be cut short; they stand beside, too."""
        if isinstance(watched, QTableView) and event.type() is QEvent.Type.Resize:
            room = watched.width() - _LEAST_TITLE
            for column in _BY_NEED:
                room -= _WIDTHS[column]
                watched.setColumnHidden(column, room < 0)
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        taken_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped: whoever drops it here wants it in the library."""
        paths = taken_files(event)
        if paths:
            self.files_dropped.emit(paths)

    # ---------------------------------------------------------------- building

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setAccessibleName("素材库里的讲话")
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(32)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(_WIDTHS):
            if width:
                table.setColumnWidth(column, width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().selectionChanged.connect(self._show_chosen)
        table.doubleClicked.connect(self._read)
        table.installEventFilter(self)
        return table

    def _make_tabs(self) -> QTabWidget:
        tabs = QTabWidget(self)
        tabs.setDocumentMode(True)
        tabs.setAccessibleName("情况、统计、入库结果")
        for widget, words in (
            (self.details, "情况"),
            (self.numbers, "统计"),
            (self.results, "入库结果"),
        ):
            tabs.addTab(widget, words)
        return tabs

    def _make_list(self) -> QWidget:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(left)
        splitter.addWidget(self.tabs)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([700, 332])
        splitter.setChildrenCollapsible(False)
        return splitter

    def _make_empty_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setSpacing(12)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._empty_head = PlainLabel(_INVITATION, role="heading")
        self._empty_note = PlainLabel(_USES, role="second")
        self._invitation = QWidget(page)
        for widget in (self._empty_head, self._empty_note, self._invitation):
            column.addWidget(widget, 0, middle)
        row = QHBoxLayout(self._invitation)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for told, signal, role in (
            ("添加文件夹…", self.folder_wanted, "primary"),
            ("添加文件…", self.files_wanted, ""),
            ("先放入示例讲话", self.starters_wanted, ""),
        ):
            row.addWidget(self._button(told, signal.emit, role))
        column.addStretch(3)
        return page

    def _make_buttons(self) -> None:
        more = self.add_button("更多", at_left=True)
        MenuArrow(more)
        more.setToolTip("检查、备份、示例讲话")
        more.clicked.connect(lambda: self._show_more(more))
        for words, signal, tip in (
            ("添加文件…", self.files_wanted, "选一个或几个文件入库"),
            (
                "添加文件夹…",
                self.folder_wanted,
                "把一个文件夹里能读的讲话都入库，重复的跳过；也可以拖进来",
            ),
        ):
            button = self.add_button(words, at_left=True)
            button.setToolTip(tip)
            button.clicked.connect(signal)
        self._read_button = self.add_button("看全文")
        self._read_button.clicked.connect(self._read)
        self._template_button = self.add_button("以此稿为范")
        self._template_button.setToolTip("取出它的骨架，另起一稿")
        self._template_button.clicked.connect(self._ask_template)
        self._remove_button = self.add_button("移出素材库")
        self._remove_button.setToolTip("把所选讲话移出素材库，不留痕迹；原来的文件不动（Delete）")
        self._remove_button.clicked.connect(self._ask_remove)
        self.add_button("关闭").clicked.connect(self.close)

    def _button(self, words: str, slot: Callable[[], object], role: str = "") -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(words)
        button.setProperty("role", role)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: slot())
        return button

    # ---------------------------------------------------------------- what is chosen

    def _narrow(self) -> None:
        chosen = self.chosen_ids()
        self._model.narrow(self.filter.choice())
        self._tell_held()
        self._choose(chosen)

    def _tell_held(self) -> None:
        """Tell how large the library is, and how many speeches the filter leaves of it."""
        left = self._model.rowCount()
        found = f"符合条件的 {left:,} 篇" if left else "没有符合条件的讲话"
        is_narrowed = left < self._model.held
        self.note.setText(f"{self._held_words} · {found}" if is_narrowed else self._held_words)

    def _choose(self, ids: Sequence[int]) -> None:
        selection = self.table.selectionModel()
        rows = [row for row in map(self._model.row_of, ids) if row >= 0]
        flags = QItemSelectionModel.SelectionFlag
        selection.clearSelection()
        for row in rows or ([0] if self._model.rowCount() else []):
            index = self._model.index(row, 0)
            selection.select(index, flags.Select | flags.Rows)
            selection.setCurrentIndex(index, flags.NoUpdate)
            self.table.scrollTo(index)
        self._show_chosen()

    def _show_chosen(self) -> None:
        ids = self.chosen_ids()
        single = self._model.speech_at(self._model.row_of(ids[0])) if len(ids) == 1 else None
        self.details.show_speech(single)
        self._read_button.setEnabled(single is not None)
        self._template_button.setEnabled(single is not None)
        self._remove_button.setEnabled(bool(ids))

    def _read(self) -> None:
        ids = self.chosen_ids()
        if len(ids) == 1:
            self.read_wanted.emit(ids[0])

    def _ask_template(self) -> None:
        ids = self.chosen_ids()
        if len(ids) == 1:
            self.template_wanted.emit(ids[0])

    def _ask_remove(self) -> None:
        ids = self.chosen_ids()
        if ids:
            self.remove_wanted.emit(ids)

    def _show_more(self, button: QPushButton) -> None:
        menu = QMenu(self)
        menu.addAction("检查素材库").triggered.connect(self.verify_wanted)
        menu.addAction("备份素材库…").triggered.connect(self.copy_wanted)
        menu.addSeparator()
        if self._has_starters:
            menu.addAction("移出示例讲话").triggered.connect(self.starters_unwanted)
        else:
            menu.addAction("放入示例讲话").triggered.connect(self.starters_wanted)
        menu.aboutToHide.connect(partial(menu.deleteLater))
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
