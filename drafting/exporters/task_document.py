"""Write assignments as a Word table in a layout's own faces.

Element order follows ECMA-376 Part 1 (CT_TblPr 17.4.59, CT_TcPr 17.4.69).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.exporters.task_columns import COLUMNS, iter_task_rows
from drafting.exporters.word import package_of
from drafting.exporters.word_parts import DOCUMENT_HEAD, section_xml
from drafting.exporters.word_styles import STYLE_IDS, twentieths
from drafting.exporters.word_text import clean_for_xml
from drafting.pagination.layout_files import POINTS_PER_MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Draft
    from drafting.model.layout import PageLayout
    from drafting.model.task import Task

# Small four (小四), so that six columns fit on an upright page.
_SIZE = 24
_TITLE = "任务分解表"
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_HINT = '<w:rFonts w:hint="eastAsia"/>'


def task_document_bytes(draft: Draft, tasks: Sequence[Task], layout: PageLayout) -> bytes:
    """Return the .docx of ``tasks`` as a table whose head stands on every page."""
    heading = _line(_TITLE, "title") + (_line(f"（{draft.title}）", "date") if draft.title else "")
    rows = [_row([name for name, _ in COLUMNS], layout, is_head=True)]
    rows += [_row(cells, layout) for cells in iter_task_rows(draft, tasks)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _widths(layout))
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(_widths(layout))}" w:type="dxa"/>'
        f"<w:tblBorders>{_BORDERS}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )
    end = '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
    document = f"{DOCUMENT_HEAD}{heading}{table}{end}{section_xml(layout)}</w:body></w:document>"
    return package_of(document, f"{draft.title}{_TITLE}", layout)


def _widths(layout: PageLayout) -> list[int]:
    whole = twentieths(layout.type_width * POINTS_PER_MM)
    return [whole * share // 100 for _, share in COLUMNS]


def _row(cells: Sequence[str], layout: PageLayout, *, is_head: bool = False) -> str:
    properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if is_head else ""
    bold = "<w:b/>" if is_head else ""
    look = f'<w:rPr>{_HINT}{bold}<w:sz w:val="{_SIZE}"/><w:szCs w:val="{_SIZE}"/></w:rPr>'
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        '<w:p><w:pPr><w:snapToGrid w:val="0"/>'
        '<w:spacing w:line="320" w:lineRule="exact"/><w:jc w:val="left"/></w:pPr>'
        f"{_run(cell, look)}</w:p></w:tc>"
        for cell, width in zip(cells, _widths(layout), strict=True)
    )
    return f"<w:tr>{properties}{inner}</w:tr>"


def _line(text: str, style: str) -> str:
    look = f"<w:rPr>{_HINT}</w:rPr>"
    return f'<w:p><w:pPr><w:pStyle w:val="{STYLE_IDS[style]}"/></w:pPr>{_run(text, look)}</w:p>'


def _run(text: str, look: str) -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{clean_for_xml(text)}</w:t></w:r>'
