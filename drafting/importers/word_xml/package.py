"""The parts of a Word package, found by relationships, and their XML."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from drafting.errors import ImportProblem
from drafting.importers.prescan import ZIP_FAULTS, check_part, is_xml, open_bounded, part_bytes

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Sequence

    from lxml.etree import _Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# ISO/IEC 29500 Strict uses names of its own for the same elements.
WORD_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_PREFIXES = {
    WORD: "w",
    WORD_STRICT: "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://schemas.openxmlformats.org/package/2006/relationships": "r",
}
# How the characters and tables of a style look stands behind all else that it holds.
_STYLE, _STYLE_END, _NUMBERED = b"<w:style ", b"</w:style>", b"<w:numPr>"
_LOOKS = re.compile(rb"<w:(?:rPr|tblPr|trPr|tcPr|tblStylePr)[ >]")
_BASED_ON = b"<w:basedOn "
_STYLE_ID = re.compile(rb'[^<>]*\bw:styleId="([^"<>]*)"')
_BASE = re.compile(rb'<w:basedOn w:val="([^"<>]*)"')
_DEFAULT_MAIN = "word/document.xml"
# libxml2 names its option in the message when a text of 10 MB or a depth of 256 is exceeded.
_TOO_MUCH = "xml_parse_huge"


@cache
def short_tag(tag: str) -> str:
    """Return ``w:p`` and the like for a tag with its whole namespace."""
    space, _, local = tag[1:].rpartition("}")
    return f"{_PREFIXES.get(space, '?')}:{local}"


@cache
def tags_of(name: str) -> tuple[str, ...]:
    """Return the tags, one for each family of names, that ``name`` (w:p) is short for."""
    prefix, _, local = name.partition(":")
    return tuple(f"{{{space}}}{local}" for space, known in _PREFIXES.items() if known == prefix)


def short_name(element: _Element) -> str:
    """Return ``w:p`` and the like, the same for both families of names."""
    return short_tag(element.tag)


def value(element: _Element | None, name: str = "val") -> str | None:
    """Return a Word attribute of an element, None where either is missing."""
    if element is None:
        return None
    return element.get(f"{{{WORD}}}{name}", element.get(f"{{{WORD_STRICT}}}{name}"))


def child(element: _Element | None, *path: str) -> _Element | None:
    """Return the first child by short names, step by step, None where one is missing."""
    for name in path:
        if element is None:
            return None
        tags = tags_of(name)
        for one in element:
            if one.tag in tags:
                element = one
                break
        else:
            return None
    return element


@dataclass(frozen=True, slots=True)
class Relationship:
    """``kind`` is the last word of the relationship's type (``footnotes``)."""

    kind: str
    part: str


