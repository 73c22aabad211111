"""Put a draft's structure on the text blocks, only where it differs, a few blocks at a time."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextDocument

from ui.editor.line_styles import STYLE_NAMES, LineStyle
from ui.editor.page_format import STYLE_PROPERTY, PageFormat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextBlock

    from ui.editor.structure_highlighter import StructureHighlighter

_RUN = 16
_LOOKED_AT = 1024
# Characters that Qt lays out in about two milliseconds.
_LAID_OUT = 4000


def iter_structured(
    document: QTextDocument,
    highlighter: StructureHighlighter,
    page: PageFormat,
    styles: Iterator[LineStyle],
    lines: int,
    *,
    is_shown: bool = True,
) -> Iterator[int]:
    """Give every block its style, a few with each step; yield how many blocks are done by then.

    Ends early where ``styles`` are those of a text of other ``lines``, also when it has become one
    since.
    A document that ``is_shown`` is laid out as far as this has come, bit by bit: Qt would lay out
    at once all that lies before a change.
    """
    number = laid_out = 0
    while number < lines == document.blockCount():
        last = block = document.findBlockByNumber(number)
        run: list[tuple[QTextBlock, LineStyle]] = []
        for style in islice(styles, min(_RUN, lines - number)):
            if block.userState() != style.pack() or _style_of(block) != style.style:
                run.append((block, style))
            last, block = block, block.next()
        number += _RUN
        is_far = is_shown and last.position() - laid_out > _LAID_OUT
        if is_far or (run and is_shown):
            document.documentLayout().blockBoundingRect(last)
            laid_out = last.position()
        if run:
            _restyle(document, highlighter, page, run)
        elif is_far:
            # Qt lays out a long text by itself too, each time twice as much of it, up to 200,000
            # characters (40 ms) at once; after a change, even of nothing, it begins small again
            # (at the beginning: one where it has just come to would upset the heights below).
            document.markContentsDirty(0, 0)
        if run or is_far or not number % _LOOKED_AT:
            yield number


def _restyle(
    document: QTextDocument,
    highlighter: StructureHighlighter,
    page: PageFormat,
    run: Sequence[tuple[QTextBlock, LineStyle]],
) -> None:
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    coloured: list[QTextBlock] = []
    highlighter.is_resting = True
    for block, style in run:
        block.setUserState(style.pack())
        if _style_of(block) != style.style:
            cursor.setPosition(block.position())
            cursor.setBlockFormat(page.block_format(style.style))
        if highlighter.highlight(block):
            coloured.append(block)
    if coloured:  # within the edit, so that all is laid out once
        first, last = coloured[0].position(), coloured[-1].position() + coloured[-1].length()
        document.markContentsDirty(first, last - first)
    cursor.endEditBlock()
    highlighter.is_resting = False


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
