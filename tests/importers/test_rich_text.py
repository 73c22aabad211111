r"""RTF as Word, WPS and LibreOffice write it: \'xx, \uN, tables, notes, what is left out."""

# ruff: noqa: E501 - a row of a table is a line

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.errors import ImportProblem
from drafting.importers.registry import import_bytes
from drafting.importers.rich_text.reader import read_rich_text
from drafting.model.imported import ImportedText, Omission
from tests.clock import seconds
from tests.importers.mutants import MUTANTS, count_ends

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafting.model.draft import Draft

HEAD = (
    r"{\rtf1\ansi\ansicpg936\uc2\deff0{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}"
    r"{\f1\froman\fcharset0 Times New Roman;}{\f2\fcharset2 Wingdings;}{\f3\fcharset136 X;}"
    r"{\f4\fcharset238 Y;}}{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 \'d5\'fd\'ce\'c4;}}"
    r"{\info{\title \'b1\'ea\'cc\'e2}{\author x}}{\*\generator Some 1.0;}"
)


def quoted(text: str, encoding: str = "gb18030") -> str:
    return "".join(f"\\'{one:02x}" for one in text.encode(encoding))


def rich(body: str, head: str = HEAD) -> ImportedText:
    return read_rich_text((head + body + "}").encode("latin-1"), "讲话.rtf")


def listed(body: str) -> dict[str, tuple[int, int]]:
    return {one.kind: (one.count, one.characters) for one in rich(body).omissions}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rf"\pard\plain {quoted('同志们：')}\par {quoted('朱镕')}\par", "同志们：\n朱镕"),
        (rf"{quoted('分')}" + "\r\n" + quoted("行") + "\r\n", "分行"),
        (r"\u21516?!\u-28712 x\'3f\u24535\'cb\'d9z", "同还志z"),
        (r"\uc1\u21516?\u24535?{\uc0\u20204\u65306}\u21508 ?", "同志们：各"),
        (r"\uc0\u-10179\u-9050 \u55360\u56320 x", "\U0001f4a6\U00020000x"),
        (r"a\tab b\line c\~d\_e\-f\{g\}\\h\emdash\ldblquote i\rdblquote", "a\tb\nc\xa0d-ef{g}\\h—“i”"),
        (rf"\'81@{quoted('丂')[:4]}@", "丂丂"),
        (quoted("直接"), "直接"),
        (rf"\f3 {quoted('縣裡開會', 'big5')}\f0 {quoted('县里')}", "縣裡開會县里"),
        (rf"\f4 \'e8\f1 abc\f0 {quoted('的')}", "čabc的"),
        (rf"\trowd\intbl {quoted('乡镇')}\cell\row\intbl A\cell\cell\row\pard B\par", "乡镇\nA\nB"),
        (r"A\par\par B\par", "A\n\nB"),
        (r"A\sect B\page C\column D", "A\nB\nC\nD"),
        (r"A{\*\unknown B{\i C}}D{\*\bkmkstart x}E", "ADE"),
        (rf"{{\listtext\f1 {quoted('一、')}\tab}}{quoted('抓春耕')}\par{{\pntext 1.\tab}}GPS\par",
         "一、抓春耕\n1. GPS"),
        (r"{\field{\*\fldinst HYPERLINK http://x}{\fldrslt{\ul A}}}B", "AB"),
        (r"A{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt B\par C\par}}{\shprslt B}}D\par E", "AD\nB\nC\nE"),
        (r"A{\footnote\pard{\super\chftn} note one}B\par{\footnote two}C\par", "AB\nC\n注1：note one\n注2：two"),
        (r"{\upr{A}{\*\ud{\uc0\u21516 \u24535}}}", "同志"),
        (r"A\bin5 }}{{{B", "AB"),
        (r"{\nonesttables\par}A\nestcell{\*\nesttableprops\nestrow}B\cell\row", "A\nB"),
    ],
)  # fmt: skip
def test_what_is_shown(body: str, text: str) -> None:
    assert rich(body).text == text


def test_everything_left_out_is_listed() -> None:
    body = rf"""A{{\deleted gone}}\deleted{quoted("也删")}\deleted0 B{{\v {quoted("藏")}}}C\v x\plain D
{{\header {quoted("内部资料")}\par}}{{\footerf - 1 -}}{{\headerr }}
{{\*\shppict{{\pict\pngblip 89504e47}}}}{{\nonshppict{{\pict 0102}}}}{{\pict\bin4 }}}}}}}}}}
{{\object{{\*\objdata 01}}{{\result{{\pict 00}}}}}}{{\*\atnid x}}{{\*\annotation {quoted("批语")}}}
{{\f2 \'fe}}{{\field{{\*\fldinst EQ \\* jc2 \\o\\ad(\\s\\up 9(r\uc0\u243 ng),{quoted("镕")})}}{{\fldrslt }}}}"""
    imported = rich(body)
    assert imported.text == "ABCD镕"
    assert {one.kind: (one.count, one.characters) for one in imported.omissions} == {
        "修订中删除的文字": (2, 6),
        "隐藏文字": (2, 2),
        "页眉": (1, 4),
        "页脚": (1, 3),
        "图片": (2, 0),
        "嵌入对象": (1, 0),
        "批注": (1, 2),
        "特殊符号": (1, 1),
        "拼音注音": (1, 4),
    }


