"""The PDF: the page breaker's lines in the layout's faces, text to select, no clock."""

from __future__ import annotations

import io
import re
import subprocess
from itertools import chain

import pypdf
import pytest

from drafting.errors import DraftingError
from drafting.exporters.pdf import pdf_bytes
from drafting.files.font_files import installed_families
from drafting.pagination.layout_files import POINTS_PER_MM, list_layouts, load_layout
from drafting.pagination.paginate import paginate
from tests.exporters.builder import build_draft
from tests.exporters.test_word_page import words_of

CHINESE = "noto serif cjk sc"


@pytest.fixture(scope="module")
def families():
    found = installed_families()
    if CHINESE not in found:
        pytest.skip("needs Noto Serif CJK SC")
    return found


@pytest.fixture(scope="module")
def made(speech, official, families):
    return pdf_bytes(speech, official, paginate(speech, official), families)


@pytest.fixture(scope="module")
def path(made, tmp_path_factory):
    path = tmp_path_factory.mktemp("pdf") / "speech.pdf"
    path.write_bytes(made.data)
    return path


@pytest.mark.usefixtures("poppler")
def test_every_line_stands_where_the_page_breaker_put_it(measuring, path, speech, official):
    theirs = [page[:-1] for page in measuring.pdf_lines(path)]
    ours = [
        ["".join(line.span.of(speech.text).split()) for line in page.lines if line.runs]
        for page in paginate(speech, official)
    ]
    assert theirs == ours


@pytest.mark.usefixtures("poppler")
def test_lines_end_at_the_edge_and_numbers_stand_outside(path, speech, official):
    edge = (official.paper_width - official.margin_right) * POINTS_PER_MM
    foot = (official.paper_height - official.margin_bottom) * POINTS_PER_MM
    for number, page in enumerate(words_of(path), 1):
        text = [word for word in page if word[1] < foot]
        assert max(word[2] for word in text) == pytest.approx(edge, abs=1)
        mark = sorted(word for word in page if word[1] > foot)
        assert "".join(word[4] for word in mark) == f"—{number}—"
        assert (mark[-1][2] > edge - 16) is bool(number % 2)


@pytest.mark.usefixtures("poppler")
def test_headings_are_bookmarks_to_their_pages(made, path, speech):
    reader = pypdf.PdfReader(io.BytesIO(made.data))
    expected = [one.span.of(speech.text).rstrip("。") for one in speech.headings]
    assert list(iter_titles(reader.outline)) == expected
    page = reader.get_destination_page_number(reader.outline[0])
    assert expected[0][:6] in "".join(word[4] for word in words_of(path)[page])


@pytest.mark.usefixtures("poppler")
def test_text_can_be_selected(path, speech):
    output = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True).stdout
    text = re.sub(r"\s|—\s*\d+\s*—", "", output.decode())
    assert text == re.sub(r"\s", "", speech.text)


def iter_titles(outline):
    for one in outline:
        if isinstance(one, list):
            yield from iter_titles(one)
        else:
            yield one.title


def test_properties_hold_the_title_and_the_bytes_no_clock(made, speech, official, families):
    again = pdf_bytes(speech, official, paginate(speech, official), families)
    assert again.data == made.data
    assert made.missing == ""
    information = pypdf.PdfReader(io.BytesIO(made.data)).metadata
    assert information.title == speech.title
    filled = {key for key, value in information.items() if value}
    assert filled == {"/Title", "/CreationDate"}
    assert information.creation_date.year == 1980


@pytest.mark.usefixtures("poppler")
@pytest.mark.parametrize("layout", list_layouts(), ids=lambda layout: layout.id)
def test_fonts_are_embedded_subsets(layout, families, tmp_path):
    draft = build_draft(
        ["title|修渠动员会上的讲话", "heading1|一、抓紧", "run2|（一）早。|开工 3 天"]
    )
    path = tmp_path / "fonts.pdf"
    path.write_bytes(pdf_bytes(draft, layout, paginate(draft, layout), families).data)
    rows = subprocess.run(["pdffonts", str(path)], check=True, capture_output=True).stdout.decode()
    fonts = rows.splitlines()[2:]
    assert len(fonts) >= 3
    assert all(re.search(r" yes yes yes ", row) for row in fonts)
    assert len(path.read_bytes()) < 100_000


@pytest.mark.usefixtures("poppler")
def test_line_numbers_of_the_review_copy_begin_anew_on_each_page(families, tmp_path):
    layout = load_layout("review")
    draft = build_draft(["body|" + "水渠要赶在上冻之前修到地头" * 50])
    path = tmp_path / "review.pdf"
    path.write_bytes(pdf_bytes(draft, layout, paginate(draft, layout), families).data)
    edge = layout.margin_left * POINTS_PER_MM
    for page in words_of(path):
        numbers = [int(word[4]) for word in sorted(page, key=lambda w: w[1]) if word[2] < edge - 5]
        assert numbers == list(range(1, len(numbers) + 1))
        assert numbers


def test_a_character_without_a_glyph_is_told(official, families):
    draft = build_draft(["body|渠\ue5e5水"])
    assert pdf_bytes(draft, official, paginate(draft, official), families).missing == "\ue5e5"


def test_without_any_font_one_sentence_says_so(official):
    draft = build_draft(["body|修渠"])
    with pytest.raises(DraftingError, match="中文字体"):
        pdf_bytes(draft, official, paginate(draft, official), {})


@pytest.mark.usefixtures("poppler")
def test_an_empty_draft_has_one_page_with_its_number(official, families, tmp_path):
    path = tmp_path / "empty.pdf"
    draft = build_draft([])
    path.write_bytes(pdf_bytes(draft, official, paginate(draft, official), families).data)
    assert ["".join(word[4] for word in page) for page in words_of(path)] == ["—1—"]
    assert list(chain.from_iterable(words_of(path)))
