"""A panel that hands the keys on to one of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent


class FocusPanel(QWidget):
    """``setFocus`` on the panel reaches the part that :meth:`hand_focus_to` was told.

    Qt's focus proxy is not used: Tab goes from a panel straight to its proxy and so passes by
    everything that stands between the panel and a part that was built later.
    """

    _first: QWidget | None = None

    def hand_focus_to(self, part: QWidget) -> None:
        """Let ``part`` have the keys that are meant for the panel."""
        self._first = part

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keys on."""
        if self._first is None:
            super().focusInEvent(event)
        else:
            self._first.setFocus(event.reason())
