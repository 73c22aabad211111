"""What became of the files of an import: how many, and each bad one with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.editor.reading_view import ReadingView
from ui.models.speech_words import file_name
from ui.style.plain_label import PlainLabel

if TYPE_CHECKING:
    from drafting.model.speech import PassedFiles
    from drafting.workspace.library.import_service import ImportOutcome

_NAMED = 5  # of the files of one kind


class ImportResults(QWidget):
    """Emits ``again_chosen`` with the paths of the bad files."""

    again_chosen = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("入库结果")
        self._failed: list[str] = []
        self._told = PlainLabel("", self, wrap=True)
        self._list = ReadingView("没有入库和要核对的文件", self)
        self._again = QPushButton("再试一次", self)
        self._again.setAccessibleName("再试一次")
        self._again.setToolTip("再把这些文件添加一次")
        self._again.clicked.connect(self._ask_again)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._again)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._told)
        column.addWidget(self._list, 1)
        column.addLayout(row)
        self.show_outcome(None)

    def show_outcome(self, outcome: ImportOutcome | None) -> None:
        """Show the last import; None before there was one."""
        if outcome is None:
            self._told.setText("添加文件或文件夹后，这里列出结果。")
        else:
            self._told.setText(outcome_words(outcome))
        failed = () if outcome is None else outcome.changes.failed
        self._failed = [one.path for one in failed]
        lines = [f"{file_name(one.path)}\n    {one.reason}\n    {one.path}" for one in failed]
        notices = () if outcome is None else outcome.notices
        doubtful = () if outcome is None else outcome.changes.doubtful
        lines += [
            f"{file_name(one.path)}（已读）\n    {one.doubt}\n    {one.path}" for one in doubtful
        ]
        lines += [] if outcome is None else map(_passed_words, outcome.changes.passed)
        self._list.show_text("\n".join([*notices, *lines]))
        self._list.setVisible(bool(lines or notices))
        self._again.setVisible(bool(failed))

    def _ask_again(self) -> None:
        self.again_chosen.emit(list(self._failed))


def _passed_words(passed: PassedFiles) -> str:
    names = "、".join(map(file_name, passed.paths[:_NAMED])) + "等" * (len(passed.paths) > _NAMED)
    return f"{passed.kind} {len(passed.paths):,} 个（没有读）\n    {passed.advice}\n    {names}"


def outcome_words(outcome: ImportOutcome) -> str:
    """Return an import's result in a sentence."""
    changes = outcome.changes
    parts = [f"入库 {len(changes.added):,} 篇"]
    if changes.duplicates:
        parts.append(f"库里已有 {len(changes.duplicates):,} 篇")
    if changes.failed:
        parts.append(f"{len(changes.failed):,} 个文件没有入库")
    if changes.doubtful:
        doubtful = len({one.path for one in changes.doubtful})
        parts.append(f"{doubtful:,} 个文件要对照原件核对")
    if changes.passed:
        passed = sum(len(one.paths) for one in changes.passed)
        parts.append(f"另有 {passed:,} 项不是文稿，没有读")
    words = "，".join(parts) + "。"
    if outcome.was_stopped:
        words += "中途停下，已入库的都在；再添加一次会接着做。"
    return words
