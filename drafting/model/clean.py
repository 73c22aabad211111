"""A cleaned text and the account of everything that cleaning did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafting.model.draft import Script
    from drafting.text.offsets import OffsetMap


class CleaningKind(StrEnum):
    """The kinds of the contract (``clean --json``)."""

    WEB_RESIDUE = "web-residue"
    REPEATED_TITLE = "repeated-title"
    TITLE_GLUED = "title-glued-to-salutation"
    PAGE_MARK = "page-mark"
    HARD_WRAP = "hard-wrap"
    INNER_SPACE = "inner-space"
    PINYIN_NOTE = "pinyin-note"
    HALF_WIDTH_PUNCTUATION = "half-width-punctuation"
    FULL_WIDTH_ALPHANUMERIC = "full-width-alphanumeric"
    CONTROL_CHARACTER = "control-character"
    SCRIPT_CONVERSION = "script-conversion"
    SEVERAL_SPEECHES = "several-speeches"
    GARBLED = "garbled"
    DOUBTFUL_LINE = "doubtful-line"

    @property
    def label(self) -> str:
        """Return the Chinese name that the user sees."""
        return _LABELS[self]

    @property
    def is_only_told(self) -> bool:
        """Return whether such places are told and left as they are."""
        return self in _ONLY_TOLD


_ONLY_TOLD = (
    CleaningKind.SEVERAL_SPEECHES,
    CleaningKind.GARBLED,
    CleaningKind.DOUBTFUL_LINE,
)
_LABELS = {
    CleaningKind.WEB_RESIDUE: "网页残留",
    CleaningKind.REPEATED_TITLE: "重复标题",
    CleaningKind.TITLE_GLUED: "标题与称谓、日期相连",
    CleaningKind.PAGE_MARK: "页码、页眉",
    CleaningKind.HARD_WRAP: "断行",
    CleaningKind.INNER_SPACE: "字间空格",
    CleaningKind.PINYIN_NOTE: "注音",
    CleaningKind.HALF_WIDTH_PUNCTUATION: "半角标点",
    CleaningKind.FULL_WIDTH_ALPHANUMERIC: "全角数字字母",
    CleaningKind.CONTROL_CHARACTER: "控制字符",
    CleaningKind.SCRIPT_CONVERSION: "繁体转简体",
    CleaningKind.SEVERAL_SPEECHES: "似有多篇讲话连在一起，提纲分篇列出（未改动）",
    CleaningKind.GARBLED: "疑似乱码（未改动）",
    CleaningKind.DOUBTFUL_LINE: "像是网页上的，请看一看（未改动）",
}


@dataclass(frozen=True, slots=True)
class CleaningStep:
    """One step: what it mended or tells, how often, with samples.

    ``line`` is the line (from 1) of the first place in the imported text.
    """

    kind: CleaningKind
    count: int
    samples: tuple[str, ...]
    line: int | None = None

    @property
    def remark(self) -> str:
        """Return what a line says of a step that only tells: “…”等 2 处像是网页上的…."""
        sample = "".join(f"“{one}”" for one in self.samples[:1])
        return f"{sample}{f'等 {self.count} 处' if self.count > 1 else ''}{self.kind.label}"


@dataclass(frozen=True, slots=True)
class CleanText:
    """The cleaned, simplified text with its steps and the way back to the imported text."""

    text: str
    script: Script
    steps: tuple[CleaningStep, ...]
    origin: OffsetMap
