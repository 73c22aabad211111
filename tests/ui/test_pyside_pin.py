"""Newer PySide6 loses a reference to None on every void call and aborts after some thousands."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_void_calls_keep_their_reference_to_none(qtbot: QtBot) -> None:
    target = QObject()
    before = sys.getrefcount(None)
    for number in range(10_000):
        target.setObjectName(str(number))
    assert abs(sys.getrefcount(None) - before) < 100
