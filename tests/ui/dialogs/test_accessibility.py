"""Every dialog of the gallery by keyboard, by ear, with weak eyes and on a small screen."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

import ui.dialogs
from tests.ui import reach, room
from ui.style.stylesheet import apply_style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    Makers = dict[str, Callable[[], QDialog]]

pytestmark = pytest.mark.usefixtures("dressed")

# Shown by the whole window only: the library, and a speech of it.
_OF_THE_WINDOW = {"LibraryDialog", "SpeechWindow"}
_FRAMES = {"FramedDialog", "EnterDialog", "QDialog"}
_WAYS_OUT = ("取消", "关闭", "以后再说", "知道了", "继续使用")


@pytest.fixture(scope="module")
def makers() -> Iterator[Makers]:
    """How the gallery makes each dialog."""
    from tests.conftest import PROJECT

    folder = str(PROJECT / "packaging")
    before = set(sys.modules)
    sys.path.insert(0, folder)
    try:
        yield importlib.import_module("gallery").dialogs()
    finally:
        sys.path.remove(folder)
        for name in set(sys.modules) - before:
            if name.startswith("gallery"):
                del sys.modules[name]


def test_the_gallery_has_every_dialog(makers: Makers, qtbot: QtBot) -> None:
    classes = set()
    for module in pkgutil.walk_packages(ui.dialogs.__path__, "ui.dialogs."):
        loaded = importlib.import_module(module.name)
        for name, one in inspect.getmembers(loaded, inspect.isclass):
            if issubclass(one, QDialog) and one.__module__ == loaded.__name__:
                classes.add(name)
    shown = set()
    for make in makers.values():
        dialog = make()
        qtbot.addWidget(dialog)
        shown.add(type(dialog).__name__)
    assert classes - shown == _OF_THE_WINDOW | (_FRAMES & classes)


def test_every_dialog_is_within_reach(makers: Makers, qtbot: QtBot) -> None:
    faults: dict[str, dict[str, list[str]]] = {}
    for name, make in makers.items():
        dialog = make()
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        way = reach.walk()
        found = {
            "title": [] if dialog.windowTitle() and dialog.accessibleName() else ["none"],
            "nameless": reach.nameless(dialog),
            "tips": reach.without_keys_in_tip(dialog),
            "mnemonics": reach.doubled_mnemonics(dialog),
            "unreached": reach.unreached(dialog, way),
            "jumps": reach.jumps_back(dialog, way),
            "unmarked": reach.without_focus_mark(dialog, way),
        }
        faults[name] = {what: where for what, where in found.items() if where}
        dialog.close()
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_the_focus_is_seen_in_every_look(
    makers: Makers, qapp: QApplication, qtbot: QtBot, look: str
) -> None:
    apply_style(qapp, dark=True, has_contrast=look == "contrast")
    faults = {}
    for name, make in makers.items():
        dialog = make()
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        faults[name] = reach.without_focus_mark(dialog, reach.walk())
        dialog.close()
    assert {name: found for name, found in faults.items() if found} == {}


def test_every_dialog_shows_its_words_whole_and_in_line_at_125_percent(
    makers: Makers, qtbot: QtBot
) -> None:
    faults = {}
    for name, make in makers.items():
        dialog = make()
        qtbot.addWidget(dialog)
        dialog.resize(min(dialog.width(), 1061), min(dialog.height(), 550))
        dialog.show()
        qtbot.wait(20)
        faults[name] = room.cut_short(dialog) + room.askew(dialog)
        dialog.close()
    assert {name: found for name, found in faults.items() if found} == {}


def test_every_dialog_has_room_on_a_low_screen(makers: Makers, qtbot: QtBot) -> None:
    """1920×1080 at 200 %, a title bar and a taskbar taken off."""
    heights = {}
    for name, make in makers.items():
        dialog = make()
        qtbot.addWidget(dialog)
        dialog.show()
        heights[name] = dialog.minimumSizeHint().height()
        dialog.close()
    assert {name: height for name, height in heights.items() if height > 476} == {}


def test_the_way_out_stands_last_in_every_dialog(makers: Makers, qtbot: QtBot) -> None:
    """As in Windows, Word and WPS: what is done first, 取消 or 关闭 at the right end."""
    faults = {}
    for name, make in makers.items():
        dialog = make()
        qtbot.addWidget(dialog)
        dialog.show()
        buttons = [one for one in dialog.findChildren(QPushButton) if one.isVisible()]
        outs = [one for one in buttons if one.text() in _WAYS_OUT]
        last = max(buttons, key=_place)
        if [one.text() for one in outs] != [last.text()]:
            faults[name] = [one.text() for one in sorted(buttons, key=_place)]
        dialog.close()
    assert faults == {}


def _place(button: QPushButton) -> tuple[int, int]:
    corner = button.mapTo(button.window(), button.rect().topLeft())
    return corner.y(), corner.x()
