"""Tracked changes read either way, comments kept aside, and every place found again."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from drafting.errors import ImportProblem
from drafting.importers.registry import import_bytes
from drafting.importers.safe_import import end_children, safe_import, safe_import_bytes
from drafting.importers.serving import imported_from, imported_to
from drafting.importers.word_xml.package import short_name, value
from drafting.importers.word_xml.reader import read_word
from tests.importers.packages import paragraph, root, run, word_file

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.model.imported import Changes, ImportedText


def ins(inner: str) -> str:
    return f"<w:ins w:author='甲'>{inner}</w:ins>"


def gone(text: str) -> str:
    return f"<w:del w:author='甲'><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def listed(imported: ImportedText) -> dict[str, tuple[int, int]]:
    return {one.kind: (one.count, one.characters) for one in imported.omissions}


def both(body: str, **parts: str) -> tuple[ImportedText, ImportedText]:
    data = word_file(body, **parts)
    return read_word(data, "x.docx"), read_word(data, "x.docx", "original")


def test_insertions_deletions_and_moves() -> None:
    accepted, original = both(
        paragraph("收购", gone("三千") + ins(run("四千")), "吨")
        + paragraph(f"<w:moveFrom>{run('移走')}</w:moveFrom>", "甲")
        + paragraph(f"<w:moveTo>{run('移来')}</w:moveTo>", "乙")
        + paragraph(ins(run("新") + gone("又删")), gone("旧") + "<w:r><w:t>尾</w:t></w:r>")
    )
    assert accepted.text == "收购四千吨\n甲\n移来乙\n新尾"
    assert listed(accepted) == {"修订中删除的文字": (3, 5), "修订中移走的文字": (1, 2)}
    assert original.text == "收购三千吨\n移走甲\n乙\n旧尾"
    assert listed(original) == {"修订中新增的文字": (2, 5), "修订中移来的文字": (1, 2)}
    assert [one.run for one in original.runs] == [0, 1, 3, 0, 1, 1, 2, 3]


def test_paragraph_ends() -> None:
    def mark(name: str) -> str:
        return f"<w:rPr><w:{name}/></w:rPr>"

    accepted, original = both(
        paragraph("甲", properties=mark("ins"))
        + paragraph("乙", properties=mark("del"))
        + paragraph("丙")
        + paragraph(ins(run("整段新增")), properties=mark("ins"))
        + paragraph(f"<w:moveFrom>{run('整段移走')}</w:moveFrom>", properties=mark("moveFrom"))
        + paragraph("丁")
    )
    assert accepted.text == "甲\n乙丙\n整段新增\n丁"
    assert original.text == "甲乙\n丙\n整段移走\n丁"


def test_rows_and_cells() -> None:
    def row(mark: str, *cells: str) -> str:
        inner = "".join(f"<w:tc>{one}</w:tc>" for one in cells)
        return f"<w:tr><w:trPr>{mark}</w:trPr>{inner}</w:tr>"

    new_cell = "<w:tcPr><w:cellIns/></w:tcPr>" + paragraph("新格")
    old_cell = "<w:tcPr><w:cellDel/></w:tcPr>" + paragraph("旧格")
    table = (
        row("<w:ins/>", paragraph("新行"))
        + row("<w:del/>", paragraph("旧行"))
        + row("", paragraph("留"), new_cell, old_cell)
    )
    accepted, original = both(f"<w:tbl>{table}</w:tbl>")
    assert accepted.text == "新行\n留\n新格"
    assert listed(accepted) == {"修订中删除的文字": (2, 4)}
    assert original.text == "旧行\n留\n旧格"
    assert listed(original) == {"修订中新增的文字": (2, 4)}


def test_former_properties() -> None:
    """Numbers and hidden text that the changes brought in or took away."""
    numbering = root(
        "numbering",
        "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
        "<w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='5'><w:abstractNumId w:val='1'/></w:num>",
    )
    in_list = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='5'/></w:numPr>"
    accepted, original = both(
        paragraph("抓夏粮", properties=in_list + "<w:pPrChange><w:pPr/></w:pPrChange>")
        + paragraph("抓秋粮", properties=f"<w:pPrChange><w:pPr>{in_list}</w:pPr></w:pPrChange>")
        + paragraph(
            run("曾隐", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"),
            run("今隐", "<w:vanish/><w:rPrChange><w:rPr/></w:rPrChange>"),
        ),
        numbering=numbering,
    )
    assert accepted.text == "一、抓夏粮\n抓秋粮\n曾隐"
    assert original.text == "抓夏粮\n一、抓秋粮\n今隐"


def test_a_note_goes_with_its_mark() -> None:
    def mark(number: int) -> str:
        return f"<w:r><w:footnoteReference w:id='{number}'/></w:r>"

    notes = "".join(
        f"<w:footnote w:id='{number}'>{paragraph(text)}</w:footnote>"
        for number, text in enumerate(("旧注", "新注", "常注", "散注"), 1)
    )
    accepted, original = both(
        paragraph("甲", f"<w:del>{mark(1)}</w:del>", ins(mark(2)), mark(3)),
        footnotes=root("footnotes", notes),
    )
    assert accepted.text == "甲\n注1：新注\n注2：常注\n注3：散注"
    assert listed(accepted) == {"修订中删除的文字": (2, 2)}
    assert original.text == "甲\n注1：旧注\n注2：常注\n注3：散注"
    assert listed(original) == {"修订中新增的文字": (2, 2)}


def remark(number: int, text: str, attributes: str = "w:author='王'") -> str:
    return f"<w:comment w:id='{number}' {attributes}>{paragraph(text)}</w:comment>"


def edge(name: str, number: int) -> str:
    return f"<w:commentRange{name} w:id='{number}'/>"


def test_comments_with_their_spans() -> None:
    body = (
        paragraph("今年", edge("Start", 0), "粮食", "丰收", edge("End", 0), "了")
        + edge("Start", 1)
        + paragraph("第二段")
        + paragraph("第三段", edge("End", 1))
        + paragraph("点", "<w:r><w:commentReference w:id='2'/></w:r>", "评")
        + paragraph("前", edge("Start", 3), gone("删去"), edge("End", 3), "后")
        + paragraph("头", f"<w:del>{edge('Start', 4)}</w:del>", "身", edge("End", 4))
    )
    comments = root(
        "comments",
        remark(0, "核实产量", "w:author='王' w:date='2026-05-01T09:30:00Z'")
        + remark(1, "两段合一")
        + remark(2, "位置")
        + remark(3, "为何删")
        + remark(4, "起点已删")
        + remark(9, "无处", ""),
    )
    imported = read_word(word_file(body, comments=comments), "x.docx")
    found = [(one.text, one.start, one.end) for one in imported.comments]
    assert imported.text == "今年粮食丰收了\n第二段\n第三段\n点评\n前后\n头身"
    assert found == [
        ("核实产量", 2, 6),
        ("两段合一", 8, 15),
        ("位置", 17, 17),
        ("为何删", 20, 20),
        ("起点已删", 23, 24),
        ("无处", None, None),
    ]
    assert (imported.comments[0].author, imported.comments[0].date) == (
        "王",
        "2026-05-01T09:30:00Z",
    )
    assert (imported.comments[5].author, imported.comments[5].date) == ("", "")
    assert listed(imported)["批注"] == (6, sum(len(text) for text, _, _ in found))
    original = read_word(word_file(body, comments=comments), "x.docx", "original")
    third = original.comments[3]
    assert original.text[third.start : third.end] == "删去"


def test_a_span_leaves_off_the_number_before_it() -> None:
    numbering = root(
        "numbering",
        "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
        "<w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='5'><w:abstractNumId w:val='1'/></w:num>",
    )
    in_list = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='5'/></w:numPr>"
    body = paragraph(edge("Start", 0), "抓春耕", edge("End", 0), properties=in_list)
    parts = {"numbering": numbering, "comments": root("comments", remark(0, "好"))}
    imported = read_word(word_file(body, **parts), "x.docx")
    comment = imported.comments[0]
    assert imported.text == "1.抓春耕"
    assert imported.text[comment.start : comment.end] == "抓春耕"


def test_changes_and_comments_come_through_the_child(tmp_path: Path) -> None:
    body = paragraph(edge("Start", 0), "收", gone("三") + ins(run("四")), edge("End", 0), "吨")
    data = word_file(body, comments=root("comments", remark(0, "数字\ud7ff")))
    path = tmp_path / "回稿.docx"
    path.write_bytes(data)
    try:
        choices: tuple[tuple[Changes, str], ...] = (("accepted", "收四吨"), ("original", "收三吨"))
        for changes, text in choices:
            imported = safe_import(path, changes=changes)
            assert imported == read_word(data, "x.docx", changes)
            assert imported == safe_import_bytes(data, "-", changes=changes)
            assert imported.text == text
            assert (imported.comments[0].start, imported.comments[0].end) == (0, 2)
    finally:
        end_children()
    assert import_bytes("同志们：".encode(), "a.txt", "original").text == "同志们："


def test_the_journey_through_json_loses_nothing() -> None:
    body = paragraph("甲", gone("乙")) + paragraph("丙")
    imported = read_word(word_file(body, comments=root("comments", remark(3, "丁"))), "x.docx")
    assert imported.comments
    assert imported_from(imported_to(imported)) == imported


# ------------------------------------------------------------------ places in the package


def texts_of(package: zipfile.ZipFile, part: str) -> dict[tuple[int, int], str]:
    """The text of every run by (paragraph, run), found without the reader's own walk."""
    tree = etree.fromstring(package.read(part))
    owners: dict[etree._Element | None, int] = {None: 0}
    counts: dict[etree._Element | None, int] = {}
    found: dict[tuple[int, int], str] = {}
    for element in tree.iter():
        name = short_name(element) if isinstance(element.tag, str) else ""
        if name == "w:p":
            owners[element] = len(owners) - 1
        elif name in ("w:r", "m:r"):
            ups = [one for one in element.iterancestors() if short_name(one) == "w:p"]
            owner = ups[0] if ups else None
            place = counts.get(owner, 0)
            counts[owner] = place + 1
            found[owners[owner], place] = "".join(map(shown, element))
    return found


