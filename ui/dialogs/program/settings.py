"""设置: built from the settings as data, one page a group, with a search over all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.frame.dialog import FramedDialog, scrolled
from ui.style.plain_label import PlainLabel
from ui.style.search_line import SearchLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.settings.setting import Setting, Settings

_LIST_WIDTH = 150
_LINES_HEIGHT = 110


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """One page of the dialog."""

    title: str
    settings: tuple[Setting[Any], ...]


class SettingRow(QWidget):
    """One setting: its words and the control that its type asks for."""

    changed = Signal(object)

    def __init__(
        self, setting: Setting[Any], settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setting = setting
        value = settings.of(setting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 16)
        column.setSpacing(4)
        self.control = self._make_control(value)
        self.control.setAccessibleName(setting.title)
        self.control.setAccessibleDescription(setting.description)
        if not isinstance(value, bool):
            column.addWidget(PlainLabel(setting.title, role="heading"))
        column.addWidget(self.control)
        column.addWidget(PlainLabel(setting.description, wrap=True, role="second"))

    def matches(self, words: str) -> bool:
        """Return whether the setting has to do with what is searched for."""
        labels = [choice.label for choice in self.setting.choices]
        about = " ".join((self.setting.title, self.setting.description, *labels))
        return words.casefold() in about.casefold()

    def _make_control(self, value: object) -> QWidget:
        if isinstance(value, bool):
            return self._make_box(is_on=value)
        if self.setting.choices:
            return self._make_choices(str(value))
        if isinstance(value, tuple):
            return self._make_lines(value)
        line = QLineEdit(str(value), self)
        line.editingFinished.connect(lambda: self.changed.emit(line.text().strip()))
        return line

    def _make_box(self, *, is_on: bool) -> QCheckBox:
        box = QCheckBox(self.setting.title, self)
        box.setChecked(is_on)
        box.toggled.connect(self.changed.emit)
        return box

    def _make_choices(self, value: str) -> QComboBox:
        box = QComboBox(self)
        for choice in self.setting.choices:
            box.addItem(choice.label, choice.value)
        box.setCurrentIndex(max(box.findData(value), 0))
        box.currentIndexChanged.connect(lambda _index: self.changed.emit(box.currentData()))
        return box

    def _make_lines(self, words: Sequence[str]) -> QPlainTextEdit:
        lines = QPlainTextEdit("\n".join(words), self)
        lines.setTabChangesFocus(True)
        lines.setFixedHeight(_LINES_HEIGHT)
        lines.textChanged.connect(lambda: self.changed.emit(_words(lines.toPlainText())))
        return lines


class SettingsDialog(FramedDialog):
    """Emits ``changed`` with a setting and its new value, which holds at once.

    ``page_wanted`` names another dialog that the user asks for (规则…).
    """

    changed = Signal(object, object)
    page_wanted = Signal(str)

    def __init__(
        self,
        pages: Sequence[SettingsPage],
        values: Settings,
        links: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("设置", parent, note="改了马上起作用，不用重新启动。")
        self._pages = tuple(pages)
        self.rows: dict[str, SettingRow] = {}
        self._titles: dict[str, PlainLabel] = {}
        self._search = SearchLine(self)
        self._search.setProperty("role", "search")
        self._search.setPlaceholderText("找设置")
        self._search.setAccessibleName("找设置")
        self._list = QListWidget(self)
        self._list.setAccessibleName("设置的类别")
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.addItems([page.title for page in self._pages])
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._list)
        row.addWidget(scrolled(self._make_rows(values), "设置"), 1)
        self.body.addWidget(self._search)
        self.body.addLayout(row, 1)
        for words, name in reversed(links):
            button = self.add_button(words, at_left=True)
            button.clicked.connect(lambda _=False, name=name: self.page_wanted.emit(name))
        self.add_button("关闭", "primary").clicked.connect(self.accept)
        self._list.currentRowChanged.connect(self._show_page)
        self._search.textChanged.connect(self._filter)
        self._list.setCurrentRow(0)
        self.resize_within_screen(720, 520)

    def _make_rows(self, values: Settings) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(0)
        for page in self._pages:
            title = PlainLabel(page.title, role="caption")
            self._titles[page.title] = title
            column.addWidget(title)
            for setting in page.settings:
                row = SettingRow(setting, values, content)
                row.changed.connect(
                    lambda value, setting=setting: self.changed.emit(setting, value)
                )
                self.rows[setting.name] = row
                column.addWidget(row)
        self._nothing = PlainLabel("没有这样的设置，换个词再找。", role="second")
        self._nothing.hide()
        column.addWidget(self._nothing)
        column.addStretch(1)
        return content

    def _show_page(self, number: int) -> None:
        if self._search.text().strip():
            return
        for at, page in enumerate(self._pages):
            self._titles[page.title].setVisible(False)
            for setting in page.settings:
                self.rows[setting.name].setVisible(at == number)

    def _filter(self, words: str) -> None:
        """Show what matches on all pages, under their titles; without words the chosen page."""
        wanted = words.strip()
        self._list.setEnabled(not wanted)
        self._nothing.hide()
        if not wanted:
            self._show_page(self._list.currentRow())
            return
        for page in self._pages:
            rows = [self.rows[setting.name] for setting in page.settings]
            for row in rows:
                row.setVisible(row.matches(wanted) or wanted in page.title)
            self._titles[page.title].setVisible(any(not row.isHidden() for row in rows))
        self._nothing.setVisible(all(title.isHidden() for title in self._titles.values()))


def _words(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())
