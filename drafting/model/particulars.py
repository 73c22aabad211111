"""What is known of a speech beside its text: occasion, level, date, speaker, time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from drafting.text.span import Span


class SpeechType(StrEnum):
    """Kinds of speeches; the value is what the window calls them."""

    MOBILISATION = "动员"
    WORK_MEETING = "工作会议"
    INSPECTION = "调研督查"
    PARTY_LESSON = "党课"
    HOST = "主持词"
    GREETING = "致辞"
    PLEDGE = "表态发言"
    REPORT_UPWARD = "汇报"
    CONVEYING = "传达"
    DISCIPLINE = "警示教育"
    CONGRESS = "代表大会报告"
    OTHER = "其他"


@dataclass(frozen=True, slots=True)
class Particulars:
    """Every field may be unknown; ``level`` is 县, 市, 区 …, ``slot_minutes`` the agenda's.

    ``target_characters`` is the length that the writer aims at, ``template`` the id of the template
    that the draft was made from.
    """

    kind: SpeechType | None = None
    occasion: str | None = None
    level: str | None = None
    date: dt.date | None = None
    speaker: str | None = None
    role: str | None = None
    slot_minutes: float | None = None
    round_name: str | None = None
    target_characters: int | None = None
    template: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the text tells a guessed field of its particulars; ``field`` is the field's name."""

    field: str
    span: Span
