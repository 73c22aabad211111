"""A layout as TOML text that reads back equal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafting.pagination.faces import shipped_substitutes

if TYPE_CHECKING:
    from drafting.model.layout import PageLayout, TextStyle

_HEAD = """\
# 版式：可用记事本修改，改后重新打开程序即可。
# 长度单位：毫米；字号、行距、字间距：磅；缩进：字。各样式未写明的项目与正文（styles.body）相同。
"""


def layout_toml(layout: PageLayout) -> str:
    """Return ``layout`` as the text of a layout file; styles state what differs from the body."""
    import tomli_w

    shipped = shipped_substitutes()
    own = {face: list(rungs) for face, rungs in layout.substitutes.items()
           if shipped.get(face) != rungs}  # fmt: skip
    body = layout.styles["body"]
    tables: dict[str, Any] = {
        "id": layout.id,
        "name": layout.name,
        "paper": {"width": layout.paper_width, "height": layout.paper_height},
        "margins": {
            "top": layout.margin_top,
            "bottom": layout.margin_bottom,
            "left": layout.margin_left,
            "right": layout.margin_right,
        },
        "text": {
            "line_pitch": layout.line_pitch,
            "lines_per_page": layout.lines_per_page,
            "characters_per_line": layout.characters_per_line,
            "lines_after_title": layout.lines_after_title,
            "line_numbers": layout.line_numbers,
            "keep_whole": layout.keeps_whole,
            "turn_at_sentences": layout.turns_at_sentences,
        },
        "page_number": {
            "distance": layout.page_number_distance,
            "odd_even": layout.odd_even_pages,
        },
        "styles": {
            name: _stated(style, None if name == "body" else body)
            for name, style in layout.styles.items()
        },
    }
    if layout.header_mark:
        tables["header"] = {"mark": layout.header_mark}
    if own:
        tables["substitutes"] = own
    return _HEAD + tomli_w.dumps(tables)


def _stated(style: TextStyle, body: TextStyle | None) -> dict[str, Any]:
    values = style._asdict()
    if body is None:
        return values
    return {name: value for name, value in values.items() if value != getattr(body, name)}
