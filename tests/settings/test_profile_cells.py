"""A profile filled in as words in lines and tables, and what is said of a slip."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from drafting.errors import UsageError
from drafting.settings.profile import OfficeProfile, PartKind
from drafting.settings.profile_cells import FIELDS, TABLES, WORD_LISTS, cells_of, profile_of
from drafting.settings.profile_file import load_profile

if TYPE_CHECKING:
    from pathlib import Path


def test_the_sample_comes_back_equal(project: Path) -> None:
    profile = load_profile(project / "resources" / "samples" / "office.toml")
    cells = cells_of(profile)
    assert cells.tables["leaders"][1]["posts"] == "县委副书记、县长；县长；县委副书记"
    assert profile_of(cells) == profile
    assert profile_of(cells_of(OfficeProfile())) == OfficeProfile()


def test_everything_that_can_be_filled_in_has_words() -> None:
    columns = [*FIELDS, *WORD_LISTS, *(one for table in TABLES for one in table.columns)]
    assert all(one.title and one.key.isascii() for one in columns)
    assert all(table.note.endswith("。") for table in TABLES)


def test_what_people_write_is_understood() -> None:
    cells = cells_of(OfficeProfile())
    cells.fields["place"] = " 石桥县 "
    cells.fields["banned"] = "一、二把手\n\n唯GDP"
    cells.tables["leaders"] = [
        {
            "name": "何远山",
            "posts": "县委书记；书记",
            "since": "2025年3月1日",
            "large_type.points": "24",
        },
        {"name": "", "posts": " "},
    ]
    cells.tables["parts"] = [{"name": "柳湾乡", "kind": "乡镇", "look_alikes": "柳弯乡、留湾乡"}]
    profile = profile_of(cells)
    assert profile.place == "石桥县"
    assert profile.banned == ("一、二把手", "唯GDP")
    (leader,) = profile.leaders
    assert leader.posts == ("县委书记", "书记")
    assert leader.since == dt.date(2025, 3, 1)
    assert leader.large_type is not None
    assert leader.large_type.points == 24
    assert profile.parts[0].kind is PartKind.TOWNSHIP
    assert profile.parts[0].look_alikes == ("柳弯乡", "留湾乡")


@pytest.mark.parametrize(
    ("table", "row", "message"),
    [
        ("leaders", {"name": "何远山", "since": "去年"}, "领导第 1 行的“任职起”写成了“去年”"),
        ("leaders", {"name": "何远山", "since": "2026-02-30"}, "2026-10-20"),
        ("leaders", {"posts": "县长"}, "领导第 1 行的“姓名”没有填写"),
        ("leaders", {"name": "何", "characters_per_minute": "快"}, "正整数"),
        ("leaders", {"name": "何", "large_type.points": "0"}, "正数"),
        ("leaders", {"name": "何", "large_type.pinyin": "要"}, "“是”或“否”"),
        ("leaders", {"name": "何", "since": "2026-2-3", "until": "2025-2-3"}, "早于"),
        ("parts", {"name": "甲乡", "kind": "村"}, "下拉表"),
        ("readings", {"word": "乐"}, "读音第 1 行的“读音”没有填写"),
    ],
)
def test_a_slip_is_named_by_its_place(table: str, row: dict[str, str], message: str) -> None:
    cells = cells_of(OfficeProfile())
    cells.tables[table] = [row]
    with pytest.raises(UsageError, match=message):
        profile_of(cells)
