"""Every character of a Word file becomes text with its place, or is listed."""

from __future__ import annotations

import io
import zipfile

import pytest

from drafting.errors import ImportProblem
from drafting.importers.word_xml.package import WORD, WORD_STRICT
from drafting.importers.word_xml.reader import read_word
from drafting.model.imported import ImportedText, SourceRun
from tests.importers.packages import pack, paragraph, root, run, word_file, word_parts


def read(body: str, **parts: str) -> ImportedText:
    return read_word(word_file(body, **parts), "讲话.docx")


def listed(imported: ImportedText) -> dict[str, tuple[int, int]]:
    return {one.kind: (one.count, one.characters) for one in imported.omissions}


def test_paragraphs_and_their_places() -> None:
    imported = read(paragraph("同志们", "：") + paragraph() + paragraph("一、", "抓", "落实"))
    assert imported.text == "同志们：\n\n一、抓落实"
    assert imported.omissions == ()
    assert imported.runs == (
        SourceRun(0, 3, "word/document.xml", 0, 0, 0),
        SourceRun(3, 4, "word/document.xml", 0, 1, 0),
        SourceRun(6, 8, "word/document.xml", 2, 0, 0),
        SourceRun(8, 9, "word/document.xml", 2, 1, 0),
        SourceRun(9, 11, "word/document.xml", 2, 2, 0),
    )


def test_tabs_breaks_and_hyphens_belong_to_their_run() -> None:
    mixed = (
        "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/>"
        "<w:softHyphen/><w:t>丁</w:t><w:br w:type='page'/><w:cr/><w:lastRenderedPageBreak/>"
        "<w:t>戊&#13;\n己</w:t></w:r>"
    )
    imported = read(paragraph(mixed))
    assert imported.text == "甲\t乙\n丙-丁\n戊  己"
    assert imported.runs == (SourceRun(0, 12, "word/document.xml", 0, 0, 0),)


def test_tables_links_controls_tags_and_fields() -> None:
    table = (
        "<w:tbl><w:tr><w:tc>" + paragraph("单位") + "</w:tc><w:tc>" + paragraph() + "</w:tc></w:tr>"
        "<w:tr><w:tc>"
        + paragraph("石桥乡")
        + "<w:tbl><w:tr><w:tc>"
        + paragraph("内表")
        + "</w:tc></w:tr></w:tbl>"
        + paragraph()
        + "</w:tc></w:tr></w:tbl>"
    )
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('控件')}</w:sdtContent></w:sdt>"
    inline = paragraph(
        f"<w:hyperlink>{run('链接')}</w:hyperlink>",
        f"<w:smartTag><w:customXml>{run('标记')}</w:customXml></w:smartTag>",
        f"<w:sdt><w:sdtContent>{run('内嵌')}</w:sdtContent></w:sdt>",
        f"<w:fldSimple w:instr='PAGE'>{run('3')}</w:fldSimple>",
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r>",
        "<w:r><w:instrText> DATE </w:instrText></w:r>",
        run("算到一半"),
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r>",
        run("十月"),
        "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
        run("完"),
    )
    imported = read(table + control + inline)
    assert imported.text == "单位\n石桥乡\n内表\n控件\n链接标记内嵌3十月完"
    assert listed(imported) == {"域代码中的文字": (1, 4)}


def test_a_field_that_never_ends_swallows_nothing() -> None:
    begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    imported = read(paragraph("甲", begin, "乙") + paragraph("丙"))
    assert imported.text == "甲\n丙"
    assert listed(imported) == {"域代码中的文字": (1, 1)}


def test_text_boxes_come_once_after_their_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('框内一')}{paragraph()}{paragraph('框内二')}</w:txbxContent>"
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    imported = read(paragraph("前", both, "后") + paragraph("下段"))
    assert imported.text == "前后\n框内一\n框内二\n下段"
    assert imported.omissions == ()
    only_old = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing/></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert read(paragraph("前", only_old)).text == "前\n框内一\n框内二"


def test_two_forms_that_differ_are_listed() -> None:
    one, other = (f"<w:txbxContent>{paragraph(text)}</w:txbxContent>" for text in ("新", "旧版本"))
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{one}</mc:Choice>"
        f"<mc:Fallback>{other}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    imported = read(paragraph(both))
    assert imported.text == "\n新"
    assert listed(imported) == {"备用内容": (1, 3)}