def shown(element: etree._Element) -> str:
    name = short_name(element)
    if name in ("w:t", "w:delText", "m:t"):
        return (element.text or "").replace("\n", " ").replace("\r", " ")
    if name == "w:br":
        return "\n" if value(element, "type") in (None, "textWrapping") else ""
    if name == "w:sym":
        return "?"
    return {"w:tab": "\t", "w:ptab": "\t", "w:cr": "\n", "w:noBreakHyphen": "-"}.get(name, "")


def assert_places(data: bytes, changes: Changes) -> int:
    imported = import_bytes(data, "x.docx", changes)
    checked = 0
    end = 0
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = {name.lower().lstrip("/"): name for name in package.namelist()}
        texts = {
            part: texts_of(package, names[part.lower()]) for part in {x.part for x in imported.runs}
        }
    for place in imported.runs:
        assert end <= place.start < place.end <= len(imported.text)
        end = place.end
        source = texts[place.part].get((place.paragraph, place.run), "")
        ours = imported.text[place.start : place.end]
        theirs = source[place.offset : place.offset + len(ours)]
        pairs = zip(ours, theirs.ljust(len(ours), "\0"), strict=True)
        assert all(b in (a, "?") for a, b in pairs), (place, ours, theirs)
        checked += len(ours)
    # Between the runs stand numbers, marks of notes and line breaks only.
    return checked


