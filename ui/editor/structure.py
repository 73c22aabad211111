"""Put a draft's structure on the text blocks: only where it differs, and never as an undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from ui.editor.line_styles import LineStyle, unpack_style
from ui.editor.page_format import STYLE_PROPERTY, PageFormat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.editor.structure_highlighter import StructureHighlighter


def apply_structure(
    document: QTextDocument,
    highlighter: StructureHighlighter,
    page: PageFormat,
    styles: Sequence[LineStyle],
) -> bool:
    """Give every block its style; return whether the paragraph formats could be set too.

    Faces are formats of the layout and no edits. Indent and alignment are edits: they are joined
    to the last step of the undo history, so that one undo takes back what the user did. While
    something can be redone they must wait, since any edit would drop it.
    """
    if len(styles) != document.blockCount():
        return False
    changed: list[tuple[QTextBlock, str]] = []
    block = document.firstBlock()
    for style in styles:
        if unpack_style(block.userState()) != style:
            block.setUserState(style.pack())
            highlighter.rehighlightBlock(block)
        if unpack_style(block.blockFormat().intProperty(STYLE_PROPERTY)).style != style.style:
            changed.append((block, style.style))
        block = block.next()
    if not changed:
        return True
    if document.isRedoAvailable():
        return False
    _format_blocks(document, page, changed)
    return True


def _format_blocks(
    document: QTextDocument, page: PageFormat, changed: Sequence[tuple[QTextBlock, str]]
) -> None:
    has_history = document.isUndoAvailable()
    records = document.isUndoRedoEnabled()
    if not has_history:
        document.setUndoRedoEnabled(False)
    cursor = QTextCursor(document)
    if has_history:
        cursor.joinPreviousEditBlock()
    else:
        cursor.beginEditBlock()
    for block, style in changed:
        cursor.setPosition(block.position())
        cursor.setBlockFormat(page.block_format(style))
    cursor.endEditBlock()
    if not has_history:
        document.setUndoRedoEnabled(records)
