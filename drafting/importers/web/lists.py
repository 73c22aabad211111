"""The visible numbers of lists in web pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.importers.list_numerals import format_number

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_STYLE = re.compile(
    r"list-style(?:-type)?:[^;]*?([a-z-]*(?:none|decimal|roman|alpha|latin|cjk|chinese|ideographic|disc|circle|square)[a-z-]*)"
)
_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_HAN_STYLES = ("cjk", "chinese", "ideographic")
_BULLETS = ("disc", "circle", "square", "none")
_FORMS = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
_MAX_NUMBER = 1_000_000


def list_style(style: str) -> str:
    """Return the list's style named in a ``style`` without blanks, empty where it names none."""
    found = _STYLE.search(style)
    return found.group(1) if found else ""


@dataclass(slots=True)
class PageList:
    """An open list and the number of its next item; bullets are no numbers."""

    style: str
    number: int = 1
    step: int = 1

    @classmethod
    def of(cls, node: LexborNode, tag: str, style: str) -> PageList:
        """Return the list that an element opens (HTML, 4.4.5: type, start, reversed)."""
        if tag != "ol":
            return cls(list_style(style) or "disc")
        attributes = node.attributes
        form = list_style(style) or _TYPES.get(attributes.get("type") or "", "decimal")
        step = -1 if "reversed" in attributes else 1
        number = _number(attributes.get("start"))
        if number is None:
            number = sum(one.tag == "li" for one in node.iter()) if step < 0 else 1
        return cls(form, number, step)

    def label(self, value: str | None, style: str) -> str:
        """Return the label of the next item: ``1.``, ``一、`` or nothing; ``value`` renumbers."""
        given = _number(value)
        number = self.number if given is None else given
        self.number = number + self.step
        form = style or self.style
        if form in _BULLETS:
            return ""
        if any(one in form for one in _HAN_STYLES):
            return format_number(number, "chineseCountingThousand") + "、"
        return format_number(number, _FORMS.get(form, "decimal")) + "."


def _number(text: str | None) -> int | None:
    try:
        number = int((text or "")[:12])
    except ValueError:
        return None
    return number if abs(number) < _MAX_NUMBER else None
