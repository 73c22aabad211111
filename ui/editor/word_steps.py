"""Words under the pointer and the keys: Qt takes a whole Chinese paragraph for one word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QTextCursor

from ui.editor.utf16 import Utf16Map

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QTextEdit

_KEY = QKeySequence.StandardKey
# What each key does: whether forwards, whether what is passed is selected, whether it is deleted.
_STEPS = (
    (_KEY.MoveToNextWord, True, False, False),
    (_KEY.MoveToPreviousWord, False, False, False),
    (_KEY.SelectNextWord, True, True, False),
    (_KEY.SelectPreviousWord, False, True, False),
    (_KEY.DeleteEndOfWord, True, True, True),
    (_KEY.DeleteStartOfWord, False, True, True),
)


def step_by_word(editor: QTextEdit, event: QKeyEvent) -> bool:
    """Do what a key does with words; return whether it was one, and not at the paragraph's edge."""
    for key, forwards, selects, deletes in _STEPS:
        if event.matches(key):
            cursor = editor.textCursor()
            if not (deletes and cursor.hasSelection()) and not _pass_word(
                cursor, forwards=forwards, selects=selects
            ):
                return False
            if deletes:
                cursor.removeSelectedText()
            editor.setTextCursor(cursor)
            editor.ensureCursorVisible()
            return True
    return False


def select_word(editor: QTextEdit, place: QPoint) -> None:
    """Select the word under a point of the viewport."""
    from drafting.text.words import word_at

    cursor = editor.cursorForPosition(place)
    at = cursor.positionInBlock()
    if at and editor.cursorRect(cursor).left() > place.x():
        at -= 1  # the pointer is on the character before the gap that is nearest
    text, units, start = _paragraph(cursor)
    first, last = units.span_to_utf16(word_at(text, units.to_code_point(at)))
    cursor.setPosition(start + first)
    cursor.setPosition(start + last, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def select_paragraph(editor: QTextEdit, place: QPoint) -> None:
    """Select the paragraph under a point of the viewport."""
    cursor = editor.cursorForPosition(place)
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    if cursor.selectionStart() < cursor.block().position():  # Qt takes the break before it too
        cursor.setPosition(cursor.block().position())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def _pass_word(cursor: QTextCursor, *, forwards: bool, selects: bool) -> bool:
    """Move over a word of the paragraph; return whether there was one."""
    from drafting.text.words import word_after, word_before

    text, units, start = _paragraph(cursor)
    at = units.to_code_point(cursor.positionInBlock())
    if at == (len(text) if forwards else 0):
        return False
    goal = word_after(text, at) if forwards else word_before(text, at)
    mode = QTextCursor.MoveMode.KeepAnchor if selects else QTextCursor.MoveMode.MoveAnchor
    cursor.setPosition(start + units.to_utf16(goal), mode)
    return True


def _paragraph(cursor: QTextCursor) -> tuple[str, Utf16Map, int]:
    """Return the text of the caret's paragraph, its positions, and where it begins (UTF-16)."""
    block = cursor.block()
    text = block.text()
    return text, Utf16Map(text), block.position()
