"""The quick way through plain Word files tells what the careful way tells."""

from __future__ import annotations

import io
import random
import re
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from drafting.errors import ImportProblem
from drafting.exporters.word import word_bytes
from drafting.importers.word_xml import package, reader
from drafting.importers.word_xml.plain import walk_plain
from drafting.importers.word_xml.reader import read_word
from drafting.pagination.layout_files import load_layout
from drafting.parsing.parser import parse_draft
from tests.importers.packages import paragraph, run, word_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drafting.model.imported import ImportedText

# What stands in a plain run or beside one, and what makes a part one to be read with care.
_PLAIN = ("<w:tab/>", "<w:br/>", '<w:br w:type="page"/>', "<w:t>抓\n实</w:t>", "<w:t/>")
_BESIDE = ('<w:bookmarkStart w:id="1"/>', "<w:proofErr/>", "")
_ODD = (
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>",
    "<w:ins><w:r><w:t>增</w:t></w:r></w:ins>",
    "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>",
    "<w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink>",
    "<w:t>裸</w:t>",
    "<w:r><w:noBreakHyphen/></w:r>",
    "<w:p><w:r><w:t>内</w:t></w:r></w:p>",
)


def some_file(chance: random.Random, odd: tuple[str, ...] = ()) -> bytes:
    lines = []
    for _ in range(12):
        runs = [
            f"<w:r>{''.join(chance.choices(_PLAIN, k=chance.randint(0, 3)))}</w:r>"
            + chance.choice(_BESIDE)
            for _ in range(chance.randint(0, 3))
        ]
        lines.append(paragraph(*runs, run("要", "<w:b/>"), *chance.choices(("", *odd), k=2)))
    return word_file("".join(lines))


def both_ways(data: bytes, monkeypatch: pytest.MonkeyPatch) -> Iterator[ImportedText]:
    yield read_word(data, "讲话.docx")
    with monkeypatch.context() as patched:
        patched.setattr(reader, "walk_plain", lambda *_: False)
        yield read_word(data, "讲话.docx")


