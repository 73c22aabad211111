"""The quick way through a Word part that holds paragraphs of plain runs alone, as speeches do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from drafting.importers.word_xml.plain_tags import has_paragraph_names, plain_parts, plain_tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafting.importers.text_builder import TextBuilder
    from drafting.importers.word_xml.numbering import Numbering

    Step = tuple[Callable[[str | None], object], str | None]

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
# Where not even a tag that means nothing may stand: outside of all, and in a text.
_STRICT = ("", "end", "t")
# What stands between two texts of a speech nearly always.
_NEXT_LINE = ["/p", "p", "r"]
# The ampersand last, or what it makes would be taken for one of the others.
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


def walk_plain(data: bytes, out: TextBuilder, numbering: Numbering) -> bool:
    """Add the text of a part where that is all there is to it.

    The markup between two texts is the same over and over: each of its kinds is understood once.
    Return False where anything else may stand in the part (tables, fields, hidden or changed
    text …), or where it is no whole XML: then ``out`` and ``numbering`` are spoilt, and the part
    is walked through with care.
    """
    parts = plain_parts(data)
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
        if not place:
            return False
        for step, value in steps:
            step(value)
        if place == "t":
            line.add_text(text)
    return place == "end" and ("w14" in line.declared or not has_paragraph_names(data))


class _Line:
    """The paragraph that is being read: what each tag in it does."""

    def __init__(self, out: TextBuilder, numbering: Numbering) -> None:
        self._out = out
        self._numbering = numbering
        self.declared: frozenset[str] = frozenset()  # prefixes of names
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
        done: list[str] = []
        steps: list[Step] = []
        for written in markup.split("><"):
            tag, value, prefixes = plain_tag(written)
            if tag == "document":
                self.declared = prefixes
            elif not prefixes <= self.declared:
                return "", steps
            if not tag and place not in _STRICT:
                continue
            place = _MOVES[place].get(tag, "")
            if not place:
                break
            if tag in self._steps:
                done.append(tag)
                steps.append((self._steps[tag], value))
        if done == _NEXT_LINE and self._numbering.is_empty:
            steps = [(self._next_line, None)]
        return place, steps

    def add_text(self, text: str) -> None:
        """Add a text as it is written in the part."""
        if "&" in text:
            for entity, character in _ENTITIES:
                text = text.replace(entity, character)
        if "\n" in text or "\r" in text:
            # A parser makes one line break of both characters.
            text = text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
        self._out.add(text, self._number, self._run, self._offset)
        self._offset += len(text)

    def _begin(self, _: str | None) -> None:
        self._number += 1
        self._run = -1
        self._marks.clear()

    def _end(self, _: str | None) -> None:
        if self._run < 0:
            self._count()
        self._out.end_line(self._number)

    def _next_line(self, _: str | None) -> None:
        """End a paragraph and begin the next one's first run, where no paragraph has a number."""
        self._out.end_line(self._number)
        self._number += 1
        self._run = self._offset = 0

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
