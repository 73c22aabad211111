"""The files that another program's hand lets fall on a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent


def taken_files(event: QDropEvent) -> list[str]:
    """Return the paths of the files and folders on this machine, in their order.

    Where there are any the event is accepted, as a copy whatever the other program proposes: one
    that was told of a move may delete the files.
    """
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    if paths:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    return paths
