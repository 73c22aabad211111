from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.errors import DraftingError
from drafting.exporters import word_text
from drafting.exporters.word import document_xml, word_bytes
from drafting.exporters.word_styles import STYLE_IDS
from drafting.model.draft import Block, BlockKind, Draft
from drafting.pagination.layout_files import list_layouts, load_layout
from drafting.text.span import Span
from tests.exporters.builder import build_draft
from tests.exporters.schema_order import iter_faults


def parts_of(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def test_golden_document(speech, official, project):
    # A wanted change: look at the difference, then write ``pretty`` to the golden file.
    golden = project / "tests" / "fixtures" / "export" / "document.xml"
    pretty = document_xml(speech, official).replace("<w:p>", "\n<w:p>") + "\n"
    assert pretty == golden.read_text(encoding="utf-8")


def test_python_docx_reads_the_draft_again_character_by_character(speech, official):
    document = docx.Document(io.BytesIO(word_bytes(speech, official)))
    assert "\n".join(paragraph.text for paragraph in document.paragraphs) == speech.text


def test_styles_by_kind_and_level(speech, official):
    document = docx.Document(io.BytesIO(word_bytes(speech, official)))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles[:6] == ["Title", "Date", "讲话人", "Salutation", "Body Text", "Heading 1"]
    for level in range(1, 5):
        assert f"Heading {level}" in styles
    assert styles[-1] == "Signature"


def test_run_in_heading_takes_the_face_up_to_its_full_stop(speech, official):
    document = docx.Document(io.BytesIO(word_bytes(speech, official)))
    paragraph = next(one for one in document.paragraphs if one.text.startswith("（一）任务重"))
    head, rest = paragraph.runs
    assert (head.text, head.style.name) == ("（一）任务重，等不得。", "标题 2 字符")
    assert rest.style.name == "Default Paragraph Font"
    assert paragraph.style.name == "Body Text"


def test_same_draft_same_bytes(speech, official):
    first = word_bytes(speech, official)
    assert first == word_bytes(speech, official)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {0}
        assert archive.testzip() is None


def test_metadata_has_the_title_and_nothing_of_the_machine(speech, official):
    data = word_bytes(speech, official)
    core = docx.Document(io.BytesIO(data)).core_properties
    assert core.title == speech.title
    assert (core.author, core.last_modified_by, core.created) == ("", "", None)
    parts = parts_of(data)
    assert not any("rsid" in content for content in parts.values())
    assert set(parts) & {"docProps/thumbnail.jpeg", "word/stylesWithEffects.xml"} == set()


@pytest.mark.parametrize("layout", list_layouts(), ids=lambda layout: layout.id)
def test_elements_stand_in_the_order_of_the_schema(speech, layout):
    parts = parts_of(word_bytes(speech, layout))
    names = [name for name in parts if name.startswith("word/") and name.count("/") == 1]
    assert len(names) == 5 + layout.odd_even_pages + bool(layout.header_mark)
    for name in names:
        assert list(iter_faults(parts[name].encode())) == [], name


def test_order_check_finds_a_fault(speech, official):
    xml = parts_of(word_bytes(speech, official))["word/styles.xml"]
    broken = re.sub(r"(<w:name [^>]*/>)(<w:basedOn [^>]*/>)", r"\2\1", xml)
    assert list(iter_faults(broken.encode()))


def test_every_face_is_named_for_all_scripts_and_never_by_theme(speech, official):
    styles = parts_of(word_bytes(speech, official))["word/styles.xml"]
    faces = re.findall(r"<w:rFonts ([^>]*)/>", styles)
    assert len(faces) >= 6
    for face in faces:
        assert re.findall(r"w:(\w+)=", face) == ["ascii", "hAnsi", "eastAsia", "cs"]
    assert "Theme" not in styles


def test_body_face_is_stated_in_one_place(speech, official):
    styles = parts_of(word_bytes(speech, official))["word/styles.xml"]
    named = re.findall(r'<w:style [^>]*w:styleId="(\w+)">(.*?)</w:style>', styles)
    stating = [style_id for style_id, content in named if 'w:eastAsia="仿宋"' in content]
    assert stating == ["Normal"]


def test_text_needs_no_direct_formatting(speech, official):
    xml = document_xml(speech, official)
    assert set(re.findall(r"<w:rPr>(.*?)</w:rPr>", xml)) == {
        '<w:rFonts w:hint="eastAsia"/>',
        '<w:rStyle w:val="Heading2Char"/><w:rFonts w:hint="eastAsia"/>',
    }


@pytest.mark.parametrize("layout", list_layouts(), ids=lambda layout: layout.id)
def test_every_relation_leads_to_a_part_and_is_used(speech, layout):
    parts = parts_of(word_bytes(speech, layout))
    relations = parts["word/_rels/document.xml.rels"]
    targets = re.findall(r'Id="(rId\d)" Type="[^"]*/(\w+)" Target="([^"]*)"', relations)
    assert {f"word/{target}" for _, _, target in targets} <= set(parts)
    edges = {identity for identity, kind, _ in targets if kind in ("header", "footer")}
    assert set(re.findall(r'r:id="(rId\d)"', parts["word/document.xml"])) == edges
    typed = set(re.findall(r'PartName="/([^"]*)"', parts["[Content_Types].xml"]))
    assert typed == {name for name in parts if name.endswith(".xml")} - {"[Content_Types].xml"}


def test_page_number_is_a_full_field_on_odd_and_even_pages(speech, official):
    parts = parts_of(word_bytes(speech, official))
    for name, style in (("word/footer1.xml", "Footer"), ("word/footer2.xml", "EvenFooter")):
        kinds = re.findall(r'fldCharType="(\w+)"', parts[name])
        assert kinds == ["begin", "separate", "end"]
        assert f'w:val="{style}"' in parts[name]
    assert "<w:evenAndOddHeaders/>" in parts["word/settings.xml"]
    review = parts_of(word_bytes(speech, load_layout("review")))
    assert "evenAndOddHeaders" not in review["word/settings.xml"]
    assert "<w:lnNumType " in review["word/document.xml"]


def test_distance_from_the_title_comes_once(official):
    def spaces(lines: list[str]) -> int:
        return document_xml(build_draft(lines), official).count("w:before=")

    assert (
        spaces(["title|关于修渠的讲话", "salutation|同志们：", "body|开工。"]) == 0
    )  # in the style
    assert spaces(["title|关于修渠的讲话", "body|开工。", "body|收工。"]) == 1
    assert spaces(["title|关于修渠的讲话", "empty|", "body|开工。"]) == 0
    later = document_xml(build_draft(["body|开工。", "salutation|同志们："]), official)
    assert 'w:val="InnerSalutation"' in later


def test_what_xml_forbids_is_left_out(official):
    draft = build_draft(["title|甲<乙>&丙", "body|一\x00二\ud800三\ufffe四\x0b五\t六😀"])
    document = docx.Document(io.BytesIO(word_bytes(draft, official)))
    assert [one.text for one in document.paragraphs] == ["甲<乙>&丙", "一二三四五\t六😀"]
    assert document.core_properties.title == "甲<乙>&丙"


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(st.characters(exclude_characters="|\n\r"), max_size=40), min_size=1))
def test_any_text_opens_again(lines):
    draft = build_draft([f"body|{line}" for line in lines])
    document = docx.Document(io.BytesIO(word_bytes(draft, load_layout("official"))))
    expected = [re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "", line)
                for line in lines]  # fmt: skip
    assert [one.text for one in document.paragraphs] == expected


