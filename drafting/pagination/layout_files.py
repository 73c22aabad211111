"""Read page layouts from ``resources/layouts``."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from drafting.errors import ResourceError, UsageError
from drafting.files.folders import user_data_folder
from drafting.files.shipped_toml import read_toml
from drafting.model.layout import PageLayout, TextStyle
from drafting.pagination.faces import shipped_substitutes
from resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LAYOUT_IDS = ("official", "reading", "review")
LAYOUT_SUFFIX = ".toml"
_FOLDER = "版式"
POINTS_PER_MM = 72 / 25.4
_STYLES = (
    "body", "title", "subtitle", "speaker", "date", "salutation", "heading1", "heading2",
    "heading3", "heading4", "signature", "page_number",
)  # fmt: skip
_ALIGNMENTS = ("left", "centre", "right", "justified")
_FIELDS: dict[str, str] = {
    name: kind.__forward_arg__ for name, kind in TextStyle.__annotations__.items()
}
_TYPES: dict[str, tuple[type, ...]] = {
    "str": (str,), "float": (int, float), "bool": (bool,), "int": (int,),
}  # fmt: skip


@lru_cache(maxsize=8)
def load_layout(layout_id: str) -> PageLayout:
    """Return a shipped layout.

    Raises:
        UsageError: there is no such layout.
        ResourceError: its file is faulty.
    """
    if layout_id not in LAYOUT_IDS:
        raise UsageError(f"没有版式“{layout_id}”，可选：{'、'.join(LAYOUT_IDS)}。")
    return read_layout(resource_path("layouts", f"{layout_id}{LAYOUT_SUFFIX}"))


def list_layouts() -> tuple[PageLayout, ...]:
    """Return the shipped layouts, the official one first."""
    return tuple(load_layout(layout_id) for layout_id in LAYOUT_IDS)


def layouts_folder() -> Path:
    """Return where the office's own layouts lie; it need not exist."""
    return user_data_folder() / _FOLDER


def own_layout_files() -> list[Path]:
    """Return the files of the office's own layouts in the order of their names."""
    try:
        return sorted(layouts_folder().glob(f"*{LAYOUT_SUFFIX}"))
    except OSError:
        return []


def read_layout(path: Path) -> PageLayout:
    """Return the layout in a TOML file.

    Raises:
        ResourceError: the file cannot be read, a value is missing, has the wrong type or does
            not fit the page.
    """
    try:
        data = read_toml(path)
    except (OSError, ValueError) as error:
        raise _unreadable(path.name) from error
    return _layout(data, path.name)


def parse_layout(text: str, name: str) -> PageLayout:
    """Return the layout that TOML text describes; ``name`` stands in messages.

    Raises:
        ResourceError: it is no TOML, a value is missing, has the wrong type or does not fit the
            page; the message names the item.
    """
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(name) from error
    return _layout(data, name)


def _unreadable(name: str) -> ResourceError:
    return ResourceError(f"版式文件“{name}”无法读取，请检查或恢复该文件。")


def _layout(data: Mapping[str, Any], name: str) -> PageLayout:
    layout = _Reader(name, data).layout()
    _check_measures(name, layout)
    return layout


