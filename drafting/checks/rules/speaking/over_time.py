"""The speech fits the time that the agenda gives it.

What it does:
    Counts the syllables that are read aloud (figures and dates as they are said), divides by the
    speed of this speaker and compares with the minutes of the slot; marks where the time is up.
Why:
    The one after it waits, and the organiser looks at the clock.
Limits:
    Silent where no slot is known. A tenth over is let pass, since nobody reads evenly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule
from drafting.model.finding import Severity
from drafting.model.particulars import Particulars
from drafting.text.sentences import iter_sentences
from drafting.text.spoken import count_syllables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.text.span import Span

_TOLERANCE = 1.1


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    slot = draft.particulars.slot_minutes
    if slot is None:
        return
    speed = context.profile.speed_of(draft.particulars.speaker)
    allowed = slot * speed
    total, end = 0, None
    for sentence in _spoken_sentences(draft):
        total += count_syllables(sentence.of(draft.text))
        if end is None and total > allowed:
            end = sentence
    if end is None or total <= allowed * _TOLERANCE:
        return
    yield RULE.finding(
        end,
        f"念完约需 {total / speed:.0f} 分钟，议程给了 {slot:g} 分钟，念到这里时间已到"
        f"（每分钟 {speed} 字，约多 {total - allowed:.0f} 字）",
    )


def _spoken_sentences(draft: Draft) -> Iterator[Span]:
    for block in draft.blocks:
        if block.is_said:
            yield from iter_sentences(draft.text, block.span)


RULE = Rule(
    code="SP004",
    name="over-time",
    summary="讲话超时",
    severity=Severity.WARNING,
    check=_check,
    why="按这位领导的语速念下来，超过了议程安排的时间；后面的议程要往后推。",
    source="单位档案中的语速；数字、日期按念出来的字数计算",
    flagged=(
        "同志们：\n" + "要把渠道修通，把山塘清净，把农田整平。" * 14,
        "同志们：\n" + "今年投资 1234.5 万元，增长 12.5%。" * 12,
        "同志们：\n" + "2026年10月20日，工程开工。" * 20,
    ),
    clean=(
        "同志们：\n" + "要把渠道修通，把山塘清净，把农田整平。" * 11,
        "同志们：\n要把渠道修通。",
        "同志们：\n今年投资 1234.5 万元，增长 12.5%。",
        "在全县秋冬农田水利建设动员会上的讲话\n同志们：\n" + "要把渠道修通，把山塘清净。" * 15,
        "同志们：\n" + "，".join(["要把渠道修通"] * 31) + "。",
    ),
    examples_with=ExampleSetting(particulars=Particulars(slot_minutes=1)),
)
