"""A Word package with some parts changed; all others keep their bytes, packed as they are."""

from __future__ import annotations

import copy
import io
import posixpath
import zipfile
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = {
    WORD: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    WORD_STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_DEFAULT_MAIN = "word/document.xml"
_TYPES = "[Content_Types].xml"
# New and changed parts have no clock: the same file and findings give the same bytes.
_TIME = (1980, 1, 1, 0, 0, 0)
_LOCAL_HEADER, _LENGTHS_AT = 30, 26
_DESCRIPTOR_BIT = 0x08


class AnnotatedPackage:
    """The main part and the comments of a package, open for changes.

    The package was read by the importer before: it is sound, and no bomb.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._entries = archive.infolist()
        self._names = {_normal(entry.filename): entry.filename for entry in self._entries}
        self._changed: dict[str, _Element] = {}
        self.main_part = self._main_part()
        self.document = self.part(self.main_part)
        self.word = etree.QName(self.document).namespace or WORD
        self.comments = self._comments()

    def part(self, name: str) -> _Element:
        """Return the root of a part, to be written back when the package is."""
        known = self._names[_normal(name)]
        if known not in self._changed:
            with zipfile.ZipFile(io.BytesIO(self._data)) as archive:
                parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
                self._changed[known] = etree.fromstring(archive.read(known), parser)
        return self._changed[known]

    def written(self) -> bytes:
        """Return the package with its changed parts."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for entry in self._entries:
                if entry.filename in self._changed:
                    self._write(archive, entry.filename)
                else:
                    _keep(archive, stream, entry, self._data)
            for name in self._changed:
                if _normal(name) not in self._names:
                    self._write(archive, name)
        return stream.getvalue()

    def _write(self, archive: zipfile.ZipFile, name: str) -> None:
        entry = zipfile.ZipInfo(name, date_time=_TIME)
        entry.create_system = 0
        tree = self._changed[name].getroottree()
        content = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        archive.writestr(entry, content, zipfile.ZIP_DEFLATED)

    def _main_part(self) -> str:
        links = self._links("") if _normal("_rels/.rels") in self._names else ()
        for kind, target in links:
            if kind == "officeDocument" and _normal(target) in self._names:
                return target
        return _DEFAULT_MAIN

    def _links(self, part: str) -> Iterator[tuple[str, str]]:
        """Yield the last word of the type and the target of a part's inner links."""
        for link in self._untouched(_rels_of(part)):
            if link.get("TargetMode") != "External" and link.get("Target"):
                kind = (link.get("Type") or "").rstrip("/").rpartition("/")[2]
                target = unquote(link.get("Target") or "").replace("\\", "/")
                where = posixpath.join("/" + posixpath.dirname(part), target)
                yield kind, posixpath.normpath(where).lstrip("/")

    def _untouched(self, name: str) -> _Element:
        """Return the root of a part that is only looked at."""
        known = _normal(name) in self._names and self._names[_normal(name)] in self._changed
        root = self.part(name)
        if not known:
            del self._changed[self._names[_normal(name)]]
        return root

    def _comments(self) -> _Element:
        """Return the root of the part with the comments, made where there is none."""
        rels = _rels_of(self.main_part)
        if _normal(rels) in self._names:
            for kind, target in self._links(self.main_part):
                if kind == "comments" and _normal(target) in self._names:
                    return self.part(target)
            links = self.part(rels)
        else:
            empty = f'<Relationships xmlns="{_PACKAGE}/relationships"/>'
            links = self._changed[rels] = etree.fromstring(empty)
        folder = posixpath.dirname(self.main_part)
        number, name = 1, "comments.xml"
        while _normal(posixpath.join(folder, name)) in self._names:
            number, name = number + 1, f"comments{number + 1}.xml"
        self._link(links, name)
        part = posixpath.join(folder, name)
        types = self.part(_TYPES)
        override = etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override")
        override.set("PartName", f"/{part}")
        override.set("ContentType", _COMMENTS_TYPE)
        root = etree.Element(f"{{{self.word}}}comments", nsmap={"w": self.word})
        self._changed[part] = root
        return root

    def _link(self, links: _Element, target: str) -> None:
        taken = {link.get("Id") for link in links}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        link = etree.SubElement(links, f"{{{_PACKAGE}/relationships}}Relationship")
        link.set("Id", f"rId{number}")
        link.set("Type", f"{_OFFICE.get(self.word, _OFFICE[WORD])}/comments")
        link.set("Target", target)


def _rels_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _normal(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _keep(
    archive: zipfile.ZipFile, stream: io.BytesIO, entry: zipfile.ZipInfo, data: bytes
) -> None:
    """Copy an entry as it is packed; only its place, which the directory gives, is another."""
    lengths = data[entry.header_offset + _LENGTHS_AT : entry.header_offset + _LOCAL_HEADER]
    name, extra = int.from_bytes(lengths[:2], "little"), int.from_bytes(lengths[2:], "little")
    start = entry.header_offset + _LOCAL_HEADER + name + extra
    kept = copy.copy(entry)
    # Sizes and checksum stand in the header now, not behind the data.
    kept.flag_bits &= ~_DESCRIPTOR_BIT
    kept.header_offset = archive.start_dir
    stream.seek(archive.start_dir)
    stream.write(kept.FileHeader(zip64=False))
    stream.write(data[start : start + entry.compress_size])
    archive.filelist.append(kept)
    archive.NameToInfo[kept.filename] = kept
    archive.start_dir = stream.tell()
