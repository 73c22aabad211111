"""The styles of our Word template, made from a layout.

The layout file is the only source: there is no binary template beside it. Elements stand in the
order of ECMA-376 Part 1, 17.3 and 17.7; faces are named outright, never by theme.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from drafting.model.layout import PageLayout, TextStyle

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_ALIGNMENT = {"left": "left", "centre": "center", "right": "right", "justified": "both"}


@dataclass(frozen=True, slots=True)
class WordStyle:
    """One paragraph style: its id, its name, and the layout's style that it shows."""

    style_id: str
    name: str
    source: str
    outline_level: int | None = None
    following: str = "BodyText"


# Names in English are Word's own: it shows them in the language of its window.
PARAGRAPH_STYLES = (
    WordStyle("BodyText", "Body Text", "body"),
    WordStyle("Title", "Title", "title"),
    WordStyle("Subtitle", "Subtitle", "subtitle"),
    WordStyle("Speaker", "讲话人", "speaker"),
    WordStyle("Date", "Date", "date"),
    WordStyle("Salutation", "Salutation", "salutation"),
    WordStyle("Heading1", "heading 1", "heading1", 0),
    WordStyle("Heading2", "heading 2", "heading2", 1),
    WordStyle("Heading3", "heading 3", "heading3", 2),
    WordStyle("Heading4", "heading 4", "heading4", 3),
    WordStyle("Signature", "Signature", "signature"),
)
STYLE_IDS = {style.source: style.style_id for style in PARAGRAPH_STYLES}
# A salutation in the midst of the text keeps no distance from a title.
INNER_SALUTATION = "InnerSalutation"
_DEFAULT_CHARACTER_STYLE = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
)
_CUSTOM = frozenset({"Speaker"})


def styles_xml(layout: PageLayout) -> str:
    """Return the whole ``word/styles.xml``."""
    body = layout.style("body")
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(body)}{_size(body.size)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    head = f'{XML_HEAD}<w:styles xmlns:w="{NAMESPACE}">'
    parts = [head, defaults, _normal(layout), _DEFAULT_CHARACTER_STYLE]
    for style in PARAGRAPH_STYLES:
        parts.append(_paragraph_style(style, layout))
        if style.outline_level is not None:
            parts.append(_run_in_style(style, layout))
    parts.append(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{INNER_SALUTATION}">'
        '<w:name w:val="称呼（文中）"/><w:basedOn w:val="Salutation"/><w:next w:val="BodyText"/>'
        '<w:pPr><w:spacing w:before="0"/></w:pPr></w:style>'
    )
    parts.append(_footer_styles(layout))
    parts.append("</w:styles>")
    return "".join(parts)


def _normal(layout: PageLayout) -> str:
    """Return 正文, which carries face, size and pitch for every other style."""
    body = layout.style("body")
    pitch = twentieths(layout.line_pitch)
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/><w:pPr><w:widowControl w:val="0"/>'
        # Word's default, yet it must be said: LibreOffice 7.4 reads it the wrong way round, and
        # a mark that it hangs beside a justified line is neither painted nor in the PDF's text.
        "<w:overflowPunct/>"
        f'<w:spacing w:before="0" w:after="0" w:line="{pitch}" w:lineRule="exact"/>'
        f'<w:jc w:val="{_ALIGNMENT[body.alignment]}"/></w:pPr>'
        f"<w:rPr>{_fonts(body)}{_bold(body.bold)}{_spacing(body.spacing)}{_size(body.size)}</w:rPr>"
        "</w:style>"
    )


def _paragraph_style(style: WordStyle, layout: PageLayout) -> str:
    setting, body = layout.style(style.source), layout.style("body")
    is_body = style.source == "body"
    properties = [
        "<w:keepNext/><w:keepLines/>" if style.outline_level is not None else "",
        # LibreOffice gives a larger face two lines of the grid, in spite of the exact pitch.
        '<w:snapToGrid w:val="0"/>' if setting.size > body.size else "",
        _distance(layout) if style.source == "salutation" else "",
        "" if is_body and not setting.first_indent else _indent(setting),
        "" if setting.alignment == body.alignment else f'<w:jc w:val="{_jc(setting)}"/>',
        "" if style.outline_level is None else f'<w:outlineLvl w:val="{style.outline_level}"/>',
    ]
    base = "Normal" if is_body else "BodyText"
    link = f'<w:link w:val="{style.style_id}Char"/>' if style.outline_level is not None else ""
    custom = ' w:customStyle="1"' if style.style_id in _CUSTOM else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.style_id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{base}"/>'
        f'<w:next w:val="{style.following}"/>{link}<w:qFormat/>'
        f"{_filled('pPr', ''.join(properties))}"
        f"{_filled('rPr', '' if is_body else _difference(setting, body))}</w:style>"
    )


