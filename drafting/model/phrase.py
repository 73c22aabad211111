"""Set phrases and what is known of their use."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PhraseKind(StrEnum):
    """Where a phrase serves; the value is the contract's, the label the window's."""

    CONVENE = "convene"
    PURPOSE = "purpose"
    RECAP = "recap"
    ENDORSEMENT = "endorsement"
    TRANSITION = "transition"
    AFFIRMATION = "affirmation"
    PROBLEM = "problem"
    REQUIREMENT = "requirement"
    SERIES = "series"
    CALL = "call"
    CLOSING = "closing"
    HEADING = "heading"

    @property
    def label(self) -> str:
        """Return the Chinese name that the window shows."""
        return _LABELS[self]


_LABELS = {
    PhraseKind.CONVENE: "召开",
    PhraseKind.PURPOSE: "目的任务",
    PhraseKind.RECAP: "回顾会程",
    PhraseKind.ENDORSEMENT: "肯定背书",
    PhraseKind.TRANSITION: "过渡",
    PhraseKind.AFFIRMATION: "肯定成绩",
    PhraseKind.PROBLEM: "问题差距",
    PhraseKind.REQUIREMENT: "要求部署",
    PhraseKind.SERIES: "排比句架",
    PhraseKind.CALL: "号召",
    PhraseKind.CLOSING: "结尾",
    PhraseKind.HEADING: "标题",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A set phrase of the shipped lexicon or of the library.

    ``initials`` are the first letters of its pinyin (``nxjl``); ``group`` names its sense group or
    is empty; ``documents`` and ``count`` are its uses in the published reports.
    """

    text: str
    kind: PhraseKind
    group: str = ""
    initials: str = ""
    documents: int = 0
    count: int = 0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A phrase offered for one place; ``sources`` say where the office used it.

    ``alternatives`` say the same in other words, ``advice`` where these do not fit.
    """

    phrase: Phrase
    score: float
    used_in_draft: int
    documents: int
    last_used: str | None = None
    sources: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    advice: str = ""


@dataclass(frozen=True, slots=True)
class LibraryPhrase:
    """A phrase that the office's own speeches share, as the library hands it out.

    ``id`` names it there; ``function`` is finer than its kind; ``weight`` (0 to 1) says how surely
    it stands at the place that was asked for, 0 where nothing was asked; ``is_name`` tells formal
    names, which may be repeated.
    """

    id: int
    phrase: Phrase
    function: str
    weight: float = 0.0
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class LibraryHeading:
    """A heading of a past speech with its siblings' number ``row`` and its own ``place`` there."""

    speech: int
    row: int
    place: int
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a phrase was used: the latest day (ISO), and meeting, speaker and day of each."""

    last_used: str | None
    sources: tuple[str, ...]
