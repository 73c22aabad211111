"""What a speech says of itself: occasion, kind, level, date, speaker — only what is plain."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields
from typing import TYPE_CHECKING

from drafting.model.draft import BlockKind
from drafting.model.particulars import Evidence, Particulars
from drafting.parsing.dates import ROLES, read_date, read_speaker
from drafting.parsing.kinds import find_kind
from drafting.text.span import Span
from drafting.text.surnames import SURNAMES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from drafting.model.draft import Block

# 在全县防汛工作会议上的讲话; 会议结束时的讲话 names the meeting, not its end.
_OCCASION = re.compile(
    "在(?P<occasion>[^，。]{2,115}?)(?:结束|闭会|召开)?(?:上|时|期间|中)(?:的|$|[）)])"
)
# 全县民营经济发展大会主持词
_OCCASION_BEFORE = re.compile(
    "(?P<occasion>[^，。：（(]{3,46}?(?:大会|会议|[^，。]会|仪式|典礼|论坛|开幕式))(?:的)?"
    "(?:主持词|主持稿|主持讲话|致辞|致词|讲话|发言|讲稿|开幕词|闭幕词|总结)"
)
# 周立诚同志在…, 李明县长在…: the speaker in front of the occasion.
_SPEAKER_BEFORE = re.compile(
    f"(?P<name>[{SURNAMES}][\\u4e00-\\u9fff]{{1,2}}?)(?P<role>(?:常务副|代|副)?(?:书记|县长|市长|区长|镇长|乡长|主任|主席|局长|部长))?"
    "(?:同志)?[：:]?(?=\\n?在)"
)
# 县委书记周立诚在…
_POST_BEFORE = re.compile(
    f"(?P<role>[^，。：在]{{0,20}}(?:{ROLES}))(?P<name>[{SURNAMES}][\\u4e00-\\u9fff]{{1,2}}?)"
    "(?:同志)?[：:]?(?=\\n?在)"
)
# One's own place as speeches name it; 自治区 and 全省 are levels too.
_LEVEL = re.compile(
    "(?P<own>我|全|本)(?P<level>县|市|区|乡|镇|省|州|旗|村|街道|校|局|院)(?!第|前|首|各级|域|长|民|级)"
)
# 在县委农村工作会议上, 在县政府第三次全体会议上: the body that called the meeting.
_CALLED_BY = re.compile("在(?:中共)?(?P<level>县|市|区|乡|镇|省|州|旗)(?:委|政府|人大|政协|纪委)")
# Whose office the speaker holds: 市委常委、泽川县委书记 speaks for the county.
_LEVEL_OF_ROLE = re.compile(
    "(?P<level>县|市|区|乡|镇|省|州|旗)(?=(?:人民)?政府|党?委|长|人大|政协|纪委)"
)
_OF_TEXT = frozenset((BlockKind.PARAGRAPH, BlockKind.HEADING))
_MIN_MENTIONS, _MIN_SHARE, _TITLE_WEIGHT = 2, 0.6, 2


def guess_particulars(
    text: str, blocks: Sequence[Block], given: Particulars | None
) -> tuple[Particulars, tuple[Evidence, ...]]:
    """Return ``given`` with its empty fields filled from the text where that is safe.

    Beside it stands, for every field that was filled, the place in the text that told it.
    """
    known = set()
    if given is not None:
        known = {one.name for one in fields(Particulars) if getattr(given, one.name) is not None}
    values: dict[str, object] = {name: getattr(given, name) for name in known}
    evidence: list[Evidence] = []
    for name, value, span in _iter_guesses(text, blocks):
        if name not in values:
            values[name] = value
            evidence.append(Evidence(name, span))
    return Particulars(**values), tuple(evidence)  # type: ignore[arg-type]


def _iter_guesses(text: str, blocks: Sequence[Block]) -> Iterator[tuple[str, object, Span]]:
    """Yield field, value and place; the surest guess of a field comes first."""
    fronts = _fronts(blocks)
    kind = find_kind(text, blocks)
    # What tells of the speech stands around its text, which is nearly all.
    blocks = [block for block in blocks if block.kind not in _OF_TEXT]
    if kind is not None:
        yield "kind", *kind
    for span in fronts:
        for pattern in (_OCCASION, _OCCASION_BEFORE):
            found = pattern.search(text, span.start, span.end)
            if found:
                named = found["occasion"].replace("\n", "")
                yield "occasion", named, Span(*found.span("occasion"))
                break
    level = _level(text, fronts)
    office = _level_of_speaker(text, blocks)
    if office is not None and (level is None or level[0] != office[0]):
        level = office
    if level is not None:
        yield "level", *level
    yield from _dates(text, blocks)
    yield from _speakers(text, blocks)


def _fronts(blocks: Sequence[Block]) -> list[Span]:
    """Return the title, over all its lines, and the subtitle."""
    fronts: list[Span] = []
    last = None
    for block in blocks:
        if block.kind is BlockKind.TITLE and last is BlockKind.TITLE:
            fronts[-1] = Span(fronts[-1].start, block.span.end)
        elif block.kind in (BlockKind.TITLE, BlockKind.SUBTITLE):
            fronts.append(block.span)
        last = block.kind
    return fronts


def _dates(text: str, blocks: Sequence[Block]) -> Iterator[tuple[str, dt.date, Span]]:
    kinds = (
        BlockKind.DATE, BlockKind.SPEAKER, BlockKind.NOTE, BlockKind.SUBTITLE, BlockKind.TITLE,
    )  # fmt: skip
    # What an office wrote above the title of a speech that it hands on has a day of its own.
    title = next((i for i, block in enumerate(blocks) if block.kind is BlockKind.TITLE), 0)
    dated = [
        block
        for index, block in enumerate(blocks)
        if block.kind in kinds and (index >= title or block.kind is not BlockKind.NOTE)
    ]
    for block in sorted(dated, key=lambda one: kinds.index(one.kind)):
        day = read_date(block.span.of(text))
        if day is not None:
            yield "date", day, block.span


def _speakers(text: str, blocks: Sequence[Block]) -> Iterator[tuple[str, str, Span]]:
    """Yield name and post, which may stand on two lines, or before the occasion in the title."""
    for block in blocks:
        if block.kind is BlockKind.SPEAKER:
            name, role = read_speaker(block.span.of(text))
            if name:
                yield "speaker", name, block.span
            if role:
                yield "role", role, block.span
    for front in _fronts(blocks):
        start, end = front.start, front.end
        named = _SPEAKER_BEFORE.match(text, start, end) or _POST_BEFORE.match(text, start, end)
        if named:
            yield "speaker", named["name"], Span(*named.span("name"))
            if named["role"]:
                yield "role", named["role"], Span(*named.span("role"))


def _level_of_speaker(text: str, blocks: Sequence[Block]) -> tuple[str, Span] | None:
    """Return the level of the office that the speaker's line names last, or None."""
    for block in blocks:
        if block.kind is BlockKind.SPEAKER:
            found = list(_LEVEL_OF_ROLE.finditer(text, block.span.start, block.span.end))
            if found:
                return found[-1]["level"], Span(*found[-1].span("level"))
    return None


def _level(text: str, fronts: Sequence[Span]) -> tuple[str, Span] | None:
    """Return the level that the text calls its own in most places, or None."""
    counts: Counter[str] = Counter()
    places: dict[str, Span] = {}
    limit = max((span.end for span in fronts), default=0)
    for match in _LEVEL.finditer(text):
        weight = _TITLE_WEIGHT if match["own"] == "我" or match.start() < limit else 1
        counts[match["level"]] += weight
        places.setdefault(match["level"], Span(*match.span()))
    for span in fronts:
        called = _CALLED_BY.search(text, span.start, span.end)
        if called:
            counts[called["level"]] += _TITLE_WEIGHT
            places.setdefault(called["level"], Span(*called.span("level")))
    if not counts:
        return None
    level, count = counts.most_common(1)[0]
    if count < _MIN_MENTIONS or count < _MIN_SHARE * counts.total():
        return None
    return level, places[level]