def _run_in_style(style: WordStyle, layout: PageLayout) -> str:
    """Return the character style linked to a heading: the face of a run-in heading.

    Word keeps the two together, so changing the heading's face changes both.
    """
    level = (style.outline_level or 0) + 1
    face = _difference(layout.style(style.source), layout.style("body"))
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style.style_id}Char">'
        f'<w:name w:val="标题 {level} 字符"/><w:basedOn w:val="DefaultParagraphFont"/>'
        f'<w:link w:val="{style.style_id}"/>{_filled("rPr", face)}</w:style>'
    )


def _footer_styles(layout: PageLayout) -> str:
    """Return the styles of the page number: outer side right (odd), left (even)."""
    setting = layout.style("page_number")
    indent = f'w:{{side}}Chars="{round(setting.end_indent * 100)}" '
    indent += f'w:{{side}}="{twentieths(setting.end_indent * setting.size)}"'
    pitch = twentieths(footer_line_height(layout))
    line = f'<w:spacing w:line="{pitch}" w:lineRule="exact"/>'

    def paragraph(side: str) -> str:
        return f'<w:ind {indent.format(side=side)}/><w:jc w:val="{side}"/>'

    return (
        '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/>{line}{paragraph("right")}'
        f"</w:pPr>{_filled('rPr', _difference(setting, layout.style('body')))}</w:style>"
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="EvenFooter">'
        '<w:name w:val="页脚（双页）"/><w:basedOn w:val="Footer"/>'
        f'<w:pPr><w:ind w:rightChars="0" w:right="0" {indent.format(side="left")}/>'
        '<w:jc w:val="left"/></w:pPr></w:style>'
        + (_header_style(line) if layout.header_mark else "")
    )


def _header_style(line: str) -> str:
    """Return the style of the header, which looks like the page number."""
    return (
        '<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/>'
        f'<w:basedOn w:val="Footer"/><w:pPr><w:snapToGrid w:val="0"/>{line}'
        '<w:ind w:leftChars="0" w:left="0" w:rightChars="0" w:right="0"/><w:jc w:val="left"/>'
        "</w:pPr></w:style>"
    )


def footer_line_height(layout: PageLayout) -> float:
    """Return the height of the page number's line in points; its dashes stand at its middle."""
    return layout.style("page_number").size * 1.25


def twentieths(points: float) -> int:
    """Return points in Word's unit, a twentieth of a point."""
    return round(points * 20)


def _distance(layout: PageLayout) -> str:
    """Return the empty lines between title and salutation as space before it."""
    before = twentieths(layout.lines_after_title * layout.line_pitch)
    return f'<w:spacing w:before="{before}"/>' if before else ""


def _jc(setting: TextStyle) -> str:
    return _ALIGNMENT[setting.alignment]


def _indent(setting: TextStyle) -> str:
    """Return the indents; the lengths beside the characters are for readers that know no Chars."""
    first = twentieths(setting.first_indent * setting.advance)
    values = f'w:firstLineChars="{round(setting.first_indent * 100)}" w:firstLine="{first}"'
    if setting.end_indent and setting.alignment in {"left", "right"}:
        side, end = setting.alignment, twentieths(setting.end_indent * setting.advance)
        values = f'w:{side}Chars="{round(setting.end_indent * 100)}" w:{side}="{end}" {values}'
    return f"<w:ind {values}/>"


def _difference(setting: TextStyle, body: TextStyle) -> str:
    """Return the run properties in which ``setting`` differs from the body.

    What is equal is left to inheritance: the body's face is changed in one place.
    """
    same_face = (setting.face, setting.latin_face) == (body.face, body.latin_face)
    return (
        ("" if same_face else _fonts(setting))
        + ("" if setting.bold == body.bold else _bold(setting.bold))
        + ("" if setting.spacing == body.spacing else _spacing(setting.spacing))
        + ("" if setting.size == body.size else _size(setting.size))
    )


def _fonts(setting: TextStyle) -> str:
    latin, face = quoteattr(setting.latin_face), quoteattr(setting.face)
    return f"<w:rFonts w:ascii={latin} w:hAnsi={latin} w:eastAsia={face} w:cs={latin}/>"


def _bold(bold: bool) -> str:  # noqa: FBT001 - a property, not a mode
    return "<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'


def _spacing(points: float) -> str:
    return f'<w:spacing w:val="{twentieths(points)}"/>'


def _size(points: float) -> str:
    half_points = round(points * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _filled(tag: str, content: str) -> str:
    return f"<w:{tag}>{content}</w:{tag}>" if content else ""
