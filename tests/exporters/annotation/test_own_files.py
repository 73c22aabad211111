"""Our own Word files with comments: each at its words, fixes exact, the package sound."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import docx_integrity
import pytest
from openxml_audit import OpenXmlValidator

from drafting.exporters.annotation.annotate import annotate
from drafting.exporters.annotation.own_file import source_of_draft
from drafting.exporters.word import word_bytes
from drafting.importers.word_xml.reader import read_word
from drafting.model.finding import Related
from drafting.pagination.layout_files import load_layout
from drafting.parsing.parser import parse_draft
from drafting.text.edits import TextEdit, apply_edits
from drafting.text.span import Span
from tests.exporters.annotation.rereading import (
    anchored_words,
    finding_at,
    remarks_in,
    spans_in_lines,
)
from tests.exporters.test_redline import SPEECHES

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.exporters.annotation.annotate import Annotated
    from drafting.model.finding import Finding


def annotated(text: str, findings: list[Finding], *, with_fixes: bool = False) -> Annotated:
    draft = parse_draft(text)
    data = word_bytes(draft, load_layout("review"))
    return annotate(data, source_of_draft(draft), findings, with_fixes=with_fixes)


@pytest.mark.parametrize("number", range(len(SPEECHES)))
def test_comments_stand_at_their_words(number: int) -> None:
    text = SPEECHES[number]
    spans = spans_in_lines(text, number, 40)
    made = annotated(text, [finding_at(span) for span in spans])
    assert list(anchored_words(made.data).values()) != []
    assert anchored_words(made.data) == dict(enumerate(span.of(text) for span in spans))
    assert (made.comments, made.displaced) == (len(spans), 0)
    assert read_word(made.data, "x.docx").text == text


def edits_in(text: str, seed: int) -> list[TextEdit]:
    """Return replacements, deletions and insertions apart from each other."""
    chance = random.Random(seed)  # noqa: S311 - the same edits each time
    edits: list[TextEdit] = []
    for span in spans_in_lines(text, seed, 30):
        if edits and span.start <= edits[-1].span.end + 1:
            continue
        match chance.randrange(3):
            case 0:
                edits.append(TextEdit(span, "改成这样"))
            case 1:
                edits.append(TextEdit(span, ""))
            case _:
                edits.append(TextEdit(Span(span.start, span.start), "<补>&"))
    return edits


@pytest.mark.parametrize("seed", range(40))
def test_fixes_accepted_and_refused(seed: int) -> None:
    text = SPEECHES[seed % len(SPEECHES)][:1500].strip()
    edits = edits_in(text, seed)
    findings = [
        finding_at(
            edit.span if len(edit.span) else Span(edit.span.start, edit.span.start + 1), "改", edit
        )
        for edit in edits
    ]
    made = annotated(text, findings, with_fixes=True)
    assert made.fixes == len(edits)
    assert read_word(made.data, "x.docx").text == apply_edits(text, edits)
    assert read_word(made.data, "x.docx", "original").text == text
    assert annotated(text, findings).fixes == 0


def test_remarks_say_what_why_and_how() -> None:
    text = "在会上的讲话\n同志们：\n要抓好布署，会议要短。"
    at = text.index("布署")
    span = Span(at, at + 2)
    fix = TextEdit(span, "部署")
    made = annotated(text, [finding_at(span, "“布署”应为“部署”", fix)], with_fixes=True)
    assert remarks_in(made.data) == [
        "【提醒】“布署”应为“部署”\n为什么：试一试。\n已用修订标出：改好"
    ]
    told = annotated(text, [finding_at(span, "“布署”应为“部署”", fix)])
    assert remarks_in(told.data)[0].endswith("怎么改：改好")


def test_remarks_show_the_other_places() -> None:
    text = "在会上的讲话\n同志们：\n" + "某镇要带头，某村要跟上。" * 3
    places = [one.start() for one in re.finditer("某", text)]
    related = tuple(Related(Span(one, one + 1), "又见于此") for one in places[1:])
    finding = replace(finding_at(Span(places[0], places[0] + 1)), related=related)
    (remark,) = remarks_in(annotated(text, [finding]).data)
    places_told = remark.split("\n")[2]
    assert places_told.startswith("又见于此：“某镇要带头，某村要跟上。某”、")
    assert places_told.endswith("，共 5 处")


def test_fixes_that_touch_are_made_once_and_lines_are_left_alone() -> None:
    text = "在会上的讲话\n同志们：\n要抓好布署，会议要短。"
    at = text.index("布署")
    findings = [
        finding_at(Span(at, at + 2), "甲", TextEdit(Span(at, at + 2), "部署")),
        finding_at(Span(at, at + 3), "乙", TextEdit(Span(at + 2, at + 3), "；")),
        finding_at(Span(0, 6), "丙", TextEdit(Span(5, 8), "")),
    ]
    made = annotated(text, findings, with_fixes=True)
    assert (made.comments, made.fixes) == (3, 1)
    assert read_word(made.data, "x.docx").text == text.replace("布署", "部署")


def test_an_empty_place_and_odd_characters() -> None:
    text = "在会上的讲话\n同志们：\n要\x07抓好部署。"
    made = annotated(
        text, [finding_at(Span(14, 16)), finding_at(Span(7, 7)), finding_at(Span(0, 0))]
    )
    assert anchored_words(made.data) == {0: text[14:16], 1: "同", 2: "在"}


def test_the_file_is_sound_and_the_same_again(tmp_path: Path) -> None:
    text = SPEECHES[0]
    findings = [finding_at(edit.span, "改", edit) for edit in edits_in(text, 3) if len(edit.span)]
    made = annotated(text, findings, with_fixes=True)
    assert made.data == annotated(text, findings, with_fixes=True).data
    path = tmp_path / "批注稿.docx"
    path.write_bytes(made.data)
    assert OpenXmlValidator().validate(str(path)).errors == []
    assert docx_integrity.check(path) == []
