"""The table of actions as QActions, menus and a toolbar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from ui.actions.table import (
    ACTIONS,
    EXCLUSIVE,
    MENUS,
    PRIMARY,
    SUBMENUS,
    TOOLBAR,
    ActionSpec,
    shown_keys,
)
from ui.style.menu_arrow import MenuArrow

if TYPE_CHECKING:
    from collections.abc import Callable


class ActionSet(QObject):
    """All actions of one window by their ids.

    ``complete`` is called when an action is chosen that nothing was connected with so far: the
    window takes orders before all of it is built.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.complete: Callable[[], None] = lambda: None
        self._is_allowed = True
        self._slots: dict[str, Callable[[], object]] = {}
        self._specs = {spec.id: spec for spec in ACTIONS}
        self._actions = {spec.id: self._make(spec) for spec in ACTIONS}
        parent.addActions(list(self._actions.values()))
        for ids in EXCLUSIVE:
            group = QActionGroup(self)
            for one in ids:
                group.addAction(self._actions[one])
        self.layouts_menu = QMenu("版式", parent)
        self.recent_menu = QMenu("最近的文件", parent)
        self._actions["recent"].setMenu(self.recent_menu)
        for one in SUBMENUS:
            menu = QMenu(self._specs[one].text, parent)
            self._actions[one].setMenu(menu)
            self._fill(menu, one)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def connect_action(self, action_id: str, slot: Callable[[], object]) -> None:
        """Call ``slot`` without arguments when the action is chosen."""
        self._slots[action_id] = slot

    def connect_actions(self, slots: dict[str, Callable[[], object]]) -> None:
        """Call each slot without arguments when its action is chosen."""
        self._slots.update(slots)

    def inserting(self) -> list[tuple[str, str]]:
        """Return the ids of the actions that put characters at the caret, with these characters."""
        return [(spec.id, spec.inserts) for spec in ACTIONS if spec.inserts]

    def allow_draft_actions(self, *, allowed: bool) -> None:
        """Make the actions grey that need a draft, or usable again."""
        if allowed is self._is_allowed:
            return
        self._is_allowed = allowed
        for spec in ACTIONS:
            if spec.needs_draft:
                self._actions[spec.id].setEnabled(allowed)
        self.layouts_button.setEnabled(allowed)

    def fill_menus(self, bar: QMenuBar) -> None:
        """Put every action into its menu."""
        for menu_id, title in MENUS:
            if menu_id == "layout":
                self.layouts_menu.setTitle(title)
                bar.addMenu(self.layouts_menu)
                continue
            menu = bar.addMenu(title)
            self._fill(menu, menu_id)

    def _fill(self, menu: QMenu, menu_id: str) -> None:
        menu.setToolTipsVisible(True)
        for spec in ACTIONS:
            if spec.menu != menu_id:
                continue
            if spec.separated:
                menu.addSeparator()
            menu.addAction(self._actions[spec.id])

    def make_toolbar(self, parent: QWidget) -> QToolBar:
        """Return the bar with the words of the most used actions."""
        bar = QToolBar("工具栏", parent)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        more = bar.findChild(QToolButton, "qt_toolbar_ext_button")
        if more is not None:
            more.setAccessibleName("更多按钮")
            more.setToolTip("放不下的按钮在这里")
        for name in TOOLBAR:
            if name is None:
                bar.addSeparator()
            elif name == "layouts":
                self.layouts_button = self._make_layouts_button(bar)
                bar.addWidget(self.layouts_button)
            else:
                bar.addAction(self._actions[name])
                button = bar.widgetForAction(self._actions[name])
                self._dress_button(button, self._specs[name])
        return bar

    def _make_layouts_button(self, bar: QToolBar) -> QToolButton:
        button = QToolButton(bar)
        button.setMenu(self.layouts_menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setText("版式：公文版")
        MenuArrow(button)
        button.setToolTip("选择版式")
        button.setAccessibleName("版式")
        return button

    def _dress_button(self, button: QWidget, spec: ActionSpec) -> None:
        button.setAccessibleName(spec.short)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if spec.id == PRIMARY:
            button.setProperty("role", "primary")

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(self)  # with words at once PySide would get to know icons first
        action.setText(spec.text)
        action.setObjectName(spec.id)
        if spec.short:
            action.setIconText(spec.short)
        if spec.checkable:
            action.setCheckable(True)
        if spec.keys:
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        keys = "、".join(map(shown_keys, spec.keys))
        tip = spec.tip or spec.text.partition("(")[0]
        action.setToolTip(f"{tip}（{keys}）" if keys else tip)
        action.triggered.connect(partial(self._perform, spec.id))
        return action

    def _perform(self, action_id: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        if action_id not in self._slots:
            self.complete()
        slot = self._slots.get(action_id)
        if slot is not None:
            slot()


def shortcut_groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what each key does, under the name of its menu, in the order of the menus."""
    names = dict(MENUS)
    names |= {one.id: one.text for one in ACTIONS if one.id in SUBMENUS}
    groups: dict[str, list[tuple[str, str]]] = {}
    for spec in ACTIONS:
        if spec.keys:
            keys = " / ".join(map(shown_keys, spec.keys))
            pairs = groups.setdefault(_bare(names[spec.menu]), [])
            pairs.append((keys, _bare(spec.text)))
    return list(groups.items())


def _bare(words: str) -> str:
    """Return the words of a menu without their letter and the dots that promise a dialog."""
    return words.partition("(")[0].rstrip("…")
