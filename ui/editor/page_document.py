"""A document made ready before any view sees it: laying out twice is what opening would cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QTextCursor, QTextDocument

from ui.editor.line_styles import BODY, LineStyle
from ui.editor.structure import apply_structure
from ui.editor.structure_highlighter import StructureHighlighter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from ui.editor.page_format import PageFormat


def make_document(
    text: str,
    page: PageFormat,
    styles: Sequence[LineStyle],
    parent: QObject,
) -> tuple[QTextDocument, StructureHighlighter]:
    """Return a document with its text, margins and structure; Qt's own undo is off in it.

    It has no layout yet: with one, each block would be laid out again when it is coloured.
    """
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    document.setDefaultFont(page.body_font)
    # Made for the empty document, and deaf until all is there: it looks at each block once.
    highlighter = StructureHighlighter(document, page)
    deaf = QSignalBlocker(document)
    document.setPlainText(text)
    document.rootFrame().setFrameFormat(page.frame_format())
    cursor = QTextCursor(document)
    cursor.setPosition(document.characterCount() - 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.setBlockFormat(page.block_format(BODY.style))
    apply_structure(document, None, page, styles)
    deaf.unblock()
    highlighter.rehighlight()
    return document, highlighter
