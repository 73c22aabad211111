"""Safe fixes as tracked changes: only in plain text that is in the file just as it was checked."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from drafting.exporters.annotation.package import SPACE
from drafting.exporters.annotation.runs import local_name
from drafting.exporters.word_text import without_forbidden
from drafting.model.finding import Applicability
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from drafting.exporters.annotation.runs import Runs
    from drafting.exporters.annotation.source_text import Segment, SourceText
    from drafting.model.finding import Finding, Fix
    from drafting.text.edits import TextEdit

AUTHOR = "讲稿"


class PlacedEdit(NamedTuple):
    """An edit and its place in the file.

    ``segments`` are what is taken out; for an edit that only puts in, the character beside it,
    which ``is_behind`` the new text or before it.
    """

    edit: TextEdit
    segments: tuple[Segment, ...]
    is_behind: bool = False

    @property
    def takes_out(self) -> bool:
        """Return whether anything is taken out."""
        return len(self.edit.span) > 0


class ChosenFix(NamedTuple):
    """A safe fix of a finding, all its edits placed."""

    fix: Fix
    edits: tuple[PlacedEdit, ...]


def choose_fixes(
    findings: Sequence[Finding], source: SourceText, runs: Runs
) -> dict[int, ChosenFix]:
    """Return, by the finding's index, the safe fixes that can be made together in the file."""
    chosen: dict[int, ChosenFix] = {}
    taken: list[Span] = []
    for index, finding in enumerate(findings):
        fix = next((one for one in finding.fixes if _is_safe(one)), None)
        if fix is None or any(_clash(edit.span, span) for edit in fix.edits for span in taken):
            continue
        placed = [_placed(edit, source, runs) for edit in fix.edits]
        edits = tuple(one for one in placed if one is not None)
        if edits and len(edits) == len(placed):
            chosen[index] = ChosenFix(fix, edits)
            taken += [edit.span for edit in fix.edits]
    return chosen


def choose_cleaning(
    edits: Sequence[TextEdit], source: SourceText, runs: Runs
) -> tuple[PlacedEdit, ...]:
    """Return the edits of the imported text that can be made in the file."""
    imported = replace(source, text=source.imported, origin=None)
    placed = (_placed(edit, imported, runs) for edit in edits if len(edit.span))
    return tuple(one for one in placed if one is not None)


def _is_safe(fix: Fix) -> bool:
    return fix.applicability is Applicability.SAFE


def _clash(one: Span, other: Span) -> bool:
    """Return whether two edits share a character or touch."""
    return one.start <= other.end and other.start <= one.end


def _placed(edit: TextEdit, source: SourceText, runs: Runs) -> PlacedEdit | None:
    if "\n" in edit.replacement or "\t" in edit.replacement:
        return None
    span, is_behind = edit.span, False
    if not len(span):
        is_behind = not span.start or source.text[span.start - 1] == "\n"
        span = Span(span.start, span.start + 1) if is_behind else Span(span.start - 1, span.start)
    segments = source.segments(span) if span.end <= len(source.text) else None
    if segments is None or not all(_is_there(one, source, runs) for one in segments):
        return None
    return PlacedEdit(edit, segments, is_behind)


def _is_there(segment: Segment, source: SourceText, runs: Runs) -> bool:
    """Return whether a segment is plain text and still what was read."""
    wording = runs.text(segment.key)[segment.start : segment.end]
    return wording == source.wording(segment) and runs.is_plain(segment.key)


def make_edits(edits: Sequence[PlacedEdit], runs: Runs, word: str, numbers: Iterator[int]) -> None:
    """Write the edits as deletions and insertions; the runs are cut where they begin and end.

    ``numbers`` gives each change a number that no other in the document has.
    """
    for placed in edits:
        pieces = [one for segment in placed.segments for one in runs.pieces(*segment)]
        if placed.takes_out:
            changed = [_deleted(piece, word, next(numbers)) for piece in pieces]
        else:
            changed = pieces
        if not placed.edit.replacement:
            continue
        inserted = _inserted(pieces[0], placed.edit.replacement, word, next(numbers))
        if placed.is_behind:
            changed[0].addprevious(inserted)
        else:
            changed[-1].addnext(inserted)


def _deleted(run: _Element, word: str, number: int) -> _Element:
    """Wrap a run in a deletion and return that."""
    mark = _mark(run, "del", word, number)
    run.addprevious(mark)
    mark.append(run)
    for text in run.iter(f"{{{word}}}t"):
        text.tag = f"{{{word}}}delText"
        text.set(SPACE, "preserve")
    return mark


def _inserted(beside: _Element, text: str, word: str, number: int) -> _Element:
    """Return an insertion that looks like the run beside it."""
    mark = _mark(beside, "ins", word, number)
    run = etree.SubElement(mark, f"{{{word}}}r")
    for properties in _properties(beside):
        run.append(properties)
    written = etree.SubElement(run, f"{{{word}}}t")
    written.text = without_forbidden(text)
    written.set(SPACE, "preserve")
    return mark


def _properties(run: _Element) -> Iterator[_Element]:
    for child in run:
        if local_name(child) == "rPr":
            properties = copy.deepcopy(child)
            for former in [one for one in properties if local_name(one) == "rPrChange"]:
                properties.remove(former)
            yield properties


def _mark(beside: _Element, name: str, word: str, number: int) -> _Element:
    mark = beside.makeelement(f"{{{word}}}{name}")
    mark.set(f"{{{word}}}id", str(number))
    mark.set(f"{{{word}}}author", AUTHOR)
    return mark
