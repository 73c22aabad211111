"""Settings as data: every one described, read and written, faults named."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from drafting.errors import ResourceError, StorageError
from drafting.settings.catalogue import (
    GROUPS,
    KEEPING_PLACE,
    RULES_OFF,
    RULES_OFF_BY_TYPE,
    RULES_ON,
    SETTINGS,
)
from drafting.settings.setting import Settings
from drafting.settings.settings_file import (
    default_settings_path,
    load_settings,
    parse_settings,
    save_settings,
    settings_toml,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_every_first_part_of_a_name_is_a_group_of_the_dialog() -> None:
    assert {setting.name.partition(".")[0] for setting in SETTINGS} == set(GROUPS)


def test_every_setting_explains_itself() -> None:
    assert len({one.name for one in SETTINGS}) == len(SETTINGS)
    for one in SETTINGS:
        assert "." in one.name
        assert one.title
        assert one.description.endswith("。")
        values = [choice.value for choice in one.choices]
        assert not values or one.default in values


def test_round_trip(data_folder: Path) -> None:
    settings = (
        Settings()
        .with_value(RULES_OFF, ("WD006", "SP"))
        .with_value(RULES_ON, ("WD010",))
        .with_value(KEEPING_PLACE, "beside")
        .with_value(RULES_OFF_BY_TYPE, MappingProxyType({"主持词": ("ST013",)}))
    )
    path = default_settings_path()
    assert path.parent == data_folder
    save_settings(path, settings)
    read = load_settings(path)
    for setting in SETTINGS:
        assert read.of(setting) == settings.of(setting), setting.name
    assert settings.with_value(KEEPING_PLACE, KEEPING_PLACE.default).values.keys() == {
        "checks.rules_off", "checks.rules_on", "checks.rules_off_by_type",
    }  # fmt: skip


def test_nothing_written_is_nothing_changed() -> None:
    assert settings_toml(Settings()) == ""
    assert parse_settings("").values == {}
    assert parse_settings("[checks]\nof_a_newer_version = 1\n[window]\nx = 2").values == {}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[keeping]\nplace = 'never'", "place"),
        ("[checks]\nrules_off = 'WD001'", "rules_off"),
        ("[checks.rules_off_by_type]\n主持词 = ['A']", "TOML"),
        ("[checks.rules_off_by_type]\n'主持词' = 'A'", "主持词"),
        ("checks = 3", "checks"),
    ],
)
def test_a_fault_names_the_key(text: str, word: str) -> None:
    with pytest.raises(ResourceError, match=word):
        parse_settings(text)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "文件").touch()
    with pytest.raises(StorageError, match="无法建立这个文件夹"):
        save_settings(tmp_path / "文件" / "设置.toml", Settings())
