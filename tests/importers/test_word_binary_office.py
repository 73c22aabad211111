"""Old Word files as LibreOffice writes them, damaged ones, and public ones as it reads them."""

from __future__ import annotations

import importlib.util
import shutil
from typing import TYPE_CHECKING

import pytest

from drafting.errors import ImportProblem
from drafting.importers.registry import import_bytes
from drafting.importers.word_binary.reader import WordBinary
from tests.clock import seconds
from tests.importers.mutants import MUTANTS, count_ends, iter_mutants
from tests.importers.old_word import OldWord
from tests.importers.packages import pack, paragraph, root, run, word_parts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

MIME = "application/vnd.openxmlformats-"
KINDS = {"document": "document.main", "header1": "header"}
DATE = 'w:author="甲" w:date="2024-01-01T00:00:00Z"'
# LibreOffice counts these otherwise than their authors say that Word does, or today's date stands
# in a field.
OTHERWISE = ("doc_Bug52311.doc", "doc_Bug60942.doc")

TEXT = """在清河湾县春耕工作会议上的讲话

同志们：
一、提高认识
（一）认清形势
正文一段，接着说😀完。
1.第一条
2.第二条
（二）认清任务
1.又一条
二、狠抓落实
乡镇
面积
柳林乡
（含林场）
表后新增文字
换行前
换行后\t制表后
链接：县政府网
尾注处
框在此
有批注
全文完。
注1：脚注一条
注2：尾注一条
框内一
框内二"""


