"""``overlap``: what a speech shares with other speeches, and how much of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.commandline.output import print_json, print_lines
from drafting.commandline.reading_commands import office_of, open_input, tell_omissions
from drafting.commandline.shapes import overlap_shape
from drafting.workspace.library.opening import chosen_library
from drafting.workspace.library.overlap import LibraryLookups, find_overlap

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from drafting.model.overlap import OverlapReport, SharedPassage

# Of a passage so many characters are printed.
_SHOWN = 40


def run(call: argparse.Namespace) -> int:
    """Carry out the command; return 1 where nothing is copied."""
    opened = open_input(call.file, changes=call.changes)
    tell_omissions(opened.imported)
    beside = [(name, open_input(name, changes=call.changes).draft) for name in call.beside]
    library = LibraryLookups().required(chosen_library(call.library))
    report = find_overlap(opened.draft, office_of(call).profile, beside, library)
    text = opened.draft.text
    if call.json:
        print_json(overlap_shape(report, text))
    else:
        print_lines(_lines(report, text))
    return 0 if report.passages else 1


def _lines(report: OverlapReport, text: str) -> Iterator[str]:
    if report.same:
        yield f"素材库里的《{report.same}》与本稿一字不差，当作本稿自己，没有比对"
    yield f"雷同 {len(report.passages)} 处，占全文 {report.share:.0%}"
    for source in report.sources:
        whose = "（上级讲话）" if source.is_superior else ""
        yield f"  《{source.title}》{whose}占 {source.share:.0%}"
    for passage in report.passages:
        yield _passage_line(passage, text)
    if report.common:
        yield f"另有规范表述、套话和引文 {len(report.common)} 处，不算雷同"
        for passage in report.common:
            yield _passage_line(passage, text)
    if report.set_phrases:
        yield f"都用到的套话：{'、'.join(report.set_phrases)}"


def _passage_line(passage: SharedPassage, text: str) -> str:
    line = text.count("\n", 0, passage.span.start) + 1
    wording = passage.span.of(text)
    shown = wording if len(wording) <= _SHOWN else f"{wording[:_SHOWN]}…（{len(wording)} 字）"
    how = "一字不差" if passage.similarity == 1 else f"{passage.similarity:.0%}相同"
    return f"  第 {line} 段 “{shown}” 见《{passage.source_title}》，{how}"
