"""打印预览: the pages as they will be printed, turned, zoomed and printed from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.dialogs.frame.enter_key import EnterDialog
from ui.dialogs.frame.messages import show_problem
from ui.dialogs.papers.page_painter import PagePainter
from ui.dialogs.papers.page_view import PageView
from ui.style.announcing import announce
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from drafting.model.layout import PageLayout
    from drafting.pagination.pages import Page


class PreviewDialog(EnterDialog):
    """Shows ``pages`` of ``text`` in ``layout``; what prints is what is shown.

    ``printer`` and ``duplex`` are those of the last ``PrintJob``; ``printed`` carries the next.
    """

    printed = Signal(object)

    def __init__(
        self,
        pages: Sequence[Page],
        layout: PageLayout,
        text: str,
        parent: QWidget | None = None,
        *,
        printer: str = "",
        duplex: str = "",
    ) -> None:
        super().__init__(parent)
        self._printer, self._duplex = printer, duplex
        self.setWindowTitle(f"打印预览 · {layout.name}")
        self.setAccessibleName(self.windowTitle())
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=True)
        self._pages = pages
        self._layout_data = layout
        self._painter_of = PagePainter(layout, text)
        self._is_fresh = True
        self._view = PageView(pages, layout, self._painter_of, self)
        self._view.page_changed.connect(self._show_place)
        self._view.zoomed.connect(self._show_zoom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_bar())
        column.addWidget(self._view, 1)
        self._notes = PlainLabel("", wrap=True, role="caption", margins=QMargins(16, 6, 16, 6))
        self._show_notes("　".join(self._painter_of.warnings))
        column.addWidget(self._notes)
        self._add_keys()
        self._show_place()
        room = self.screen().availableGeometry().size()
        self.resize(min(960, room.width() - 32), min(900, room.height() - 64))
        self._view.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the first page whole at first."""
        super().showEvent(event)
        if self._is_fresh:
            self._is_fresh = False
            self._view.fit_width()
            if self._view.zoom > 1:
                self._view.set_zoom(1.0)

    def view(self) -> PageView:
        """Return the view of the pages."""
        return self._view

    def print_pages(self) -> None:
        """Ask for a printer and print; say what was sent where, or that it failed."""
        # Qt's printing module is not needed before someone prints.
        from ui.dialogs.papers.printing import ask_printer, make_printer, print_pages

        printer = make_printer(self._layout_data, self._printer, self._duplex)
        if not ask_printer(self, printer, len(self._pages)):
            return
        job = print_pages(printer, self._pages, self._painter_of)
        if job is None:
            show_problem(self, "没有打印成：打印机没有接收，请检查打印机或换一台再试。")
            return
        self._printer, self._duplex = job.printer, job.duplex
        self._show_notes(job.words)
        announce(self, job.words)
        self.printed.emit(job)

    def _show_notes(self, words: str) -> None:
        self._notes.setText(words)
        self._notes.setVisible(bool(words))

    def _make_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 10, 16, 10)
        bar.setSpacing(8)
        self._add(bar, "上一页", "上一页（PageUp）").clicked.connect(self._turn_back)
        self._place = PlainLabel("", role="second")
        bar.addWidget(self._place)
        self._add(bar, "下一页", "下一页（PageDown）").clicked.connect(self._turn)
        bar.addStretch(1)
        self._add(bar, "缩小", "缩小（Ctrl+减号）").clicked.connect(self._shrink)
        self._zoom = PlainLabel("100%", role="second")
        bar.addWidget(self._zoom)
        self._add(bar, "放大", "放大（Ctrl+加号）").clicked.connect(self._grow)
        self._add(bar, "整页", "一屏一页").clicked.connect(self._view.fit_page)
        self._add(bar, "页宽", "与窗口同宽").clicked.connect(self._view.fit_width)
        bar.addStretch(1)
        self._add(bar, "打印…", "打印（Ctrl+P）", "primary").clicked.connect(self.print_pages)
        self._add(bar, "关闭", "关闭（Esc）").clicked.connect(self.reject)
        return bar

    def _add(self, bar: QHBoxLayout, words: str, tip: str, role: str = "") -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", role)
        button.setToolTip(tip)
        button.setAccessibleName(words)
        button.setAutoDefault(False)
        bar.addWidget(button)
        return button

    def _add_keys(self) -> None:
        printing = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        printing.activated.connect(self.print_pages)

    def _turn(self) -> None:
        self._view.go_to(self._view.page + 1)

    def _turn_back(self) -> None:
        self._view.go_to(self._view.page - 1)

    def _grow(self) -> None:
        self._view.zoom_step(1)

    def _shrink(self) -> None:
        self._view.zoom_step(-1)

    def _show_place(self) -> None:
        self._place.setText(f"第 {self._view.page} 页，共 {len(self._pages)} 页")

    def _show_zoom(self, zoom: float) -> None:
        self._zoom.setText(f"{zoom:.0%}")
