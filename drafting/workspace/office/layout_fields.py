"""What of a layout can be changed in a dialog: measures, and how each kind of paragraph is set."""

from __future__ import annotations

import math
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from drafting.pagination.layout_files import POINTS_PER_MM, parse_layout
from drafting.pagination.layout_toml import layout_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafting.model.layout import PageLayout, TextStyle


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of the page; ``key`` is the layout's field, the bounds are for the hand only."""

    key: str
    title: str
    unit: str
    least: float
    most: float
    step: float = 1.0
    decimals: int = 0


MEASURES = (
    Measure("margin_top", "上边距", "毫米", 5, 100),
    Measure("margin_bottom", "下边距", "毫米", 5, 100),
    Measure("margin_left", "左边距", "毫米", 5, 100),
    Measure("margin_right", "右边距", "毫米", 5, 100),
    Measure("line_pitch", "行距", "磅", 8, 80, 0.05, 2),
    Measure("lines_per_page", "每页行数", "行", 5, 60),
    Measure("characters_per_line", "每行字数", "字", 8, 60),
    Measure("lines_after_title", "标题后空行", "行", 0, 4),
    Measure("page_number_distance", "页码距正文", "毫米", 0, 25),
)
STYLES: Mapping[str, str] = MappingProxyType(
    {
        "title": "标题",
        "speaker": "讲话人",
        "date": "日期",
        "salutation": "称谓",
        "body": "正文",
        "heading1": "一级标题 一、",
        "heading2": "二级标题 （一）",
        "heading3": "三级标题 1.",
        "heading4": "四级标题 （1）",
        "signature": "落款",
        "page_number": "页码",
    }
)
# What such papers are set in; any other name can be written.
FACES = ("方正小标宋简体", "仿宋", "仿宋_GB2312", "楷体", "楷体_GB2312", "黑体", "宋体")
SIZES: Mapping[str, float] = MappingProxyType(
    {
        "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16,
        "小三": 15, "四号": 14, "小四": 12, "五号": 10.5,
    }
)  # fmt: skip


def with_measure(layout: PageLayout, key: str, value: float) -> PageLayout:
    """Return a layout with another figure, and those that follow from it.

    A number of lines or characters is reached by the pitch or the letter spacing; margins and
    the pitch tell how many there are.
    """
    if key == "lines_per_page":
        pitch = _rounded_down(layout.type_height * POINTS_PER_MM / max(value, 1))
        return _counted(layout._replace(line_pitch=pitch))
    if key == "characters_per_line":
        body = layout.styles["body"]
        advance = _rounded_down(layout.type_width * POINTS_PER_MM / max(value, 1))
        changed = body._replace(spacing=round(advance - body.size, 2))
        return _counted(_with_body(layout, changed))
    known = getattr(layout, key)
    figure: Any = int(value) if isinstance(known, int) else float(value)
    return _counted(layout._replace(**{key: figure}))


def with_style(layout: PageLayout, name: str, style: TextStyle) -> PageLayout:
    """Return a layout with another style; what was set as the body was goes on with the body."""
    if name == "body":
        return _counted(_with_body(layout, style))
    return layout._replace(styles={**layout.styles, name: style})


def _with_body(layout: PageLayout, body: TextStyle) -> PageLayout:
    before = layout.styles["body"]
    styles = {
        name: one._replace(
            face=body.face if one.face == before.face else one.face,
            size=body.size if one.size == before.size else one.size,
            spacing=body.spacing if one.spacing == before.spacing else one.spacing,
        )
        for name, one in layout.styles.items()
    }
    styles["body"] = body
    return layout._replace(styles=styles)


def _counted(layout: PageLayout) -> PageLayout:
    """Return the layout with as many lines and characters as there is room for."""
    pitch, advance = layout.line_pitch, layout.styles["body"].advance
    return layout._replace(
        lines_per_page=max(int(layout.type_height * POINTS_PER_MM / pitch), 0),
        characters_per_line=max(int(layout.type_width * POINTS_PER_MM / max(advance, 0.1)), 0),
    )


def _rounded_down(points: float) -> float:
    """Return a width or pitch in the twentieths of a point in which Word counts."""
    return math.floor(points * 20 + 1e-6) / 20


def checked_layout(layout: PageLayout) -> PageLayout:
    """Return the layout as its file would be read.

    Raises:
        ResourceError: its measures do not fit the page; the message says which.
    """
    return parse_layout(layout_toml(layout), layout.name)
