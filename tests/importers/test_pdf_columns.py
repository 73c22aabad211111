"""PDF: columns are read one after the other, tables cell by cell, doubts are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.commandline.entry import run
from drafting.importers.pdf.reader import read_pdf
from drafting.importers.registry import import_bytes
from drafting.importers.safe_import import safe_import
from tests.importers.column_files import column_file, table_file
from tests.importers.pdf_files import line, pdf_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafting.model.draft import Draft
    from drafting.model.imported import ImportedText

    Convert = Callable[[bytes, str, str], bytes]

PROSE = (
    "入冬以后各乡镇水渠清淤进度不一，有的村已经见底，有的村还没有动一锹土，这样下去开春浇不上水。",
    "今天把大家请到渠边上来，就是要当面把话说透，把账算清，把人和机械都定下来，谁家的渠谁家管好。",
    "每个村都要有一支清淤队，队长由村主任担任，干到哪一段、用了多少工，每天晚上都要报到镇里来。",
)
LONG = "".join(PROSE).replace("。", "，")[:-1] + "。"
OTHER = LONG.replace("渠", "路")
DOUBT = "页像是分栏或表格，文字的先后次序可能有误，请对照原件核对。"


def kinds(imported: ImportedText) -> dict[str, int]:
    return {one.kind: one.count for one in imported.omissions}


def set_column(text: str, x: float, y: float, width: int, size: float = 12) -> str:
    """Commands for a text in lines of so many characters, the first indented by two."""
    lines = ["　　" + text[: width - 2]]
    rest = text[width - 2 :]
    lines += [rest[at : at + width] for at in range(0, len(rest), width)]
    return "".join(line(one, x, y - 18 * row, size) for row, one in enumerate(lines))


@pytest.mark.parametrize("count", [2, 3])
def test_columns_under_a_title_over_all_of_them(
    speech: Draft, convert: Convert, count: int
) -> None:
    title, *text = [one for one in speech.text.split("\n") if one]
    data = column_file([(1, [title]), (count, text * 2)], head="云岭工作通讯")
    imported = import_bytes(convert(data, "docx", "pdf"), "讲话.pdf")
    assert imported.text.split("\n") == [title, *text, *text]
    assert imported.doubts == ()
    assert set(kinds(imported)) == {"页眉页脚"}


def test_columns_part_by_part(speech: Draft, convert: Convert) -> None:
    """A title in the middle of the page parts what stands over it from what stands under it."""
    text = [one for one in speech.text.split("\n") if one]
    data = column_file([(2, text), (1, ["二、会场内外"]), (3, text)])
    imported = import_bytes(convert(data, "docx", "pdf"), "讲话.pdf")
    assert imported.text.split("\n") == [*text, "二、会场内外", *text]


def test_a_table_with_rules_is_read_cell_by_cell(convert: Convert) -> None:
    rows = [("序号", "任务", "单位")] + [
        (str(number), one, "县水利局牵头，县财政局、各乡镇人民政府配合")
        for number, one in enumerate(PROSE, 1)
    ]
    data = table_file(rows, is_ruled=True, before=PROSE)
    imported = import_bytes(convert(data, "docx", "pdf"), "讲话.pdf")
    cells = [cell for row in rows[1:] for cell in row]
    assert imported.text.split("\n") == [*PROSE, "序号 任务 单位", *cells]
    assert (imported.omissions, imported.doubts) == ((), ())


def test_lines_of_a_table_without_rules_between_them_are_read_across() -> None:
    """Rules round the whole and between its columns alone; and a rule under a part of a row."""
    rows = [(f"第{number}镇", str(1000 + 37 * number)) for number in range(1, 7)]
    text = "".join(
        line(one, 70, 700 - 20 * row, 12) + line(two, 210, 700 - 20 * row, 12)
        for row, (one, two) in enumerate(rows)
    )
    box = "60 590 m 60 720 l S 200 590 m 200 720 l S 340 590 m 340 720 l S 60 590 m 340 590 l S "
    for above in ("60 720 m 340 720 l S ", "60 720 m 340 720 l S 60 655 m 200 655 l S "):
        imported = read_pdf(pdf_file([box + above + text]), "a.pdf")
        assert imported.text.split("\n") == [" ".join(row) for row in rows]


def test_a_table_without_rules_is_told(
    convert: Convert, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Read across, with a sentence that comes out of the child and stands beside the answer."""
    rows = [(one, one.replace("渠", "沟")) for one in PROSE * 2]
    data = table_file(rows, is_ruled=False, before=PROSE)
    path = tmp_path / "讲话.pdf"
    path.write_bytes(convert(data, "docx", "pdf"))
    assert safe_import(path).doubts == (f"第 1 {DOUBT}",)
    assert run(["clean", str(path)]) == 0
    assert f"第 1 {DOUBT}\n" in capsys.readouterr().err


