"""Text as it may stand in XML, and how much of it one Word file may hold."""

from __future__ import annotations

import re

from drafting.errors import DraftingError

# One text node beyond 10 MB is refused by readers of Word files; so is our own importer's limit
# of 20 MB for one part of a package.
LONGEST_PARAGRAPH = 1_000_000
LONGEST_TEXT = 5_000_000

# XML 1.0, 2.2 Char: all but the tab of the control characters, surrogates, U+FFFE and U+FFFF.
_FORBIDDEN = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_MARKUP = re.compile("[&<>]")


def without_forbidden(text: str) -> str:
    """Return ``text`` of one paragraph without what XML forbids."""
    return _FORBIDDEN.sub("", text) if _FORBIDDEN.search(text) else text


def clean_for_xml(text: str) -> str:
    """Return ``text`` of one paragraph without what XML forbids, and escaped."""
    text = without_forbidden(text)
    if _MARKUP.search(text):
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def check_length(length: int, longest_paragraph: int) -> None:
    """Refuse a text that Word files cannot carry.

    Raises:
        DraftingError: the text or one paragraph of it is too long.
    """
    if longest_paragraph > LONGEST_PARAGRAPH:
        raise DraftingError(
            f"无法导出：稿件中有一段长达 {longest_paragraph:,} 字，"
            f"超过一段 {LONGEST_PARAGRAPH:,} 字的上限，请先分段再导出。"
        )
    if length > LONGEST_TEXT:
        raise DraftingError(
            f"无法导出：稿件共 {length:,} 字，超过 {LONGEST_TEXT:,} 字的上限，请分成几份再导出。"
        )
