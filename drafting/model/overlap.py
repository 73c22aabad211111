"""Passages that a draft shares with other speeches."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafting.text.span import Span


class PassageKind(StrEnum):
    """What a shared passage is; only the first is copying."""

    COPIED = "copied"
    SET_PHRASE = "set-phrase"
    FORMAL_NAME = "formal-name"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class OtherSpeech:
    """A speech that a draft is compared with.

    ``key`` names it for the program (a path, or its number in the library); ``date`` is
    YYYY-MM-DD or empty; ``is_superior``: a speech of a higher level, which may be followed.
    ``text`` may be a piece of the speech that begins at ``offset``, and ``holders`` how many
    speeches are known to hold its wording.
    """

    key: str
    title: str
    text: str
    date: str = ""
    is_superior: bool = False
    offset: int = 0
    holders: int = 1


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """Wording at ``span`` of the draft that also stands at ``source_span`` of another speech.

    ``similarity`` is the share of characters that are the same (1.0: word for word);
    ``speeches`` counts the speeches that hold the wording, of which this one is the nearest.
    """

    span: Span
    source: str
    source_title: str
    source_span: Span
    similarity: float
    kind: PassageKind = PassageKind.COPIED
    source_date: str = ""
    is_superior: bool = False
    speeches: int = 1


@dataclass(frozen=True, slots=True)
class SourceShare:
    """How much of a draft (0 … 1) is copied from one speech."""

    source: str
    title: str
    share: float
    is_superior: bool = False


@dataclass(frozen=True, slots=True)
class OverlapReport:
    """What a draft shares with other speeches.

    ``passages`` are copied, word for word or lightly edited, in the order of the draft;
    ``common`` are set phrases, formal names and quotations of 13 characters and more;
    ``set_phrases`` the listed set phrases, however short, that others use too. ``share`` is how
    much of the draft (0 … 1) is copied, ``sources`` says from where, the largest share first.
    ``same`` is the title of a speech that has the draft's very words: it is taken for the draft
    itself and not compared with it.
    """

    passages: tuple[SharedPassage, ...] = ()
    common: tuple[SharedPassage, ...] = ()
    set_phrases: tuple[str, ...] = ()
    share: float = 0.0
    sources: tuple[SourceShare, ...] = ()
    same: str = ""
