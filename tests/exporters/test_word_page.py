from __future__ import annotations

import re
import subprocess
from difflib import SequenceMatcher
from itertools import chain

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.exporters.word import word_bytes
from drafting.exporters.word_runs import Decorations
from drafting.model.reading import ReadingAid
from drafting.pagination.layout_files import POINTS_PER_MM, list_layouts
from drafting.pagination.paginate import paginate
from drafting.parsing.parser import parse_draft
from tests.exporters.builder import build_draft

_CLOSING = "，。、；：？！”）》"


@pytest.fixture(scope="module")
def speech_pdf(soffice, speech, official):
    return soffice(word_bytes(speech, official), "speech")


def words_of(pdf):
    """Return for each page (left, top, right, bottom, text) of its words."""
    output = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True
    ).stdout.decode()
    pattern = r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    return [
        [(*map(float, found[:4]), found[4]) for found in re.findall(pattern, page)]
        for page in output.split("<page ")[1:]
    ]


def test_full_page_has_22_lines_of_28_characters(soffice, measuring, official):
    text = "清河湾的水渠要赶在上冻之前修到地头" * 60
    pages = measuring.pdf_lines(
        soffice(word_bytes(build_draft([f"body|{text}"]), official), "full")
    )
    first = pages[0][:-1]
    assert len(first) == 22
    assert [len(line) for line in first] == [26] + [28] * 21


def test_real_speech_fills_its_pages(measuring, speech_pdf):
    pages = [page[:-1] for page in measuring.pdf_lines(speech_pdf)]
    assert len(pages) >= 3
    # One line of the first page stays empty below title, date and speaker.
    assert len(pages[0]) == 21
    for page in pages[1:-1]:
        assert 21 <= len(page) <= 22  # a heading at the foot moves over
    longest = max(len(line) for page in pages for line in page)
    assert 28 <= longest <= 32  # figures are half as wide


def test_nothing_is_lost_on_the_way_to_the_pdf(measuring, speech_pdf, speech):
    lines = chain.from_iterable(page[:-1] for page in measuring.pdf_lines(speech_pdf))
    assert "".join(lines) == re.sub(r"\s", "", speech.text)


def test_no_line_begins_or_ends_with_a_wrong_mark(measuring, speech_pdf):
    lines = list(chain.from_iterable(page[:-1] for page in measuring.pdf_lines(speech_pdf)))
    assert not [line for line in lines if line[0] in _CLOSING or line[-1] in "“（《"]


def test_page_numbers_stand_outside_one_character_in(speech_pdf, official):
    right_edge = (official.paper_width - official.margin_right) * POINTS_PER_MM
    left_edge = official.margin_left * POINTS_PER_MM
    foot = (official.paper_height - official.margin_bottom) * POINTS_PER_MM
    for number, page in enumerate(words_of(speech_pdf), 1):
        mark = sorted(word for word in page if word[1] > foot)
        assert "".join(word[4] for word in mark) == f"—{number}—"
        if number % 2:
            assert mark[-1][2] == pytest.approx(right_edge - 14, abs=1)
        else:
            assert mark[0][0] == pytest.approx(left_edge + 14, abs=1)
        middle = (mark[0][1] + mark[0][3]) / 2
        assert middle - foot == pytest.approx(7 * POINTS_PER_MM, abs=4)


def test_faces_by_level(speech_pdf):
    """黑体 for level 1, 楷体 for level 2, date and speaker; all else 仿宋.

    Stand-ins of one family keep apart in the PDF by their subset's prefix.
    """
    xml = subprocess.run(
        ["pdftohtml", "-xml", "-i", "-stdout", str(speech_pdf)], check=True, capture_output=True
    ).stdout.decode()
    families = dict(re.findall(r'<fontspec id="(\d+)" size="[^"]*" family="([^"]*)"', xml))
    lines = [
        (families[font], re.sub("<[^>]+>", "", text))
        for font, text in re.findall(r'<text [^>]*font="(\d+)"[^>]*>(.*?)</text>', xml)
    ]

    def face(text: str) -> str:
        return next(family for family, line in lines if text in line)

    hei = face("一、认清形势")
    kai = face("（一）任务重")
    assert "SansCJK" in hei
    assert "SansCJK" in kai
    assert hei != kai
    assert {face(text) for text in ("三、压实责任", "二、突出重点")} == {hei}
    kai_texts = ("等不得。", "糊弄不得。", "（一）抓骨干工程", "周明远", "拖不得。")
    assert {face(text) for text in kai_texts} == {kai}
    for text in ("剩下的工程", "坝体加固", "同志们"):
        assert "SerifCJK" in face(text)


def test_file_has_embedded_fonts_and_the_title(speech_pdf, speech):
    fonts = subprocess.run(
        ["pdffonts", str(speech_pdf)], check=True, capture_output=True
    ).stdout.decode()
    rows = fonts.splitlines()[2:]
    assert "SerifCJK" in fonts
    assert "SansCJK" in fonts
    assert all(" yes " in row for row in rows)
    information = subprocess.run(["pdfinfo", str(speech_pdf)], check=True, capture_output=True)
    assert speech.title in information.stdout.decode()


def compare(measuring, pdf, draft, layout):
    """Return the share of equal lines, and the lines on each page of both."""
    edge = layout.margin_left * POINTS_PER_MM - 1
    theirs = [page[:-1] for page in measuring.pdf_lines(pdf, edge)]
    ours = [
        ["".join(line.span.of(draft.text).split()) for line in page.lines]
        for page in paginate(draft, layout)
    ]
    flat_ours, flat_theirs = list(chain(*ours)), list(chain(*theirs))
    blocks = SequenceMatcher(None, flat_ours, flat_theirs, autojunk=False).get_matching_blocks()
    share = sum(block.size for block in blocks) / len(flat_theirs)
    return share, list(map(len, ours)), list(map(len, theirs))


@pytest.mark.parametrize("layout", list_layouts(), ids=lambda layout: layout.id)
def test_our_page_breaker_agrees_with_libreoffice(soffice, measuring, speech, layout):
    decorations = Decorations.of(paginate(speech, layout), ReadingAid())
    pdf = soffice(word_bytes(speech, layout, decorations), f"agree-{layout.id}")
    share, ours, theirs = compare(measuring, pdf, speech, layout)
    assert share >= 0.99
    assert ours == theirs


def test_our_page_breaker_agrees_on_the_seeds(soffice, measuring, official, shared):
    """“ ” are written 『 』: LibreOffice 7.4 halves them beside Latin letters, Word does not."""
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = clean_text(path.read_text(encoding="utf-8")).text
        draft = parse_draft(text.translate(str.maketrans("“”‘’", "『』「」")))
        pdf = soffice(word_bytes(draft, official), f"seed-{path.stem[:3]}")
        share, ours, theirs = compare(measuring, pdf, draft, official)
        assert share >= 0.97, path.name
        assert ours == theirs, path.name
