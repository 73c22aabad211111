"""What anybody must find who uses a window by keyboard, by ear or with weak eyes."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_MNEMONIC = re.compile("&([A-Za-z0-9])")


def iter_controls(window: QWidget) -> Iterator[QWidget]:
    """Yield what can be reached by Tab in a window that is shown, outermost widgets only."""
    for one in window.findChildren(QWidget):
        inner = isinstance(one.parent(), QComboBox | QAbstractSpinBox | QLineEdit)
        by_tab = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
        is_usable = one.isVisible() and one.isEnabled() and one.window() is window
        if by_tab and is_usable and not inner:
            yield one


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls the widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    return "" if found is None else found.text(QAccessible.Text.Name)


def nameless(window: QWidget) -> list[str]:
    """Return the controls without a name, the window itself among them."""
    controls = [*iter_controls(window)]
    controls += [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    return sorted({_told(one) for one in controls if not name_of(one).strip("&… ")})


def without_keys_in_tip(window: QWidget) -> list[str]:
    """Return the buttons that have keys which their tooltip does not name."""
    found = []
    for one in window.findChildren(QAbstractButton):
        keys = one.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        by_mnemonic = "&" in one.text().replace("&&", "")
        if one.isVisible() and keys and not by_mnemonic and keys not in one.toolTip():
            found.append(f"{_told(one)} {keys}")
    return found


def doubled_mnemonics(window: QWidget) -> list[str]:
    """Return the letters that two things in sight of one window answer to."""
    words = [
        one.text()
        for one in window.findChildren(QLabel) + window.findChildren(QAbstractButton)
        if one.isVisible() and not (isinstance(one, QLabel) and one.buddy() is None)
    ]
    return doubled_letters(words)


def doubled_letters(words: list[str]) -> list[str]:
    """Return the mnemonics that occur twice."""
    letters = Counter(
        found[1].upper()
        for one in words
        if (found := _MNEMONIC.search(one.replace("&&", ""))) is not None
    )
    return [letter for letter, count in letters.items() if count > 1]


def menu_words(menu: QMenu) -> list[str]:
    """Return the words of a menu's rows."""
    return [one.text() for one in menu.actions() if not one.isSeparator()]


def walk(steps: int = 120) -> list[QWidget]:
    """Press Tab until something has the focus again; return the way."""
    way: list[QWidget] = []
    for _ in range(steps):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in way:
            break
        way.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return way


def unreached(window: QWidget, way: list[QWidget]) -> list[str]:
    """Return the controls that Tab passes by (of a group of radio buttons it takes one)."""
    reached = set(way)
    for one in list(reached):
        if isinstance(one, QAbstractButton) and one.group() is not None:
            reached |= set(one.group().buttons())
    return [_told(one) for one in iter_controls(window) if one not in reached]


def jumps_back(window: QWidget, way: list[QWidget]) -> list[str]:
    """Return where Tab goes up to something that stands right above; once round it must."""
    found = []
    for before, after in pairwise([*way, way[0]]):
        old, new = _place(window, before), _place(window, after)
        shares_column = old.left() < new.right() and new.left() < old.right()
        if shares_column and new.bottom() <= old.top():
            found.append(f"{_told(before)} -> {_told(after)}")
    return found if len(found) > 1 else []


def without_focus_mark(window: QWidget, way: list[QWidget]) -> list[str]:
    """Return the controls that look the same with and without the focus."""
    found = []
    for one in way:
        one.setFocus(Qt.FocusReason.TabFocusReason)
        place = _place(window, one).adjusted(-3, -3, 3, 3)
        focused = window.grab(place).toImage()
        one.clearFocus()
        if window.grab(place).toImage() == focused:
            found.append(_told(one))
    return found


def _place(window: QWidget, one: QWidget) -> QRect:
    return QRect(one.mapTo(window, QPoint(0, 0)), one.size())


def _told(one: QWidget) -> str:
    words = one.text() if isinstance(one, QAbstractButton | QLabel) else ""
    return f"{type(one).__name__} {one.objectName()} {one.accessibleName() or words}".strip()
