"""The runs of a Word part by the numbers that the importer gave them, to be cut into pieces.

The numbers and offsets are those of ``SourceRun``.
"""

from __future__ import annotations

import copy
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from drafting.exporters.annotation.package import SPACE, WORD, WORD_STRICT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

_MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_TEXTS = ("t", "delText")
_ONE_CHARACTER = ("tab", "ptab", "cr", "noBreakHyphen")
# Inside these a run cannot be cut, and no comment may begin.
_CLOSED = ("txbxContent", "ruby", "oMath", "oMathPara", "r")
_PLAIN = ("rPr", *_TEXTS, *_ONE_CHARACTER, "br", "lastRenderedPageBreak")
_PLAIN_PARENTS = ("p", "hyperlink", "smartTag")


class RunKey(NamedTuple):
    """A run: the number of its paragraph in the part, and its own in the paragraph."""

    paragraph: int
    run: int


class Piece(NamedTuple):
    """What a run was cut into: an element, and the offset in the run at which it begins."""

    start: int
    element: _Element


class Runs:
    """All runs of a part."""

    def __init__(self, root: _Element) -> None:
        self._runs: dict[RunKey, _Element] = {}
        self._pieces: dict[RunKey, list[Piece]] = {}
        self._in_fields = _runs_in_fields(root)
        # Changes of looks that now stand in two runs: each needs a number of its own.
        self.copied_marks: list[_Element] = []
        paragraphs: dict[_Element, int] = {}
        counts: Counter[int] = Counter()
        for element in root.iter("{*}p", "{*}r"):
            name = etree.QName(element)
            if name.localname == "p" and name.namespace in (WORD, WORD_STRICT):
                paragraphs[element] = len(paragraphs)
            elif name.localname == "r" and name.namespace in (WORD, WORD_STRICT, *_MATH):
                owner = next((up for up in element.iterancestors() if up in paragraphs), None)
                if owner is not None:
                    number = paragraphs[owner]
                    self._runs[RunKey(number, counts[number])] = element
                    counts[number] += 1

    def has(self, key: RunKey) -> bool:
        """Return whether there is such a run in a paragraph."""
        return key in self._runs

    def text(self, key: RunKey) -> str:
        """Return a run's characters, tabs and breaks as one each; empty where there is no run."""
        run = self._runs.get(key)
        return "" if run is None else "".join(map(_text, run))

    def is_closed(self, key: RunKey) -> bool:
        """Return whether a run can only be taken as a whole, with what it stands in."""
        run = self._runs[key]
        return any(local_name(up) in _CLOSED for up in run.iterancestors()) or any(
            local_name(one) == "sym" for one in run
        )

    def can_part(self, key: RunKey, offset: int) -> bool:
        """Return whether the run, or what encloses it, begins, ends or can be cut at ``offset``."""
        if not self.is_closed(key):
            return True
        text = self.text(key)
        return offset in (0, len(text)) and text == _shown_text(_in_paragraph(self._runs[key]))

    def is_plain(self, key: RunKey) -> bool:
        """Return whether a run is nothing but text that nothing else owns."""
        run = self._runs[key]
        if run in self._in_fields or self.is_closed(key):
            return False
        for up in run.iterancestors():
            if local_name(up) not in _PLAIN_PARENTS:
                return False
            if local_name(up) == "p":
                break
        return all(local_name(one) in _PLAIN for one in run)

    def cut(self, key: RunKey, offsets: Iterable[int]) -> None:
        """Cut a run at the offsets; to be called once for a run, before its pieces are asked for.

        A closed run stays whole, and the piece is what encloses it in its paragraph.
        """
        run = self._runs[key]
        if self.is_closed(key):
            self._pieces[key] = [Piece(0, _in_paragraph(run))]
            return
        length = len(self.text(key))
        pieces = [Piece(0, run)]
        for offset in sorted(set(offsets)):
            if 0 < offset < length:
                last = pieces[-1]
                second = _split(last.element, offset - last.start)
                self.copied_marks += second.iter("{*}rPrChange")
                pieces.append(Piece(offset, second))
        self._pieces[key] = pieces

    def piece_from(self, key: RunKey, offset: int) -> _Element:
        """Return the piece that begins at ``offset`` or holds it."""
        return [one.element for one in self._pieces[key] if one.start <= offset][-1]

    def piece_to(self, key: RunKey, offset: int) -> _Element:
        """Return the piece that ends at ``offset`` or holds it."""
        return [one.element for one in self._pieces[key] if one.start < offset][-1]

    def pieces(self, key: RunKey, start: int, end: int) -> list[_Element]:
        """Return the pieces between two offsets at which the run was cut."""
        return [one.element for one in self._pieces[key] if start <= one.start < end]


def local_name(element: _Element) -> str:
    """Return the name of an element without its namespace, empty for a remark in the XML."""
    tag: object = element.tag  # a function where it is a remark
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _text(child: _Element) -> str:
    name = local_name(child)
    if name in _TEXTS:
        return (child.text or "").replace("\n", " ").replace("\r", " ")
    if name == "br":
        namespace = etree.QName(child).namespace
        kind = child.get(f"{{{namespace}}}type")
        return "\n" if kind in (None, "textWrapping") else ""
    if name in _ONE_CHARACTER:
        return {"cr": "\n", "noBreakHyphen": "-"}.get(name, "\t")
    return ""


def _split(run: _Element, offset: int) -> _Element:
    """Cut a run in two and return the second, which looks like the first."""
    second = run.makeelement(run.tag)
    for name, value in run.attrib.items():
        second.set(name, value)
    place, follows = 0, False
    for child in list(run):
        length = len(_text(child))
        if local_name(child) == "rPr":
            second.append(copy.deepcopy(child))
        elif follows or (place >= offset and length):
            second.append(child)
            follows = True
        elif place + length > offset:
            second.append(_cut_text(child, offset - place))
            follows = True
        place += length
    run.addnext(second)
    return second


def _cut_text(element: _Element, offset: int) -> _Element:
    """Cut a text in two and return the second."""
    text = element.text or ""
    rest = copy.deepcopy(element)
    element.text, rest.text = text[:offset], text[offset:]
    for one in (element, rest):
        one.set(SPACE, "preserve")
    return rest


def _in_paragraph(run: _Element) -> _Element:
    """Return what encloses a run as a child of its outermost paragraph."""
    path = [run, *run.iterancestors()]
    outermost = max(index for index, one in enumerate(path) if local_name(one) == "p")
    return path[outermost - 1]


def _shown_text(element: _Element) -> str:
    """Return all text below an element but what is printed above other text."""
    return "".join(
        one.text or ""
        for one in element.iter("{*}t")
        if all(local_name(up) != "rt" for up in one.iterancestors())
    )


def _runs_in_fields(root: _Element) -> set[_Element]:
    """Return the runs of fields, whose results are made anew by Word."""
    depth = 0
    found: set[_Element] = set()
    for element in root.iter("{*}r", "{*}fldChar"):
        if local_name(element) == "r":
            if depth:
                found.add(element)
            continue
        namespace = etree.QName(element).namespace
        kind = element.get(f"{{{namespace}}}fldCharType")
        depth += {"begin": 1, "end": -1}.get(kind or "", 0)
        depth = max(depth, 0)
    return found