def test_tracked_changes() -> None:
    gone = "<w:r><w:delText>三千</w:delText></w:r>"
    body = (
        paragraph("收购", f"<w:del>{gone}</w:del><w:ins>{run('四千')}</w:ins>", "吨")
        + paragraph(f"<w:moveFrom>{run('移走')}</w:moveFrom>")
        + paragraph(f"<w:moveTo>{run('移来')}</w:moveTo>")
    )
    imported = read(body)
    assert imported.text == "收购四千吨\n\n移来"
    assert listed(imported) == {"修订中删除的文字": (1, 2), "修订中移走的文字": (1, 2)}
    # Places count all runs, the deleted one too: that is how they are found again.
    assert [one.run for one in imported.runs] == [0, 2, 3, 0]


def test_deleted_paragraph_marks_join() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    gone = "<w:del><w:r><w:delText>整段删去</w:delText></w:r></w:del>"
    body = (
        paragraph("甲", properties=mark)
        + paragraph("乙", properties=mark)
        + paragraph("丙")
        + paragraph(gone, properties=mark)
        + paragraph("丁")
    )
    assert read(body).text == "甲乙丙\n丁"


def test_notes_come_last_in_the_order_of_their_marks() -> None:
    def note(number: int, text: str, kind: str = "footnote") -> str:
        return (
            f"<w:{kind} w:id='{number}'>{paragraph('<w:r><w:footnoteRef/></w:r>', text)}</w:{kind}>"
        )

    def mark(number: int, kind: str = "footnote") -> str:
        return f"<w:r><w:{kind}Reference w:id='{number}'/></w:r>"

    foot = root(
        "footnotes",
        "<w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
        + note(1, "第二个")
        + note(2, "第一个")
        + note(3, "没人提到"),
    )
    end = root("endnotes", note(1, "尾注", "endnote"))
    imported = read(
        paragraph("正文", mark(2), "接着", mark(1), mark(1, "endnote")),
        footnotes=foot,
        endnotes=end,
    )
    assert imported.text == "正文接着\n注1：第一个\n注2：第二个\n注3：没人提到\n注4：尾注"
    assert imported.omissions == ()
    place = imported.runs[2]
    assert (place.part, place.paragraph, place.run) == ("word/footnotes.xml", 2, 1)
    assert imported.text[place.start : place.end] == "第一个"


def test_ruby_keeps_the_base() -> None:
    ruby = (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('qí')}</w:rt><w:rubyBase>{run('綦')}</w:rubyBase>"
        "</w:ruby></w:r>"
    )
    imported = read(paragraph("姓", ruby, "的"))
    assert imported.text == "姓綦的"
    assert listed(imported) == {"拼音注音": (1, 2)}


def test_hidden_text_symbols_and_formulas() -> None:
    hidden = run("看不见", "<w:vanish/>") + run("看得见", "<w:vanish w:val='0'/>")
    symbols = "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:sym w:char='F0AA'/></w:r>"
    formula = (
        "<m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>"
        "<m:r><m:t>x=1</m:t></m:r></m:oMath>"
    )
    imported = read(paragraph(hidden, symbols, formula))
    assert imported.text == "看得见☑x=1"
    assert listed(imported) == {"隐藏文字": (1, 3), "特殊符号": (1, 0)}


def test_pictures_charts_and_other_parts_are_listed() -> None:
    drawing = (
        "<w:r><w:drawing><a:blip/><c:chart/><a:t>图中字</a:t></w:drawing>"
        "<w:pict><v:imagedata/></w:pict>"
        "<w:object><v:imagedata/><o:OLEObject/></w:object></w:r><w:altChunk/>"
    )
    comment = "<w:comment w:id='0'>" + paragraph("请改短") + "</w:comment>"
    imported = read(
        paragraph("正文", drawing, "<w:r><w:commentReference w:id='0'/></w:r>"),
        comments=root("comments", comment * 2),
        header1=root("hdr", paragraph("内部资料")),
        header2=root("hdr", paragraph()),
        footer1=root("ftr", paragraph("第1页")),
        glossaryDocument=root("glossaryDocument", paragraph("样例")),
        vbaProject="no xml at all",
    )
    assert imported.text == "正文"
    assert listed(imported) == {
        "图片": (2, 0),
        "图表": (1, 0),
        "图形中的文字": (1, 3),
        "嵌入对象": (1, 0),
        "插入的其他文件": (1, 0),
        "批注": (2, 6),
        "页眉": (1, 4),
        "页脚": (1, 3),
        "构建基块": (1, 2),
        "宏": (1, 0),
    }