def test_offsets_count_what_is_left_out() -> None:
    mixed = (
        "<w:r><w:t>甲</w:t><w:fldChar w:fldCharType='begin'/><w:t>不显示</w:t>"
        "<w:fldChar w:fldCharType='separate'/><w:t>乙</w:t><w:fldChar w:fldCharType='end'/>"
        "<w:delText>删</w:delText><w:tab/><w:t>丙</w:t></w:r>"
    )
    data = word_file(paragraph("零", mixed) + paragraph(gone("一二") + ins(run("三四")), "五"))
    assert assert_places(data, "accepted") == 8
    assert assert_places(data, "original") == 9


def test_each_run_of_the_public_files_is_found_again(shared: Path) -> None:
    checked = 0
    for folder in ("docx_dev", "office_public"):
        for path in sorted((shared / "data" / folder).glob("*.docx")):
            data = path.read_bytes()
            choices: tuple[Changes, ...] = ("accepted", "original")
            for changes in choices:
                try:
                    checked += assert_places(data, changes)
                except ImportProblem:
                    continue
    assert checked > 1_000_000


def test_public_files_read_as_original_lose_nothing(shared: Path) -> None:
    """What one way of reading leaves out, and the other takes, is listed in full."""
    differing = 0
    for path in sorted((shared / "data" / "office_public").glob("*.docx")):
        data = path.read_bytes()
        try:
            accepted = import_bytes(data, path.name)
            original = import_bytes(data, path.name, "original")
        except ImportProblem:
            continue
        differing += accepted.text != original.text
        assert all(one.count > 0 for one in original.omissions)
    assert differing >= 1


@pytest.mark.parametrize("changes", ["accepted", "original"])
def test_only_what_is_read_makes_a_file_readable(changes: Changes) -> None:
    inner = gone("旧") if changes == "accepted" else ins(run("新"))
    with pytest.raises(ImportProblem, match="修订中"):
        read_word(word_file(paragraph(inner)), "x.docx", changes)
