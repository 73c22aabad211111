"""What a page does not show to its reader: hidden text, letters against copying, Word's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.importers.omissions import HIDDEN

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# Word marks these parts of its own web pages; a page hides by these styles whatever is in them.
_STYLES = (
    ("mso-element:comment", "批注"),
    ("mso-element:header", "页眉"),
    ("mso-element:footer", "页脚"),
    ("mso-hide:all", HIDDEN),
    ("display:none", HIDDEN),
    ("visibility:hidden", HIDDEN),
)
# … and by these what stands in an element without others, which have sizes of their own.
_NO_SIZE = re.compile(r"(?:^|;)font(?:-size:0(?:\.0+)?(?![\d.])|:0(?:px|pt|em|%)?/)")
_ASIDE = re.compile(r"(?:^|;)(?:left|top|right|text-indent):-(?:\d{4}|999)")
_AGAINST_COPYING = "jammer"  # what a widely used forum calls them
_READ_ALOUD = frozenset(("sr-only", "visually-hidden", "screen-reader-text"))
_INLINE = frozenset(("span", "font", "i", "em", "b", "strong", "s", "u", "small", "label", "ins"))
_COLOUR = re.compile(r"(?:^|;)color:([#\w(),]+)")
_GROUND = re.compile(r"background(?:-color|-image)?:([^;]+)")
_NUMBERS = re.compile(r"\d{1,3}")
_WHITE = (255, 255, 255)
_LIGHT = 160  # a darker colour no ground has that is not named
_ALIKE = 20  # of 255: two colours that nobody tells apart
_SAID = re.compile(r"[\d一-鿿①-⑳]")


def kind_hidden(node: LexborNode, attributes: dict[str, str | None], style: str) -> str | None:
    """Return as what an element is left out that the page hides, None where it shows it.

    ``style`` is the element's own in small letters without blanks.
    """
    if "hidden" in attributes:
        return HIDDEN
    kind = next((kind for mark, kind in _STYLES if mark in style), None) if style else None
    return kind or (HIDDEN if _is_unseen(node, attributes, style) else None)


def _is_unseen(node: LexborNode, attributes: dict[str, str | None], style: str) -> bool:
    names = (attributes.get("class") or "").lower().split()
    inline = node.tag in _INLINE
    if _AGAINST_COPYING in names or (inline and not _READ_ALOUD.isdisjoint(names)):
        return True
    if inline and attributes.get("aria-hidden") == "true":
        return _SAID.search(node.text(deep=True)) is None  # an icon's name
    if not style and "color" not in attributes:
        return False
    if any(child.is_element_node and child.tag != "br" for child in node.iter()):
        return False
    if _NO_SIZE.search(style) is not None or _ASIDE.search(style) is not None:
        return True
    return inline and _has_colour_of_ground(node, attributes, style)


def _has_colour_of_ground(node: LexborNode, attributes: dict[str, str | None], style: str) -> bool:
    """Return whether what is written has the colour of the paper, beside other text that has not.

    A heading that is white throughout stands on a band that the page's own style gives it.
    """
    named = _COLOUR.search(style)
    colour = _channels(named[1] if named else attributes.get("color") or "")
    if colour is None or min(colour) < _LIGHT or node.parent is None:
        return False
    ground = _ground_of(node)
    if ground is None or any(abs(a - b) > _ALIKE for a, b in zip(colour, ground, strict=True)):
        return False
    return bool((node.parent.text(deep=False) or "").strip())


def _ground_of(node: LexborNode | None) -> tuple[int, ...] | None:
    """Return the ground that the innermost element names around a text, white where none does."""
    while node is not None:
        attributes = node.attributes
        style = "".join((attributes.get("style") or "").lower().split())
        named = _GROUND.search(style)
        if named is not None or attributes.get("bgcolor") or "background" in attributes:
            return _channels(named[1] if named else attributes.get("bgcolor") or "")
        node = node.parent
    return _WHITE


def _channels(colour: str) -> tuple[int, ...] | None:
    """Return red, green and blue of a colour in the forms that pages give white and greys in."""
    colour = colour.strip().lower()
    if colour == "white":
        return _WHITE
    if colour.startswith("rgb"):
        numbers = tuple(map(int, _NUMBERS.findall(colour)[:3]))
        return numbers if len(numbers) == len(_WHITE) else None
    digits = colour.removeprefix("#")
    if len(digits) == len(_WHITE):
        digits = "".join(2 * digit for digit in digits)
    if re.fullmatch("[0-9a-f]{6}", digits) is None:
        return None
    return tuple(bytes.fromhex(digits))
