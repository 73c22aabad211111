"""The reading copy as a Word file and a PDF: pinyin above, pages as our page breaker has them."""

from __future__ import annotations

import re
import subprocess
from itertools import chain

import pytest

from drafting.exporters.pdf import pdf_bytes
from drafting.exporters.word import word_bytes
from drafting.exporters.word_runs import Decorations
from drafting.files.font_files import installed_families
from drafting.importers.registry import import_bytes
from drafting.pagination.layout_files import POINTS_PER_MM
from drafting.pagination.paginate import paginate
from drafting.parsing.parser import parse_draft
from drafting.settings.catalogue import READING_TIME_MARKS, READING_WORD_LIST
from drafting.settings.profile_file import load_profile
from drafting.settings.setting import Settings
from drafting.workspace.office.files import Office
from drafting.workspace.papers.exporting import ExportOptions, set_draft
from tests.exporters.schema_order import iter_faults
from tests.exporters.test_word import parts_of


@pytest.fixture(scope="module")
def draft(project):
    path = project / "tests" / "fixtures" / "export" / "reading.txt"
    return parse_draft(path.read_text(encoding="utf-8").rstrip("\n"))


@pytest.fixture(scope="module")
def profile(project):
    return load_profile(project / "resources" / "samples" / "office.toml")


@pytest.fixture(scope="module")
def made(draft, profile):
    return set_draft(draft, ExportOptions("reading", has_pinyin=True, office=Office(profile)))


@pytest.fixture(scope="module")
def word(draft, made):
    return word_bytes(draft, made.layout, Decorations.of(made.pages, made.aid))


def test_the_leaders_own_type_is_taken(made, draft):
    assert made.layout.style("body").size == 24
    assert made.layout.line_pitch == 44
    told = "".join(made.told)
    assert "筚（bì）" in told
    assert "沈若溪（shěn ruò xī）" in told
    assert "周明远（zhōu míng yuǎn）" in told


def test_his_profile_asks_for_pinyin_where_the_call_does_not(draft, profile):
    office = Office(profile)
    assert set_draft(draft, ExportOptions("reading", office=office)).aid.hard_words
    assert not set_draft(draft, ExportOptions("official", office=office)).aid.hard_words
    assert not set_draft(draft, ExportOptions("reading")).aid.hard_words


def test_every_hard_word_has_its_ruby_and_nothing_else(word, made, draft):
    xml = parts_of(word)["word/document.xml"]
    ruby = re.findall(
        r"<w:rt>.*?<w:t>(.*?)</w:t>.*?<w:rubyBase>.*?<w:t>(.*?)</w:t>.*?</w:rubyBase>", xml
    )
    expected = [
        (syllable, character)
        for word in made.aid.hard_words
        for syllable, character in zip(word.syllables, word.span.of(draft.text), strict=True)
    ]
    assert ruby == expected
    assert len(ruby) > 8


def test_the_word_file_is_well_ordered_and_reads_back_as_the_draft(word, draft):
    parts = parts_of(word)
    assert not list(iter_faults(parts["word/document.xml"].encode()))
    imported = import_bytes(word, "reading.docx")
    assert imported.text.rstrip("\n") == draft.text


def test_libreoffice_breaks_lines_and_pages_as_we_do(soffice, measuring, word, made, draft):
    pdf = soffice(word, "reading-copy")
    smallest = 13.0  # pinyin is set smaller
    theirs = [lines_larger_than(page, smallest)[:-1] for page in boxes(pdf)]
    ours = [
        ["".join(line.span.of(draft.text).split()) for line in page.lines if line.runs]
        for page in made.pages
    ]
    assert list(map(len, theirs)) == list(map(len, ours))
    equal = sum(a == b for a, b in zip(chain(*theirs), chain(*ours), strict=True))
    assert equal >= 0.97 * sum(map(len, ours))


def boxes(pdf):
    output = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True)
    pattern = r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</word>'
    return [re.findall(pattern, page) for page in output.stdout.decode().split("<page ")[1:]]


def lines_larger_than(page, smallest):
    words = sorted(
        ((float(top) + float(bottom)) / 2, float(left), text)
        for left, top, bottom, text in page
        if float(bottom) - float(top) > smallest * 1.4
    )
    rows = []
    for middle, left, text in words:
        if not rows or middle - rows[-1][0] > 10:
            rows.append((middle, []))
        rows[-1][1].append((left, text))
    return ["".join(text for _, text in sorted(row)) for _, row in rows]


def test_notes_on_request_stand_in_the_margin(draft, profile):
    settings = Settings({READING_WORD_LIST.name: True, READING_TIME_MARKS.name: True})
    office = Office(profile, settings)
    made = set_draft(draft, ExportOptions("reading", has_pinyin=True, office=office))
    words = [gloss.text for gloss in made.pages[0].glosses if not gloss.latin]
    assert words[0] == "难读字词"
    assert "筚 bì" in words
    marks = [gloss.text for page in made.pages for gloss in page.glosses if "分钟" in gloss.text]
    assert marks[0] == "第 1 分钟起"
    assert len(marks) == 6
    data = word_bytes(draft, made.layout, Decorations.of(made.pages, made.aid))
    xml = parts_of(data)["word/document.xml"]
    assert not list(iter_faults(xml.encode()))
    frames = re.findall(r"<w:framePr .*?<w:t [^>]*>(.*?)</w:t>", xml)
    assert frames == [*words, *marks[len([one for one in words if "分钟" in one]) :]]


@pytest.mark.usefixtures("poppler")
def test_the_pdf_draws_pinyin_within_the_page(draft, made, tmp_path):
    families = installed_families()
    if "noto serif cjk sc" not in families:
        pytest.skip("needs Noto Serif CJK SC")
    path = tmp_path / "reading.pdf"
    path.write_bytes(pdf_bytes(draft, made.layout, made.pages, families).data)
    small = [
        (float(left), text)
        for page in boxes(path)
        for left, top, bottom, text in page
        if float(bottom) - float(top) < 20
    ]
    assert "bì" in [text for _, text in small]
    assert all(0 < left < made.layout.paper_width * POINTS_PER_MM for left, _ in small)


def test_without_an_aid_nothing_is_added(draft, made):
    pages = paginate(draft, made.layout)
    assert not any(page.glosses for page in pages)
