"""What a row of sibling headings has in common, and what becomes a slot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.templates.frame_words import genre_end, genre_start, is_of_the_genre
from drafting.text.difference import same_beginning
from drafting.text.numerals import format_han

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PAUSE = re.compile("([，、：；,:;])")
# Words that make a heading's frame even where it stands alone.
_LEAD = re.compile(
    "(?:紧紧围绕|围绕|紧扣|聚焦|突出|坚持|务必|确保|切实|着力|全力|进一步|统筹推进|统筹|必须|以|在|把|要)"
)
_TAIL = re.compile("(?:上下功夫|上求突破|上见实效|起来|到位|不放松|不动摇|不懈怠|工作)$")
_TAIL_OF_PLACE = re.compile("(?:上下功夫|上求突破|上见实效|上|中)$")
# 以更高的站位推动工作: the comparative frame has two open places.
_MORE = re.compile("以更(?P<how>[^的，]{1,3})的(?P<what>.+)$")
_UNFIT = re.compile("[0-9０-９“”‘’《》{}*×A-Za-z]")
# The last character of a place's own name; not 全县, 城镇, 乡村, 县域, 市场, 县城.
_PLACE = re.compile("(?<![全我各本城乡农园社])[省市县区镇乡村州旗](?![场域级直镇村民城])")
_ENDING_VERBS = "抓干新强好"
_MAX_PREFIX = 6
_MAX_INSIDE = 6
_MAX_HEADING = 120


def names_a_place(text: str) -> bool:
    """Return whether ``text`` holds what looks like the name of a place."""
    return _PLACE.search(text) is not None


def heading_frames(texts: Sequence[str], labels: Sequence[str]) -> list[str]:
    """Return the frame of every heading: shared words stand, the rest becomes named slots.

    ``labels`` begin the slots' names (第一部分 → {第一部分标题}).
    """
    pieces = [_PAUSE.split(text[:_MAX_HEADING]) for text in texts]
    together = len(texts) > 1 and len({tuple(one[1::2]) for one in pieces}) == 1
    frames: list[str] = []
    for index, label in enumerate(labels):
        parts = pieces[index] if together else _PAUSE.split(texts[index][:_MAX_HEADING])
        framed: list[str] = []
        for place, part in enumerate(parts):
            if place % 2:
                framed.append(part)
                continue
            shared = [one[place] for one in pieces] if together else []
            framed.append(_framed(part, shared))
        frames.append(_named("".join(framed), label))
    return frames


_OPEN = "\0"


def _framed(part: str, siblings: Sequence[str]) -> str:
    """Return one clause with its open places marked."""
    if not part or (len(siblings) > 1 and set(siblings) == {part} and _is_frame(part)):
        return part
    more = _MORE.match(part)
    if more:
        return f"以更{_OPEN}的{_OPEN}"
    prefix, inside, suffix = _shared(siblings)
    if prefix or inside or suffix:
        if inside:
            inside += _OPEN
        return prefix + _OPEN + inside + suffix
    lead = _matched(_LEAD.match(part))
    tail = _matched((_TAIL_OF_PLACE if lead == "在" else _TAIL).search(part))
    if len(lead) + len(tail) >= len(part):
        return _OPEN
    return lead + _OPEN + tail


def _matched(match: re.Match[str] | None) -> str:
    return "" if match is None else match.group()


def _shared(siblings: Sequence[str]) -> tuple[str, str, str]:
    """Return what all siblings begin with, have inside and end with.

    What the speech is about is no frame (樱桃产业, 学习保国), nor are figures, places and quoted
    names, nor is a last character that is alike by chance.
    """
    if len(siblings) < 2:
        return "", "", ""
    prefix = _common_start(siblings)
    rest = [one[len(prefix) :] for one in siblings]
    suffix = _common_start([one[::-1] for one in rest])[::-1]
    middles = [one[: len(one) - len(suffix)] for one in rest]
    inside = _common_inside(middles)
    if len(suffix) == 1 and not (prefix or inside or suffix in _ENDING_VERBS):
        suffix = ""
    if len(prefix) > _MAX_PREFIX:
        prefix = ""
    if any(names_a_place(one[: len(prefix) + 2]) for one in siblings):
        prefix = ""
    prefix, suffix = genre_start(prefix), genre_end(suffix)
    return prefix * _is_frame(prefix), inside * _is_frame(inside), suffix * _is_frame(suffix)


def _is_frame(wording: str) -> bool:
    return not (_UNFIT.search(wording) or names_a_place(wording)) and is_of_the_genre(wording)


def _common_start(texts: Sequence[str]) -> str:
    first, last = min(texts), max(texts)
    return first[: same_beginning(first, last)]


def _common_inside(texts: Sequence[str]) -> str:
    """Return the longest wording of two characters and more inside all texts, not at an edge."""
    model = min(texts, key=len)
    for length in range(min(len(model) - 2, _MAX_INSIDE), 1, -1):
        for start in range(1, len(model) - length):
            wording = model[start : start + length]
            if all(0 < one.find(wording) < len(one) - length for one in texts):
                return wording
    return ""


def _named(frame: str, label: str) -> str:
    count = frame.count(_OPEN)
    if count == 1:
        return frame.replace(_OPEN, f"{{{label}标题}}")
    return _numbered(frame, count, lambda number: f"{{{label}标题{format_han(number)}}}")


def _numbered(frame: str, count: int, name: Callable[[int], str]) -> str:
    for number in range(1, count + 1):
        frame = frame.replace(_OPEN, name(number), 1)
    return frame
