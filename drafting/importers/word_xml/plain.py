"""The quick way through a Word part that holds paragraphs of plain runs alone, as speeches do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.importers.word_xml.package import WORD, value

if TYPE_CHECKING:
    from lxml.etree import _Element

    from drafting.importers.text_builder import TextBuilder
    from drafting.importers.word_xml.numbering import Numbering

_BODY, _P, _PROPERTIES, _R, _T, _TAB, _BR = (
    f"{{{WORD}}}{name}" for name in ("body", "p", "pPr", "r", "t", "tab", "br")
)
_IN_RUNS = (_T, _TAB, _BR)
# What holds the text, what says how it looks, and marks that mean nothing to it.
_PLAIN = """
    document body p pPr r t tab br rPr sectPr pgSz pgMar cols docGrid headerReference
    footerReference pgNumType lnNumType titlePg type formProt textDirection pStyle jc spacing
    ind numPr ilvl numId outlineLvl keepNext keepLines pageBreakBefore widowControl
    adjustRightInd snapToGrid autoSpaceDE autoSpaceDN overflowPunct kinsoku wordWrap
    topLinePunct contextualSpacing shd rStyle rFonts b bCs i iCs u color sz szCs kern lang
    highlight w position vertAlign noProof textAlignment bookmarkStart bookmarkEnd proofErr
    lastRenderedPageBreak
"""
_NAMES = re.compile(rb"<([A-Za-z][\w:.-]*)")
_NAMED = {f"w:{name}".encode() for name in _PLAIN.split()}


def walk_plain(data: bytes, root: _Element, out: TextBuilder, numbering: Numbering) -> bool:
    """Add the text of a part (``data``, parsed: ``root``) where that is all there is to it.

    Return False where anything else may stand in the part (tables, fields, hidden or changed
    text …): then ``out`` and ``numbering`` are spoilt, and the part is walked through with care.
    """
    body = root.find(_BODY)
    if body is None or len(root) > 1 or not _is_plain(data) or root.nsmap.get("w") != WORD:
        return False
    paragraph = holder = None
    number = run = offset = -1
    is_numbered = not numbering.is_empty
    for one in body.iter(_P, _R, *_IN_RUNS):
        tag, above = one.tag, one.getparent()
        if tag == _P and above is body:
            if paragraph is not None:
                out.end_line(number)
            paragraph, number, run = one, number + 1, -1
            if is_numbered:
                out.put_before(numbering.label(one.find(_PROPERTIES)))
        elif tag == _R and above is paragraph:
            holder, run, offset = one, run + 1, 0
        elif tag in _IN_RUNS and above is holder:
            text = _text_of(one)
            out.add(text, number, run, offset)
            offset += len(text)
        else:
            return False
    if paragraph is not None:
        out.end_line(number)
    return True


def _is_plain(data: bytes) -> bool:
    """Return whether a part holds plain elements alone."""
    names = set(_NAMES.findall(data))
    # Without the first of them it is written in an encoding in which none is found.
    return b"w:document" in names and _NAMED.issuperset(names)


def _text_of(piece: _Element) -> str:
    """Return what a text, a tab or a break is as text."""
    if piece.tag == _T:
        return (piece.text or "").replace("\n", " ").replace("\r", " ")
    if piece.tag == _TAB:
        return "\t"
    return "\n" if value(piece, "type") in (None, "textWrapping") else ""