def watched_ways(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Return a list that grows by one for each part: was it read the quick way."""
    ways: list[bool] = []

    def watched(*arguments: object) -> bool:
        ways.append(walk_plain(*arguments))  # type: ignore[arg-type]
        return ways[-1]

    monkeypatch.setattr(reader, "walk_plain", watched)
    return ways


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("odd", [(), _ODD], ids=["plain", "odd"])
def test_both_ways_tell_the_same(
    seed: int, odd: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    quick, careful = both_ways(some_file(random.Random(seed), odd), monkeypatch)  # noqa: S311
    assert quick == careful


@pytest.mark.parametrize(
    ("inner", "is_quick"),
    [
        ("<w:r><w:t>甲&amp;lt;乙&lt;丙&quot;</w:t></w:r>", True),
        ("<w:r><w:t>一\r\n二\r三\n四</w:t></w:r>", True),
        ("<w:r><w:t>a > b</w:t></w:r>", True),
        ('<w:r><w:t> w:rsidR="00AB" </w:t></w:r>', True),
        ('<w:r w:rsidR="00AB" w:rsidRPr="12"><w:t>次</w:t></w:r>', True),
        ("<w:r><w:br w:type='page'/><w:t>页</w:t></w:r>", True),
        ("<w:r><w:t>数&#65;</w:t></w:r>", False),
        ("<w:r><w:t>原<![CDATA[<w:t>文]]></w:t></w:r>", False),
        ("<w:r><w:t>注<!-- 说明 -->后</w:t></w:r>", False),
        ("<w:r><w:t>前<w:b/>后</w:t></w:r>", False),
        ('<w:bookmarkStart w:name="甲>乙"/><w:r><w:t>书签</w:t></w:r>', False),
        ("<w:bookmarkStart w:name='\"'/><w:bookmarkEnd w:id='>'/><w:r><w:t>引</w:t></w:r>", False),
        ('<w:r xmlns:w="urn:other"><w:t>别</w:t></w:r>', False),
        ("<w:r><w:t>后</w:t></w:r><w:pPr/>", False),
        ("<w:pPr><w:r><w:t>内</w:t></w:r></w:pPr>", False),
    ],
)
def test_what_xml_allows_is_read_the_same(
    inner: str, is_quick: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = word_file(f"<w:p>{inner}</w:p><w:p><w:r><w:t>末段</w:t></w:r></w:p>")
    ways = watched_ways(monkeypatch)
    quick, careful = both_ways(data, monkeypatch)
    assert quick == careful
    assert ways == [is_quick]


@pytest.mark.parametrize("tail", ["甲 & 乙", "</w:t></w:r></w:p></w:body></w:document><w:p/>"])
def test_part_that_is_no_xml_is_damaged(tail: str) -> None:
    data = word_file(f"<w:p><w:r><w:t>{tail}</w:t></w:r></w:p>")
    with pytest.raises(ImportProblem, match="已损坏"):
        read_word(data, "讲话.docx")


@pytest.mark.parametrize("layout", ["official", "reading", "review"])
def test_our_own_files_are_read_the_quick_way(
    layout: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = project / "resources" / "samples" / "sample_mobilisation.txt"
    draft = parse_draft(sample.read_text(encoding="utf-8"))
    data = word_bytes(draft, load_layout(layout))
    quick, careful = both_ways(data, monkeypatch)
    ways = watched_ways(monkeypatch)
    assert read_word(data, "讲话.docx") == quick == careful
    assert ways == [True]


def test_lists_of_another_program_are_numbered_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    document = docx.Document()
    for number, style in enumerate(["List Number", "Normal", "List Number 2", "List Bullet"] * 3):
        document.add_paragraph(f"第{number}段", style=style)
    stream = io.BytesIO()
    document.save(stream)
    quick, careful = both_ways(stream.getvalue(), monkeypatch)
    assert quick == careful
    assert quick.text.startswith("1")


def test_public_files_are_read_the_same(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(data: bytes) -> tuple[ImportedText | ImportProblem, ...]:
        try:
            return tuple(both_ways(data, monkeypatch))
        except ImportProblem:
            return ()

    pairs = [
        told(path.read_bytes())
        for folder in ("docx_dev", "office_public")
        for path in sorted((shared / "data" / folder).glob("*.docx"))
    ]
    assert sum(map(bool, pairs)) > 100
    assert all(pair[0] == pair[1] for pair in pairs if pair)


def test_styles_number_through_what_they_are_based_on(monkeypatch: pytest.MonkeyPatch) -> None:
    document = docx.Document()
    styles = document.styles
    for name, base in (
        ("甲", "List Number"),
        ("乙", "甲"),
        ("丙", "Normal"),
        ("丁", "List Bullet 2"),
    ):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles[base]
    for name in ("甲", "乙", "丙", "丁", "甲", "Heading 1", "Title") * 2:
        document.add_paragraph(f"样式{name}。", style=name)
    stream = io.BytesIO()
    document.save(stream)
    quick = read_word(stream.getvalue(), "讲话.docx")
    monkeypatch.setattr(package, "numbering_only", lambda whole: whole)
    assert read_word(stream.getvalue(), "讲话.docx") == quick
    lines = quick.text.split("\n")
    assert lines[:4] == ["1.样式甲。", "2.样式乙。", "样式丙。", "•样式丁。"]


def test_styles_that_number_nothing_are_not_parsed() -> None:
    styles = docx.Document().styles.element.xml.encode()
    kept = package.numbering_only(styles)
    assert 0 < len(kept) < len(styles) / 50
    names = set(re.findall(rb'w:styleId="([^"]*)"', kept))
    assert {b"ListBullet", b"ListNumber3"} <= names
    assert names.isdisjoint({b"Normal", b"Heading1", b"TableGrid"})