class _Reader:
    """Takes typed values out of one file and names the fault where there is one."""

    def __init__(self, file: str, data: Mapping[str, Any]) -> None:
        self._file = file
        self._data = data

    def layout(self) -> PageLayout:
        return PageLayout(
            id=self._text("id"),
            name=self._text("name"),
            paper_width=self._number("paper", "width"),
            paper_height=self._number("paper", "height"),
            margin_top=self._number("margins", "top"),
            margin_bottom=self._number("margins", "bottom"),
            margin_left=self._number("margins", "left"),
            margin_right=self._number("margins", "right"),
            line_pitch=self._number("text", "line_pitch"),
            lines_per_page=self._whole("text", "lines_per_page"),
            characters_per_line=self._whole("text", "characters_per_line"),
            styles=self._styles(),
            substitutes=self._substitutes(),
            page_number_distance=self._number("page_number", "distance"),
            odd_even_pages=self._switch("page_number", "odd_even"),
            lines_after_title=self._whole("text", "lines_after_title"),
            line_numbers=self._switch("text", "line_numbers"),
            keeps_whole=self._switch("text", "keep_whole", default=False),
            turns_at_sentences=self._switch("text", "turn_at_sentences", default=False),
            header_mark=self._wording("header", "mark"),
        )

    def fault(self, where: str, reason: str) -> ResourceError:
        return ResourceError(f"版式文件“{self._file}”有误：{where}{reason}，请改正后再用。")

    def _value(self, *keys: str, default: object = None) -> object:
        value: object = self._data
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        value = default if value is None else value
        if value is None:
            raise self.fault(".".join(keys), "没有写")
        return value

    def _text(self, *keys: str) -> str:
        value = self._value(*keys)
        if not isinstance(value, str) or not value:
            raise self.fault(".".join(keys), "应为文字")
        return value

    def _wording(self, *keys: str) -> str:
        """Return a text that may be left out."""
        value = self._value(*keys, default="")
        if not isinstance(value, str):
            raise self.fault(".".join(keys), "应为文字")
        return value

    def _number(self, *keys: str) -> float:
        value = self._value(*keys)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 2000:
            raise self.fault(".".join(keys), "应为大于 0 的数")
        return float(value)

    def _whole(self, *keys: str) -> int:
        value = self._value(*keys)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 200:
            raise self.fault(".".join(keys), "应为整数")
        return value

    def _switch(self, *keys: str, default: bool | None = None) -> bool:
        value = self._value(*keys, default=default)
        if not isinstance(value, bool):
            raise self.fault(".".join(keys), "应为 true 或 false")
        return value

    def _styles(self) -> dict[str, TextStyle]:
        tables = self._value("styles")
        if not isinstance(tables, dict):
            raise self.fault("styles", "应为一组样式")
        unknown = sorted(set(tables) - set(_STYLES))
        if unknown:
            raise self.fault(f"styles.{unknown[0]}", "不是已知的样式")
        for key in ("face", "latin_face", "size"):
            self._value("styles", "body", key)
        body = self._style("body", TextStyle(face="", latin_face="", size=1.0))
        return {name: self._style(name, body) for name in _STYLES}

    def _style(self, name: str, base: TextStyle) -> TextStyle:
        """Return ``base`` with what the table of that name states."""
        table = self._data["styles"].get(name, {})
        if not isinstance(table, dict):
            raise self.fault(f"styles.{name}", "应为一个样式")
        for key, value in table.items():
            where = f"styles.{name}.{key}"
            if key not in _FIELDS:
                raise self.fault(where, "不是已知的项目")
            allowed = _TYPES[_FIELDS[key]]
            if not isinstance(value, allowed) or (isinstance(value, bool) and bool not in allowed):
                raise self.fault(where, "的值类型不对")
        style = base._replace(**table)
        if style.alignment not in _ALIGNMENTS:
            raise self.fault(f"styles.{name}.alignment", f"应为 {'、'.join(_ALIGNMENTS)} 之一")
        if not (0 < style.size <= 200 and style.advance > 0):
            raise self.fault(f"styles.{name}.size", "超出范围")
        return style

    def _substitutes(self) -> dict[str, tuple[str, ...]]:
        own = self._data.get("substitutes", {})
        if not isinstance(own, dict) or not all(isinstance(one, list) for one in own.values()):
            raise self.fault("substitutes", "应为“字体 = [替换字体…]”")
        ladders = {face: tuple(str(one) for one in ladder) for face, ladder in own.items()}
        return {**shipped_substitutes(), **ladders}


def _check_measures(file: str, layout: PageLayout) -> None:
    """Refuse a layout whose promised lines and characters do not fit its type area."""
    if layout.type_width <= 0 or layout.type_height <= 0:
        raise ResourceError(f"版式文件“{file}”有误：页边距超过了纸张，请改正后再用。")
    lines = int(layout.type_height * POINTS_PER_MM / layout.line_pitch)
    if lines != layout.lines_per_page:
        raise ResourceError(
            f"版式文件“{file}”有误：按行距每页排 {lines} 行，"
            f"与所写的 {layout.lines_per_page} 行不符，请改正后再用。"
        )
    characters = int(layout.type_width * POINTS_PER_MM / layout.styles["body"].advance)
    if characters != layout.characters_per_line:
        raise ResourceError(
            f"版式文件“{file}”有误：按字号每行排 {characters} 字，"
            f"与所写的 {layout.characters_per_line} 字不符，请改正后再用。"
        )
