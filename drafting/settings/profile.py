"""The office profile: what one office knows of itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

DEFAULT_CHARACTERS_PER_MINUTE = 180


class PartKind(StrEnum):
    """What belongs to the office's area or works for it."""

    TOWNSHIP = "township"
    DEPARTMENT = "department"
    OTHER = "other"


class OccasionKind(StrEnum):
    """What bears a formal name."""

    MEETING = "meeting"
    CAMPAIGN = "campaign"


@dataclass(frozen=True, slots=True)
class Superior:
    """A place above the own one (清远省, 清川市) with the names it is also called by."""

    name: str
    short_names: tuple[str, ...] = ()
    level: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A township or department; ``look_alikes`` are wrong forms of its name."""

    name: str
    kind: PartKind = PartKind.OTHER
    short_names: tuple[str, ...] = ()
    look_alikes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LargeType:
    """How a leader wants the reading copy: type and pitch in points, pinyin over hard words."""

    points: float = 22.0
    pitch: float = 40.0
    has_pinyin: bool = True


@dataclass(frozen=True, slots=True)
class Leader:
    """One person in one post, from ``since`` to ``until`` (both included; None is open).

    ``rank`` orders leaders (1 comes first); ``posts`` begins with the full one, the others are
    what the post is also called; ``characters_per_minute`` is None where the office's speed holds.
    """

    name: str
    posts: tuple[str, ...] = ()
    rank: int = 0
    since: dt.date | None = None
    until: dt.date | None = None
    look_alikes: tuple[str, ...] = ()
    characters_per_minute: int | None = None
    large_type: LargeType | None = None

    @property
    def post(self) -> str:
        """Return the full post, or an empty string."""
        return self.posts[0] if self.posts else ""

    def serves_on(self, date: dt.date) -> bool:
        """Return whether the post is held on ``date``."""
        after = self.since is None or self.since <= date
        return after and (self.until is None or date <= self.until)


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting or campaign under its formal name and the short ones in use."""

    name: str
    kind: OccasionKind = OccasionKind.MEETING
    short_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How a word is read: pinyin with tone marks, one syllable a character."""

    word: str
    pinyin: str


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """The office's own names, people, habits; everything may be unknown.

    ``tolerated`` are wordings that the office wants no word about, ``banned`` those that it never
    wants to see.
    """

    place: str = ""
    short_name: str = ""
    level: str = ""
    characters_per_minute: int = DEFAULT_CHARACTERS_PER_MINUTE
    tolerated: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()
    superiors: tuple[Superior, ...] = ()
    parts: tuple[Part, ...] = ()
    leaders: tuple[Leader, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    readings: tuple[Reading, ...] = ()

    @property
    def own_names(self) -> tuple[str, ...]:
        """Return what the own place is called, the full name first; none without a place."""
        return tuple(name for name in (self.place, self.short_name) if name)

    def leader(self, name: str, date: dt.date | None = None) -> Leader | None:
        """Return who bears ``name``; with a date in the post held then, else in the last one."""
        posts = [one for one in self.leaders if one.name == name]
        if date is not None:
            posts = [one for one in posts if one.serves_on(date)]
        return posts[-1] if posts else None

    def leaders_on(self, date: dt.date) -> tuple[Leader, ...]:
        """Return those who serve on ``date``, in the order of rank."""
        serving = (one for one in self.leaders if one.serves_on(date))
        return tuple(sorted(serving, key=lambda one: one.rank))

    def speed_of(self, speaker: str | None) -> int:
        """Return the characters that ``speaker`` says in a minute, or the office's figure."""
        found = self.leader(speaker) if speaker else None
        own = found.characters_per_minute if found else None
        return own or self.characters_per_minute
