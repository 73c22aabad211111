"""A Word part as tags and texts, where it is whole XML of the plainest kind.

A tag is taken here only as XML allows it, the few kinds of tags of a part are each looked at once,
and their order is the walk's: so nothing needs to parse the part to know that it is whole.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from drafting.importers.word_xml.package import WORD

if TYPE_CHECKING:
    from collections.abc import Mapping

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
_NEVER_IN_XML = bytes(set(range(0x20)) - set(b"\t\r\n"))
_NO_TEXT = "]]>", "\ufffe", "\uffff"
# A character by its number is for the careful way.
_NO_ENTITY = re.compile("&(?!(?:lt|gt|quot|apos|amp);)")
_PROLOG = re.compile(
    r"""<\?xml version=(["'])1\.0\1(?: encoding=(["'])(?i:utf-8)\2)?"""
    r"""(?: standalone=(["'])(?:yes|no)\3)?\s*\?>\s*""",
    re.ASCII,
)
_TEXT = re.compile(">([^<]+)<")
# Word tells in which session each paragraph and run was written, in this order.
_SESSIONS = re.compile(
    r'(<w:(?:p|r|sectPr))(?= w)(?: w14:paraId="[0-9A-F]*")?(?: w14:textId="[0-9A-F]*")?'
    + "".join(
        rf'(?: w:rsid{one}="[0-9A-F]*")?' for one in ("R", "RPr", "Del", "RDefault", "P", "Sect")
    )
    + "(?=/?>)"
)
_NAME = "[A-Za-z_][A-Za-z0-9_.-]*"
_ATTRIBUTE = re.compile(
    rf"""[ \t\r\n]+((?:({_NAME}):)?{_NAME})[ \t\r\n]*=[ \t\r\n]*("[^"<&]*"|'[^'<&]*')"""
)
_TAG = re.compile(rf"(/?)w:([A-Za-z]+)((?:{_ATTRIBUTE.pattern})*)[ \t\r\n]*(?P<closed>/?)")
# The attribute by which a tag means something to the text.
_MEANING = {"pStyle/": "w:val", "numId/": "w:val", "ilvl/": "w:val", "br/": "w:type"}
# What a parser would change in the value of an attribute, or take for a fault.
_CHANGED = re.compile("[\t\r\n\ufffe\uffff]")
# Spaces of names are taken as they are written; those of XML itself are for the careful way.
_SPACE = re.compile("(?!http://www.w3.org/(?:XML/1998/namespace|2000/xmlns/))[!-~]+")
_RESERVED = frozenset(("xml", "xmlns"))


class PlainTag(NamedTuple):
    """A tag by its name, with the value that means something, and the prefixes it rests on.

    The name is /name where the tag closes, name/ where it is empty, nothing where the tag means
    nothing, ? where it may mean anything. The prefixes of ``document`` are those that it declares.
    """

    name: str
    value: str | None = None
    prefixes: frozenset[str] = frozenset()


_ODD = PlainTag("?")


def plain_parts(data: bytes) -> list[str] | None:
    """Return markup and texts of a part in turns; the bracket at each end of markup is off.

    None where the part is too large or not UTF-8, or holds a character or an entity that XML
    does not allow.
    """
    if len(data) > _MOST_BYTES or len(data.translate(None, _NEVER_IN_XML)) < len(data):
        return None
    try:
        whole = data.decode("utf-8-sig").rstrip(" \t\r\n")
    except UnicodeDecodeError:
        return None
    prolog = _PROLOG.match(whole)
    if prolog is not None:
        whole = whole[prolog.end() :]
    if not (whole.startswith("<") and whole.endswith(">")):
        return None
    if b"w:rsid" in data or has_paragraph_names(data):
        whole = _SESSIONS.sub(r"\1", whole)
    parts = _TEXT.split(whole[1:-1])
    texts = "".join(parts[1::2])
    if any(one in texts for one in _NO_TEXT) or ("&" in texts and _NO_ENTITY.search(texts)):
        return None
    return parts


def has_paragraph_names(data: bytes) -> bool:
    """Return whether ``plain_parts`` took out attributes of the prefix w14."""
    return b"w14:paraId" in data or b"w14:textId" in data


@lru_cache(maxsize=512)
def plain_tag(written: str) -> PlainTag:
    """Return what a tag is, written without its brackets."""
    match = _TAG.fullmatch(written)
    if match is None:
        return _ODD
    closing, name, attributes, closed = match[1], match[2], match[3], match["closed"]
    found = _ATTRIBUTE.findall(attributes)
    said = {named: value[1:-1] for named, _, value in found}
    if len(said) < len(found) or (closing and (found or closed)):
        return _ODD
    prefixes = frozenset(prefix for _, prefix, _ in found) - {"", "xml"}
    tag = f"{closing}{name}{closed}"
    if tag == "document":
        return _root(said, prefixes)
    if "xmlns" in said or "xmlns" in prefixes or _CHANGED.search(attributes):
        return _ODD
    if closed and name in _MEANINGLESS:
        return PlainTag("", None, prefixes)
    return PlainTag(tag, said.get(_MEANING.get(tag, "")), prefixes)


def _root(said: Mapping[str, str], prefixes: frozenset[str]) -> PlainTag:
    """Return the tag around the whole, where each space of names has one prefix."""
    spaces = {
        named.removeprefix("xmlns:"): space
        for named, space in said.items()
        if named.startswith("xmlns:")
    }
    is_plain = (
        spaces.get("w") == WORD
        and len(set(spaces.values())) == len(spaces)
        and all(map(_SPACE.fullmatch, spaces.values()))
        and not spaces.keys() & _RESERVED
        and prefixes - {"xmlns"} <= spaces.keys()
        and not any(one in value for value in said.values() for one in _NO_TEXT)
    )
    return PlainTag("document", None, frozenset(spaces)) if is_plain else _ODD
