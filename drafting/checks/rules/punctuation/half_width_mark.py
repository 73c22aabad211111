"""Chinese text has marks of full width.

What it does:
    Reports , ; : ? ! ( ), straight quotes in pairs and a . at the end of a sentence where Chinese
    stands beside them. A few are reported one by one; many of one kind are one finding.
Why:
    Half-width marks stand out on the printed page and are the sign of a text copied from a page.
Limits:
    Marks within figures, times, Latin wording and addresses are right; ?? is never touched, since
    it may be two lost characters (RS006); the . behind a heading's number is another rule's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.places import related_places, replace_all
from drafting.model.finding import Severity
from drafting.text.characters import HAN, TONED
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
# Chinese beside a mark: ideographs, full-width marks and quotes.
_WIDE = HAN + "“”‘’《》〈〉（）【】。，、；：！？％"
_SEPARATORS = re.compile("[,;:!?]")
_WIDE_BEFORE = re.compile(f"[{_WIDE}%][ ]?$")
# ? before a toned syllable is a piece of a pinyin note that has lost its character (RS006).
_NO_NOTE_BEHIND = re.compile(f"(?![/?!]|(?<=\\?)[a-zü]{{0,4}}[{TONED}])")
_HAN_BEHIND = re.compile(f"(?<![?!][,;:!?])[ ]?[{HAN}“《‘（]")
_STOP = re.compile(f"\\.(?<=[{HAN}”’）]\\.)(?=$|[\n{HAN}“])", re.MULTILINE)
_PAIRS = (
    # A bracket about a toned syllable is a pinyin note (RS006).
    (re.compile(f"\\((?![a-zü]{{0,6}}[{TONED}])([^()\n]{{0,200}})\\)"), "（", "）"),
    (re.compile('"([^"\n]{1,200})"'), "“", "”"),
    (re.compile("'(?<![A-Za-z0-9]')([^'\n]{1,100})'(?![A-Za-z])"), "‘", "’"),
)
_MIXED = re.compile("（[^（）()\n]{1,100}\\)|\\([^（）()\n]{1,100}）")
_NUMBERED_LINE = re.compile("(?m)^[ 　]*[一二三四五六七八九十]{1,3}\\.")
_HAN_NEAR = re.compile(f"[{HAN}]")
# More of one mark than this is one finding: the whole text came so.
_ONE_BY_ONE = 12


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    places: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for place, full in _iter_marks(draft.text):
        places[draft.text[place], full].append(Span(place, place + 1))
    for (mark, full), spans in places.items():
        if len(spans) <= _ONE_BY_ONE:
            for span in spans:
                fix = replace_all((span,), full, f"改为“{full}”", safe=True)
                yield RULE.finding(span, f"半角标点“{mark}”应为全角“{full}”", fixes=(fix,))
            continue
        fix = replace_all(spans, full, f"全部改为“{full}”", safe=True)
        yield RULE.finding(
            spans[0],
            f"全文有 {len(spans)} 处半角标点“{mark}”，应为全角“{full}”",
            fixes=(fix,),
            related=related_places(spans[1:], "又见于此"),
        )


def _iter_marks(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place of each half-width mark among Chinese and what should stand there."""
    for match in _SEPARATORS.finditer(text):
        place = match.start()
        if _stands_in_chinese(text, place) and not _is_figure(text, place):
            yield place, _FULL[text[place]]
    brackets = _MIXED.finditer(text) if "(" in text or ")" in text else ()
    for match in brackets:
        place = match.end() - 1 if match.group().startswith("（") else match.start()
        yield place, "）" if text[place] == ")" else "（"
    stops = list(_STOP.finditer(text))
    numbered = {match.end() - 1 for match in _NUMBERED_LINE.finditer(text)} if stops else set()
    for match in stops:
        if match.start() not in numbered:
            yield match.start(), _FULL["."]
    for pattern, opening, closing in _PAIRS:
        for match in pattern.finditer(text):
            start, end = match.span()
            before, after = text[start - 1 : start], text[end : end + 1]
            if any(_HAN_NEAR.search(piece) for piece in (match.group(1), before, after)):
                yield start, opening
                yield end - 1, closing


def _stands_in_chinese(text: str, place: int) -> bool:
    """Return whether Chinese stands before a mark or behind it."""
    before = _WIDE_BEFORE.search(text, max(0, place - 2), place)
    if before and _NO_NOTE_BEHIND.match(text, place + 1):
        return True
    return _HAN_BEHIND.match(text, place + 1) is not None


def _is_figure(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return before.isascii() and before.isdigit() and after.isascii() and after.isdigit()


RULE = Rule(
    code="PU001",
    name="half-width-mark",
    summary="中文里用了半角标点",
    severity=Severity.ERROR,
    check=_check,
    why="汉字之间用全角标点；半角标点占半个字，印出来字距参差，一看就是从网页上拷来的。",
    source="GB/T 15834-2011 5.1（标点符号的位置和书写形式）",
    flagged=(
        "同志们:\n今天的会议很重要。",
        "同志们：\n各镇要抓紧行动,不等不靠。",
        "同志们：\n各镇要抓紧行动.各部门要跟上服务。",
        "同志们：\n这件事(即河道清淤)要在汛前完成。",
        "同志们：\n任务这么重,时间这么紧,怎么办?关键是干!",
        '同志们：\n要把"一件事一次办"的改革抓到底。',
    ),
    clean=(
        "同志们：\n各镇要抓紧行动，不等不靠。",
        "同志们：\n全县完成投资1,250万元，上午9:30开工。",
        "同志们：\n新能源（new energy, green power）项目进展顺利。",
        "同志们：\n网址是http://www.example.cn/a?b=1，请大家留意。",
        "一.加强领导\n各镇要抓紧行动。",
        "同志们：\n全县生产总值增长5.2%，居全市第3位。",
    ),
)
