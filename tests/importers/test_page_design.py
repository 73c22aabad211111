"""A layout from a Word file: by its styles or by direct formatting, whichever it has."""

from __future__ import annotations

import pytest

from drafting.errors import ImportProblem, ResourceError
from drafting.exporters.word import word_bytes
from drafting.importers.word_xml.page_design import read_page_design
from drafting.pagination.layout_files import LAYOUT_IDS, load_layout
from drafting.parsing.parser import parse_draft
from drafting.workspace.office.layouts import layout_from_word
from tests.importers.packages import pack, paragraph, run, word_parts

SPEECH = """在全县水利会上的讲话
县长　周明远
（2026年11月3日）
同志们：
今天，我们召开全县农田水利建设动员会，主要任务是总结前一阶段工作，对下一步作出安排。
一、认清形势
（一）任务重，等不得。剩下的工程大多在沟谷和坡地，土一上冻就动不了工。
（二）群众盼，拖不得。我们晚一天，他们就悬一天心。
二、压实责任
各乡镇党委书记是第一责任人，要靠前指挥。"""
BODY = load_layout("official")


@pytest.mark.parametrize("layout_id", LAYOUT_IDS)
def test_our_own_files_give_their_layouts_back(layout_id):
    layout = load_layout(layout_id)
    design = read_page_design(word_bytes(parse_draft(SPEECH), layout), "own.docx", BODY)
    for name in ("body", "title", "speaker", "date", "salutation", "heading1", "heading2"):
        assert design.style(name) == layout.style(name)._replace(end_indent=0.0)
    measures = ("paper_width", "paper_height", "margin_top", "margin_bottom", "margin_left",
                "margin_right", "line_pitch", "lines_per_page", "characters_per_line",
                "odd_even_pages")  # fmt: skip
    for name in measures:
        assert getattr(design, name) == pytest.approx(getattr(layout, name), abs=0.011)


def direct(text: str, face: str, size: int, properties: str = "") -> str:
    look = f'<w:rFonts w:eastAsia="{face}" w:ascii="Arial"/><w:sz w:val="{size * 2}"/>'
    return paragraph(run(text, look), properties=properties)


PITCH = '<w:spacing w:line="560" w:lineRule="exact"/>'
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1701" w:right="1417" w:bottom="1417" w:left="1588"/></w:sectPr>'
)


def word_file(section: str = SECTION, body: str = PITCH) -> bytes:
    first = '<w:ind w:firstLine="600"/>'
    return pack(word_parts(
        direct("在全县水利会上的讲话", "华文中宋", 20, '<w:jc w:val="center"/>')
        + direct("同志们：", "方正仿宋_GBK", 15, body)
        + direct("今天，我们召开全县农田水利建设动员会。", "方正仿宋_GBK", 15, body + first)
        + direct("一、认清形势", "方正黑体_GBK", 15, body + first)
        + direct("任务很重，时间很紧，各乡镇要倒排工期。", "方正仿宋_GBK", 15, body + first)
        + section
    ))  # fmt: skip


def test_direct_formatting_counts_as_much_as_styles():
    design = read_page_design(word_file(), "direct.docx", BODY)
    body = design.style("body")
    assert (body.face, body.latin_face, body.size, body.spacing) == ("方正仿宋_GBK", "Arial", 15, 0)
    assert body.first_indent == 2
    assert design.style("title").face == "华文中宋"
    assert design.style("heading1").face == "方正黑体_GBK"
    # A level that the file does not show is set in its body's face, as ours is.
    assert design.style("heading3").face == "方正仿宋_GBK"
    assert design.style("heading2").face == "楷体"
    assert design.line_pitch == 28
    assert (design.margin_top, design.margin_left) == (30, 28.01)
    assert not design.odd_even_pages


def test_without_an_exact_pitch_the_grid_or_the_type_decides():
    grid = SECTION.replace(
        "</w:sectPr>", '<w:docGrid w:type="lines" w:linePitch="600"/></w:sectPr>'
    )
    assert read_page_design(word_file(grid, ""), "grid.docx", BODY).line_pitch == 30
    half = '<w:spacing w:line="360" w:lineRule="auto"/>'
    assert read_page_design(word_file(body=half), "auto.docx", BODY).line_pitch == 29.25


def test_what_is_no_speech_is_refused(tmp_path):
    with pytest.raises(ImportProblem, match="没有正文"):
        read_page_design(pack(word_parts(paragraph(""))), "empty.docx", BODY)
    path = tmp_path / "稿.doc"
    path.write_bytes(b"old")
    with pytest.raises(ImportProblem, match="不是"):
        layout_from_word(path)
    odd = tmp_path / "怪.docx"
    odd.write_bytes(word_file(SECTION.replace('w:left="1588"', 'w:left="15880"')))
    with pytest.raises(ResourceError, match="页边距"):
        layout_from_word(odd)
