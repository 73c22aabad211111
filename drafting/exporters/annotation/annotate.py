"""Put findings into a Word file as comments, and safe fixes as tracked changes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from drafting.exporters.annotation.fixes import choose_cleaning, choose_fixes, make_edits
from drafting.exporters.annotation.package import AnnotatedPackage
from drafting.exporters.annotation.remarks import comment_xml, remark_on
from drafting.exporters.annotation.runs import Runs, local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

    from drafting.exporters.annotation.fixes import ChosenFix
    from drafting.exporters.annotation.runs import RunKey
    from drafting.exporters.annotation.source_text import Anchor, SourceText
    from drafting.model.finding import Finding
    from drafting.text.edits import TextEdit


@dataclass(frozen=True, slots=True)
class Annotated:
    """The file with its comments: how many, how many of them not at their words, how many fixes.

    ``cleaned`` counts the places that were mended as cleaning mends them.
    """

    data: bytes
    comments: int
    displaced: int
    fixes: int
    cleaned: int = 0


class _Remark(NamedTuple):
    """A comment to be written."""

    anchor: Anchor
    lines: tuple[str, ...]


def annotate(
    data: bytes,
    source: SourceText,
    findings: Sequence[Finding],
    *,
    with_fixes: bool = False,
    preface: Sequence[str] = (),
    cleaning: Sequence[TextEdit] = (),
) -> Annotated:
    """Return the Word file in ``data`` with a comment on each finding.

    Comments that are there stay. ``with_fixes`` makes the safe fixes besides, as tracked changes
    where the file has the wording as plain text, and so the edits of the imported text in
    ``cleaning``. ``preface`` are the lines of a comment on the first words. No part is touched
    but the document, the comments and, where there were none, the two lists that name parts; the
    same input gives the same bytes.
    """
    package = AnnotatedPackage(data)
    source = replace(source, part=package.main_part)
    runs = Runs(package.document)
    fixes = choose_fixes(findings, source, runs) if with_fixes else {}
    cleaned = choose_cleaning(cleaning, source, runs) if with_fixes else ()
    remarks = _remarks(findings, source, runs, fixes, preface)
    if not remarks:
        return Annotated(data, 0, 0, 0)
    edits = [*cleaned, *(edit for fix in fixes.values() for edit in fix.edits)]
    segments = [segment for edit in edits for segment in edit.segments]
    _cut(
        runs,
        (place for one in remarks for place in (one.anchor.start, one.anchor.end)),
        ((one.key, offset) for one in segments for offset in (one.start, one.end)),
    )
    first = _next_id(package.comments, package.word)
    for number, remark in enumerate(remarks, first):
        _place(remark.anchor, runs, package.word, number)
        comment_xml(package.comments, package.word, number, remark.lines)
    numbers = count(_next_id(package.document, package.word))
    for mark in runs.copied_marks:
        mark.set(f"{{{package.word}}}id", str(next(numbers)))
    make_edits(edits, runs, package.word, numbers)
    displaced = sum(not one.anchor.is_exact for one in remarks)
    return Annotated(package.written(), len(remarks), displaced, len(fixes), len(cleaned))


def _remarks(
    findings: Sequence[Finding],
    source: SourceText,
    runs: Runs,
    fixes: dict[int, ChosenFix],
    preface: Sequence[str],
) -> list[_Remark]:
    remarks = []
    first = source.first_anchor() if preface else None
    if first is not None and runs.has(first.start.key):
        remarks.append(_Remark(first, tuple(preface)))
    for index, finding in enumerate(findings):
        anchor = source.anchor(finding.span)
        if anchor is None or not (runs.has(anchor.start.key) and runs.has(anchor.end.key)):
            continue
        if not (runs.can_part(*anchor.start) and runs.can_part(*anchor.end)):
            anchor = anchor._replace(is_exact=False)
        fixed = fixes[index].fix if index in fixes else None
        lines = remark_on(finding, source.text, fixed=fixed, is_exact=anchor.is_exact)
        remarks.append(_Remark(anchor, lines))
    return remarks


def _cut(runs: Runs, *places: Iterable[tuple[RunKey, int]]) -> None:
    offsets: dict[RunKey, set[int]] = defaultdict(set)
    for some in places:
        for key, offset in some:
            offsets[key].add(offset)
    for key, wanted in offsets.items():
        runs.cut(key, wanted)


def _place(anchor: Anchor, runs: Runs, word: str, number: int) -> None:
    """Put the two ends of a comment's range and its mark."""
    first = runs.piece_from(*anchor.start)
    last = runs.piece_to(*anchor.end)
    first.addprevious(_marker(first, "commentRangeStart", word, number))
    end = _marker(last, "commentRangeEnd", word, number)
    last.addnext(end)
    # The mark stands in the paragraph itself: inside an insertion it would go with that.
    behind = end
    for up in end.iterancestors():
        if local_name(up) == "p":
            break
        behind = up
    run = behind.makeelement(f"{{{word}}}r")
    run.append(_marker(run, "commentReference", word, number))
    behind.addnext(run)


def _marker(beside: _Element, name: str, word: str, number: int) -> _Element:
    marker = beside.makeelement(f"{{{word}}}{name}")
    marker.set(f"{{{word}}}id", str(number))
    return marker


def _next_id(root: _Element, word: str) -> int:
    """Return a number above all that the elements of a part are numbered with."""
    highest = -1
    for element in root.iter("{*}*"):
        number = element.get(f"{{{word}}}id") or ""
        if number.isascii() and number.isdecimal():
            highest = max(highest, int(number))
    return highest + 1
