"""The office profile as lines and tables of plain words, as people fill them in."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from drafting.errors import UsageError
from drafting.settings.profile_file import parse_profile, profile_toml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from drafting.settings.profile import OfficeProfile

Cells = dict[str, str]
_SEPARATORS = re.compile("[、，,；;\n]+")
_LINES = re.compile("\n+")
# A post may hold a mark of its own (县委副书记、县长).
_POSTS = "posts"
_POST_ENDS = re.compile("[；;\n]+")
_DATE = re.compile(r"\s*(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?\s*")
_YES, _NO = "是", "否"


class CellKind(StrEnum):
    """What a cell holds: words are written with 、 between them, a flag as 是 or 否."""

    TEXT = "text"
    WORDS = "words"
    DATE = "date"
    WHOLE = "whole"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Column:
    """One thing to fill in; ``key`` is that of the file, a dot leads into a table of its own.

    ``choices`` are the words that may stand there with their values in the file; ``offers`` are the
    usual words where others may be written too.
    """

    key: str
    title: str
    kind: CellKind = CellKind.TEXT
    hint: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    offers: tuple[str, ...] = ()
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A list of things of one kind; rows without any word are left out."""

    key: str
    title: str
    note: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class ProfileCells:
    """All words of a profile: single ones by key, and the rows of each table."""

    fields: Cells
    tables: dict[str, list[Cells]]


_LEVELS = (
    "县",
    "区",
    "市",
    "旗",
    "省",
    "州",
    "乡",
    "镇",
)  # those of whom speeches are drafted first
_NAME = Column("name", "名称", is_required=True)
_SHORT = Column("short_names", "简称", CellKind.WORDS, "几个简称之间用顿号")
_ALIKE = Column("look_alikes", "常写错的样子", CellKind.WORDS, "几个之间用顿号，见到就提示")

FIELDS = (
    Column("place", "本地全称", hint="如 清河湾县"),
    Column("short_name", "本地简称", hint="如 清河湾"),
    Column("level", "级别", hint="县、市、区、省", offers=_LEVELS),
    Column("characters_per_minute", "一般语速（字/分钟）", CellKind.WHOLE, "通常 160 到 200"),
)
WORD_LISTS = (
    Column("tolerated", "本单位习惯用语", CellKind.WORDS, "一行一个；写在这里的说法不再提示"),
    Column("banned", "本单位不用的说法", CellKind.WORDS, "一行一个；见到就提示"),
)
TABLES = (
    Table(
        "leaders",
        "领导",
        "按排序写；职务第一个是全称，其余是也可以用的简称。换了职务就另写一行，填上起止日期。",
        (
            Column("name", "姓名", is_required=True),
            Column("posts", "职务", CellKind.WORDS, "几个职务之间用分号"),
            Column("since", "任职起", CellKind.DATE, "如 2026-10-20"),
            Column("until", "任职止", CellKind.DATE, "如 2026-10-20，现任不填"),
            _ALIKE,
            Column("characters_per_minute", "语速", CellKind.WHOLE, "字/分钟，不填按一般语速"),
            Column("large_type.points", "大字版字号", CellKind.NUMBER, "磅，如 22"),
            Column("large_type.pitch", "大字版行距", CellKind.NUMBER, "磅，如 40"),
            Column("large_type.pinyin", "注音", CellKind.FLAG, "大字版给难字注音"),
        ),
    ),
    Table(
        "parts",
        "乡镇和部门",
        "本地所属的乡镇、部门和单位：出现它们不算别处的地名，写错了会提示。",
        (
            _NAME,
            Column(
                "kind",
                "类别",
                CellKind.CHOICE,
                choices={"乡镇": "township", "部门": "department", "其他": "other"},
            ),
            _SHORT,
            _ALIKE,
        ),
    ),
    Table(
        "superiors",
        "上级",
        "本地的上级：出现它们不算别处的地名。",
        (_NAME, _SHORT, Column("level", "级别", hint="市、省")),
    ),
    Table(
        "occasions",
        "会议和活动",
        "会议、专项行动的规范全称和通用简称，写得不一样会提示。",
        (
            _NAME,
            Column(
                "kind",
                "类别",
                CellKind.CHOICE,
                choices={"会议": "meeting", "专项行动": "campaign"},
            ),
            _SHORT,
        ),
    ),
    Table(
        "readings",
        "读音",
        "大字版注音时按这里的读音，如人名、地名里的多音字。",
        (
            Column("word", "词语", is_required=True),
            Column("pinyin", "读音", hint="带声调，音节之间空一格", is_required=True),
        ),
    ),
)


