"""新建: kind, particulars, points and headings of a speech, the skeleton growing beside them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafting.errors import DraftingError
from drafting.model.particulars import Particulars
from ui.dialogs.document.new_speech_form import NewSpeechForm
from ui.dialogs.frame.dialog import FramedDialog, scrolled_form
from ui.dialogs.frame.plain_view import PlainView
from ui.models.template_words import NewSpeechChoice, about_of, summary_of
from ui.style.menu_arrow import MenuArrow
from ui.style.plain_label import PlainLabel, plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.dialogs.document.new_speech_form import OfficeOption

_POINTS = range(2, 7)
_USUAL = 3
# The ways to build headings, as the templates call them.
HEADING_FRAMES = ("照模板", "以更…的…", "一要二要")
_FRAME_TIPS = (
    "用模板自带的标题，“一、”起头",
    "一、……，以更……的…………，各点同一个句式",
    "一要……。二要……。标题写在段首",
)
_BESIDE_KIND = 32  # frame and scroll bar: none of the names is cut


class SkeletonText(Protocol):
    """What the dialog shows of a skeleton."""

    @property
    def text(self) -> str:
        """Return the text with its slots."""

    @property
    def slots(self) -> tuple[str, ...]:
        """Return the names of the open slots; in the text they stand in braces."""


Build = Callable[[str, int, Particulars, str, str], SkeletonText]


class NewSpeechDialog(FramedDialog):
    """``build`` makes a skeleton of a template's id, points, particulars, frame and salutation.

    ``old_wanted`` asks for the skeleton of an old speech instead, from a ``file`` or the
    ``library``; the dialog is closed then.
    """

    old_wanted = Signal(str)

    def __init__(
        self,
        templates: Sequence[NewSpeechChoice],
        build: Build,
        parent: QWidget | None = None,
        *,
        office: OfficeOption | None = None,
    ) -> None:
        super().__init__(
            "新建讲话稿",
            parent,
            note="选种类、填已知的，右边就是骨架；空着的地方写作时按 Tab 逐个填。",
        )
        self._templates = list(templates)
        self._build = build
        self._skeleton: SkeletonText | None = None
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(self._make_kinds(), 2)
        row.addWidget(scrolled_form(self._make_choices(office), "讲话情况、点数和标题"), 3)
        self._preview = PlainView("骨架预览", self)
        row.addWidget(self._preview, 4)
        self.body.addLayout(row, 1)
        # The scroll area takes its fields to the end of the chain.
        self.setTabOrder(self._frames.buttons()[-1], self._preview)
        old = self.add_button("以旧稿为范…", at_left=True)
        old.setToolTip("不用这些种类，从一篇旧稿取出骨架")
        old.setMenu(self._old_menu(old))
        MenuArrow(old)
        self._create = self.add_button("新建", "primary")
        self._create.clicked.connect(self.accept)
        self.add_button("取消").clicked.connect(self.reject)
        self._kinds.setCurrentRow(0)
        self._kinds.currentRowChanged.connect(self._grow)
        self._kinds.itemDoubleClicked.connect(self._accept_if_ready)
        self.resize_within_screen(1080, 640)
        self._grow()
        self._kinds.setFocus()

    def _old_menu(self, parent: QWidget) -> QMenu:
        """Return where the old speech may come from."""
        menu = QMenu(parent)
        for words, place in (("选一个文件(&F)…", "file"), ("从素材库里选(&L)…", "library")):
            menu.addAction(words).triggered.connect(partial(self._ask_old, place))
        return menu

    def _ask_old(self, place: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.reject()
        self.old_wanted.emit(place)

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

    def particulars(self) -> Particulars:
        """Return what is known of the speech."""
        return self._form.particulars()

    def accept(self) -> None:
        """Close where the date is one."""
        if self._form.date.is_sound():
            super().accept()

    def skeleton(self) -> SkeletonText | None:
        """Return the skeleton as it is shown, or None where it could not be made."""
        return self._skeleton

    def _make_kinds(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        caption = QLabel("种类(&K)", self)
        caption.setProperty("role", "caption")
        self._kinds = QListWidget(self)
        self._kinds.setAccessibleName("讲话种类")
        caption.setBuddy(self._kinds)
        for template in self._templates:
            item = QListWidgetItem(template.name)
            item.setToolTip(plain_tip(summary_of(template)))
            self._kinds.addItem(item)
        self._kinds.setMinimumWidth(self._kinds.sizeHintForColumn(0) + _BESIDE_KIND)
        column.addWidget(caption)
        column.addWidget(self._kinds, 1)
        return column

    def _make_choices(self, office: OfficeOption | None) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._about = PlainLabel("", wrap=True, role="second")
        column.addWidget(self._about)
        column.addSpacing(8)
        self._form = NewSpeechForm(office, self)
        self._form.changed.connect(self._grow)
        column.addWidget(self._form)
        column.addSpacing(8)
        column.addWidget(PlainLabel("讲几点", role="caption"))
        column.addLayout(self._make_points())
        column.addSpacing(8)
        column.addWidget(PlainLabel("标题写法", role="caption"))
        column.addLayout(self._make_frames())
        column.addStretch(1)
        return page

    def _make_frames(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self._frames = QButtonGroup(self)
        for number, words in enumerate(HEADING_FRAMES):
            button = QPushButton(words, self)
            button.setProperty("role", "choice")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(f"标题写法：{words}")
            button.setToolTip(_FRAME_TIPS[number])
            button.setChecked(number == 0)
            self._frames.addButton(button, number)
            row.addWidget(button, 1)
        self._frames.idClicked.connect(self._grow)
        return row

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
            template = self._templates[self._kinds.currentRow()]
            self._about.setText(about_of(template))
            self._allow_points(*template.points)
            self._form.offer_salutations(template.salutations)
            frame = HEADING_FRAMES[self._frames.checkedId()]
            try:
                self._skeleton = self._build(
                    template_id,
                    self.points(),
                    self._form.particulars(),
                    frame,
                    self._form.salutation(),
                )
            except DraftingError as error:
                self._preview.show_text(str(error))
        if self._skeleton is not None:
            marked = tuple(f"{{{slot}}}" for slot in self._skeleton.slots)
            self._preview.show_text(self._skeleton.text, marked)
        self._create.setEnabled(self._skeleton is not None)

    def _allow_points(self, least: int, most: int) -> None:
        """Offer only the numbers of points that the kind may have, and choose one of them."""
        for button in self._group.buttons():
            button.setEnabled(least <= self._group.id(button) <= most)
        for button in self._frames.buttons():
            button.setEnabled(most > 0)
        nearest = min(max(self.points(), least), most)
        chosen = self._group.button(nearest)
        if chosen is not None:
            chosen.setChecked(True)

    def _accept_if_ready(self) -> None:
        if self._skeleton is not None:
            self.accept()