def test_too_long_a_paragraph_is_refused_in_one_sentence(official):
    length = 12_000_000
    draft = Draft("水" * length, blocks=(Block(BlockKind.PARAGRAPH, Span(0, length)),))
    with pytest.raises(DraftingError, match="12,000,000") as caught:
        word_bytes(draft, official)
    assert "请先分段" in str(caught.value)


def test_too_long_a_text_is_refused(official, monkeypatch):
    monkeypatch.setattr(word_text, "LONGEST_TEXT", 10)
    with pytest.raises(DraftingError, match="分成几份"):
        word_bytes(build_draft(["body|修渠要早", "body|养路要勤，不误农时"]), official)


def test_draft_without_blocks_is_set_line_by_line(official):
    draft = Draft("第一段。\n\n　　第二段。")
    document = docx.Document(io.BytesIO(word_bytes(draft, official)))
    assert [one.text for one in document.paragraphs] == ["第一段。", "", "第二段。"]


def test_empty_draft_makes_a_file_that_opens(official):
    document = docx.Document(io.BytesIO(word_bytes(Draft(""), official)))
    assert [one.text for one in document.paragraphs] == [""]


def test_the_date_of_the_signature_stands_with_it(official):
    lines = ["title|讲话", "empty|", "date|（2026年3月2日）", "body|大家好。", "date|2026年3月2日"]
    styles = re.findall('w:pStyle w:val="([^"]+)"', document_xml(build_draft(lines), official))
    assert styles[2] == STYLE_IDS["date"]
    assert styles[4] == STYLE_IDS["signature"]
