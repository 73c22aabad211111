from __future__ import annotations

from itertools import pairwise

import pytest

from drafting.model.draft import Draft
from drafting.pagination.layout_files import load_layout
from drafting.pagination.paginate import paginate
from drafting.pagination.paragraphs import iter_paragraphs
from tests.exporters.builder import build_draft

OFFICIAL = load_layout("official")
RIGHT = 210 - 26
EM = 16 * 25.4 / 72


def test_full_page_lies_in_the_type_area():
    pages = paginate(build_draft(["body|" + "渠" * 28 * 40]), OFFICIAL)
    first = pages[0]
    assert len(first.lines) == 22
    assert first.lines[0].baseline > 37
    assert first.lines[-1].baseline < 297 - 35
    for line in first.lines[1:]:
        assert line.x == pytest.approx(28)
        assert line.x + line.width == pytest.approx(RIGHT)
    assert first.lines[0].x == pytest.approx(28 + 2 * 15.75 * 25.4 / 72)


def test_lines_hold_the_whole_text_in_order():
    draft = build_draft(["title|讲话", "salutation|同志们：", "body|" + "修渠，养路。" * 200])
    pages = paginate(draft, OFFICIAL)
    spans = [line.span for page in pages for line in page.lines]
    assert spans == sorted(spans)
    assert "".join(span.of(draft.text) for span in spans) == draft.text.replace("\n", "")
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))


def test_runs_part_styles_and_scripts():
    draft = build_draft(["run2|（一）要快。|3天修好GPS站"])
    (line,) = paginate(draft, OFFICIAL)[0].lines
    runs = [(run.span.of(draft.text), run.style, run.latin) for run in line.runs]
    assert runs == [
        ("（一）要快。", "heading2", False),
        ("3", "body", True),
        ("天修好", "body", False),
        ("GPS", "body", True),
        ("站", "body", False),
    ]
    for before, after in pairwise(line.runs):
        assert before.x + before.width <= after.x + 0.1


def test_alignment_of_title_and_signature():
    draft = build_draft(["title|讲话", "body|修渠。", "signature|县水利局"])
    title, _, signature = paginate(draft, OFFICIAL)[0].lines
    assert title.x + title.width / 2 == pytest.approx((28 + RIGHT) / 2)
    assert signature.x + signature.width == pytest.approx(RIGHT - 2 * EM, abs=0.3)


def test_one_line_stays_empty_below_the_title():
    draft = build_draft(["title|讲话", "date|（2026年1月5日）", "salutation|同志们："])
    title, date, salutation = (line.baseline for line in paginate(draft, OFFICIAL)[0].lines)
    assert salutation - date == pytest.approx(2 * (date - title))


def test_a_note_below_the_title_and_a_second_speech_begin_no_text():
    front = ["title|讲话", "note|（根据录音整理）", "date|（2026年1月5日）", "salutation|同志们："]
    draft = build_draft([*front, "body|修渠。", "date|2026年1月5日", *front, "body|养路。"])
    heads = ["title", "date", "date", "salutation", "body"]
    assert [one.style for one in iter_paragraphs(draft)] == [*heads, "signature", *heads]
    assert [one.opens_text for one in iter_paragraphs(draft)].count(True) == 2


def test_heading_never_stands_at_the_foot_of_a_page():
    body = "body|" + "渠" * (28 * 21 - 2)
    pages = paginate(build_draft([body, "heading1|一、修渠", "body|开工。"]), OFFICIAL)
    assert [len(page.lines) for page in pages] == [21, 2]
    headings = [f"heading1|第{number}部分" for number in range(50)]
    assert sum(len(page.lines) for page in paginate(build_draft(headings), OFFICIAL)) == 50


def test_page_numbers_outside():
    pages = paginate(build_draft(["body|" + "渠" * 28 * 40]), OFFICIAL)
    odd, even = pages[0].mark, pages[1].mark
    assert (odd.text, even.text) == ("— 1 —", "— 2 —")
    character = 14 * 25.4 / 72
    assert odd.x + odd.width == pytest.approx(RIGHT - character)
    assert even.x == pytest.approx(28 + character)
    assert 297 - 35 + 7 < odd.baseline < 297 - 35 + 10
    single = paginate(build_draft(["body|" + "渠" * 900]), load_layout("review"))
    assert single[1].mark.x > 100


def test_empty_draft_has_one_empty_line():
    (page,) = paginate(Draft(""), OFFICIAL)
    assert len(page.lines) == 1
    assert page.lines[0].runs == ()


def test_hundred_thousand_characters_are_quick():
    draft = build_draft(["body|" + "修渠要早，养路要勤。" * 20] * 500)
    assert sum(len(page.lines) for page in paginate(draft, OFFICIAL)) == 500 * 8
