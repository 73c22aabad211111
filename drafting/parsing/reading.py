"""The text as the parser reads it: full-width marks and simplified forms, character for character.

A draft in the window is never cleaned. Every replacement is one character for one, so that all
positions hold in the text as it stands; what is handed out is cut from that text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.model.outline import build_outline

if TYPE_CHECKING:
    from drafting.model.draft import Draft, ItemSeries, Promise
    from drafting.model.headings import Heading

_WIDE = str.maketrans(",:;?!()", "，：；？！（）")
# Half-width marks that stand beside Chinese; 8:30 and 12,745 are left alone.
_NARROW = re.compile("[,:;?!()](?:(?<=[^\\x00-\\x7f].)|(?=[^\\x00-\\x7f]))")
# A point behind a character and before another, a part's number or the line's end is a full stop.
_POINT = re.compile(
    "\\.(?<![一二三四五六七八九十].)(?<=[\u4e00-\u9fff”’）》].)(?=[\u4e00-\u9fff“‘《（]|[0-9]{1,2}[.、](?![0-9])|\\s*$)",
    re.MULTILINE,
)
_STRAIGHT = re.compile('"[^"\\n]{1,60}"')
# The characters of markers, salutations and announcements in their traditional forms.
_TRADITIONAL, _SIMPLIFIED = (
    "們點個項條講談強調兩總會議導領來賓師學員幾種類層問題應該務開對從動這時幹貫徹實現記錄據說發報長縣區鄉鎮應華黨聽後謝關報標誌勵勢環節認識見觀範圍進決處記話結論報導術業",
    "们点个项条讲谈强调两总会议导领来宾师学员几种类层问题应该务开对从动这时干贯彻实现记录据说发报长县区乡镇应华党听后谢关报标志励势环节认识见观范围进决处记话结论报导术业",
)
_SIMPLE = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_TO_SIMPLIFY = re.compile(f"[{_TRADITIONAL}]")


def reading_of(text: str) -> str:
    """Return ``text`` as it is read: same length, the same object where nothing differs."""
    reading = text.translate(_SIMPLE) if _TO_SIMPLIFY.search(text) else text
    if not text.isascii():
        reading = _NARROW.sub(lambda match: match.group().translate(_WIDE), reading)
        reading = _POINT.sub("。", reading)
        reading = _STRAIGHT.sub(lambda match: f"“{match.group()[1:-1]}”", reading)
    return text if reading == text else reading


def in_original(draft: Draft, text: str) -> Draft:
    """Return ``draft`` with every wording cut from ``text``, of which it was read."""
    if draft.text is text:
        return draft
    headings = tuple(_heading(one, text) for one in draft.headings)
    return replace(
        draft,
        text=text,
        headings=headings,
        items=tuple(_items(one, text) for one in draft.items),
        promises=tuple(_promise(one, text) for one in draft.promises),
        outline=build_outline(
            headings, draft.closing.start if draft.closing else len(text.rstrip())
        ),
    )


def _heading(heading: Heading, text: str) -> Heading:
    end = heading.span.end
    return replace(
        heading,
        marker=heading.marker_span.of(text).strip(),
        text=text[end - len(heading.text) : end],
    )


def _items(series: ItemSeries, text: str) -> ItemSeries:
    pairs = zip(series.starts, series.markers, strict=True)
    return replace(series, markers=tuple(text[start : start + len(one)] for start, one in pairs))


def _promise(promise: Promise, text: str) -> Promise:
    return replace(promise, text=promise.span.of(text))
