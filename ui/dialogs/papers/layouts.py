"""版式: the layouts, copies of them to change, and the page as it then looks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from drafting.errors import DraftingError
from drafting.pagination.layout_files import LAYOUT_IDS
from drafting.pagination.paginate import paginate
from drafting.workspace.office.layout_fields import checked_layout
from drafting.workspace.office.layouts import (
    copy_layout,
    delete_layout,
    is_own,
    list_layouts,
    save_layout,
)
from ui.dialogs.frame.dialog import FramedDialog, scrolled
from ui.dialogs.frame.messages import confirm, confirm_loss, show_problem
from ui.dialogs.papers.layout_form import LayoutForm
from ui.dialogs.papers.page_painter import PagePainter
from ui.dialogs.papers.page_view import PageView
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from drafting.model.draft import Draft
    from drafting.model.layout import PageLayout

_NOTE = "自带的版式不能改；复制一份再改边距、字体、字号，右边就是印出来的样子。"
_DELAY_MS = 120
_LIST_WIDTH = 150
_FORM_WIDTH = 290


class LayoutsDialog(FramedDialog):
    """``draft`` is what the page is shown with; ``changed`` says that a file was written."""

    changed = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__("版式", parent, note=_NOTE)
        self._draft = draft
        self._layouts: list[PageLayout] = []
        self._written: PageLayout | None = None
        self._kept: PageLayout | None = None
        self._list = QListWidget(self)
        self._list.setAccessibleName("版式")
        self._list.setFixedWidth(_LIST_WIDTH)
        self.form = LayoutForm(self)
        self._problem = PlainLabel("", wrap=True, role="warning")
        self._place = QVBoxLayout()
        self._page: PageView | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self.show_page)
        self._lay_out()
        self.form.changed.connect(self._take)
        self._list.currentRowChanged.connect(self._choose)
        self.resize_within_screen(1080, 680)
        self._fill()
        self._list.setCurrentRow(0)

    @property
    def pages(self) -> int:
        """Return how many pages the draft has in the layout shown."""
        return len(paginate(self._draft, self._kept)) if self._kept is not None else 0

    def show_page(self) -> None:
        """Show the first page in the layout as it is written, or say why there is none."""
        self._timer.stop()
        if self._written is None:
            return
        try:
            layout = checked_layout(self._written)
        except DraftingError as error:
            self._problem.setText(str(error))
            self._save.setEnabled(False)
            return
        self._problem.setText("")
        self._kept = layout
        self._save.setEnabled(self._written not in self._layouts)
        pages = paginate(self._draft, layout)
        page = PageView(pages, layout, PagePainter(layout, self._draft.text), self)
        if self._page is not None:
            self._place.removeWidget(self._page)
            self._page.deleteLater()
        self._page = page
        self._place.addWidget(page, 1)
        for before, after in pairwise((page, *self._buttons_below)):
            QWidget.setTabOrder(before, after)
        QTimer.singleShot(0, page, page.fit_page)

    def save(self) -> None:
        """Write what was changed."""
        if self._written is None or not self._save.isEnabled():
            return
        try:
            save_layout(self._written)
        except DraftingError as error:
            show_problem(self, str(error))
            return
        self._refill(self._written.id)

    def copy(self) -> None:
        """Make a copy of the layout that is chosen, and choose it."""
        layout = self._chosen()
        if layout is None:
            return
        taken = {one.id for one in self._layouts} | {one.name for one in self._layouts}
        names = (f"{layout.name}（{number}）" for number in range(2, 1000))
        name = next(one for one in names if one not in taken)
        try:
            copy_layout(layout.id, name, name)
        except DraftingError as error:
            show_problem(self, str(error))
            return
        self._refill(name)
        self.form.name.setFocus()

    def reject(self) -> None:
        """Close; ask where something was changed and not saved."""
        unsaved = self._save.isEnabled()
        if not unsaved or confirm(self, "版式有改动还没有保存，要放弃吗？", "放弃改动"):
            super().reject()

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(8)
        form = scrolled(self.form, "版式的尺寸和字体")
        form.setFixedWidth(_FORM_WIDTH)
        middle.addWidget(form, 1)
        middle.addWidget(self._problem)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._list)
        row.addLayout(middle)
        row.addLayout(self._place, 1)
        self.body.addLayout(row, 1)
        self._delete = self.add_button("删除", at_left=True)
        self._delete.clicked.connect(self._ask_delete)
        copy = self.add_button("复制一份", at_left=True)
        copy.clicked.connect(self.copy)
        self._save = self.add_button("保存", "primary")
        self._save.setEnabled(False)
        self._save.clicked.connect(self.save)
        close = self.add_button("关闭")
        close.clicked.connect(self.reject)
        self._buttons_below = (copy, self._delete, self._save, close)

    def _fill(self) -> None:
        known = list_layouts()
        self._layouts = list(known.found)
        self._list.clear()
        for layout in self._layouts:
            self._list.addItem(layout.name)
        if known.problems:
            self._problem.setText("\n".join(known.problems))

    def _refill(self, layout_id: str) -> None:
        self._save.setEnabled(False)
        self._fill()
        ids = [one.id for one in self._layouts]
        self._list.setCurrentRow(ids.index(layout_id) if layout_id in ids else 0)
        self.changed.emit()

    def _chosen(self) -> PageLayout | None:
        row = self._list.currentRow()
        return self._layouts[row] if 0 <= row < len(self._layouts) else None

    def _choose(self, _row: int) -> None:
        layout = self._chosen()
        if layout is None:
            return
        self._written = layout
        own = is_own(layout)
        self.form.show_layout(layout, is_open=own)
        self._delete.setEnabled(own)
        self.show_page()

    def _take(self, layout: PageLayout) -> None:
        self._written = layout
        self._timer.start()

    def _ask_delete(self) -> None:
        layout = self._chosen()
        if layout is None or not confirm_loss(self, _asked_before(layout), "删除"):
            return
        try:
            delete_layout(layout.id)
        except DraftingError as error:
            show_problem(self, str(error))
            return
        self._refill("")


def _asked_before(layout: PageLayout) -> str:
    """Return the question before a layout is deleted: what is then lost, and what comes back."""
    then = "删除后恢复自带的版式。" if layout.id in LAYOUT_IDS else "不能恢复。"
    return f"删除版式“{layout.name}”？{then}"