def level(place: int, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbered(text: str, place: int) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="1"/></w:numPr>'
    return paragraph(text, properties=properties)


def cell(*paragraphs: str) -> str:
    width = '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>'
    return f"<w:tc>{width}{''.join(paragraphs)}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def notes(kind: str, text: str) -> str:
    apart = "".join(
        f'<w:{kind} w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for number, name in enumerate(("separator", "continuationSeparator"))
    )
    note = paragraph(f"<w:r><w:{kind}Ref/></w:r>", text)
    return root(f"{kind}s", f'{apart}<w:{kind} w:id="2">{note}</w:{kind}>')


def link(target: str, text: str) -> str:
    marks = [
        f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end")
    ]
    code = f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{target}" </w:instrText></w:r>'
    return marks[0] + code + marks[1] + run(text) + marks[2]


def body() -> str:
    box = paragraph("框内一") + paragraph("框内二")
    shape = f'style="position:absolute;width:200pt;height:50pt"><v:textbox><w:txbxContent>{box}'
    grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    comment = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    first = row(cell(paragraph("乡镇")), cell(paragraph("面积")))
    second = row(cell(paragraph("柳林乡"), paragraph("（含林场）")), cell(paragraph()))
    return "".join((
        paragraph("在清河湾县春耕工作会议上的讲话"),
        paragraph(),
        paragraph("同志们："),
        numbered("提高认识", 0),
        numbered("认清形势", 1),
        paragraph("正文一段", '<w:r><w:footnoteReference w:id="2"/></w:r>', "，接着说😀完。"),
        numbered("第一条", 2),
        numbered("第二条", 2),
        numbered("认清任务", 1),
        numbered("又一条", 2),
        numbered("狠抓落实", 0),
        f"<w:tbl>{grid}{first}{second}</w:tbl>",
        paragraph(
            "表后",
            run("隐藏", "<w:vanish/>"),
            f'<w:ins w:id="9" {DATE}>{run("新增")}</w:ins>',
            f'<w:del w:id="10" {DATE}><w:r><w:delText>删去的</w:delText></w:r></w:del>',
            "文字",
        ),
        paragraph("换行前", "<w:r><w:br/></w:r>", "换行后", "<w:r><w:tab/></w:r>", "制表后"),
        paragraph("链接：", link("http://x.invalid/", "县政府网")),
        paragraph("尾注处", '<w:r><w:endnoteReference w:id="2"/></w:r>'),
        paragraph(
            "框在此",
            '<w:r><w:pict><v:shape id="b1" type="#_x0000_t202" '
            f"{shape}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
        ),
        paragraph('<w:commentRangeStart w:id="0"/>', "有批注", comment),
        paragraph("全文完。"),
        '<w:sectPr><w:headerReference w:type="default" r:id="r4"/></w:sectPr>',
    ))  # fmt: skip


@pytest.fixture(scope="module")
def docx() -> bytes:
    """A speech with all that a Word file may hold."""
    levels = (
        level(0, "chineseCountingThousand", "%1、")
        + level(1, "chineseCountingThousand", "（%2）")
        + level(2, "decimal", "%3.")
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    parts = {
        "footnotes": notes("footnote", "脚注一条"),
        "endnotes": notes("endnote", "尾注一条"),
        "numbering": root("numbering", numbering),
        "comments": root(
            "comments", f'<w:comment w:id="0" {DATE}>{paragraph("请核实")}</w:comment>'
        ),
        "header1": root("hdr", paragraph("内部材料")),
    }
    types = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{MIME}officedocument.'
        f'wordprocessingml.{KINDS.get(part, part)}+xml"/>'
        for part in ("document", *parts)
    )
    whole = word_parts(body(), **parts)
    whole["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{MIME}package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
    )
    return pack(whole)


@pytest.fixture(scope="module")
def doc(docx: bytes, convert: Callable[[bytes, str, str], bytes]) -> bytes:
    """The same as an old Word file."""
    return convert(docx, "docx", "doc")


def test_everything_in_a_file_of_libreoffice(doc: bytes) -> None:
    imported = import_bytes(doc, "讲话.doc")
    assert imported.text == TEXT
    assert {one.kind: (one.count, one.characters) for one in imported.omissions} == {
        "隐藏文字": (1, 2), "修订中删除的文字": (1, 3), "域代码": (1, 33),
        "批注": (1, 3), "页眉": (1, 4),
    }  # fmt: skip
    original = import_bytes(doc, "讲话.doc", "original").text
    assert original == TEXT.replace("表后新增文字", "表后删去的文字")


def test_the_same_text_as_from_the_new_format(docx: bytes, doc: bytes) -> None:
    # Only text boxes stand elsewhere: there after their paragraph, here at the end.
    lines = import_bytes(docx, "讲话.docx").text.split("\n")
    assert sorted(lines) == sorted(import_bytes(doc, "讲话.doc").text.split("\n"))


def test_every_character_is_counted(doc: bytes) -> None:
    word = WordBinary(doc, "讲话.doc")
    word.read()
    start, end = word.stories[0]
    assert word.text[start:end].endswith("全文完。\r")
    counted = word.walker.kept + word.walker.marks + word.walker.characters.total()
    assert counted == len(word.text)


def test_a_speech_of_our_own_layout(
    speech_file: Callable[[str], bytes], convert: Callable[[bytes, str, str], bytes]
) -> None:
    data = speech_file("official")
    expected = import_bytes(data, "讲话.docx").text
    assert len(expected) > 1000
    for suffix in ("doc", "wps"):
        assert import_bytes(convert(data, "docx", "doc"), f"讲话.{suffix}").text == expected


def test_plain_text_through_libreoffice(convert: Callable[[bytes, str, str], bytes]) -> None:
    text = "同志们：\n今年，全县要办好三件实事。\n\n第一，修路。Café “x” 12.5%\n谢谢大家！"
    data = convert(b"\xef\xbb\xbf" + text.encode(), "txt", "doc")
    assert import_bytes(data, "讲话.doc").text.rstrip("\n") == text


def test_damaged_files_end_in_text_or_a_message(doc: bytes) -> None:
    made = OldWord(
        [("讲话，\x13 PAGE \x14一\x15。\r".encode("utf-16-le"), False), (b"plain\x07\x07\r", True)],
        runs=[(8, b""), (20, b"\x3c\x08\x01")],
        paragraphs=[(40, b"\0\0")],
    ).data()
    begun = seconds()
    texts, messages = count_ends((doc, made), "讲话.doc", seed=20)
    assert texts + messages == MUTANTS
    assert texts > MUTANTS * 0.15
    assert messages > MUTANTS * 0.15
    assert seconds() - begun < 60


def test_damaged_files_account_for_each_character(doc: bytes) -> None:
    read = 0
    for data in iter_mutants((doc,), seed=21, count=300):
        try:
            word = WordBinary(data, "讲话.doc")
        except ImportProblem:
            continue
        word.read()
        walker = word.walker
        lost = max(word.missing, 0)
        counted = walker.kept + walker.marks + walker.characters.total() - lost
        assert counted == len(word.text)
        read += 1
    assert read > 30


@pytest.fixture(scope="module")
def measuring(project: Path) -> ModuleType:
    """The script that compares with LibreOffice."""
    path = project / "packaging" / "measure_doc.py"
    spec = importlib.util.spec_from_file_location("measure_doc", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_public_files(shared: Path, tmp_path: Path, measuring: ModuleType) -> None:
    paths = sorted((shared / "data" / "office_public").glob("*.doc"))
    assert len(paths) >= 60
    texts: dict[str, str] = {}
    for path in paths:
        begun = seconds()
        try:
            word = WordBinary(path.read_bytes(), path.name)
        except ImportProblem as problem:
            assert problem.code == "encrypted"  # noqa: PT017 - the only one that is not read
            continue
        texts[path.stem] = word.read().text
        counted = word.walker.kept + word.walker.marks + word.walker.characters.total()
        assert counted == len(word.text)
        assert seconds() - begun < 5
    assert len(texts) >= 59
    if shutil.which("soffice") is None:
        return
    measuring.convert(paths, tmp_path)
    lines = missed = 0
    for path in paths:
        theirs = tmp_path / f"{path.stem}.txt"
        if path.stem in texts and theirs.exists():
            missing, total = measuring.missing_lines(
                theirs.read_text(encoding="utf-8-sig"), texts[path.stem]
            )
            lines += total
            missed += missing.total()
            assert missing.total() <= 0.05 * total or path.name in OTHERWISE, path.name
    assert lines > 1200
    assert missed <= 0.01 * lines
