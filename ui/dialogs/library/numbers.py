"""What the library holds, drawn: by year and by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.dialogs.frame.dialog import scrolled
from ui.models.speech_words import library_words, size_words
from ui.style.bar_rows import Bar, BarRows
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from drafting.corpus.housekeeping import LibraryStats


class LibraryNumbers(QWidget):
    """Bars by year and by kind with the figures above them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("素材库统计")
        self._told = PlainLabel("", self, wrap=True)
        self._more = PlainLabel("", self, wrap=True, role="caption")
        self.years = BarRows("各年篇数", self)
        self.kinds = BarRows("各类篇数", self)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 12, 0)
        column.setSpacing(8)
        for one in (self._told, self._more):
            column.addWidget(one)
        for words, bars in (("按年份", self.years), ("按种类", self.kinds)):
            column.addSpacing(4)
            column.addWidget(PlainLabel(words, page, role="heading"))
            column.addWidget(bars)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(page, "素材库统计"))
        self.show_stats(None)

    def show_stats(self, stats: LibraryStats | None) -> None:
        """Show what a library holds; None for none."""
        if stats is None or not stats.speeches:
            self._told.setText(library_words(0, 0))
            self._more.setText("")
            self.years.show_bars(())
            self.kinds.show_bars(())
            return
        self._told.setText(library_words(stats.speeches, stats.characters))
        days = f"{stats.first_date} 至 {stats.last_date}，" if stats.first_date else ""
        starters = f"其中示例 {stats.starters} 篇，" if stats.starters else ""
        size = size_words(stats.file_bytes)
        self._more.setText(f"{days}讲话人 {stats.speakers} 位，{starters}文件 {size}")
        for bars, counts in ((self.years, stats.by_year), (self.kinds, stats.by_kind)):
            bars.show_bars([Bar(name, f"{n:,} 篇", n) for name, n in counts.items()])
