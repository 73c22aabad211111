"""The quick way through a Word part that holds paragraphs of plain runs alone, as speeches do."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING
from xml.parsers import expat

from drafting.importers.word_xml.package import WORD

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafting.importers.text_builder import TextBuilder
    from drafting.importers.word_xml.numbering import Numbering

    Step = tuple[Callable[[str | None], object], str | None]

# A larger part, cut in pieces, takes too much memory.
_MOST_BYTES = 4 * 1024 * 1024
# What says how the text looks, and marks that mean nothing to it: none of them holds anything.
_LOOKS = """
    pgSz pgMar cols docGrid headerReference footerReference pgNumType lnNumType titlePg type
    formProt textDirection jc spacing ind outlineLvl keepNext keepLines pageBreakBefore
    widowControl adjustRightInd snapToGrid autoSpaceDE autoSpaceDN overflowPunct kinsoku wordWrap
    topLinePunct contextualSpacing shd rStyle rFonts b bCs i iCs u color sz szCs kern lang
    highlight w position vertAlign noProof textAlignment bookmarkStart bookmarkEnd proofErr
    lastRenderedPageBreak
"""
_MEANINGLESS = frozenset(_LOOKS.split())
# From each place the tags that lead on, and where to; all others lead to the careful way. A tag is
# written as its name, /name where it closes, name/ where it is empty. ``line`` is a paragraph
# behind its properties, ``behind`` all that follows the body.
_MOVES = {
    "": {"document": "document"},
    "document": {"body": "body"},
    "body": {"p": "p", "p/": "body", "sectPr": "sectPr", "/body": "behind"},
    "sectPr": {"/sectPr": "body"},
    "p": {"pPr": "pPr", "pPr/": "line", "r": "r", "r/": "line", "/p": "body"},
    "pPr": {
        "pStyle/": "pPr",
        "numPr": "pPr numPr",
        "numPr/": "pPr",
        "rPr": "pPr rPr",
        "rPr/": "pPr",
        "sectPr": "pPr sectPr",
        "/pPr": "line",
    },
    "pPr numPr": {"numId/": "pPr numPr", "ilvl/": "pPr numPr", "/numPr": "pPr"},
    "pPr rPr": {"/rPr": "pPr"},
    "pPr sectPr": {"/sectPr": "pPr"},
    "line": {"r": "r", "r/": "line", "/p": "body"},
    "r": {"rPr": "rPr", "rPr/": "r", "t": "t", "t/": "r", "tab/": "r", "br/": "r", "/r": "line"},
    "rPr": {"/rPr": "r"},
    "t": {"/t": "r"},
    "behind": {"/document": "end"},
    "end": {},
}
_TAG = re.compile(r"""(/?)w:(\w+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(/?)""")
# The attribute by which a tag means something to the text.
_MEANING = {
    tag: re.compile(rf"""\sw:{attribute}\s*=\s*(["'])(.*?)\1""")
    for tag, attribute in (
        ("pStyle/", "val"),
        ("numId/", "val"),
        ("ilvl/", "val"),
        ("br/", "type"),
    )
}
_ODD = "?", None
# What a parser would change in the value of an attribute.
_CHANGED = re.compile(r"[&\t\r\n]")
_PROLOG = re.compile(r"<\?xml[^<>]*\?>\s*")
_ENCODING = re.compile(r"""encoding\s*=\s*["']([^"']*)""")
_SPACE_OF_NAMES = re.compile(rf"""\sxmlns:w\s*=\s*["']{re.escape(WORD)}["']""")
_TEXT = re.compile(">([^<]+)<")
# Word tells in which session each paragraph and run was written.
_SESSIONS = re.compile(
    r'(<w:(?:p|r|sectPr))(?: (?:w:rsid[A-Za-z]*|w14:(?:paraId|textId))="[0-9A-F]*")+'
)
# The ampersand last, or what it makes would be taken for one of the others.
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


def walk_plain(data: bytes, out: TextBuilder, numbering: Numbering) -> bool:
    """Add the text of a part where that is all there is to it.

    The markup between two texts is the same over and over: each of its kinds is understood once.
    Return False where anything else may stand in the part (tables, fields, hidden or changed
    text …), or where it is no whole XML: then ``out`` and ``numbering`` are spoilt, and the part
    is walked through with care.
    """
    parts = _parts(data)
    if parts is None:
        return False
    line = _Line(out, numbering)
    known: dict[tuple[str, str], tuple[str, list[Step]]] = {}
    place = ""
    for markup, text in zip(parts[::2], [*parts[1::2], ""], strict=True):
        found = known.get((place, markup))
        if found is None:
            found = known[place, markup] = line.understood(markup, place)
        place, steps = found
        if not place or "&#" in text:  # a character by its number is for the careful way
            return False
        for step, value in steps:
            step(value)
        if place == "t":
            line.add_text(text)
    return place == "end" and _is_whole(data)


def _is_whole(data: bytes) -> bool:
    """Return whether a part is XML without a fault; a tree of it is not wanted, nor built."""
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(data, True)  # noqa: FBT003 - its only form
    except expat.ExpatError:
        return False
    return True


def _parts(data: bytes) -> list[str] | None:
    """Return the markup and, between its stretches, the texts of a part; each outer bracket is off.

    None where the part is too large or not UTF-8.
    """
    if len(data) > _MOST_BYTES:
        return None
    try:
        whole = data.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        return None
    prolog = _PROLOG.match(whole)
    if prolog is not None:
        named = _ENCODING.search(prolog[0])
        if named is not None and named[1].lower() != "utf-8":
            return None
        whole = whole[prolog.end() :]
    if "w:rsid" in whole or "w14:paraId" in whole:
        whole = _SESSIONS.sub(r"\1", whole)
    return _TEXT.split(whole[1:-1])


@lru_cache(maxsize=512)
def _tag(written: str) -> tuple[str, str | None]:
    """Return a tag as places know it, empty for one that means nothing, and what it says."""
    match = _TAG.fullmatch(written)
    if match is None:
        return _ODD
    closing, name, attributes, closed = match.groups()
    tag = f"{closing}{name}{closed}"
    if tag == "document":
        return (tag, None) if _SPACE_OF_NAMES.search(attributes) else _ODD
    if "xmlns" in attributes or _CHANGED.search(attributes):
        return _ODD
    if closed and name in _MEANINGLESS:
        return "", None
    meaning = _MEANING[tag].search(attributes) if tag in _MEANING else None
    return tag, None if meaning is None else meaning[2]


class _Line:
    """The paragraph that is being read: what each tag in it does."""

    def __init__(self, out: TextBuilder, numbering: Numbering) -> None:
        self._out = out
        self._numbering = numbering
        self._number = self._run = -1
        self._offset = 0
        self._marks: dict[str, str | None] = {}
        self._steps: dict[str, Callable[[str | None], object]] = {
            "p": self._begin,
            "/p": self._end,
            "p/": self._pass,
            "r": self._begin_run,
            "r/": self._begin_run,
            "tab/": lambda _: self._add("\t"),
            "br/": lambda kind: self._add("\n" if kind in (None, "textWrapping") else ""),
        }
        if not numbering.is_empty:
            for tag, mark in (("pStyle/", "style"), ("numId/", "number"), ("ilvl/", "level")):
                self._steps[tag] = partial(self._mark, mark)

    def understood(self, markup: str, place: str) -> tuple[str, list[Step]]:
        """Return where a stretch of tags leads to from ``place``, and what is done on the way.

        The place is empty where it leads to nothing that is known.
        """
        steps: list[Step] = []
        for written in markup.split("><"):
            tag, value = _tag(written)
            if not tag and place != "t":
                continue
            place = _MOVES[place].get(tag, "")
            if not place:
                break
            if tag in self._steps:
                steps.append((self._steps[tag], value))
        return place, steps

    def add_text(self, text: str) -> None:
        """Add a text as it is written in the part."""
        if "&" in text:
            for entity, character in _ENTITIES:
                text = text.replace(entity, character)
        if "\n" in text or "\r" in text:
            # A parser makes one line break of both characters.
            text = text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
        self._add(text)

    def _begin(self, _: str | None) -> None:
        self._number += 1
        self._run = -1
        self._marks.clear()

    def _end(self, _: str | None) -> None:
        if self._run < 0:
            self._count()
        self._out.end_line(self._number)

    def _pass(self, _: str | None) -> None:
        self._begin(None)
        self._end(None)

    def _begin_run(self, _: str | None) -> None:
        if self._run < 0:
            self._count()
        self._run += 1
        self._offset = 0

    def _mark(self, name: str, value: str | None) -> None:
        self._marks.setdefault(name, value)

    def _count(self) -> None:
        """Take the paragraph's number, once, now that its properties are known."""
        if not self._numbering.is_empty:
            self._out.put_before(self._numbering.label_of(**self._marks))

    def _add(self, text: str) -> None:
        self._out.add(text, self._number, self._run, self._offset)
        self._offset += len(text)
