"""What a speech says of itself: occasion, kind, level, date, speaker — only what is plain."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields
from typing import TYPE_CHECKING

from drafting.model.draft import BlockKind
from drafting.model.particulars import Particulars, SpeechType
from drafting.parsing.dates import read_date, read_speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Block

_OCCASION = re.compile("在(?P<occasion>[^，。]{2,50}?)(?:上|时|期间|中)的")
_KINDS: tuple[tuple[str, SpeechType], ...] = (
    ("主持词|主持讲话|主持稿", SpeechType.HOST),
    ("致辞|致词|祝词|贺词|欢迎词", SpeechType.GREETING),
    ("表态", SpeechType.PLEDGE),
    ("党课", SpeechType.PARTY_LESSON),
    ("汇报", SpeechType.REPORT_UPWARD),
    ("传达", SpeechType.CONVEYING),
    ("动员", SpeechType.MOBILISATION),
    ("调研|座谈|督查|督导|观摩|擂台", SpeechType.INSPECTION),
    ("工作会|工作推进会|推进会|部署会|全体会议|大会上的讲话|会议上的讲话", SpeechType.WORK_MEETING),
)
# One's own place as speeches name it; 自治区 and 全省 are levels too.
_LEVEL = re.compile(
    "(?P<own>我|全|本)(?P<level>县|市|区|乡|镇|省|州|旗|村|街道|校|局|院)(?!第|前|首|各级|域|长|民|级)"
)
_MIN_MENTIONS, _MIN_SHARE = 2, 0.6


def guess_particulars(text: str, blocks: Sequence[Block], given: Particulars | None) -> Particulars:
    """Return ``given`` with its empty fields filled from the text where that is safe."""
    title = "".join(block.span.of(text) for block in blocks if block.kind is BlockKind.TITLE)
    speaker, role = _speaker(text, blocks)
    guessed = Particulars(
        kind=_kind(title),
        occasion=_occasion(title),
        level=_level(text),
        date=next(
            (
                day
                for kind in (BlockKind.DATE, BlockKind.NOTE)
                for block in blocks
                if block.kind is kind and (day := read_date(block.span.of(text)))
            ),
            None,
        ),
        speaker=speaker,
        role=role,
    )
    if given is None:
        return guessed
    values = {
        one.name: getattr(guessed, one.name)
        if getattr(given, one.name) is None
        else getattr(given, one.name)
        for one in fields(Particulars)
    }
    return Particulars(**values)


def _speaker(text: str, blocks: Sequence[Block]) -> tuple[str | None, str | None]:
    """Return name and post, which may stand on two lines."""
    lines = [b.span.of(text) for b in blocks if b.kind is BlockKind.SPEAKER]
    pairs = [read_speaker(line) for line in lines]
    name = next((name for name, _ in pairs if name), None)
    return name, next((role for _, role in pairs if role), None)


def _kind(title: str) -> SpeechType | None:
    return next((kind for words, kind in _KINDS if re.search(words, title)), None)


def _occasion(title: str) -> str | None:
    match = _OCCASION.search(title)
    return match["occasion"] if match else None


def _level(text: str) -> str | None:
    """Return the level that the text calls its own in most places, or None."""
    counts: Counter[str] = Counter()
    for match in _LEVEL.finditer(text):
        counts[match["level"]] += 2 if match["own"] == "我" else 1
    if not counts:
        return None
    level, count = counts.most_common(1)[0]
    return level if count >= _MIN_MENTIONS and count >= _MIN_SHARE * counts.total() else None
