"""规则: every rule with its reason, on or off, for all speeches or for one kind of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafting.checks.runner import standing_rules
from drafting.model.particulars import SpeechType
from drafting.workspace.checking.rules import grouped_rules, with_rules
from ui.dialogs.checking.rule_explanation import RuleExplanation
from ui.dialogs.frame.dialog import FramedDialog, scrolled
from ui.style.plain_label import PlainLabel, plain_tip
from ui.style.search_line import SearchLine

if TYPE_CHECKING:
    from drafting.checks.base import Rule
    from drafting.settings.setting import Settings

_ALL_KINDS = "全部讲话"
_NOTE = "勾上的规则会检查。改了马上起作用；先选一类讲话，就只对这一类改。"
_COLUMNS = ("规则", "编号", "程度")
_CODE = Qt.ItemDataRole.UserRole


class RulesDialog(FramedDialog):
    """Emits ``settings_changed`` with the settings as they should be from now on."""

    settings_changed = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("校核规则", parent, note=_NOTE)
        self._settings = settings
        self._rules: dict[str, Rule] = {}
        self._groups: list[QTreeWidgetItem] = []
        self._search = SearchLine(self)
        self._search.setProperty("role", "search")
        self._search.setPlaceholderText("找规则：写编号或词语，如 ST004、称谓")
        self._search.setAccessibleName("找规则")
        self._kind = QComboBox(self)
        self._kind.setAccessibleName("对哪类讲话")
        self._kind.addItems([_ALL_KINDS, *(kind.value for kind in SpeechType)])
        self._tree = self._make_tree()
        self._about = QVBoxLayout()
        self._explanation: QWidget | None = None
        self._lay_out()
        self._fill()
        self._show_states()
        self._search.textChanged.connect(self._filter)
        self._kind.currentIndexChanged.connect(self._show_states)
        self._tree.itemChanged.connect(self._note_change)
        self._tree.currentItemChanged.connect(self._explain)
        self._tree.setCurrentItem(self._groups[0].child(0))
        self.resize_within_screen(980, 640)
        self._search.setFocus()

    @property
    def settings(self) -> Settings:
        """Return the settings as they are shown."""
        return self._settings

    def choose_rule(self, code: str) -> None:
        """Go to a rule."""
        for item in self._items():
            if item.data(0, _CODE) == code:
                self._tree.setCurrentItem(item)

    def set_rule(self, code: str, *, is_on: bool) -> None:
        """Turn a rule on or off, as its box does."""
        for item in self._items():
            if item.data(0, _CODE) == code:
                item.setCheckState(0, _state(is_on=is_on))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._search, 1)
        top.addWidget(PlainLabel("对"))
        top.addWidget(self._kind)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._tree, 5)
        row.addLayout(self._about, 4)
        self.body.addLayout(top)
        self.body.addLayout(row, 1)
        self.add_button("关闭", "primary").clicked.connect(self.accept)

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setAccessibleName("规则")
        tree.setHeaderLabels(list(_COLUMNS))
        tree.setUniformRowHeights(True)
        tree.setIndentation(16)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        return tree

    def _fill(self) -> None:
        for title, rules in grouped_rules():
            group = QTreeWidgetItem([title, rules[0].group, ""])
            group.setFlags(group.flags() | Qt.ItemFlag.ItemIsAutoTristate)
            self._tree.addTopLevelItem(group)
            self._groups.append(group)
            for rule in rules:
                self._rules[rule.code] = rule
                words = rule.summary or rule.name
                item = QTreeWidgetItem([words, rule.code, rule.severity.label])
                item.setToolTip(0, plain_tip(rule.why))
                item.setData(0, _CODE, rule.code)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(0, Qt.CheckState.Unchecked)
                group.addChild(item)
            group.setExpanded(True)

    def _items(self) -> list[QTreeWidgetItem]:
        return [group.child(at) for group in self._groups for at in range(group.childCount())]

    def _kind_name(self) -> str:
        return self._kind.currentText() if self._kind.currentIndex() > 0 else ""

    def _show_states(self) -> None:
        kind = self._kind_name()
        general = standing_rules(self._settings)
        standing = standing_rules(self._settings, kind)
        quiet = QSignalBlocker(self._tree)
        for item in self._items():
            code = item.data(0, _CODE)
            item.setCheckState(0, _state(is_on=code in standing))
            # What is off for all speeches cannot be turned on for one kind of them.
            item.setDisabled(bool(kind) and code not in general)
        quiet.unblock()
        self._tree.viewport().update()

    def _note_change(self, item: QTreeWidgetItem, column: int) -> None:
        code = item.data(0, _CODE)
        if column != 0 or not code:
            return
        is_on = item.checkState(0) is Qt.CheckState.Checked
        changed = with_rules(self._settings, [code], is_on=is_on, kind=self._kind_name())
        if changed != self._settings:
            self._settings = changed
            self.settings_changed.emit(changed)

    def _filter(self, words: str) -> None:
        wanted = words.strip().casefold()
        for group in self._groups:
            shown = 0
            for item in (group.child(number) for number in range(group.childCount())):
                rule = self._rules[item.data(0, _CODE)]
                about = " ".join((rule.code, rule.name, rule.summary, rule.why, group.text(0)))
                item.setHidden(wanted not in about.casefold())
                shown += not item.isHidden()
            group.setHidden(not shown)

    def _explain(self, item: QTreeWidgetItem | None) -> None:
        rule = self._rules.get(item.data(0, _CODE) or "") if item is not None else None
        if self._explanation is not None:
            self._about.removeWidget(self._explanation)
            self._explanation.deleteLater()
            self._explanation = None
        if rule is not None:
            self._explanation = scrolled(RuleExplanation(rule), "规则说明")
            self._about.addWidget(self._explanation)
            QWidget.setTabOrder(self._tree, self._explanation)


def _state(*, is_on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
