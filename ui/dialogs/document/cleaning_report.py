"""清理报告: what opening a file mended or left out, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from drafting.model.clean import CleaningKind, CleaningStep
from ui.dialogs.frame.dialog import FramedDialog, scrolled
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.imported import Omission

_SAMPLES = 3
_LABELS = {
    CleaningKind.WEB_RESIDUE: "删去网页残留",
    CleaningKind.REPEATED_TITLE: "删去重复的标题",
    CleaningKind.TITLE_GLUED: "标题与称谓、日期分行",
    CleaningKind.PAGE_MARK: "删去页码、页眉",
    CleaningKind.HARD_WRAP: "接上断行",
    CleaningKind.INNER_SPACE: "删去字间空格",
    CleaningKind.PINYIN_NOTE: "删去注音",
    CleaningKind.HALF_WIDTH_PUNCTUATION: "半角标点改全角",
    CleaningKind.FULL_WIDTH_ALPHANUMERIC: "全角数字字母改半角",
    CleaningKind.CONTROL_CHARACTER: "删去控制字符",
    CleaningKind.SCRIPT_CONVERSION: "繁体改简体",
    CleaningKind.SEVERAL_SPEECHES: "似有多篇讲话，可在提纲里右击一篇，单独打开",
    CleaningKind.GARBLED: "疑似乱码（未改动）",
    CleaningKind.DOUBTFUL_LINE: "像是网页上的，请看一看（未改动）",
}


class CleaningReportDialog(FramedDialog):
    """Emits ``undo_requested`` when the text is wanted as it stood in the file.

    ``leaves_out`` tells that this also brings back what was taken for no part of the speech.
    """

    undo_requested = Signal()

    def __init__(
        self,
        steps: Sequence[CleaningStep],
        omissions: Sequence[Omission] = (),
        parent: QWidget | None = None,
        *,
        file_name: str = "",
        doubts: Sequence[str] = (),
        leaves_out: bool = False,
    ) -> None:
        mended = sum(step.count for step in steps if not step.kind.is_only_told)
        about = f"“{file_name}”打开时" if file_name else "打开时"
        note = about + (f"清理了 {mended} 处。" if mended else "没有需要清理的地方。")
        super().__init__("清理报告", parent, note=note)
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(4)
        for doubt in doubts:
            self._add_row("请核对", "", doubt)
        # What is still to be looked at stands above what is done.
        for step in sorted(steps, key=lambda one: not one.kind.is_only_told):
            self._add_row(_LABELS[step.kind], f"{step.count} 处", _samples(step))
        for omission in omissions:
            size = f"，{omission.characters:,} 字" if omission.characters else ""
            self._add_row(f"未导入：{omission.kind}", f"{omission.count} 处{size}", "")
        self._column.addStretch(1)
        self.body.addWidget(scrolled(page, "清理的内容"), 1)
        undo = self.add_button("撤销清理", at_left=True)
        more = "，正文以外的文字也放回来" if leaves_out else ""
        undo.setToolTip(f"按文件里原来的样子显示{more}")
        undo.setEnabled(mended > 0 or leaves_out)
        undo.clicked.connect(self._undo)
        close = self.add_button("知道了", "primary")
        close.clicked.connect(self.accept)
        close.setFocus()
        self.resize_within_screen(560, 480)

    def _add_row(self, name: str, count: str, samples: str) -> None:
        if self._column.count():
            rule = QFrame()
            rule.setProperty("role", "rule")
            self._column.addSpacing(4)
            self._column.addWidget(rule)
            self._column.addSpacing(4)
        self._column.addWidget(PlainLabel(f"{name}　{count}".strip(), role="heading"))
        if samples:
            self._column.addWidget(PlainLabel(samples, wrap=True, role="caption"))

    def _undo(self) -> None:
        self.undo_requested.emit()
        self.accept()


def _samples(step: CleaningStep) -> str:
    shown = [one.strip() for one in step.samples[:_SAMPLES] if one.strip()]
    line = f"第 {step.line} 行起　" if step.line else ""
    return line + "　".join(f"“{one}”" for one in shown)
