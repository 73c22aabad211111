"""关于: version, what it is for, the notice on secrets, whose work it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QListWidget

from ui.dialogs.frame.dialog import FramedDialog
from ui.dialogs.frame.plain_view import PlainView
from ui.models.secrets_notice import SECRETS_NOTICE
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from drafting.workspace.office.licences import Licence

_OFFLINE = "本程序离线运行，不联网，不上传任何文字。"
_LIST_WIDTH = 340


class AboutDialog(FramedDialog):
    """Shows the version given, and ``text_of`` the licence that is selected."""

    def __init__(
        self,
        version: str,
        licences: Sequence[Licence],
        text_of: Callable[[Licence], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("讲稿", parent, note=f"版本 {version} · 领导讲话稿的起草与校核")
        self.setWindowTitle("关于讲稿")
        self._licences = licences
        self._text_of = text_of
        self.body.addWidget(PlainLabel(_OFFLINE, wrap=True))
        self.body.addWidget(PlainLabel(SECRETS_NOTICE, wrap=True, role="warning"))
        self.body.addWidget(PlainLabel("所用软件与许可", role="caption"))
        self.list = QListWidget(self)
        self.list.setAccessibleName("所用软件")
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.addItems([f"{one.name} · {one.terms}" for one in licences])
        self._view = PlainView("许可全文", self)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list)
        row.addWidget(self._view, 1)
        self.body.addLayout(row, 1)
        close = self.add_button("关闭", "primary")
        close.clicked.connect(self.accept)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        close.setFocus()
        self.resize_within_screen(980, 600)

    def _show(self, row: int) -> None:
        self._view.show_text(self._text_of(self._licences[row]))
