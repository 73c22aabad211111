"""A kind of speech as data, and the skeleton of a new one made from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from drafting.errors import UsageError
from drafting.templates.skeleton import Skeleton, fill
from drafting.text.numerals import format_han

if TYPE_CHECKING:
    from drafting.model.draft import Move
    from drafting.model.particulars import Particulars, SpeechType

MIN_POINTS, MAX_POINTS = 2, 6
USUAL_POINTS = 3
# Levels that have a committee and a government of the same name (县委、县政府).
_LEVELS = ("省", "市", "州", "县", "区", "旗")
NO_POINTS = (0, 0)
_LEVEL_SLOT = "级"
_POINTS_SLOT = "点数"


class HeadingFrame(StrEnum):
    """How the headings of the parts are built; the value is what the window calls it."""

    OWN = "照模板"
    MORE = "以更…的…"
    MUST = "一要二要"


_MUST = re.compile("(?<![^。；])([一二三四五六七八九])要")


@dataclass(frozen=True, slots=True)
class MoveFrame:
    """One step of the opening and its wording; None is a step that has no name of its own."""

    move: Move | None
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

    ``points`` is the least and the greatest number of parts, ``NO_POINTS`` where it has none.
    ``names`` are further kinds of meetings that it serves; ``length`` is the usual range in
    characters; ``strict`` are rules that always run here and whose suggestions are warnings,
    ``off`` those that do not fit here.
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
    strict: tuple[str, ...]
    off: tuple[str, ...]
    moves: tuple[MoveFrame, ...]
    parts: tuple[Part, ...]
    closing: str
    slots: tuple[Slot, ...]
    points: tuple[int, int] = (MIN_POINTS, MAX_POINTS)

    @property
    def has_points(self) -> bool:
        """Return whether the body is made in points; a greeting is not."""
        return self.points != NO_POINTS

    def prompt_of(self, slot: str) -> str:
        """Return what goes into the slot of that name, empty where the template does not say."""
        return next((one.prompt for one in self.slots if one.name == slot), "")

    @property
    def usual_points(self) -> int:
        """Return the number of points of most such speeches: three, or the nearest it can have."""
        least, most = self.points
        return max(least, min(USUAL_POINTS, most))

    def skeleton(
        self,
        points: int | None = None,
        particulars: Particulars | None = None,
        frame: HeadingFrame = HeadingFrame.OWN,
        salutation: str = "",
    ) -> Skeleton:
        """Return a new speech with ``points`` parts, what is known of it filled in.

        Without ``points`` it has the usual number; a kind without points takes any and has none.
        Without ``salutation`` it begins as its kind mostly does.

        Raises:
            UsageError: the kind cannot have that many points.
        """
        least, most = self.points
        points = self.usual_points if points is None else points
        if self.has_points and not least <= points <= most:
            raise UsageError(f"“{self.name}”可分 {least} 至 {most} 点，不能是 {points} 点。")
        lines = [self.title]
        if particulars is not None and particulars.speaker:
            lines.append(particulars.speaker)
        opening = "".join(one.text for one in self.moves)
        lines += ["（{日期}）", salutation or self.salutation, *([opening] if opening else [])]
        chosen = [p for p in self.parts if not self.has_points or p.from_points <= points]
        for number, part in enumerate(chosen, start=1):
            if part.heading:
                lines.append(_heading(part.heading, number, frame))
            lines.extend(_inside(one, frame) for one in part.paragraphs)
        lines.append(self.closing)
        return Skeleton.of(fill("\n".join(lines), _known(points, particulars)))


def _heading(words: str, number: int, frame: HeadingFrame) -> str:
    numeral = format_han(number)
    if frame is HeadingFrame.MUST:
        return f"{numeral}要{{第{numeral}点要怎么做}}。"
    if frame is HeadingFrame.MORE:
        more = f"以更{{程度{numeral}}}的{{状态{numeral}}}{{目标{numeral}}}"
        return f"{numeral}、{{第{numeral}点做法}}，{more}"
    return f"{numeral}、{words}"


def _inside(paragraph: str, frame: HeadingFrame) -> str:
    """Return a paragraph whose own 一要 cannot be taken for the heading's."""
    return _MUST.sub(r"\1是要", paragraph) if frame is HeadingFrame.MUST else paragraph


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
