"""Write assignments as an .xlsx sheet for the office that follows them up.

The package is made in memory (ECMA-376 Part 1, 18.2 and 18.3): libraries for sheets write the text
to a temporary file on the way, where no text of a draft may lie.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from drafting.exporters.task_columns import COLUMNS, iter_task_rows
from drafting.exporters.word_styles import XML_HEAD
from drafting.exporters.word_text import clean_for_xml
from drafting.exporters.word_theme import theme_xml
from drafting.pagination.layout_files import load_layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from drafting.model.draft import Draft
    from drafting.model.task import Task

# A sheet's programs take a cell that begins so for a formula, whoever wrote it.
_FORMULA = ("=", "+", "-", "@", "\t")
_CHARACTERS_WIDE = 110
_STAMP = (1980, 1, 1, 0, 0, 0)
_NAME = "任务清单"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_LETTERS = "ABCDEFGHIJ"
_HEAD_STYLE, _CELL_STYLE = 1, 2


def task_sheet_bytes(draft: Draft, tasks: Sequence[Task]) -> bytes:
    """Return the .xlsx of ``tasks``; the same tasks give the same bytes, without author or clock.

    Cells are text; one that a program would take for a formula begins with an apostrophe.
    """
    rows = [tuple(title for title, _ in COLUMNS), *iter_task_rows(draft, tasks)]
    wordings = dict.fromkeys(cell for row in rows for cell in row)
    strings = {wording: place for place, wording in enumerate(wordings)}
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": _workbook(len(rows)),
        "xl/_rels/workbook.xml.rels": _relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml"),
            ("theme", "theme/theme1.xml"),
        ),
        "xl/styles.xml": _styles(),
        "xl/sharedStrings.xml": _shared(strings),
        "xl/theme/theme1.xml": theme_xml(load_layout("official")),
        "xl/worksheets/sheet1.xml": _sheet(rows, strings),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, date_time=_STAMP)
            entry.create_system = 0
            archive.writestr(entry, content.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _shared(strings: Iterable[str]) -> str:
    inner = "".join(f'<si><t xml:space="preserve">{_as_text(one)}</t></si>' for one in strings)
    return f'{XML_HEAD}<sst xmlns="{_MAIN}">{inner}</sst>'


def _sheet(rows: Iterable[Sequence[str]], strings: Mapping[str, int]) -> str:
    widths = "".join(
        f'<col min="{place}" max="{place}" width="{_CHARACTERS_WIDE * share / 100:.1f}"'
        ' customWidth="1"/>'
        for place, (_, share) in enumerate(COLUMNS, 1)
    )
    data = "".join(_row(number, cells, strings) for number, cells in enumerate(rows, 1))
    return (
        f'{XML_HEAD}<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2"'
        ' activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData>{data}</sheetData>"
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _row(number: int, cells: Sequence[str], strings: Mapping[str, int]) -> str:
    style = _HEAD_STYLE if number == 1 else _CELL_STYLE
    inner = "".join(
        f'<c r="{letter}{number}" s="{style}" t="s"><v>{strings[cell]}</v></c>'
        for letter, cell in zip(_LETTERS, cells, strict=False)
    )
    return f'<row r="{number}">{inner}</row>'


def _as_text(cell: str) -> str:
    guarded = f"'{cell}" if cell.startswith(_FORMULA) else cell
    return clean_for_xml(guarded)


def _workbook(rows: int) -> str:
    return (
        f'{XML_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{_NAME}" sheetId="1" r:id="rId1"/></sheets><definedNames>'
        f'<definedName name="_xlnm.Print_Area" localSheetId="0">{_NAME}!$A$1:'
        f"${_LETTERS[len(COLUMNS) - 1]}${rows}</definedName>"
        f'<definedName name="_xlnm.Print_Titles" localSheetId="0">{_NAME}!$1:$1</definedName>'
        "</definedNames></workbook>"
    )


def _styles() -> str:
    font = '<sz val="11"/><name val="宋体"/><charset val="134"/>'
    align = '<alignment vertical="top" wrapText="1"/>'
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"'
    return (
        f'{XML_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font>{font}</font>'
        f"<font><b/>{font}</font></fonts>"
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        f'</cellStyleXfs><cellXfs count="3">{plain}/>'
        '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"'
        f' applyAlignment="1">{align}</xf>{plain} applyAlignment="1">{align}</xf></cellXfs>'
        '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )


def _relations(*targets: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{XML_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/xl/{part}" ContentType="{_TYPE}.{kind}+xml"/>'
        for part, kind in (
            ("workbook.xml", "sheet.main"),
            ("worksheets/sheet1.xml", "worksheet"),
            ("styles.xml", "styles"),
            ("sharedStrings.xml", "sharedStrings"),
        )
    )
    return (
        f'{XML_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        '<Override PartName="/xl/theme/theme1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>'
    )
