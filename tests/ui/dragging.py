"""What a hand from elsewhere lets fall on a widget, as Qt tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

_HOW = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def drag_onto(widget: QWidget, mime: QMimeData, place: QPoint | None = None) -> bool:
    """Drag ``mime`` to a place of the widget and let it fall; return whether it was taken.

    As under a real hand, a widget that does not accept drops is passed by.
    """
    if not widget.acceptDrops():
        return False
    place = widget.rect().center() if place is None else place
    action = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    has_entered = False  # a widget that took what enters takes it wherever it is moved
    for event in (
        QDragEnterEvent(place, action, mime, *_HOW),
        QDragMoveEvent(place, action, mime, *_HOW),
        QDropEvent(QPointF(place), action, mime, *_HOW),
    ):
        event.setAccepted(isinstance(event, QDragMoveEvent) and has_entered)
        QCoreApplication.sendEvent(widget, event)
        if not event.isAccepted():
            return False
        has_entered = True
    return True
