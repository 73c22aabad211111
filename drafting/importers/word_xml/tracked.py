"""The tracked changes of a Word file as edits of its text, each with its author.

Both ways of reading a file, before the changes and after them, know where in the file each of
their characters stands. What stands in one of them only is what was changed; so the edits lead
from the one to the other exactly, whatever wraps a change.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from drafting.importers.word_xml.change_marks import Change, ChangeMarks, Place
from drafting.model.imported import ImportedChange
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from drafting.importers.word_xml.package import WordPackage
    from drafting.model.imported import SourceRun

# Before all runs of a paragraph stand its number or mark, behind them its end.
_LABEL, _END = -1, 1 << 30


class Reading(NamedTuple):
    """A text, where its characters come from, and which paragraph ends at a place."""

    text: str
    runs: tuple[SourceRun, ...]
    ends: Mapping[int, tuple[str, int]]


def tracked_changes(
    package: WordPackage, original: Reading, accepted: Reading
) -> tuple[ImportedChange, ...]:
    """Return the changes that lead from the original reading to the accepted one, in order."""
    if original.text == accepted.text:
        return ()
    marks = ChangeMarks(package)
    groups: list[_Group] = []
    for olds, news in _regions(_places(original), _places(accepted)):
        groups += _groups(olds, news, marks)
    return tuple(_changes(groups, accepted.text))


class _Character(NamedTuple):
    """A character of one of the readings: where it stands in the file, and in the text."""

    place: Place
    at: int


@dataclass(slots=True)
class _Group:
    """Neighbouring characters that one author changed, nothing kept between them."""

    change: Change
    old_start: int
    old_end: int
    new_start: int
    new_end: int

    def edit(self, accepted: str) -> TextEdit:
        replacement = accepted[self.new_start : self.new_end]
        return TextEdit(Span(self.old_start, self.old_end), replacement)


class _Stretch(NamedTuple):
    """What stands between two kept characters of one reading, and where it begins."""

    start: int
    characters: list[_Character]


def _places(reading: Reading) -> list[_Character]:
    """Return every character with a place in the file that no other one has."""
    places: list[Place | None] = [None] * len(reading.text)
    for run in reading.runs:
        for step in range(run.end - run.start):
            places[run.start + step] = Place(run.part, run.paragraph, run.run, run.offset + step)
    for index, (part, paragraph) in reading.ends.items():
        if index < len(places):
            places[index] = Place(part, paragraph, _END, 0)
    # Numbers and note marks are in no run: they are told apart by what they stand before.
    following = Place("", 0, _END, 0)
    for index in range(len(places) - 1, -1, -1):
        place = places[index]
        if place is None:
            offset = following.offset - 1 if following.run == _LABEL else -1
            wording = reading.text[index]
            place = Place(following.part, following.paragraph, _LABEL, offset, wording)
            places[index] = place
        following = place
    return [_Character(place, index) for index, place in enumerate(places) if place is not None]


def _regions(olds: list[_Character], news: list[_Character]) -> Iterator[tuple[_Stretch, _Stretch]]:
    """Yield what was changed between each two kept characters, in either reading."""
    old = new = 0
    ends = (len(olds), len(news))
    for kept_old, kept_new in [*_kept(olds, news), ends]:
        if kept_old > old or kept_new > new:
            yield _Stretch(old, olds[old:kept_old]), _Stretch(new, news[new:kept_new])
        old, new = kept_old + 1, kept_new + 1


def _kept(olds: list[_Character], news: list[_Character]) -> list[tuple[int, int]]:
    """Return the indexes of the characters that are in both readings, in order."""
    there, then = {one.place for one in olds}, {one.place for one in news}
    ours = [one for one in olds if one.place in then]
    theirs = [one for one in news if one.place in there]
    if [one.place for one in ours] == [one.place for one in theirs]:
        return [(one.at, other.at) for one, other in zip(ours, theirs, strict=True)]
    # Notes are in the order of their marks, which changes may turn round.
    matcher = SequenceMatcher(
        None, [one.place for one in ours], [one.place for one in theirs], autojunk=False
    )
    return [
        (ours[block.a + step].at, theirs[block.b + step].at)
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    ]


def _groups(olds: _Stretch, news: _Stretch, marks: ChangeMarks) -> Iterator[_Group]:
    """Yield the changes of one region, those of the same author that touch as one."""
    group: _Group | None = None
    old, new = olds.start, news.start
    for is_old, character in _merged(olds.characters, news.characters):
        change = marks.of(character.place, is_old=is_old)
        if group is None or not change.joins(group.change):
            if group is not None:
                yield group
            group = _Group(change, old, old, new, new)
        if is_old:
            old = group.old_end = character.at + 1
        else:
            new = group.new_end = character.at + 1
    if group is not None:
        yield group


def _merged(
    olds: Sequence[_Character], news: Sequence[_Character]
) -> Iterator[tuple[bool, _Character]]:
    """Yield the characters of both readings as they stand in the file; True: the older's."""
    old = new = 0
    while old < len(olds) or new < len(news):
        takes_old = new == len(news) or (old < len(olds) and olds[old].place <= news[new].place)
        yield (True, olds[old]) if takes_old else (False, news[new])
        old, new = old + takes_old, new + (not takes_old)


def _changes(groups: Sequence[_Group], accepted: str) -> Iterator[ImportedChange]:
    """Yield the groups as changes, both ends of a move as one."""
    moves: dict[str, list[int]] = defaultdict(list)
    for rank, group in enumerate(groups):
        if group.change.move:
            moves[group.change.move].append(rank)
    whole = {
        name
        for name, ranks in moves.items()
        if {groups[rank].old_end > groups[rank].old_start for rank in ranks} == {True, False}
    }
    for rank, group in enumerate(groups):
        ranks, is_move = [rank], group.change.move in whole
        if is_move:
            ranks = moves.pop(group.change.move, [])
        if ranks:
            edits = tuple(groups[one].edit(accepted) for one in ranks)
            author, date = group.change.author, group.change.date
            yield ImportedChange(author, date, edits, tuple(ranks), is_move)
