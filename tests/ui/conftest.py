"""What the tests of the window share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from ui.style.stylesheet import apply_style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """The program's own look, and the application as it was for the tests that follow."""
    style, font, palette = qapp.style().name(), qapp.font(), qapp.palette()
    apply_style(qapp, dark=False)
    yield
    # Qt loses sight of widgets that were never shown and live on without the sheet: once it is set
    # again and they are gone, the next sheet is given to them all the same.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)
