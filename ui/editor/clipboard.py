"""Copy as plain text and as formatted paragraphs, so that Word and WPS keep the page's look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.exporters.html import html_paragraph
from ui.editor.line_styles import unpack_style
from ui.editor.utf16 import Utf16Map

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QTextBlock, QTextCursor

    from drafting.model.layout import PageLayout

_OWN_TYPE = "application/x-jianggao-text"
# What asks the histories of clipboards to leave a copy out: Windows' own, which may travel to other
# computers (Microsoft, Clipboard Formats: Cloud Clipboard and Clipboard History), and KDE's.
_WINDOWS_TYPE = 'application/x-qt-windows-mime;value="{}"'
_NO = bytes(4)
_OUT_OF_HISTORY = {
    _WINDOWS_TYPE.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
    _WINDOWS_TYPE.format("CanIncludeInClipboardHistory"): _NO,
    _WINDOWS_TYPE.format("CanUploadToCloudClipboard"): _NO,
    "x-kde-passwordManagerHint": b"secret",
}


def fill_with_selection(mime: QMimeData, cursor: QTextCursor, layout: PageLayout) -> None:
    """Put what is selected into ``mime``; faces are the layout's own, not the substitutes."""
    document = cursor.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    lines: list[str] = []
    paragraphs: list[str] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        first = max(start - block.position(), 0)
        last = min(end - block.position(), block.length() - 1)
        line, paragraph = _paragraph(block, first, last, layout)
        lines.append(line)
        paragraphs.append(paragraph)
        block = block.next()
    mime.text()  # Qt fills its own in when first asked, which would replace ours
    mime.setText("\n".join(lines))
    mime.setHtml("".join(paragraphs))
    mime.setData(_OWN_TYPE, b"")


def keep_out_of_history(mime: QMimeData) -> None:
    """Ask the system to keep no copy of what ``mime`` holds beyond the clipboard itself."""
    for kind, value in _OUT_OF_HISTORY.items():
        mime.setData(kind, value)


def is_own_text(mime: QMimeData) -> bool:
    """Return whether the text was copied from a page of this program."""
    return mime.hasFormat(_OWN_TYPE)


def _paragraph(block: QTextBlock, first: int, last: int, layout: PageLayout) -> tuple[str, str]:
    """Return the text between two UTF-16 places of a block, plain and as a paragraph."""
    units, text = Utf16Map(block.text()), block.text()
    line = unpack_style(block.userState())
    start, end = units.to_code_point(first), units.to_code_point(last)
    middle = min(max(units.to_code_point(line.run_in_end), start), end)
    pieces = [(text[middle:end], line.style)]
    if line.run_in_level and middle > start:
        pieces.insert(0, (text[start:middle], f"heading{line.run_in_level}"))
    else:
        pieces = [(text[start:end], line.style)]
    paragraph = html_paragraph(line.style, pieces, layout, has_beginning=first == 0)
    return text[start:end], paragraph
