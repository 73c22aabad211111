"""The theme part: validators want one in every package, but no style of ours refers to it.

Its faces are the layout's own, so a program that does look at them asks for nothing missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from drafting.exporters.word_styles import XML_HEAD

if TYPE_CHECKING:
    from drafting.model.layout import PageLayout

_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS = (
    ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "44546A"), ("lt2", "E7E6E6"),
    ("accent1", "A3271F"), ("accent2", "B7791F"), ("accent3", "3F7D4E"), ("accent4", "2F5D8A"),
    ("accent5", "6F4E7C"), ("accent6", "6F6B64"), ("hlink", "0563C1"), ("folHlink", "954F72"),
)  # fmt: skip


def theme_xml(layout: PageLayout) -> str:
    """Return ``word/theme/theme1.xml`` with plain fills and lines."""
    body = layout.style("body")
    fonts = (
        f"<a:latin typeface={quoteattr(body.latin_face)}/>"
        f'<a:ea typeface={quoteattr(body.face)}/><a:cs typeface=""/>'
    )
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{XML_HEAD}<a:theme xmlns:a="{_NAMESPACE}" name="讲稿"><a:themeElements>'
        f'<a:clrScheme name="讲稿">{colours}</a:clrScheme>'
        f'<a:fontScheme name="讲稿"><a:majorFont>{fonts}</a:majorFont>'
        f"<a:minorFont>{fonts}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="讲稿"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
