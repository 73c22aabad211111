"""Where a heading stops: at its line's end, its first sentence's end, or its lead clause's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafting.parsing.lines import EDGES

# A heading read aloud is one breath; a longer first sentence is text, only its lead a heading.
MAX_SENTENCE = 60
MAX_LEAD = 30
_BRIEF, _LINE = 8, 40
_SENTENCE_END = re.compile("[。！？!?；;]")
_FULL_STOP = re.compile("[。！？!?：:]")
_FINAL = "。；;" + EDGES
_PAUSE = re.compile("[，,：:；;]")
# 防汛物资：…; 总的要求是：… tells, and labels nothing.
_LABEL = re.compile("[^，。：；、,:;]{1,19}[^，。：；、,:;是][：:]")
# A part of its own, or what a page left out, stands in no heading.
_NOT_INSIDE = re.compile("[（(][一1][）)]|[㈠⑴]|[（(][^（）()。]{0,8}省略")
_GAP = re.compile("[ \u3000\t]+")
# 公文汇，办公文档之家, www.…: what a site hangs behind its lines; it stands behind others nearby.
_SITE = re.compile(
    "[ \u3000]+(?=([^\n]*(?:www|[Hh]ttp|[.]com|[.]cn|网|文库|文秘|范文|文档|公文|版权)[^\n]*))"
)
_NEAR = 3_000


@dataclass(frozen=True, slots=True)
class HeadingEnd:
    """Where a heading's text ends, and whether other text follows in its paragraph.

    ``clean``: its own mark ends it. Where it is not, wording may know better (glued.py).
    """

    end: int
    run_in: bool
    clean: bool


def find_end(text: str, start: int, limit: int, *, line_end: int) -> HeadingEnd:
    """Return the end of the heading whose text begins at ``start``, its part at most at ``limit``.

    ``line_end`` is the end of its paragraph; ``limit`` lies before it where the next heading
    stands in the same paragraph.
    """
    inside = _NOT_INSIDE.search(text, start + 2, min(limit, start + MAX_SENTENCE))
    limit = inside.start() if inside else limit
    last = _without_final(text, start, _without_site(text, start, limit, line_end))
    stop = _SENTENCE_END.search(text, start, limit)
    if stop and stop.group() in "；;" and _is_line(text, start, last, line_end):
        stop = None
    if stop is None or stop.start() >= last:
        return _single_sentence(text, start, last, alone=limit == line_end)
    end = stop.start() + (stop.group() in "？！?!")
    label = _LABEL.match(text, start, stop.start())
    if label and not _is_brief(text, label.end(), stop.start()):
        return HeadingEnd(label.end() - 1, run_in=True, clean=True)
    gap = _gap(text, start, stop.start())
    if gap:
        return HeadingEnd(gap, run_in=True, clean=True)
    if end - start <= MAX_SENTENCE:
        if end >= last and limit == line_end:
            return HeadingEnd(end, run_in=False, clean=True)
        return HeadingEnd(end, run_in=True, clean=stop.group() not in "？！?!")
    return HeadingEnd(_lead(text, start, end), run_in=True, clean=False)


def _is_line(text: str, start: int, last: int, line_end: int) -> bool:
    """Return whether a heading with ； inside has its line for itself (一、理清思路；压实责任)."""
    if line_end > last or last - start > _LINE:
        return False
    return _FULL_STOP.search(text, start, last) is None


def _single_sentence(text: str, start: int, last: int, *, alone: bool) -> HeadingEnd:
    if last - start <= MAX_SENTENCE:
        return HeadingEnd(last, run_in=not alone, clean=True)
    label = _LABEL.match(text, start, last)
    end = label.end() - 1 if label else _lead(text, start, last)
    return HeadingEnd(end, run_in=end < last, clean=False)


def _without_site(text: str, start: int, limit: int, line_end: int) -> int:
    """Return where a heading's line ends without the name of a site that other lines end with."""
    if limit < line_end or limit - start > MAX_SENTENCE + MAX_LEAD:
        return limit
    found = _SITE.search(text, start, limit)
    if found is None:
        return limit
    before = text.rfind(found[1], max(0, start - _NEAR), start)
    behind = text.find(found[1], line_end, line_end + _NEAR)
    return limit if before < 0 and behind < 0 else found.start()


def _without_final(text: str, start: int, limit: int) -> int:
    end = limit
    while end > start and text[end - 1] in _FINAL:
        end -= 1
    return end


def _lead(text: str, start: int, end: int) -> int:
    """Return the end of the lead clause, or of everything where the lead is no heading."""
    pause = _PAUSE.search(text, start + 2, min(end, start + MAX_SENTENCE))
    return pause.start() if pause else min(end, start + MAX_SENTENCE)


def _is_brief(text: str, start: int, stop: int) -> bool:
    """Return whether so little follows a colon that it is the heading's own (第一问：为什么)."""
    return 0 < stop - start <= _BRIEF and _PAUSE.search(text, start, stop) is None


def _gap(text: str, start: int, stop: int) -> int:
    """Return where blanks part a heading from its text (一、指导思想　以…), or 0."""
    gap = _GAP.search(text, start, min(stop, start + MAX_LEAD))
    if gap is None or gap.start() - start < 4 or stop - gap.end() < MAX_LEAD:
        return 0
    return gap.start()