class WordPackage:
    """A package that passed the pre-scan."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._data = data
        self._zip: zipfile.ZipFile = open_bounded(data, name)
        self._parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        # Names count without regard to case (ECMA-376 part 2); some writers use backslashes.
        self._entries = {
            _normal(entry.filename): entry
            for entry in self._zip.infolist()
            if not entry.filename.endswith("/")
        }

    def main_part(self) -> str:
        """Return the name of the document's main part.

        Raises:
            ImportProblem: ``wrong-type``: it is a package of another kind.
        """
        for link in self.relationships(""):
            if link.kind == "officeDocument" and self.has(link.part):
                return link.part
        if self.has(_DEFAULT_MAIN):
            return _DEFAULT_MAIN
        reason, advice = "它是压缩文件，里面没有 Word 文稿", "请解压后选择其中的文稿"
        raise ImportProblem(self._name, "wrong-type", reason, advice)

    def relationships(self, part: str) -> list[Relationship]:
        """Return a part's links to other parts of the package; those to the outside are left."""
        folder, _, file = part.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        if not self.has(rels):
            return []
        found = []
        for link in self.xml(rels):
            target = link.get("Target")
            if not target or link.get("TargetMode") == "External":
                continue
            kind = (link.get("Type") or "").rstrip("/").rpartition("/")[2]
            where = posixpath.join("/" + folder, unquote(target).replace("\\", "/"))
            found.append(Relationship(kind, posixpath.normpath(where).lstrip("/")))
        return found

    def has(self, part: str) -> bool:
        """Return whether the package holds the part."""
        return _normal(part) in self._entries

    def xml(self, part: str) -> _Element:
        """Return the root element of a part.

        Raises:
            ImportProblem: ``damaged`` where the part is missing, cut or no XML; ``too-large``
                beyond the parser's bounds; ``refused`` where it declares a document type.
        """
        return self.parsed(self.bytes_of(part))

    def numbering_styles(self, part: str) -> _Element:
        """Return the root of a styles part with the styles that number, and what they number by.

        How text looks, nearly all of such a part, takes longer to parse than all the text of a
        speech. Where taking it out leaves no whole XML, the part is parsed as it is.

        Raises:
            ImportProblem: as ``xml`` does.
        """
        data = self.bytes_of(part)
        try:
            return self.parsed(numbering_only(data))
        except ImportProblem:
            return self.parsed(data)

    def bytes_of(self, part: str) -> bytes:
        """Return a part as it stands in the package.

        Raises:
            ImportProblem: ``damaged`` where the part is missing or cannot be unpacked, ``refused``
                where it declares a document type.
        """
        try:
            content = part_bytes(self._zip, self._entries[_normal(part)], self._data)
        except ZIP_FAULTS as error:
            raise self._damaged() from error
        if is_xml(part):
            check_part(content, self._name)
        return content

    def parsed(self, data: bytes) -> _Element:
        """Return the root element of what ``bytes_of`` gave.

        Raises:
            ImportProblem: as ``xml`` does.
        """
        try:
            root = etree.fromstring(data, self._parser)
        except etree.XMLSyntaxError as error:
            if _TOO_MUCH in str(error).lower():
                reason = "其中有段落过长或表格嵌套过深"
                advice = "请在 Word 中拆分后再打开"
                raise ImportProblem(self._name, "too-large", reason, advice) from error
            raise self._damaged() from error
        except (*ZIP_FAULTS, etree.LxmlError) as error:
            raise self._damaged() from error
        if root.getroottree().docinfo.internalDTD is not None:
            reason = "其中含有不安全的声明，为安全起见没有打开"
            raise ImportProblem(self._name, "refused", reason, "请用 Word 打开并另存一份后再试")
        return root

    def _damaged(self) -> ImportProblem:
        return ImportProblem(self._name, "damaged", "文件内容已损坏", "请重新复制或下载该文件")


def numbering_only(styles: bytes) -> bytes:
    """Return a styles part with the styles alone that number paragraphs, and not how they look.

    It is known in the form that Word and WPS write; any other is returned as it is.
    """
    head, *each = styles.rsplit(_STYLE)
    defaults = head.find(b"<w:docDefaults>")
    if not each or defaults < 0:
        return styles
    tail = each[-1].rfind(_STYLE_END) + len(_STYLE_END)
    end = each[-1][tail:]
    each[-1] = each[-1][:tail]
    kept = [_without_looks(one) for one in _numbering(each)]
    return _STYLE.join([head[:defaults], *kept]) + end


def _numbering(styles: Sequence[bytes]) -> list[bytes]:
    """Return the styles that have a number, or are based on one that has, in their order."""
    # (From its end a style is searched in half the time.)
    kept = {index for index, style in enumerate(styles) if style.rfind(_NUMBERED) >= 0}
    based = [index for index, style in enumerate(styles) if _BASED_ON in style] if kept else []
    grown = True
    while grown:
        names = {_named(_STYLE_ID.match(styles[index])) for index in kept}
        more = {index for index in based if _named(_BASE.search(styles[index])) in names} - kept
        # A name that cannot be read may be any.
        more |= set(based) - kept if None in names else set()
        kept |= more
        grown = bool(more)
    return [styles[index] for index in sorted(kept)]


def _named(match: re.Match[bytes] | None) -> bytes | None:
    return None if match is None else match[1]


def _without_looks(style: bytes) -> bytes:
    looks = _LOOKS.search(style)
    if looks is None or style.rfind(_NUMBERED) > looks.start():
        return style
    return style[: looks.start()] + _STYLE_END


def _normal(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()
