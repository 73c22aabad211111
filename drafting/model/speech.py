"""A past speech as the library keeps it, and what a change of the library changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafting.model.particulars import Particulars

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from drafting.model.particulars import SpeechType
    from drafting.text.span import Span


@dataclass(frozen=True, slots=True)
class SpeechHeading:
    """A heading of a past speech; ``span`` is in its text, marker included."""

    level: int
    span: Span
    run_in: bool = False


@dataclass(frozen=True, slots=True)
class SpeechParts:
    """Where in a past speech its opening, headings and closing stand (spans of its text)."""

    opening: Span | None = None
    closing: Span | None = None
    headings: tuple[SpeechHeading, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeechRecord:
    """A speech of the library.

    ``id`` is 0 until it is stored; ids grow with each speech added and are never used again, so
    they are the order of adding too. ``text`` is cleaned, one paragraph a line. ``text_hash`` is
    the same for the same words however they are set. ``source_path`` is the file it came from,
    ``is_starter`` marks what the program brought along. ``characters`` is the text's length, known
    also where a list leaves the text out.
    """

    title: str
    text: str
    text_hash: str
    id: int = 0
    particulars: Particulars = field(default_factory=Particulars)
    parts: SpeechParts = field(default_factory=SpeechParts)
    source_path: str = ""
    is_starter: bool = False
    characters: int = field(default=0, compare=False)

    @property
    def date(self) -> dt.date | None:
        """Return the day on which it was held, or None."""
        return self.particulars.date

    @property
    def speaker(self) -> str | None:
        """Return who held it, or None."""
        return self.particulars.speaker

    @property
    def role(self) -> str | None:
        """Return the speaker's post, or None."""
        return self.particulars.role

    @property
    def occasion(self) -> str | None:
        """Return the meeting, or None."""
        return self.particulars.occasion

    @property
    def kind(self) -> SpeechType | None:
        """Return the kind of speech, or None."""
        return self.particulars.kind

    @property
    def level(self) -> str | None:
        """Return the level of government that the speech calls its own, or None."""
        return self.particulars.level


@dataclass(frozen=True, slots=True)
class DuplicateSpeech:
    """A file that was left out: its words are in the library as speech ``id``."""

    path: str
    id: int


@dataclass(frozen=True, slots=True)
class FailedSpeech:
    """A file that could not be read, with the Chinese reason."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class DoubtfulSpeech:
    """A file that was read, with a Chinese sentence on what of it may be wrong."""

    path: str
    doubt: str


@dataclass(frozen=True, slots=True)
class PassedFiles:
    """Files of a folder that are of a kind that is not read: its name, the next step, which."""

    kind: str
    advice: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CorpusChanges:
    """What one change did to the library; ids in ascending order."""

    added: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()
    updated: tuple[int, ...] = ()
    duplicates: tuple[DuplicateSpeech, ...] = ()
    failed: tuple[FailedSpeech, ...] = ()
    doubtful: tuple[DoubtfulSpeech, ...] = ()
    passed: tuple[PassedFiles, ...] = ()

    @classmethod
    def joined(cls, changes: Iterable[CorpusChanges]) -> CorpusChanges:
        """Return changes made one after another as one."""
        several = list(changes)
        return cls(
            added=tuple(speech for one in several for speech in one.added),
            removed=tuple(speech for one in several for speech in one.removed),
            updated=tuple(speech for one in several for speech in one.updated),
            duplicates=tuple(file for one in several for file in one.duplicates),
            failed=tuple(file for one in several for file in one.failed),
            doubtful=tuple(file for one in several for file in one.doubtful),
            passed=_by_kind(passed for one in several for passed in one.passed),
        )


def _by_kind(passed: Iterable[PassedFiles]) -> tuple[PassedFiles, ...]:
    found: dict[tuple[str, str], dict[str, None]] = {}
    for one in passed:
        found.setdefault((one.kind, one.advice), {}).update(dict.fromkeys(one.paths))
    return tuple(PassedFiles(*about, tuple(paths)) for about, paths in found.items())
