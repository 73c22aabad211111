"""The files that another program's hand lets fall on a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


def dropped_files(mime: QMimeData) -> list[str]:
    """Return the paths of the files and folders on this machine, in their order."""
    return [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
