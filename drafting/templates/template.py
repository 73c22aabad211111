"""A kind of speech as data, and the skeleton of a new one made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.errors import UsageError
from drafting.templates.skeleton import Skeleton, fill
from drafting.text.numerals import format_han

if TYPE_CHECKING:
    from drafting.model.draft import Move
    from drafting.model.particulars import Particulars, SpeechType

MIN_POINTS, MAX_POINTS = 2, 6
# Levels that have a committee and a government of the same name (县委、县政府).
_LEVELS = ("省", "市", "州", "县", "区", "旗")
_LEVEL_SLOT = "级"
_POINTS_SLOT = "点数"


@dataclass(frozen=True, slots=True)
class MoveFrame:
    """One step of the opening and its wording."""

    move: Move
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the body.

    ``from_points`` is the smallest number of points with which it is taken in; ``marker`` shows
    how its sub-parts are numbered (一是, （一）), empty where they are not.
    """

    function: str
    from_points: int
    heading: str
    marker: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """What to put into an open place; ``type`` is text, date, number, list or roster."""

    name: str
    type: str
    prompt: str


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of speech.

    ``names`` are further kinds of meetings that it serves; ``length`` is the usual range in
    characters; ``asks`` names the parts that this kind must have; ``strict`` and ``off`` are
    rules that matter more here, or not at all.
    """

    id: str
    name: str
    names: tuple[str, ...]
    kind: SpeechType
    title: str
    salutation: str
    salutations: tuple[str, ...]
    speakers: tuple[str, ...]
    length: tuple[int, int]
    asks: tuple[str, ...]
    strict: tuple[str, ...]
    off: tuple[str, ...]
    moves: tuple[MoveFrame, ...]
    parts: tuple[Part, ...]
    closing: str
    slots: tuple[Slot, ...]

    def skeleton(self, points: int = 3, particulars: Particulars | None = None) -> Skeleton:
        """Return a new speech with ``points`` parts, what is known of it filled in.

        Raises:
            UsageError: ``points`` is not 2 … 6.
        """
        if not MIN_POINTS <= points <= MAX_POINTS:
            raise UsageError(
                f"“{self.name}”可分 {MIN_POINTS} 至 {MAX_POINTS} 点，不能是 {points} 点。"
            )
        lines = [self.title]
        if particulars is not None and particulars.speaker:
            lines.append(particulars.speaker)
        lines += ["（{日期}）", self.salutation, "".join(one.text for one in self.moves)]
        chosen = [part for part in self.parts if part.from_points <= points]
        for number, part in enumerate(chosen, start=1):
            lines.append(f"{format_han(number)}、{part.heading}")
            lines.extend(part.paragraphs)
        lines.append(self.closing)
        return Skeleton.of(fill("\n".join(lines), _known(points, particulars)))


def _known(points: int, particulars: Particulars | None) -> dict[str, str]:
    """Return the values of the slots that the call itself or the particulars settle."""
    # Before a measure word two is 两 (GB/T 15835-2011 leaves it to usage, which is firm).
    values = {_POINTS_SLOT: "两" if points == 2 else format_han(points), _LEVEL_SLOT: "县"}
    if particulars is None:
        return values
    if particulars.level in _LEVELS:
        values[_LEVEL_SLOT] = particulars.level
    if particulars.occasion:
        values["会议名称"] = particulars.occasion
    if particulars.date:
        date = particulars.date
        values["日期"] = f"{date.year}年{date.month}月{date.day}日"
    return values
