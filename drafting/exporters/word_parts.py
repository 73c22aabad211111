"""The fixed parts of a Word package: settings, faces, page numbers, properties.

Element order follows ECMA-376 Part 1 (CT_Settings 17.15.1.78, CT_SectPr 17.6.17).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from drafting.exporters.word_styles import (
    NAMESPACE,
    XML_HEAD,
    footer_line_height,
    twentieths,
)
from drafting.exporters.word_text import clean_for_xml
from drafting.pagination.faces import face_names
from drafting.pagination.layout_files import POINTS_PER_MM
from drafting.pagination.page_headers import HEADER_DISTANCE

if TYPE_CHECKING:
    from drafting.model.layout import PageLayout

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = f"{_PACKAGE}/relationships"

DOCUMENT_HEAD = f'{XML_HEAD}<w:document xmlns:w="{NAMESPACE}" xmlns:r="{_OFFICE}"><w:body>'

_WORD_PARTS = (  # target inside word/, relationship type, content type
    ("styles.xml", "styles", f"{_WORD_TYPE}.styles"),
    ("settings.xml", "settings", f"{_WORD_TYPE}.settings"),
    ("fontTable.xml", "fontTable", f"{_WORD_TYPE}.fontTable"),
    ("footer1.xml", "footer", f"{_WORD_TYPE}.footer"),
    ("theme/theme1.xml", "theme", "application/vnd.openxmlformats-officedocument.theme"),
)
_EVEN_FOOTER = ("footer2.xml", "footer", f"{_WORD_TYPE}.footer")
_HEADER = ("header1.xml", "header", f"{_WORD_TYPE}.header")


def section_xml(layout: PageLayout, *, has_grid: bool = True) -> str:
    """Return the section: header, footers, paper, margins, line numbers, grid of lines."""
    footers = '<w:footerReference w:type="default" r:id="rId4"/>'
    if layout.odd_even_pages:
        footers = '<w:footerReference w:type="even" r:id="rId6"/>' + footers
    if layout.header_mark:
        header = f'r:id="rId{len(_parts(layout))}"'
        kinds = ("even", "default") if layout.odd_even_pages else ("default",)
        footers = "".join(f'<w:headerReference w:type="{k}" {header}/>' for k in kinds) + footers
    # The dashes stand at the middle of the footer's line.
    below = layout.margin_bottom - layout.page_number_distance
    footer = twentieths(below * POINTS_PER_MM - footer_line_height(layout) / 2)
    numbers = '<w:lnNumType w:countBy="1" w:restart="newPage"/>' if layout.line_numbers else ""
    # A grid of lines only: LibreOffice fails on characters with negative spacing.
    grid = f'<w:docGrid w:type="lines" w:linePitch="{twentieths(layout.line_pitch)}"/>'
    return (
        f"<w:sectPr>{footers}"
        f'<w:pgSz w:w="{_twips(layout.paper_width)}" w:h="{_twips(layout.paper_height)}"/>'
        f'<w:pgMar w:top="{_twips(layout.margin_top)}" w:right="{_twips(layout.margin_right)}" '
        f'w:bottom="{_twips(layout.margin_bottom)}" w:left="{_twips(layout.margin_left)}" '
        f'w:header="{_twips(HEADER_DISTANCE)}" w:footer="{footer}" w:gutter="0"/>{numbers}'
        f'<w:cols w:space="425"/>'
        f"{grid if has_grid else ''}</w:sectPr>"
    )


def settings_xml(layout: PageLayout) -> str:
    """Return ``word/settings.xml``: odd and even pages, line breaking, no revision ids."""
    odd_even = "<w:evenAndOddHeaders/>" if layout.odd_even_pages else ""
    return (
        f'{XML_HEAD}<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/>'
        f"<w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>"
        f'<w:defaultTabStop w:val="420"/>{odd_even}'
        # Marks keep their width: compressed, each program would break lines elsewhere.
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        "<w:compat><w:doNotExpandShiftReturn/><w:useFELayout/>"
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def fonts_xml(layout: PageLayout) -> str:
    """Return ``word/fontTable.xml``: for each face its other names and its ladder."""
    faces: dict[str, bool] = {}
    for style in layout.styles.values():
        faces.setdefault(style.face, True)
        faces.setdefault(style.latin_face, False)
    entries = []
    for face, is_chinese in faces.items():
        ladder = [rung.removesuffix(":bold") for rung in layout.substitutes.get(face, ())]
        names = dict.fromkeys([*face_names(face)[1:], *(n for r in ladder for n in face_names(r))])
        other = f"<w:altName w:val={quoteattr(','.join(names))}/>" if names else ""
        charset = "86" if is_chinese else "00"
        entries.append(
            f'<w:font w:name={quoteattr(face)}>{other}<w:charset w:val="{charset}"/></w:font>'
        )
    return f'{XML_HEAD}<w:fonts xmlns:w="{NAMESPACE}">{"".join(entries)}</w:fonts>'


def footer_xml(style_id: str) -> str:
    """Return a footer with — PAGE —; the field in its full form, which WPS needs."""
    hint = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
    return (
        f'{XML_HEAD}<w:ftr xmlns:w="{NAMESPACE}"><w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>'
        f'<w:r>{hint}<w:t xml:space="preserve">— </w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        f'<w:r>{hint}<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    )


def header_xml(text: str) -> str:
    """Return a header of one line."""
    return (
        f'{XML_HEAD}<w:hdr xmlns:w="{NAMESPACE}"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
        f'<w:t xml:space="preserve">{clean_for_xml(text)}</w:t></w:r></w:p></w:hdr>'
    )


def core_xml(title: str) -> str:
    """Return the properties: the title and nothing of the machine, its user or its clock."""
    return (
        f'{XML_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{clean_for_xml(title)}</dc:title><dc:creator></dc:creator>"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def content_types_xml(layout: PageLayout) -> str:
    """Return ``[Content_Types].xml``."""
    overrides = "".join(
        f'<Override PartName="/word/{target}" ContentType="{kind}+xml"/>'
        for target, _, kind in (
            ("document.xml", "", f"{_WORD_TYPE}.document.main"),
            *_parts(layout),
        )
    )
    return (
        f'{XML_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def package_relations_xml() -> str:
    """Return ``_rels/.rels``."""
    return (
        f'{XML_HEAD}<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_RELATIONS}/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>'
    )


def document_relations_xml(layout: PageLayout) -> str:
    """Return ``word/_rels/document.xml.rels``."""
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (target, kind, _) in enumerate(_parts(layout), 1)
    )
    return f'{XML_HEAD}<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'


def _parts(layout: PageLayout) -> tuple[tuple[str, str, str], ...]:
    even = (_EVEN_FOOTER,) if layout.odd_even_pages else ()
    return (*_WORD_PARTS, *even, *((_HEADER,) if layout.header_mark else ()))


def _twips(millimetres: float) -> int:
    return twentieths(millimetres * POINTS_PER_MM)
