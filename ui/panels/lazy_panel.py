"""A panel that starts behind another tab: its insides are built when they are first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.panels.focus_panel import FocusPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget


class LazyPanel(FocusPanel):
    """``make`` builds the insides; every method that touches them calls :meth:`build` first."""

    def __init__(self, name: str, make: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self.setAccessibleName(name)
        self.setMinimumWidth(260)
        self._is_built = False

    @property
    def is_built(self) -> bool:
        """Return whether there are insides."""
        return self._is_built

    def build(self) -> None:
        """Build the insides if there are none."""
        if not self._is_built:
            self._is_built = True
            self._make()

    def showEvent(self, event: QShowEvent) -> None:
        """Have something to show."""
        self.build()
        super().showEvent(event)
