"""The next character that says which language a mark stands in."""

from __future__ import annotations

# Marks in either width say nothing of the language around them, so that widening one mark never
# changes what is decided for another.
_NEUTRAL = frozenset(" \t\u3000,;:!?.()[]\"'%‰℃，；：！？。、｡､（）〔〕【】《》〈〉“”‘’＂＇…—·％")
_REACH = 12


def next_solid(text: str, at: int, step: int) -> str:
    """Return the nearest character before (-1) or behind (1) ``at`` that is no mark or blank.

    An empty string where the line ends first or nothing solid is within reach.
    """
    position = at + step
    for _ in range(_REACH):
        if not 0 <= position < len(text) or text[position] == "\n":
            return ""
        if text[position] not in _NEUTRAL:
            return text[position]
        position += step
    return ""
