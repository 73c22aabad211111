"""The reading copy: nothing parted that belongs together, pages that end with sentences."""

from __future__ import annotations

import re

import pytest

from drafting.model.reading import HardKind, HardWord, MarginNote, ReadingAid
from drafting.pagination.glosses import pinyin_size
from drafting.pagination.layout_files import POINTS_PER_MM, load_layout
from drafting.pagination.layout_sizes import resized
from drafting.pagination.paginate import paginate
from drafting.pagination.unbroken import joined_positions
from drafting.text.span import Span
from tests.exporters.builder import build_draft

_WORDS = "把水渠修到地头不误农时赶在上冻之前"


@pytest.fixture(scope="module")
def reading():
    return load_layout("reading")


def lines_of(draft, layout, aid=None):
    pages = paginate(draft, layout, aid or ReadingAid())
    return [line.span.of(draft.text) for page in pages for line in page.lines]


@pytest.mark.parametrize(
    "unit", ["1286.5公里", "3.85亿元", "三十五天", "92.6%", "12处", "2026年", "周明远"]
)
def test_no_line_ends_within_a_figure_and_its_unit_or_a_name(reading, unit):
    aid = ReadingAid(kept_words=("周明远",))
    for shift in range(18):
        draft = build_draft([f"body|{(_WORDS * 3)[: shift + 20]}{unit}{_WORDS * 2}"])
        lines = lines_of(draft, reading, aid)
        assert any(unit in line for line in lines)
        assert "".join(lines) == draft.text


def test_other_layouts_part_them_as_before(reading):
    official = load_layout("official")
    texts = [f"body|{_WORDS * 3}"[: shift + 25] + "周明远讲" for shift in range(40)]
    kept = ReadingAid(kept_words=("周明远",))
    parted = [
        any(re.search("周$|周明$", line) for line in lines_of(build_draft([text]), official, kept))
        for text in texts
    ]
    assert any(parted)


def test_what_is_too_long_for_a_line_of_large_type_may_be_parted():
    text = "完成了百分之九十二点六的任务"
    assert joined_positions(text, Span(0, len(text)), ReadingAid()) == frozenset()


def speech(length):
    sentences = [_WORDS[: 6 + (7 * number) % 11] + "。" for number in range(length)]
    bodies = ["".join(sentences[start : start + 9]) for start in range(0, length, 9)]
    return build_draft(
        ["title|在水利会上的讲话", "salutation|同志们：", *(f"body|{b}" for b in bodies)]
    )


def test_no_sentence_is_broken_over_a_page_turn(reading):
    draft = speech(200)
    pages = paginate(draft, reading)
    assert len(pages) > 8
    for page in pages[:-1]:
        assert page.lines[-1].span.of(draft.text).endswith(("。", "："))
        assert len(page.lines) >= reading.lines_per_page * 2 // 3 - 1
    text = "".join(line.span.of(draft.text) for page in pages for line in page.lines)
    assert text == draft.text.replace("\n", "")
    assert any(page.is_turned for page in pages)


def test_a_sentence_that_fills_pages_is_broken_between_clauses(reading):
    clauses = "，".join(_WORDS[: 5 + (7 * number) % 11] for number in range(90))
    draft = build_draft([f"body|短句。{clauses}。"])
    pages = paginate(draft, reading)
    assert len(pages) > 3
    for page in pages[:-1]:
        assert page.lines[-1].span.of(draft.text)[-1] in "，。"
        assert len(page.lines) >= reading.lines_per_page - 2
    assert "".join(line.span.of(draft.text) for p in pages for line in p.lines) == draft.text


def test_a_sentence_without_clauses_is_broken_without_loss(reading):
    draft = build_draft(["body|短句。" + _WORDS * 50 + "。"])
    pages = paginate(draft, reading)
    assert all(len(page.lines) == reading.lines_per_page for page in pages[:-1])


def test_a_paragraph_that_turns_and_is_broken_again_keeps_both(reading):
    """The first sentence moves over whole, and the page after it ends with a sentence too."""
    filler, sentence = _WORDS[:12], _WORDS * 2 + "。"
    for filled in range(reading.lines_per_page - 3, reading.lines_per_page + 1):
        lines = [f"body|{filler}" for _ in range(filled)]
        draft = build_draft([*lines, "body|" + sentence * 12])
        for page in paginate(draft, reading)[:-1]:
            last = page.lines[-1].span.of(draft.text)
            assert last == filler or last.endswith("。")


def test_a_heading_turns_with_its_paragraph(reading):
    for filled in range(8, 19):
        lines = [f"body|{_WORDS}" for _ in range(filled)]
        draft = build_draft(
            [*lines, "heading1|一、抓早", "body|" + _WORDS * 3 + "。" + _WORDS + "。"]
        )
        for page in paginate(draft, reading)[:-1]:
            assert "抓早" not in page.lines[-1].span.of(draft.text)


def test_pinyin_stands_above_its_character(reading):
    draft = build_draft(["body|要发扬筚路蓝缕的精神"])
    at = draft.text.index("筚")
    word = HardWord(Span(at, at + 1), ("bì",), HardKind.RARE)
    page = paginate(draft, reading, ReadingAid((word,)))[0]
    (gloss,) = page.glosses
    line = page.lines[0]
    em = 22 / POINTS_PER_MM
    left = line.x + at * em
    assert left <= gloss.x <= left + em
    assert line.baseline - em * 1.5 < gloss.baseline < line.baseline - em * 0.85
    assert (gloss.text, gloss.latin) == ("bì", True)


@pytest.mark.parametrize("syllable", ["ā", "lǚ", "zhuāng", "chuáng", "xiōng"])
def test_pinyin_is_never_wider_than_its_character(syllable):
    for size in (18, 22, 26):
        points = pinyin_size(syllable, size)
        assert points * 2 == int(points * 2)
        assert 0.3 * size <= points <= 0.42 * size


def test_notes_stand_in_the_outer_margin_beside_their_line(reading):
    draft = build_draft(["title|讲话", "heading1|一、抓早", "body|" + _WORDS])
    place = draft.text.index("一、")
    aid = ReadingAid(notes=(MarginNote(0, ("甲", "乙")), MarginNote(place, ("第 1 分钟起",))))
    page = paginate(draft, reading, aid)[0]
    edge = reading.paper_width - reading.margin_right
    assert [gloss.text for gloss in page.glosses] == ["甲", "乙", "第 1 分钟起"]
    assert all(edge < gloss.x < reading.paper_width for gloss in page.glosses)
    assert page.glosses[0].baseline == page.lines[0].baseline
    assert page.glosses[2].baseline >= page.lines[1].baseline


def test_a_leaders_type_fits_the_same_paper(reading):
    large = resized(reading, 24, 44)
    assert large.style("body").size == 24
    assert large.style("page_number").size == reading.style("page_number").size
    assert large.lines_per_page == int(large.type_height * POINTS_PER_MM / 44)
    assert large.lines_per_page * large.line_pitch <= large.type_height * POINTS_PER_MM
    draft = build_draft([f"body|{_WORDS * 30}"])
    lines = lines_of(draft, large)
    assert max(map(len, lines)) == large.characters_per_line
    assert resized(reading, 24, 10).line_pitch == 24