def test_a_last_page_that_fills_no_second_column() -> None:
    first = set_column(LONG, 60, 760, 16) + set_column(OTHER, 300, 760, 16)
    rest = "".join(PROSE)
    second = set_column(rest[:29], 60, 760, 16)
    imported = read_pdf(pdf_file([first, second]), "a.pdf")
    assert imported.text.replace("　", "").split("\n") == [LONG, OTHER, rest[:29]]


def test_page_numbers_close_under_columns() -> None:
    """On even pages the number stands under the first column, one line below it."""
    texts = [("干" * count + LONG, "修" * count + OTHER) for count in (1, 2, 3)]
    pages = [
        set_column(one, 60, 760, 16)
        + set_column(other, 300, 760, 16)
        + line(f"— {number} —", 60 if number % 2 == 0 else 420, 760 - 18 * 10, 10)
        for number, (one, other) in enumerate(texts, 1)
    ]
    imported = read_pdf(pdf_file(pages), "a.pdf")
    assert imported.text.replace("　", "").split("\n") == [one for some in texts for one in some]
    assert kinds(imported) == {"页码": 3}


def test_lists_in_columns_are_read_across() -> None:
    names = [("陈立新", "周海平", "吴国梁", "赵春生"), ("孙长河", "李大有", "何秋实", "蔡红梅")] * 6
    page = "".join(
        line(one, 60 + 110 * place, 760 - 24 * row)
        for row, some in enumerate(names)
        for place, one in enumerate(some)
    )
    imported = read_pdf(pdf_file([page]), "a.pdf")
    assert imported.text.split("\n") == [" ".join(some) for some in names]
    assert imported.doubts == ()


def test_contents_and_forms_are_read_across() -> None:
    rows = [(f"第{number}部分 {PROSE[0][:number]}", str(number)) for number in range(4, 16)]
    page = "".join(
        line(one, 60, 760 - 24 * row) + line(two, 500, 760 - 24 * row)
        for row, (one, two) in enumerate(rows)
    )
    imported = read_pdf(pdf_file([page]), "a.pdf")
    assert imported.text.split("\n") == [" ".join(row) for row in rows]
    assert imported.doubts == ()


def test_notes_in_the_margin_are_listed() -> None:
    page = set_column(LONG * 3, 60, 760, 24, 14)
    page += line("批注：请核数。", 430, 742, 9) + line("批注：是否删去？", 430, 600, 9)
    imported = read_pdf(pdf_file([page]), "a.pdf")
    assert imported.text.strip("　") == LONG * 3
    assert kinds(imported) == {"页边的旁注": 2}


@pytest.mark.parametrize("count", [1, 2])
def test_a_running_head_of_few_pages(count: int) -> None:
    """The head of the 送审版: small, and higher than any text stands."""
    page = line("送审稿", 80, 786, 14) + set_column("".join(PROSE), 80, 712, 22, 16)
    imported = read_pdf(pdf_file([page] * count), "a.pdf")
    assert "送审稿" not in imported.text
    assert kinds(imported) == {"页眉页脚": count}


def test_a_small_line_within_the_frame_is_text() -> None:
    page = line("内部资料", 80, 760, 14) + set_column("".join(PROSE), 80, 712, 22, 16)
    assert read_pdf(pdf_file([page]), "a.pdf").text.startswith("内部资料\n")


def test_a_heading_that_begins_two_pages_is_text() -> None:
    page = line("同志们：", 80, 760, 16) + set_column("".join(PROSE), 80, 742, 22, 16)
    assert read_pdf(pdf_file([page] * 2), "a.pdf").text.count("同志们：") == 2


@pytest.mark.parametrize("rows", [4, 5, 6, 8])
def test_short_columns_are_read_one_after_the_other_or_doubted(rows: int) -> None:
    """Of paragraphs of two lines there are hardly enough to tell them from cells."""
    left, right = (
        "".join(
            line(text[: 10 - 6 * (row % 2)], x + 32 - 32 * (row % 2), 700 - 24 * row)
            for row in range(rows)
        )
        for x, text in ((80, LONG), (320, OTHER))
    )
    imported = read_pdf(pdf_file([left + right]), "a.pdf")
    assert imported.doubts == (f"第 1 {DOUBT}",)
