"""What can be counted in a draft and drawn: parts, sentences, crowded phrases, pages, time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafting.text.span import Span


@dataclass(frozen=True, slots=True)
class PartLength:
    """A part as it stands; ``planned`` are the characters that an even plan would give it.

    ``minutes`` is the time in which the speaker says it.
    """

    name: str
    span: Span
    characters: int
    planned: int
    minutes: float


@dataclass(frozen=True, slots=True)
class SentenceLength:
    """A sentence and its characters."""

    span: Span
    characters: int


@dataclass(frozen=True, slots=True)
class CrowdedPhrase:
    """A set phrase that stands more often than ``allowed``, and every place of it."""

    phrase: str
    spans: tuple[Span, ...]
    allowed: int


@dataclass(frozen=True, slots=True)
class DraftStatistics:
    """``pages`` are counted in the layout asked for; ``slot_minutes`` is None if unknown.

    ``long_sentence`` is the length from which a sentence is hard to say in one breath.
    """

    characters: int
    pages: int
    minutes: float
    slot_minutes: float | None
    long_sentence: int
    parts: tuple[PartLength, ...] = ()
    sentences: tuple[SentenceLength, ...] = ()
    crowded: tuple[CrowdedPhrase, ...] = ()
