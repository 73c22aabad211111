"""Write paragraphs as HTML for the clipboard: Word and WPS keep the layout when it is pasted.

Everything is said in place, beside each paragraph: no style sheet, no script, no address. The
``mso-`` properties are those that Word itself writes; other programs leave them aside.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from drafting.exporters.word_text import without_forbidden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.layout import PageLayout, TextStyle

_ALIGNMENTS = {"left": "left", "centre": "center", "right": "right", "justified": "justify"}


def html_paragraph(
    style_name: str,
    pieces: Sequence[tuple[str, str]],
    layout: PageLayout,
    *,
    has_beginning: bool = True,
) -> str:
    """Return one paragraph of texts with the styles that they are set in.

    A heading of its own becomes h1 to h4, so that the outline goes over too. Without its
    beginning it is not indented.
    """
    style = layout.style(style_name)
    tag = f"h{style_name[-1]}" if style_name.startswith("heading") else "p"
    inner = "".join(
        _piece(words, None if name == style_name else layout.style(name)) for words, name in pieces
    )
    look = _box(style, layout, has_beginning=has_beginning) + _face(style)
    return f'<{tag} style="{look}">{inner or "&nbsp;"}</{tag}>'


def _piece(words: str, style: TextStyle | None) -> str:
    """Return escaped text, in a face of its own where it has a style of its own."""
    content = escape(without_forbidden(words)).replace("  ", "&nbsp; ")
    return (
        content if style is None or not words else f'<span style="{_face(style)}">{content}</span>'
    )


def _box(style: TextStyle, layout: PageLayout, *, has_beginning: bool) -> str:
    """Return how a paragraph stands: no distances, the exact pitch, its indents."""
    first = style.first_indent * style.advance if has_beginning else 0.0
    properties = [
        "margin:0",
        f"text-align:{_ALIGNMENTS[style.alignment]}",
        f"line-height:{_points(layout.line_pitch)}",
        "mso-line-height-rule:exactly",
    ]
    if first:
        properties.append(f"text-indent:{_points(first)}")
        properties.append(f"mso-char-indent-count:{style.first_indent:g}")
    if style.end_indent and style.alignment in {"left", "right"}:
        properties.append(f"margin-{style.alignment}:{_points(style.end_indent * style.advance)}")
    return ";".join(properties) + ";"


def _face(style: TextStyle) -> str:
    """Return how characters are set; faces by name for both scripts."""
    face, latin = _quoted(style.face), _quoted(style.latin_face)
    return ";".join(
        (
            f"font-family:{latin},{face}",
            f"mso-ascii-font-family:{latin}",
            f"mso-hansi-font-family:{latin}",
            f"mso-fareast-font-family:{face}",
            f"font-size:{_points(style.size)}",
            f"font-weight:{'bold' if style.bold else 'normal'}",
            f"letter-spacing:{_points(style.spacing)}",
        )
    )


def _quoted(face: str) -> str:
    """Return a face's name in marks that neither CSS nor an attribute takes for its end."""
    return "'" + escape(face.replace("'", "").replace(";", "")) + "'"


def _points(value: float) -> str:
    return f"{round(value, 2):g}pt"
