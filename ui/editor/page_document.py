"""A document made ready before any view sees it: laying out twice is what opening would cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QTextCursor, QTextDocument

from ui.editor.line_styles import BODY, LineStyle
from ui.editor.structure import iter_structured
from ui.editor.structure_highlighter import StructureHighlighter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject

    from ui.editor.page_format import PageFormat


# More blocks than a speech of 30,000 characters has; they take about 15 ms.
_AT_ONCE = 400


def make_document(
    text: str,
    page: PageFormat,
    styles: Iterator[LineStyle],
    parent: QObject,
) -> tuple[QTextDocument, StructureHighlighter]:
    """Return a document with its text, margins and structure; Qt's own undo is off in it.

    It has no layout yet: with one, each block would be laid out again when it is coloured. Of a
    very long text only the first screens have their faces; the others are left as body text.
    """
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    document.setDefaultFont(page.body_font)
    # Deaf until all is there: each block is looked at once.
    deaf = QSignalBlocker(document)
    document.setPlainText(text)
    document.rootFrame().setFrameFormat(page.frame_format())
    cursor = QTextCursor(document)
    cursor.setPosition(document.characterCount() - 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.setBlockFormat(page.block_format(BODY.style))
    highlighter = StructureHighlighter(document, page)
    lines = document.blockCount()
    for done in iter_structured(document, highlighter, page, styles, lines, is_shown=False):
        if done >= _AT_ONCE:
            break
    deaf.unblock()
    return document, highlighter
