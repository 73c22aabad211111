"""A user's own Word file with comments: nothing else touched, hard places told honestly."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from drafting.exporters.annotation.annotate import annotate
from drafting.exporters.annotation.source_text import SourceText
from drafting.importers.word_xml.reader import read_word
from drafting.text.edits import TextEdit, apply_edits
from drafting.text.span import Span
from drafting.workspace.drafts.opening import opened_from
from tests.exporters.annotation.rereading import (
    anchored_words,
    docx_of,
    finding_at,
    raw_parts,
    remarks_in,
    spans_in_lines,
)
from tests.importers.packages import W, paragraph, root, run

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.exporters.annotation.annotate import Annotated
    from drafting.model.finding import Finding

LINK = f'<w:hyperlink r:id="x">{run("县政府网")}</w:hyperlink>'
INSERTED = f'<w:ins w:id="900" w:author="甲">{run("新添的话")}</w:ins>'
DELETED = '<w:del w:id="901" w:author="甲"><w:r><w:delText>删去</w:delText></w:r></w:del>'
MIXED = "<w:r><w:t>前</w:t><w:tab/><w:t>后面</w:t><w:br/><w:t>换行</w:t></w:r>"
RUBY = (
    "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yín</w:t></w:r></w:rt>"
    f"<w:rubyBase>{run('鄞')}</w:rubyBase></w:ruby></w:r>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("第三条")}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BOX = (
    f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph('框里的话')}</w:txbxContent>"
    "</v:textbox></v:shape></w:pict></w:r>"
)


def annotated(data: bytes, findings: list[Finding], *, with_fixes: bool = False) -> Annotated:
    imported = read_word(data, "x.docx")
    source = SourceText(imported.text, imported.text, imported.runs)
    return annotate(data, source, findings, with_fixes=with_fixes)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (paragraph("今年要抓好春耕。"), "抓好"),
        (paragraph("今年", run("要抓", "<w:b/>"), "好春耕。"), "年要抓好"),
        (paragraph("请看", LINK, "。"), "看县政"),
        (paragraph("请看", LINK, "。"), "政府"),
        (paragraph("原话", INSERTED, "。"), "添的话。"),
        (paragraph("原话", DELETED, "接着说。"), "话接"),
        (paragraph(MIXED, "。"), "前\t后"),
        (paragraph(MIXED, "。"), "面\n换"),
        (paragraph("见", FIELD, "。"), "第三"),
        (paragraph("甲", RUBY, "州"), "鄞"),
        (paragraph("甲", RUBY, "州"), "甲鄞"),
        (paragraph("一段。") + paragraph("二段。"), "二"),
        (f"<w:tbl><w:tr><w:tc>{paragraph('格子里')}</w:tc></w:tr></w:tbl>", "子里"),
        (f"<w:sdt><w:sdtContent>{paragraph('控件里')}</w:sdtContent></w:sdt>", "件"),
    ],
)
def test_comments_stand_at_their_words(body: str, words: str) -> None:
    data = docx_of(body)
    text = read_word(data, "x.docx").text
    made = annotated(data, [finding_at(at(text, words))])
    assert anchored_words(made.data) == {0: words}
    assert made.displaced == 0
    for changes in ("accepted", "original"):
        assert read_word(made.data, "x.docx", changes).text == read_word(data, "x", changes).text


NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
LISTS = root(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)


@pytest.mark.parametrize(
    ("body", "words", "tied_to"),
    [
        (paragraph("抓春耕", properties=NUMBERED), "一、", "抓"),
        (paragraph("甲", BOX, "乙"), "里的", "框里的话"),
        ("", "注里", "。"),
    ],
)
def test_what_has_no_place_is_told_at_the_nearest(body: str, words: str, tied_to: str) -> None:
    if not body:
        mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
        notes = root("footnotes", f'<w:footnote w:id="2">{paragraph("注里的话")}</w:footnote>')
        data = docx_of(paragraph("正文", mark, "。"), footnotes=notes)
    else:
        data = docx_of(body, numbering=LISTS)
    text = read_word(data, "x.docx").text
    made = annotated(data, [finding_at(at(text, words))])
    assert anchored_words(made.data) == {0: tied_to}
    assert made.displaced == 1
    assert f"所指文字“{words}”" in remarks_in(made.data)[0]


def test_comments_that_are_there_stay() -> None:
    body = paragraph("<w:commentRangeStart w:id='7'/>", "甲乙", "<w:commentRangeEnd w:id='7'/>",
                     "<w:r><w:commentReference w:id='7'/></w:r>", "丙")  # fmt: skip
    remark = f"<w:comment w:id='7' w:author='老周'>{paragraph('再想想')}</w:comment>"
    data = docx_of(body, comments=root("comments", remark))
    made = annotated(data, [finding_at(Span(1, 3))])
    assert anchored_words(made.data) == {7: "甲乙", 8: "乙丙"}
    assert remarks_in(made.data)[0] == "再想想"
    changed = {name for name, part in raw_parts(made.data).items() if raw_parts(data)[name] != part}
    assert changed == {"word/document.xml", "word/comments.xml"}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (paragraph("请看", LINK), "县政"),
        (paragraph("今年", run("要布", "<w:b/>"), "署好。"), "布署"),
        (paragraph("一段。") + paragraph("要布署。"), "布署"),
    ],
)
def test_plain_text_is_mended(body: str, words: str) -> None:
    data = docx_of(body)
    text = read_word(data, "x.docx").text
    edit = TextEdit(at(text, words), "改了")
    made = annotated(data, [finding_at(edit.span, "改", edit)], with_fixes=True)
    assert made.fixes == 1
    assert read_word(made.data, "x.docx").text == apply_edits(text, [edit])
    assert read_word(made.data, "x.docx", "original").text == text


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (paragraph("原话", INSERTED), "添的"),
        (paragraph("见", FIELD), "三条"),
        (paragraph("甲", RUBY), "甲鄞"),
        (paragraph("甲", BOX), "里的"),
        (paragraph("抓春耕", properties=NUMBERED), "一、抓"),
        (paragraph(MIXED), "面\n换"),
    ],
)
def test_what_is_not_plain_text_is_left_alone(body: str, words: str) -> None:
    data = docx_of(body, numbering=LISTS)
    text = read_word(data, "x.docx").text
    edit = TextEdit(at(text, words), "改了")
    made = annotated(data, [finding_at(edit.span, "改", edit)], with_fixes=True)
    assert (made.comments, made.fixes) == (1, 0)
    assert read_word(made.data, "x.docx").text == text


def test_a_cleaned_text_finds_its_way_back() -> None:
    data = docx_of(
        paragraph("在全县会议上的讲话")
        + paragraph("同志们:")
        + paragraph("要抓好,布署，再布 署好。")
    )
    imported = read_word(data, "x.docx")
    opened = opened_from(imported)
    text = opened.draft.text
    assert text.endswith("要抓好，布署，再布署好。")
    source = SourceText(text, imported.text, imported.runs, opened.clean.origin)
    first, second = at(text, "抓好，布署"), at(text, "再布署")
    edits = [TextEdit(Span(first.end - 2, first.end), "部署"), TextEdit(second, "再部署")]
    made = annotate(
        data, source,
        [finding_at(first, "甲", edits[0]), finding_at(second, "乙", edits[1])],
        with_fixes=True,
    )  # fmt: skip
    assert (made.comments, made.displaced, made.fixes) == (2, 0, 1)
    assert read_word(made.data, "x.docx").text.endswith("要抓好,部署，再布 署好。")
    assert anchored_words(made.data) == {0: "抓好,部署", 1: "再布 署"}


def test_changed_looks_keep_numbers_of_their_own() -> None:
    looks = '<w:b/><w:rPrChange w:id="5" w:author="甲"><w:rPr/></w:rPrChange>'
    data = docx_of(paragraph(run("今年要抓好春耕。", looks)))
    made = annotated(
        data, [finding_at(Span(3, 5), "改", TextEdit(Span(3, 5), ""))], with_fixes=True
    )
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
    marks = [*document.iter("{*}rPrChange"), *document.iter("{*}del")]
    numbers = [one.get(f"{{{W}}}id") for one in marks]
    assert len(numbers) == 4
    assert len(set(numbers)) == 4


def test_public_files_keep_every_other_part(shared: Path) -> None:
    files = sorted((shared / "data" / "docx_dev").glob("*.docx"))
    assert files
    for number, path in enumerate(files):
        data = path.read_bytes()
        imported = read_word(data, path.name)
        spans = spans_in_lines(imported.text, number)
        made = annotated(data, [finding_at(span) for span in spans])
        before, after = raw_parts(data), raw_parts(made.data)
        changed = {name for name in after if before.get(name) != after[name]}
        assert changed <= {
            "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels",
            "[Content_Types].xml",
        }, path.name  # fmt: skip
        assert set(before) <= set(after)
        reread = read_word(made.data, path.name)
        assert reread.text == imported.text
        assert made.comments == len(spans)
        words = list(anchored_words(made.data).values())[-len(spans) :]
        wanted = [span.of(imported.text) for span in spans]
        others = [pair for pair in zip(words, wanted, strict=True) if pair[0] != pair[1]]
        assert len(others) <= made.displaced, (path.name, others)
