"""Have a screen reader say what comes into sight while the focus is elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Let the screen reader say ``words`` of ``widget``; without one nothing is done."""
    if words and _is_heard():
        _send(widget, words)


def _is_heard() -> bool:
    from PySide6.QtGui import QAccessible  # not on the way to the first page

    return QAccessible.isActive()


def _send(widget: QWidget, words: str) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