def cells_of(profile: OfficeProfile) -> ProfileCells:
    """Return the words of a profile."""
    # Rows tell the rank by their order.
    by_rank = tuple(sorted(profile.leaders, key=lambda one: one.rank))
    data = tomllib.loads(profile_toml(replace(profile, leaders=by_rank)))
    fields = {one.key: _shown(data.get(one.key), one) for one in (*FIELDS, *WORD_LISTS)}
    tables = {
        table.key: [
            {column.key: _shown(_found(row, column.key), column) for column in table.columns}
            for row in data.get(table.key, [])
        ]
        for table in TABLES
    }
    return ProfileCells(fields, tables)


def profile_of(cells: ProfileCells) -> OfficeProfile:
    """Return the profile that the words describe.

    Raises:
        UsageError: something is not what it should be; the message names table, row and column.
    """
    import tomli_w

    data: dict[str, Any] = {}
    for column in (*FIELDS, *WORD_LISTS):
        _put(data, column, cells.fields.get(column.key, ""), "")
    for table in TABLES:
        rows = _rows(table, cells.tables.get(table.key, []))
        if rows:
            data[table.key] = rows
    return parse_profile(tomli_w.dumps(data))


def _rows(table: Table, rows: Sequence[Cells]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for number, cells in enumerate(rows, start=1):
        written = [one for one in table.columns if one.kind is not CellKind.CHOICE]
        if not any(cells.get(one.key, "").strip() for one in written):
            continue
        row: dict[str, Any] = {}
        for column in table.columns:
            _put(row, column, cells.get(column.key, ""), f"{table.title}第 {number} 行")
        since, until = row.get("since"), row.get("until")
        if since and until and until < since:
            raise UsageError(f"{table.title}第 {number} 行的“任职止”早于“任职起”，请改正。")
        found.append(row)
    return found


def _put(data: dict[str, Any], column: Column, words: str, where: str) -> None:
    """Put what a cell says into the file's table under its key."""
    words = words.strip()
    if not words:
        if column.is_required:
            raise UsageError(f"{where}的“{column.title}”没有填写，请补上或删去这一行。")
        return
    value = _value(words, column)
    if value is None:
        raise UsageError(f"{where}的“{column.title}”写成了“{words}”，{_DEMANDS[column.kind]}。")
    *path, key = column.key.split(".")
    for step in path:
        data = data.setdefault(step, {})
    data[key] = value


_DEMANDS = {
    CellKind.DATE: "请写成 2026年10月20日或 2026-10-20",
    CellKind.WHOLE: "请写正整数",
    CellKind.NUMBER: "请写正数",
    CellKind.FLAG: "请写“是”或“否”",
    CellKind.CHOICE: "请从下拉表里选",
}


def _value(words: str, column: Column) -> Any:  # noqa: ANN401 - whatever TOML can hold
    """Return what the file holds for these words, None where they are not what they should be."""
    if column.kind is CellKind.WORDS:
        return _words(words, column)
    if column.kind is CellKind.CHOICE:
        return column.choices.get(words)
    if (offered := words.removesuffix("级")) in column.offers:
        return offered  # 县级
    return _READERS[column.kind](words)


def _words(words: str, column: Column) -> list[str]:
    separators = _SEPARATORS
    if column in WORD_LISTS:
        separators = _LINES
    elif column.key == _POSTS:
        separators = _POST_ENDS
    return [one.strip() for one in separators.split(words) if one.strip()]


def _date(words: str) -> dt.date | None:
    match = _DATE.fullmatch(words)
    try:
        return None if match is None else dt.date(*(int(one) for one in match.groups()))
    except ValueError:
        return None


def _number(words: str) -> float | None:
    try:
        number = float(words)
    except ValueError:
        return None
    return number if 0 < number < 1e6 else None


def _whole(words: str) -> int | None:
    return int(words) if words.isascii() and words.isdigit() and int(words) else None


_READERS: dict[CellKind, Callable[[str], object]] = {
    CellKind.TEXT: str,
    CellKind.DATE: _date,
    CellKind.WHOLE: _whole,
    CellKind.NUMBER: _number,
    CellKind.FLAG: {_YES: True, _NO: False}.get,
}


def _found(row: Mapping[str, Any], key: str) -> object:
    value: object = row
    for step in key.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _shown(value: object, column: Column) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        if column in WORD_LISTS:
            return "\n".join(value)
        return ("；" if column.key == _POSTS else "、").join(value)
    if isinstance(value, bool):
        return _YES if value else _NO
    if column.kind is CellKind.CHOICE:
        return next((words for words, one in column.choices.items() if one == value), "")
    return f"{value:g}" if isinstance(value, float) else str(value)
