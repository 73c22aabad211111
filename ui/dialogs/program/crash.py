"""Tell of a fault of ours: the draft is safe, the report can be copied and holds no text of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from ui.dialogs.frame.dialog import FramedDialog
from ui.dialogs.frame.plain_view import PlainView
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_NOTE = "程序出了差错，稿件没有丢失，可以继续使用。建议先保存稿件。"
_ADVICE = "下面的报告只说明差错出在程序的哪一处，不含稿件文字；可以复制后交给维护人员。"


class CrashDialog(FramedDialog):
    """Shows one report."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__("程序出错", parent, note=_NOTE)
        self._report = report
        self.body.addWidget(PlainLabel(_ADVICE, wrap=True))
        view = PlainView("差错报告", self)
        view.setPlainText(report)
        self.body.addWidget(view, 1)
        self.add_button("复制报告").clicked.connect(self.copy_report)
        self.add_button("继续使用", "primary").clicked.connect(self.accept)
        self.resize(560, 420)

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report)
