"""对照: two files side by side, and the Word file that shows how one became the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from drafting.comparison.differences import compare_texts
from ui.dialogs.frame.dialog import FramedDialog
from ui.dialogs.keeping.comparison_view import ComparisonView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_NOTE = "左边是旧稿，右边是新稿；在下面点一处，两边都到那里。"


class ComparisonDialog(FramedDialog):
    """Shows two texts under their names; ``redline_wanted`` carries both."""

    redline_wanted = Signal(str, str)

    def __init__(
        self, old: tuple[str, str], new: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__("对照", parent, note=_NOTE)
        self.view = ComparisonView(self)
        comparison = compare_texts(old[1], new[1])
        self.view.show_comparison(comparison, old[0], new[0])
        self.view.choose(0)
        self.body.addWidget(self.view, 1)
        redline = self.add_button("导出花脸稿…", at_left=True)
        redline.setToolTip("存成带修订痕迹的 Word 文件，可逐处接受或拒绝")
        redline.setEnabled(bool(self.view.changes))
        redline.clicked.connect(lambda: self.redline_wanted.emit(old[1], new[1]))
        self.add_button("关闭", "primary").clicked.connect(self.accept)
        self.resize_within_screen(1040, 660)
