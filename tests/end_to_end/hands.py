"""Real keys and a real mouse in front of the program, which tells where its things are.

What is pressed and clicked goes through the X server and the window manager (xdotool); the place
of a thing is asked of the accessibility tree by its name, as a screen reader would.
"""

from __future__ import annotations

import re
import subprocess
import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMainWindow, QMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 25.0
_PAUSE = 0.05
_ENDS = re.compile(r"(\([A-Z]\))?…?$")


class Asker(QObject):
    """Runs a call in the thread of the window and hands back what it gave."""

    _asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._asked.connect(self._answer, Qt.ConnectionType.BlockingQueuedConnection)

    def ask(self, call: Callable[[], Any]) -> Any:
        """Return what ``call`` gives (called from another thread)."""
        answers: list[Any] = []
        self._asked.emit(call, answers)
        return answers[0]

    def _answer(self, call: Callable[[], Any], answers: list[Any]) -> None:
        answers.append(call())


class Hands:
    """One user; every step waits until what it is about is in sight."""

    def __init__(self, asker: Asker) -> None:
        self.ask = asker.ask

    def keys(self, *names: str) -> None:
        """Press keys one after another, as xdotool names them (F7, alt+f)."""
        for name in names:
            _xdotool("key", "--clearmodifiers", name)
            time.sleep(_PAUSE)

    def menu_keys(self, menu: str, submenu: str, row: str) -> None:
        """Press the key of a menu, of a menu in it, and of its row; Qt opens the second late."""
        self.keys(menu, submenu)
        self.wait_for(lambda: len(_menus()) > 1, "no menu within the menu")
        self.keys(row)
        self.wait_for(lambda: not _menus(), "the menus stay")

    def write(self, text: str) -> None:
        """Type words."""
        _xdotool("type", "--delay", "12", text)
        time.sleep(_PAUSE)

    def tab_to(self, name: str) -> None:
        """Press Tab until the thing of that name has the focus."""
        for _ in range(60):
            if self.ask(_focused) == name:
                return
            self.keys("Tab")
        raise AssertionError(f"Tab does not lead to {name!r} in {self.title()!r}")

    def answer_file_dialog(self, path: Path) -> None:
        """Choose ``path`` in a file dialog, which is the system's: only its end is ours."""
        self.wait_for(_asks_for_file, "no file dialog")
        self.ask(lambda: _choose_file(path))
        self.wait_for(lambda: not _asks_for_file(), "the file dialog stays")

    def click(self, name: str, *, kind: str = "", times: int = 1) -> None:
        """Click in the middle of what has that name (and is of that kind, such as PageTab)."""
        self._point_at(self.place(name, kind))
        _xdotool("click", "--repeat", str(times), "--delay", "60", "1")
        time.sleep(_PAUSE)

    def drag(self, name: str, target: str, share: float = 0.5) -> None:
        """Drag one thing onto another, ``share`` of its height from its top."""
        start, end = self.place(name), self.place(target)
        goal = QPoint(end.center().x(), end.top() + round(end.height() * share))
        self._point_at(start)
        _xdotool("mousedown", "1")
        middle = start.center()
        for step in range(1, 9):
            self._move_to(middle + (goal - middle) * step / 8)
            time.sleep(0.03)
        _xdotool("mouseup", "1")
        time.sleep(_PAUSE)

    def place(self, name: str, kind: str = "") -> QRect:
        """Return where the thing with that name stands on the screen; wait until it is there."""
        place = self.wait_for(lambda: _place_of(name, kind), f"nothing is called {name!r}")
        assert isinstance(place, QRect)
        return place

    def names(self, kind: str) -> list[str]:
        """Return what the things of a kind in sight are called."""
        return [str(one) for one in self.ask(lambda: _names_of(kind))]

    def title(self) -> str:
        """Return the title of the window in front."""
        return str(self.ask(_title))

    def wait_for_title(self, part: str) -> None:
        """Wait until the window in front has ``part`` in its title."""
        self.wait_for(lambda: part in _title(), f"no window {part!r}")

    def wait_for(self, call: Callable[[], Any], otherwise: str) -> Any:
        """Return what ``call`` gives in the window's thread, once that is something."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = self.ask(call)
            if found:
                return found
            time.sleep(0.04)
        raise AssertionError(f"{otherwise}; in front is {self.title()!r}")

    def wait_for_dialog(self, *, is_open: bool = True) -> None:
        """Wait until a dialog is over the desk, or none is."""
        self.wait_for(lambda: (_title() != _desk_title()) is is_open, "no change of windows")

    def _point_at(self, place: QRect) -> None:
        self._move_to(place.center())
        time.sleep(_PAUSE)

    def _move_to(self, place: QPoint) -> None:
        """Move the pointer there; the X server counts the pixels of the screen itself."""
        scale = self.ask(lambda: QApplication.primaryScreen().devicePixelRatio())
        _xdotool("mousemove", str(round(place.x() * scale)), str(round(place.y() * scale)))


def _xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True, capture_output=True)


def _title() -> str:
    window = QApplication.activeModalWidget() or QApplication.activeWindow()
    return "" if window is None else window.windowTitle()


def _asks_for_file() -> bool:
    return isinstance(QApplication.activeModalWidget(), QFileDialog)


def _choose_file(path: Path) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.findChild(QLineEdit).setText(str(path))
    QTimer.singleShot(0, dialog.accept)


def _desk_title() -> str:
    desks = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow)]
    return desks[0].windowTitle()


def _menus() -> list[QMenu]:
    windows = QApplication.topLevelWidgets()
    return [one for one in windows if isinstance(one, QMenu) and one.isVisible()]


def _focused() -> str:
    focus = QApplication.focusWidget()
    return "" if focus is None else _plain(focus.accessibleName())


def _place_of(name: str, kind: str = "") -> QRect | None:
    """Return the place of the first thing in sight of that name; a count may follow it."""
    for one in _iter_in_sight():
        words = one.text(QAccessible.Text.Name)
        is_it = name in (words, _plain(words)) or words.startswith(f"{name}（")
        if is_it and kind in ("", one.role().name):
            return one.rect()
    return None


def _names_of(kind: str) -> list[str]:
    return [one.text(QAccessible.Text.Name) for one in _iter_in_sight() if one.role().name == kind]


def _iter_in_sight() -> Iterator[QAccessibleInterface]:
    """Yield what is in sight, what lies on top first."""
    windows = [QApplication.activePopupWidget(), QApplication.activeModalWidget()]
    for window in (*windows, QApplication.activeWindow()):
        if window is not None:
            yield from _iter_things(QAccessible.queryAccessibleInterface(window), 0)


def _iter_things(one: QAccessibleInterface | None, depth: int) -> Iterator[QAccessibleInterface]:
    """Yield what is in sight, from the window inwards."""
    if one is None or not one.isValid() or (depth and one.state().invisible):
        return
    if depth and one.rect().isValid():
        yield one
    for number in range(one.childCount()):
        yield from _iter_things(one.child(number), depth + 1)


def _plain(name: str) -> str:
    """Return a name without its mnemonic and the dots that promise a dialog."""
    return _ENDS.sub("", name.replace("&", ""))
