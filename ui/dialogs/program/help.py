"""帮助: pages about the five moments of the work, with pictures; it may stay open while writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout

from resources import resource_path
from ui.dialogs.frame.dialog import FramedDialog
from ui.dialogs.program.help_view import HelpView
from ui.style.search_line import SearchLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LIST_WIDTH = 150


class HelpDialog(FramedDialog):
    """Lists the pages; a word in the search leaves those that hold it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("帮助", parent)
        folder = resource_path("help")
        pages = sorted(folder.glob("*.md"))
        self._pages = [path.read_text(encoding="utf-8") for path in pages]
        self._search = SearchLine(self)
        self._search.setProperty("role", "search")
        self._search.setPlaceholderText("找帮助")
        self._search.setAccessibleName("找帮助")
        self.topics = QListWidget(self)
        self.topics.setAccessibleName("帮助的目录")
        for page in self._pages:
            self.topics.addItem(page.partition("\n")[0].removeprefix("# "))
        self.view = HelpView(folder, self)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._search)
        left.addWidget(self.topics, 1)
        for widget in (self._search, self.topics):
            widget.setFixedWidth(_LIST_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left)
        row.addWidget(self.view, 1)
        self.body.addLayout(row, 1)
        self.add_button("关闭", "primary").clicked.connect(self.accept)
        self.topics.currentRowChanged.connect(self._show)
        self._search.textChanged.connect(self._filter)
        self.resize_within_screen(860, 640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.topics.setCurrentRow(0)
        self.topics.setFocus()

    def _show(self, row: int) -> None:
        if row >= 0:
            self.view.show_page(self._pages[row])

    def _filter(self, words: str) -> None:
        wanted = words.strip().casefold()
        shown = [row for row, page in enumerate(self._pages) if wanted in page.casefold()]
        for row in range(len(self._pages)):
            self.topics.item(row).setHidden(row not in shown)
        if shown and self.topics.currentRow() not in shown:
            self.topics.setCurrentRow(shown[0])
