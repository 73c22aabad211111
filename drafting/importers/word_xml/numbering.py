"""Automatic numbers of a Word file, made visible (ECMA-376 part 1, 17.9).

Word stores no number anywhere: it counts again each time the file is shown. So does this.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.importers.list_numerals import format_number
from drafting.importers.word_xml.package import child, short_name, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

BULLET = "•"
# Bullets are glyphs of symbol fonts; these are the ones that Word offers, by what they show.
_BULLETS = {
    "o": "◦",
    "\uf0a7": "▪",
    "\uf06e": "■",
    "\uf075": "◆",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
}
_LEVELS = 9
_MAX_HOPS = 20
_PLACE = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    legal: bool
    restart: int | None


@dataclass(frozen=True, slots=True)
class _List:
    """A ``w:num``: which counters it shares, its levels, and where it starts anew."""

    counters: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """Counts paragraphs in the order in which they are asked about."""

    def __init__(self, styles: _Element | None, numbering: _Element | None) -> None:
        self._styles = dict(_iter_named(styles, "w:style", "styleId"))
        self._default = next(
            (
                name
                for name, style in self._styles.items()
                if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true")
            ),
            None,
        )
        self._abstracts = dict(_iter_named(numbering, "w:abstractNum", "abstractNumId"))
        self._nums = dict(_iter_named(numbering, "w:num", "numId"))
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._by_style: dict[str | None, tuple[str | None, str | None, str | None]] = {}

    @property
    def is_empty(self) -> bool:
        """Return whether no paragraph can have a number."""
        return not self._nums

    def label(self, properties: _Element | None) -> str:
        """Return the number before a paragraph of these properties as Word shows it; count it."""
        if not self._nums:
            return ""
        own = child(properties, "w:numPr")
        return self.label_of(
            style=value(child(properties, "w:pStyle")),
            number=value(child(own, "w:numId")),
            level=value(child(own, "w:ilvl")),
        )

    def label_of(
        self, *, style: str | None = None, number: str | None = None, level: str | None = None
    ) -> str:
        """Return and count as :meth:`label`, by what a paragraph's properties say."""
        if not self._nums:
            return ""
        number, place = self._membership(style or self._default, number, level)
        found = self._list(number) if number is not None else None
        if found is None or number is None or place not in found.levels:
            return ""
        self._count(found, number, place)
        shown = found.levels[place]
        if shown.form == "bullet":
            return _bullet(shown.text.strip())
        return _PLACE.sub(lambda match: self._written(found, shown, match), shown.text)

    def _membership(
        self, style: str | None, number: str | None, level: str | None
    ) -> tuple[str | None, int]:
        """Return the list's id (None for no list) and the level, from the paragraph or a style."""
        holder = None
        if number is None:
            if style not in self._by_style:
                self._by_style[style] = self._from_style(style)
            holder, number, style_level = self._by_style[style]
            level = level if level is not None else style_level
        if number is None or number == "0":
            return None, 0
        if level is None and holder is not None:
            return number, self._level_of_style(number, holder)
        return number, _integer(level, 0)

    def _from_style(self, style: str | None) -> tuple[str | None, str | None, str | None]:
        for _ in range(_MAX_HOPS):
            element = self._styles.get(style) if style is not None else None
            if element is None:
                break
            own = child(element, "w:pPr", "w:numPr")
            number = value(child(own, "w:numId"))
            if number is not None:
                return style, number, value(child(own, "w:ilvl"))
            style = value(child(element, "w:basedOn"))
        return None, None, None

    def _level_of_style(self, number: str, style: str) -> int:
        abstract = self._abstract(value(child(self._nums.get(number), "w:abstractNumId")))
        for level in _children(abstract, "w:lvl"):
            if value(child(level, "w:pStyle")) == style:
                return _integer(value(level, "ilvl"), 0)
        return 0

    def _abstract(self, name: str | None) -> _Element | None:
        """Return an abstract list, through the numbering style that it may name instead."""
        for _ in range(_MAX_HOPS):
            abstract = self._abstracts.get(name) if name is not None else None
            link = value(child(abstract, "w:numStyleLink"))
            if link is None:
                return abstract
            number = value(child(self._styles.get(link), "w:pPr", "w:numPr", "w:numId"))
            num = self._nums.get(number) if number is not None else None
            name = value(child(num, "w:abstractNumId"))
        return None

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._build(number)
        return self._lists[number]

    def _build(self, number: str) -> _List | None:
        num = self._nums.get(number)
        abstract = self._abstract(value(child(num, "w:abstractNumId")))
        if num is None or abstract is None:
            return None
        levels = dict(_iter_levels(abstract))
        starts: dict[int, int] = {}
        for override in _children(num, "w:lvlOverride"):
            place = _integer(value(override, "ilvl"), 0)
            levels |= dict(_iter_levels(override))
            start = value(child(override, "w:startOverride"))
            if start is not None:
                starts[place] = _integer(start, 1)
        return _List(value(abstract, "abstractNumId") or "", levels, starts)

    def _count(self, found: _List, number: str, place: int) -> None:
        counts = self._counts.setdefault(found.counters, [None] * _LEVELS)
        start = found.levels[place].start
        if place in found.starts and (number, place) not in self._begun:
            counts[place] = None
            start = found.starts[place]
        self._begun.add((number, place))
        before = counts[place]
        counts[place] = start if before is None else before + 1
        for deeper in range(place + 1, _LEVELS):
            level = found.levels.get(deeper)
            # lvlRestart names the level, counted from 1, after which a level starts anew; 0: never.
            if level is None or level.restart is None or place < level.restart:
                counts[deeper] = None

    def _written(self, found: _List, shown: _Level, match: re.Match[str]) -> str:
        place = int(match.group(1)) - 1
        level = found.levels.get(place)
        if level is None:
            return ""
        count = self._counts[found.counters][place]
        form = "decimal" if shown.legal else level.form
        return format_number(level.start if count is None else count, form)


def _iter_named(root: _Element | None, name: str, key: str) -> Iterator[tuple[str, _Element]]:
    for element in _children(root, name):
        identity = value(element, key)
        if identity is not None:
            yield identity, element


def _children(element: _Element | None, name: str) -> list[_Element]:
    return [] if element is None else [one for one in element if short_name(one) == name]


def _iter_levels(holder: _Element) -> Iterator[tuple[int, _Level]]:
    for level in _children(holder, "w:lvl"):
        place = _integer(value(level, "ilvl"), 0)
        if not 0 <= place < _LEVELS:
            continue
        # A form newer than the file's own vocabulary stands in an alternative block.
        form = next((one for one in level.iter() if short_name(one) == "w:numFmt"), None)
        legal = child(level, "w:isLgl")
        restart = value(child(level, "w:lvlRestart"))
        yield (
            place,
            _Level(
                start=_integer(value(child(level, "w:start")), 0),
                form=value(form) or "decimal",
                text=value(child(level, "w:lvlText")) or "",
                legal=legal is not None and value(legal) not in ("0", "false", "off"),
                restart=None if restart is None else _integer(restart, 0),
            ),
        )


def _bullet(glyph: str) -> str:
    if glyph in _BULLETS or not glyph:
        return _BULLETS.get(glyph, "")
    private = "\ue000" <= glyph[0] <= "\uf8ff"
    return BULLET if private else glyph


def _integer(written: str | None, default: int) -> int:
    try:
        return int(written or "")
    except ValueError:
        return default
