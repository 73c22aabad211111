"""Automatic numbers become visible, as Word shows them."""

from __future__ import annotations

import pytest

from drafting.importers.list_numerals import format_number
from drafting.importers.word_xml.reader import read_word
from tests.importers.packages import paragraph, root, word_file

CHINESE = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
    <w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
    <w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
    <w:lvlText w:val="%3."/></w:lvl>
  <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
    <w:lvlText w:val="%1.%2.%3.%4"/><w:isLgl/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>
    <w:lvlText w:val="&#xF06C;"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="公文编号"/></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="77"/></w:num>
"""
STYLES = """
<w:style w:type="paragraph" w:styleId="H1"><w:pPr>
  <w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr/></w:style>
<w:style w:type="numbering" w:styleId="公文编号"><w:pPr>
  <w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/></w:style>
"""


def item(text: str, number: int | None = 1, level: int = 0, style: str = "") -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=properties) if text else paragraph(properties=properties)


def lines(*items: str, numbering: str = CHINESE) -> list[str]:
    data = word_file(
        "".join(items), numbering=root("numbering", numbering), styles=root("styles", STYLES)
    )
    return read_word(data, "x.docx").text.split("\n")


def test_levels_count_and_start_anew() -> None:
    assert lines(
        item("统一思想"),
        item("认识要到位", level=1),
        item("责任要到位", level=1),
        item("查仓容", level=2),
        item("查账目", level=2),
        item("狠抓落实"),
        item("措施要到位", level=1),
        item("附项", level=3),
    ) == [
        "一、统一思想",
        "（一）认识要到位",
        "（二）责任要到位",
        "1.查仓容",
        "2.查账目",
        "二、狠抓落实",
        "（一）措施要到位",
        "2.1.1.1附项",
    ]


def test_lists_that_share_counters_and_start_elsewhere() -> None:
    assert lines(item("甲"), item("乙", 2), item("丙", 2), item("丁")) == [
        "一、甲", "五、乙", "六、丙", "七、丁",
    ]  # fmt: skip


def test_numbers_from_styles() -> None:
    assert lines(
        item("甲", None, style="H1"),
        item("乙", None, style="H2"),
        item("丙", 4),
        item("不编号", 0, style="H1"),
        item("环", None, style="loop"),
    ) == ["一、甲", "二、乙", "三、丙", "不编号", "环"]


def test_bullets_unknown_lists_and_empty_paragraphs() -> None:
    assert lines(
        item("甲", 3), item("x", 3), item("乙", 5), item("丙", 99), item(""), item("丁")
    ) == ["•甲", "• x", "乙", "丙", "", "二、丁"]


def test_bullets_of_symbol_fonts() -> None:
    for glyph, shown in (("o", "◦"), ("\uf0a7", "▪"), ("\uf0aa", "•"), ("—", "—"), ("", "")):
        numbering = CHINESE.replace("&#xF06C;", glyph)
        assert lines(item("甲", 3), numbering=numbering) == [f"{shown}甲"]


def test_a_number_has_no_place_in_the_source() -> None:
    data = word_file(item("甲"), numbering=root("numbering", CHINESE))
    imported = read_word(data, "x.docx")
    assert imported.text == "一、甲"
    assert [(one.start, one.end) for one in imported.runs] == [(2, 3)]


def test_a_deleted_paragraph_is_not_counted() -> None:
    gone = (
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
        "<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
    )
    assert lines(item("甲"), gone, item("乙")) == ["一、甲", "二、乙"]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", "1 12 105"),
        ("decimalZero", "01 12 105"),
        ("upperRoman", "I XII CV"),
        ("lowerRoman", "i xii cv"),
        ("upperLetter", "A L AAAAA"),
        ("lowerLetter", "a l aaaaa"),
        ("ordinal", "1st 12th 105th"),
        ("chineseCounting", "一 十二 一〇五"),
        ("chineseCountingThousand", "一 十二 一百零五"),
        ("japaneseCounting", "一 十二 一百零五"),
        ("ideographDigital", "一 一二 一〇五"),
        ("chineseLegalSimplified", "壹 壹拾贰 壹佰零伍"),
        ("ideographLegalTraditional", "壹 壹拾貳 壹佰零伍"),
        ("ideographTraditional", "甲 12 105"),
        ("ideographZodiac", "子 亥 105"),
        ("decimalEnclosedCircleChinese", "① ⑫ 105"),
        ("decimalEnclosedParen", "⑴ ⑿ 105"),
        ("decimalFullWidth", "１ １２ １０５"),
        ("numberInDash", "- 1 - - 12 - - 105 -"),
        ("none", "  "),
        ("somethingNew", "1 12 105"),
    ],
)
def test_forms(form: str, expected: str) -> None:
    assert " ".join(format_number(number, form) for number in (1, 12, 105)) == expected


def test_forms_beyond_their_range() -> None:
    assert format_number(36, "decimalEnclosedCircle") == "㊱"
    assert format_number(0, "chineseCounting") == "0"
    assert format_number(-3, "upperRoman") == "-3"
    assert format_number(20_000, "chineseCountingThousand") == "20000"
