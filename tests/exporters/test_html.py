"""The clipboard's HTML: faces, sizes, indents and headings in place, nothing from outside."""

from __future__ import annotations

import re
import subprocess

import docx
import pytest
from selectolax.lexbor import LexborHTMLParser

from drafting.exporters.html import html_paragraph
from drafting.pagination.layout_files import list_layouts
from drafting.pagination.paragraphs import iter_paragraphs
from tests.exporters.builder import build_draft


def html_text(draft, layout):
    return "".join(
        html_paragraph(
            paragraph.style,
            [(piece.span.of(draft.text), piece.style) for piece in paragraph.pieces],
            layout,
        )
        for paragraph in iter_paragraphs(draft)
    )


def texts(html):
    tree = LexborHTMLParser(html)
    return [
        (node.tag, node.text(deep=True).replace("\xa0", " ").strip()) for node in tree.body.iter()
    ]


@pytest.mark.parametrize("layout", list_layouts(), ids=lambda layout: layout.id)
def test_every_paragraph_goes_over_with_its_heading(speech, layout):
    found = texts(html_text(speech, layout))
    assert [text for _, text in found] == [line.strip() for line in speech.text.split("\n")]
    headings = [text for tag, text in found if re.fullmatch("h[1-4]", tag)]
    alone = [one.span.of(speech.text) for one in speech.headings if not one.run_in]
    assert headings == alone


def test_styles_stand_in_place_and_nothing_comes_from_outside(speech, official):
    html = html_text(speech, official)
    assert not re.search(r"https?:|<script|<link|<style|url\(|class=|<img", html)
    body = re.search(r'<p style="([^"]*)">今天', html).group(1).split(";")
    for stated in (
        "mso-fareast-font-family:'仿宋'", "mso-ascii-font-family:'Times New Roman'",
        "font-size:16pt", "text-indent:31.5pt", "mso-char-indent-count:2", "line-height:28.95pt",
        "mso-line-height-rule:exactly", "text-align:justify", "letter-spacing:-0.25pt", "margin:0",
    ):  # fmt: skip
        assert stated in body
    assert re.search(r"<h1 style=\"[^\"]*'黑体'[^\"]*\">一、认清形势", html)
    assert re.search(r"<span style=\"[^\"]*'楷体'[^\"]*\">（一）任务重，等不得。</span>剩下", html)


def test_a_paragraph_without_its_beginning_is_not_indented(official):
    whole = html_paragraph("body", [("开工", "body")], official)
    rest = html_paragraph("body", [("开工", "body")], official, has_beginning=False)
    assert "text-indent:31.5pt" in whole
    assert "indent" not in rest


def test_marks_of_html_and_odd_faces_do_no_harm(official):
    draft = build_draft(["body|投入<b>3&5</b>\x00亿", "empty|", "body|完"])
    html = html_text(draft, official)
    assert texts(html) == [("p", "投入<b>3&5</b>亿"), ("p", ""), ("p", "完")]
    odd = official.style("body")._replace(face="a\"b';<c>")
    layout = official._replace(styles={**official.styles, "body": odd})
    assert texts(html_text(build_draft(["body|完"]), layout)) == [("p", "完")]


def test_a_word_processor_reads_faces_sizes_and_headings(speech, official, soffice, tmp_path):
    """LibreOffice stands for Word: it takes the same inline styles from pasted HTML."""
    page = tmp_path / "clip.html"
    head = "<html><head><meta charset='utf-8'></head><body>"
    page.write_text(f"{head}{html_text(speech, official)}</body></html>", encoding="utf-8")
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", "--outdir",
         str(tmp_path), str(page)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    document = docx.Document(str(tmp_path / "clip.docx"))
    lines = [one for one in document.paragraphs if one.text.strip()]
    assert [one.text.strip() for one in lines] == [
        line.strip() for line in speech.text.split("\n") if line.strip()
    ]
    names = {one.text: one.style.name for one in lines}
    assert names["一、认清形势，把入冬前的四十天看得再紧一些"].casefold() == "heading 1"
    sizes = {run.font.size.pt for one in lines for run in one.runs if run.font.size}
    assert {16.0, 22.0} <= sizes
    title = lines[0]
    assert title.alignment is not None
