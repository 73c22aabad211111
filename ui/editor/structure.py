"""Put a draft's structure on the text blocks, only where it differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextDocument

from ui.editor.line_styles import STYLE_NAMES, LineStyle, unpack_style
from ui.editor.page_format import STYLE_PROPERTY, PageFormat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextBlock

    from ui.editor.structure_highlighter import StructureHighlighter

_FEW = 8


def apply_structure(
    document: QTextDocument,
    highlighter: StructureHighlighter | None,
    page: PageFormat,
    styles: Sequence[LineStyle],
) -> bool:
    """Give every block its style; return False where the styles are those of another text.

    Without ``highlighter`` the faces are left to a pass over the whole text.
    """
    if len(styles) != document.blockCount():
        return False
    changed: list[tuple[QTextBlock, str]] = []
    restyled: list[QTextBlock] = []
    block = document.firstBlock()
    for style in styles:
        if unpack_style(block.userState()) != style:
            block.setUserState(style.pack())
            restyled.append(block)
        if _style_of(block) != style.style:
            changed.append((block, style.style))
        block = block.next()
    if highlighter is not None:
        _colour(highlighter, restyled)
    if changed:
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for block, name in changed:
            cursor.setPosition(block.position())
            cursor.setBlockFormat(page.block_format(name))
        cursor.endEditBlock()
    return True


def _colour(highlighter: StructureHighlighter, restyled: Sequence[QTextBlock]) -> None:
    if len(restyled) > _FEW:
        highlighter.rehighlight()  # one pass over all is cheaper than many single ones
        return
    for one in restyled:
        highlighter.rehighlight_block(one)


def format_all_blocks(document: QTextDocument, page: PageFormat) -> None:
    """Give every block the paragraph format of its style again (its measures have changed)."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.firstBlock()
    while block.isValid():
        name = _style_of(block)
        first, last = block, block
        block = block.next()
        while block.isValid() and _style_of(block) == name:
            last = block
            block = block.next()
        cursor.setPosition(first.position())
        cursor.setPosition(last.position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.setBlockFormat(page.block_format(name))
    cursor.endEditBlock()


def _style_of(block: QTextBlock) -> str:
    return STYLE_NAMES[block.blockFormat().intProperty(STYLE_PROPERTY)]
