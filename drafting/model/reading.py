"""What helps a speaker to read: hard words with their pinyin, words kept whole, margin notes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafting.text.span import Span


class HardKind(StrEnum):
    """Why a word bears its pinyin; the values are what the user reads."""

    RARE = "生僻字"
    OFFICE = "本单位读音"
    NAME = "人名"


@dataclass(frozen=True, slots=True)
class HardWord:
    """A word with the pinyin above it: one syllable a character, empty where there is none."""

    span: Span
    syllables: tuple[str, ...]
    kind: HardKind


@dataclass(frozen=True, slots=True)
class MarginNote:
    """Lines for the outer margin beside the line in which ``position`` stands."""

    position: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingAid:
    """All that a page carries beside the text; ``hard_words`` in order and apart.

    ``kept_words`` (names, terms) stay on one line where the layout keeps words whole.
    """

    hard_words: tuple[HardWord, ...] = ()
    kept_words: tuple[str, ...] = ()
    notes: tuple[MarginNote, ...] = ()
