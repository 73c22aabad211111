"""新建: the kind of speech, the number of points, and the skeleton growing beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafting.errors import DraftingError
from ui.dialogs.dialog_frame import FramedDialog
from ui.dialogs.plain_view import PlainView
from ui.models.template_words import TemplateChoice, summary_of
from ui.style.plain_label import PlainLabel, plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_POINTS = range(2, 7)
_USUAL = 3


class SkeletonText(Protocol):
    """What the dialog shows of a skeleton."""

    @property
    def text(self) -> str:
        """Return the text with its slots."""

    @property
    def slots(self) -> tuple[str, ...]:
        """Return the names of the open slots; in the text they stand in braces."""


class NewSpeechDialog(FramedDialog):
    """``build`` makes the skeleton of a template's id and a number of points."""

    def __init__(
        self,
        templates: Sequence[TemplateChoice],
        build: Callable[[str, int], SkeletonText],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "新建讲话稿", parent, note="选种类和点数，右边就是骨架；空着的地方以后再填。"
        )
        self._templates = list(templates)
        self._build = build
        self._skeleton: SkeletonText | None = None
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(self._make_choices(), 2)
        self._preview = PlainView("骨架预览", self)
        row.addWidget(self._preview, 3)
        self.body.addLayout(row, 1)
        self.add_button("取消").clicked.connect(self.reject)
        self._create = self.add_button("新建", "primary")
        self._create.clicked.connect(self.accept)
        self._kinds.setCurrentRow(0)
        self._kinds.currentRowChanged.connect(self._grow)
        self._kinds.itemDoubleClicked.connect(self._accept_if_ready)
        self.resize_within_screen(840, 560)
        self._grow()
        self._kinds.setFocus()

    def choose_template(self, template_id: str) -> None:
        """Select that template, if it is among them."""
        for number, template in enumerate(self._templates):
            if template.id == template_id:
                self._kinds.setCurrentRow(number)

    def template_id(self) -> str | None:
        """Return the chosen template's id, or None where there is no template."""
        row = self._kinds.currentRow()
        return self._templates[row].id if 0 <= row < len(self._templates) else None

    def points(self) -> int:
        """Return the chosen number of points."""
        return self._group.checkedId()

    def skeleton(self) -> SkeletonText | None:
        """Return the skeleton as it is shown, or None where it could not be made."""
        return self._skeleton

    def _make_choices(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(PlainLabel("种类", role="caption"))
        self._kinds = QListWidget(self)
        self._kinds.setAccessibleName("讲话种类")
        for template in self._templates:
            item = QListWidgetItem(template.name)
            item.setToolTip(plain_tip(summary_of(template)))
            self._kinds.addItem(item)
        column.addWidget(self._kinds, 1)
        self._about = PlainLabel("", wrap=True, role="second")
        column.addWidget(self._about)
        column.addSpacing(8)
        column.addWidget(PlainLabel("讲几点", role="caption"))
        column.addLayout(self._make_points())
        return column

    def _make_points(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self._group = QButtonGroup(self)
        for count in _POINTS:
            button = QPushButton(f"{count} 点", self)
            button.setProperty("role", "choice")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{count} 点")
            button.setToolTip(f"主体写 {count} 个部分")
            button.setChecked(count == _USUAL)
            self._group.addButton(button, count)
            row.addWidget(button, 1)
        self._group.idClicked.connect(self._grow)
        return row

    def _grow(self, _changed: int = 0) -> None:
        """Make the skeleton of what is chosen and show it."""
        template_id = self.template_id()
        self._skeleton = None
        if template_id is None:
            self._preview.show_text("")
        else:
            self._about.setText(summary_of(self._templates[self._kinds.currentRow()]))
            try:
                self._skeleton = self._build(template_id, self.points())
            except DraftingError as error:
                self._preview.show_text(str(error))
        if self._skeleton is not None:
            marked = tuple(f"{{{slot}}}" for slot in self._skeleton.slots)
            self._preview.show_text(self._skeleton.text, marked)
        self._create.setEnabled(self._skeleton is not None)

    def _accept_if_ready(self) -> None:
        if self._skeleton is not None:
            self.accept()