def test_without_a_code_page() -> None:
    head = r"{\rtf1\ansi{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset134 B;}}"
    assert rich(rf"\f0 {quoted('同志们')} caf\'e9 \'93q\'94\f1 {quoted('朱镕')}", head).text == (
        "同志们 café “q”朱镕"
    )
    raw = rb"{\rtf1\ansi\ansicpg936 " + "同志们，朱镕".encode("gb18030") + b"}"
    assert read_rich_text(raw, "a.rtf").text == "同志们，朱镕"
    utf8 = rb"{\rtf1\ansi\ansicpg65001 " + "同志们，朱镕".encode() + b"}"
    assert read_rich_text(utf8, "a.rtf").text == "同志们，朱镕"


def test_undecodable_bytes_are_counted() -> None:
    imported = rich(r"A\'ff B\uc0\u-10179 C")
    assert imported.text == "A\ufffd B\ufffdC"
    assert imported.omissions == (Omission("无法辨认的字节", 2),)


def test_a_file_cut_off_keeps_its_text_and_says_so() -> None:
    imported = read_rich_text((HEAD + quoted("同志们：") + r"\par {\b abc").encode(), "a.rtf")
    assert imported.text == "同志们：\nabc"
    assert imported.omissions == (Omission("文件末尾的缺损", 1),)


def test_places() -> None:
    imported = rich(r"AB\par\par {\listtext 1.\tab}C\par")
    assert imported.text == "AB\n\n1. C"
    assert [(one.start, one.end, one.paragraph) for one in imported.runs] == [(0, 2, 0), (7, 8, 2)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"text", "wrong-type"),
        (b"\xff\xd8\xff\xe0", "wrong-type"),
        (b"{\\rtf1}", "empty"),
        (b"{\\rtf1", "damaged"),
        (b"{\\rtf1 " + b"{" * 6_000, "refused"),
    ],
)
def test_files_that_cannot_be_read(data: bytes, code: str) -> None:
    with pytest.raises(ImportProblem) as caught:
        import_bytes(data, "a.rtf")
    assert caught.value.code == code
    assert str(caught.value).count("。") == 1


def test_under_another_name() -> None:
    data = (HEAD + quoted("同志们：") + "}").encode()
    for name in ("a.doc", "a.wps", "a.html", "a.docx", "a.txt", "-"):
        assert import_bytes(data, name).text == "同志们："


def test_large_files_stay_linear() -> None:
    picture = "{\\pict\\jpegblip " + ("ff" * 64 + "\r\n") * 100_000 + "}"
    begun = seconds()
    assert rich(picture + "A").text == "A"
    assert rich(r"\u21516?!" * 100_000).text == "同" * 100_000
    assert rich("\\" * 1_000_000 + "A").text.endswith("A")
    assert seconds() - begun < 5


@pytest.mark.parametrize("layout", ["official", "reading", "review"])
def test_libreoffice_writes_the_speech(
    layout: str,
    speech: Draft,
    speech_file: Callable[[str], bytes],
    convert: Callable[[bytes, str, str], bytes],
) -> None:
    data = convert(speech_file(layout), "docx", "rtf")
    assert import_bytes(data, "讲话.rtf").text == speech.text
    assert import_bytes(data, "讲话.doc").text == speech.text


def test_mutants_end_in_text_or_a_message() -> None:
    body = (
        rf"\pard {quoted('同志们：')}\par\intbl {quoted('乡镇')}\cell\row{{\footnote A}}\u21516??"
    )
    samples = [(HEAD + body + "}").encode(), (HEAD + body * 20 + "}").encode()]
    texts, messages = count_ends(samples, "a.rtf", seed=33)
    assert texts + messages == MUTANTS
    assert texts > MUTANTS // 2


def test_nul_is_listed_and_never_text() -> None:
    found = read_rich_text(rb"{\rtf1\ansi A\'00B\par}", "a.rtf")
    assert found.text == "AB"
    assert [(one.kind, one.count) for one in found.omissions] == [("控制字符", 1)]
