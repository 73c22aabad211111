"""Who changed what stands at a place of a Word file, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from drafting.importers.word_xml.package import child, short_name, value
from drafting.importers.word_xml.walk import number_elements, owner_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from drafting.importers.word_xml.package import WordPackage

_MOVES = {"w:moveFrom": "w:moveFromRange", "w:moveTo": "w:moveToRange"}
_GONE, _COME = ("w:del", "w:moveFrom"), ("w:ins", "w:moveTo")
# Where a row or a cell of a table says that it was changed as a whole.
_TABLE_MARKS = {
    True: {"w:tr": ("w:trPr", "w:del"), "w:tc": ("w:tcPr", "w:cellDel")},
    False: {"w:tr": ("w:trPr", "w:ins"), "w:tc": ("w:tcPr", "w:cellIns")},
}


class Place(NamedTuple):
    """Where a character stands in a file; ``wording`` tells what has no place of its own."""

    part: str
    paragraph: int
    run: int
    offset: int
    wording: str = ""


class Change(NamedTuple):
    """Who changed something when; ``move`` names the move that it is an end of."""

    author: str
    date: str
    move: str = ""
    is_old: bool = True

    def joins(self, other: Change) -> bool:
        """Return whether two that touch are one: a deletion and what stands in its place."""
        if self.move or other.move:
            return (self.move, self.is_old) == (other.move, other.is_old)
        return self.author == other.author


class ChangeMarks:
    """The change marks of the parts of a package, each part looked at when it is asked for."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._parts: dict[str, _Part] = {}
        self._known: dict[tuple[str, int, int, bool], Change] = {}

    def of(self, place: Place, *, is_old: bool) -> Change:
        """Return who took away (``is_old``) or put in what stands at ``place``."""
        key = (place.part, place.paragraph, place.run, is_old)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._part(place.part).change_at(place, is_old=is_old)
        return found

    def _part(self, name: str) -> _Part:
        if name not in self._parts:
            self._parts[name] = _Part(self._package.xml(name) if name else None)
        return self._parts[name]


class _Part:
    """One part: its paragraphs and runs by number, and the moves that their marks belong to."""

    def __init__(self, root: _Element | None) -> None:
        self._paragraphs: dict[int, _Element] = {}
        self._runs: dict[tuple[int, int], _Element] = {}
        self._moves: dict[_Element, str] = {}
        if root is None:
            return
        paragraphs, runs = number_elements(root)
        self._paragraphs = {number: element for element, number in paragraphs.items()}
        for element, number in runs.items():
            owner = owner_of(element, paragraphs)
            self._runs[0 if owner is None else paragraphs[owner], number] = element
        self._moves = dict(_iter_moves(root))

    def change_at(self, place: Place, *, is_old: bool) -> Change:
        mark = next(self._iter_marks(place, is_old=is_old), None)
        if mark is None:
            return Change("", "", is_old=is_old)
        move = self._moves.get(mark, "")
        return Change(value(mark, "author") or "", value(mark, "date") or "", move, is_old)

    def _iter_marks(self, place: Place, *, is_old: bool) -> Iterator[_Element]:
        """Yield what may have changed a character; a change of properties hides or numbers it."""
        names = _GONE if is_old else _COME
        run = self._runs.get((place.paragraph, place.run))
        paragraph = self._paragraphs.get(place.paragraph)
        if run is not None:
            yield from _iter_around(run, names, is_old=is_old)
            yield from _children(run, ("w:rPr", "w:rPrChange"))
        elif paragraph is not None:
            for name in names:
                yield from _children(paragraph, ("w:pPr", "w:rPr", name))
            yield from _iter_around(paragraph, names, is_old=is_old)
            yield from _children(paragraph, ("w:pPr", "w:pPrChange"))


def _iter_around(element: _Element, names: tuple[str, ...], *, is_old: bool) -> Iterator[_Element]:
    """Yield the marks that ``element`` stands in, the innermost first."""
    for up in element.iterancestors():
        name = short_name(up)
        if name in names:
            yield up
        elif name in _TABLE_MARKS[is_old]:
            yield from _children(up, _TABLE_MARKS[is_old][name])


def _children(element: _Element, path: tuple[str, ...]) -> Iterator[_Element]:
    """Yield what stands below ``element`` at a path of short names, if anything does."""
    found = child(element, *path)
    if found is not None:
        yield found


def _iter_moves(root: _Element) -> Iterator[tuple[_Element, str]]:
    """Yield the marks of moves with the move's name, which stands at the ends of a range.

    The mark of a paragraph's end stands before the range that begins in the paragraph.
    """
    for mark_name, range_name in _MOVES.items():
        opened: dict[str, str] = {}
        waiting: list[_Element] = []
        for element in root.iter("{*}*"):
            name = short_name(element)
            if name == "w:p":
                waiting.clear()
            elif name == f"{range_name}Start":
                opened[value(element, "id") or ""] = value(element, "name") or ""
            elif name == f"{range_name}End":
                opened.pop(value(element, "id") or "", None)
            elif name == mark_name:
                waiting.append(element)
                move = next(reversed(opened.values()), "")
                if move:
                    yield from ((one, move) for one in waiting)
                    waiting.clear()
