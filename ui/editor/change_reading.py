"""What an edit really changed, from what Qt reports of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QTextCursor, QTextDocument

from ui.editor.edit_history import TextChange, difference

if TYPE_CHECKING:
    from ui.editor.utf16 import Utf16Map


class ReportedChange(NamedTuple):
    """The three numbers of ``QTextDocument.contentsChange``, in UTF-16 units."""

    position: int
    removed: int
    added: int


def read_change(
    document: QTextDocument, old: str, place: ReportedChange, units: Utf16Map
) -> TextChange:
    """Return the smallest change that made ``old`` into the document's text.

    Qt reports whole paragraphs after composing, and counts the end of the last one; where its
    numbers do not add up, or one character takes two units, the whole text is compared.
    """
    length = document.characterCount() - 1
    if length == len(old) + place.added - place.removed and not units.has_astral:
        cursor = QTextCursor(document)
        cursor.setPosition(min(place.position, length))
        end = min(place.position + place.added, length)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        new = cursor.selectedText().replace("\u2029", "\n").replace("\xa0", " ")
        if len(new) == place.added:
            before = old[place.position : place.position + place.removed]
            return difference(before, new, place.position)
    return difference(old, document.toPlainText())