def test_strict_files_read_the_same() -> None:
    parts = word_parts(paragraph("严格格式", "<w:r><w:tab/></w:r>", "也能读"))
    before = read_word(pack(parts), "x.docx")
    content = parts["word/document.xml"]
    assert isinstance(content, str)
    parts["word/document.xml"] = content.replace(WORD, WORD_STRICT)
    after = read_word(pack(parts), "x.docx")
    assert after.text == "严格格式\t也能读"
    assert after == before


def test_text_outside_paragraphs_is_kept() -> None:
    imported = read(paragraph("正文") + "<w:r><w:t>散落</w:t><w:br/></w:r>")
    assert imported.text == "正文\n散落\n"
    assert imported.runs[-1].end == len(imported.text)


def test_odd_packages() -> None:
    nameless = pack(word_parts(paragraph("正文")) | {"QQQQ": "x"}).replace(b"QQQQ", b"\0QQQ")
    assert read_word(nameless, "x.docx").text == "正文"
    parts = word_parts(paragraph("正文"))
    moved = {name.replace("word/", "WORD\\"): content for name, content in parts.items()}
    assert read_word(pack(moved), "x.docx").text == "正文"
    del parts["_rels/.rels"]
    assert read_word(pack(parts), "x.docx").text == "正文"
    parts |= {"word/styles.xml": "<not", "word/_rels/document.xml.rels": "<Relationships/>"}
    assert read_word(pack(parts), "x.docx").text == "正文"


def test_a_broken_part_that_nobody_reads_does_not_matter() -> None:
    data = pack(word_parts(paragraph("正文")) | {"word/theme/theme1.xml": b"<theme>0123456789"})
    broken = bytearray(pack_stored(data))
    place = broken.find(b"0123456789")
    broken[place] = ord("x")
    assert read_word(bytes(broken), "x.docx").text == "正文"
    place = broken.find("正文".encode())
    broken[place] ^= 1
    with pytest.raises(ImportProblem, match="损坏"):
        read_word(bytes(broken), "x.docx")


def pack_stored(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return pack({name: package.read(name) for name in package.namelist()}, zipfile.ZIP_STORED)


def test_a_faulty_side_part_is_listed() -> None:
    imported = read(paragraph("正文"), numbering=root("numbering", ""), styles="<cut", comments="")
    assert imported.text == "正文"
    assert listed(imported) == {"无法读取的部件": (2, 0)}


@pytest.mark.parametrize(
    ("parts", "code", "word"),
    [
        (word_parts(paragraph()), "empty", "没有文字"),
        (word_parts(paragraph("<w:r><a:blip/></w:r>")), "empty", "图片 1 处"),
        ({"xl/workbook.xml": "<x/>"}, "wrong-type", "没有 Word 文稿"),
        (word_parts("")["word/document.xml"] and {"word/document.xml": "<w:p>"}, "damaged", "损坏"),
        ({"word/document.xml": "<p>" * 5000 + "</p>" * 5000}, "too-large", "过深"),
        ({"word/document.xml": b"\xff\xfe\0\0"}, "damaged", "损坏"),
    ],
)
def test_files_without_a_speech(parts: dict[str, bytes | str], code: str, word: str) -> None:
    with pytest.raises(ImportProblem, match=word) as caught:
        read_word(pack(parts), "讲话.docx")
    assert caught.value.code == code
    assert str(caught.value).count("。") == 1


def test_every_place_leads_back() -> None:
    """Each character of a run's text stands at its offset in that run."""
    imported = read(paragraph("一", "二三", "<w:r><w:t>四</w:t><w:tab/><w:t>五</w:t></w:r>") * 3)
    texts = {(0, 0): "一", (0, 1): "二三", (0, 2): "四\t五"}
    for place in imported.runs:
        source = texts[(0, place.run)]
        shown = imported.text[place.start : place.end]
        assert source[place.offset : place.offset + len(shown)] == shown
    assert len({one[2:] for one in imported.runs}) == 9
