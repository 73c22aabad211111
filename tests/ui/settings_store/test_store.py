"""The window's memory: one INI file in the data folder, defaults where it is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from ui.settings_store import store
from ui.settings_store.store import SettingsStore


def test_values_survive_a_restart(tmp_path):
    first = SettingsStore(tmp_path)
    first.remember(store.ZOOM, 125)
    first.remember(store.SHOW_SIDE, False)
    first.remember(store.SCHEME, "dark")
    first.remember_geometry("place", QByteArray(b"\x01\x02"))
    first.write()
    again = SettingsStore(tmp_path)
    assert again.number(store.ZOOM) == 125
    assert not again.flag(store.SHOW_SIDE)
    assert again.word(store.SCHEME) == "dark"
    assert again.geometry("place") == QByteArray(b"\x01\x02")
    assert [one.name for one in tmp_path.iterdir()] == [store.SETTINGS_FILE]


def test_nothing_is_written_before_something_is_remembered(tmp_path):
    folder = tmp_path / "data"
    assert SettingsStore(folder).number(store.ZOOM) == 0
    assert not folder.exists()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00garbage", b"[page]\nzoom=much\n", b""])
def test_a_damaged_file_reads_as_defaults(tmp_path, content):
    (tmp_path / store.SETTINGS_FILE).write_bytes(content)
    settings = SettingsStore(tmp_path)
    assert settings.number(store.ZOOM) == 0
    assert settings.flag(store.SHOW_OUTLINE)
    assert settings.recent_files() == []


def test_recent_files_are_the_newest_first_and_bounded(tmp_path):
    settings = SettingsStore(tmp_path)
    for number in range(14):
        settings.add_recent(Path(f"/稿件/{number}.jianggao"))
    settings.add_recent(Path("/稿件/9.jianggao"))
    names = [one.stem for one in settings.recent_files()]
    assert names[:3] == ["9", "13", "12"]
    assert len(names) == len(set(names)) == store.RECENT_LIMIT
    settings.forget_recent(Path("/稿件/9.jianggao"))
    assert settings.recent_files()[0].stem == "13"


def test_a_single_recent_file_is_read_back(tmp_path):
    SettingsStore(tmp_path).add_recent(Path("/稿件/甲.docx"))
    assert SettingsStore(tmp_path).recent_files() == [Path("/稿件/甲.docx")]


def test_every_setting_is_described():
    settings = [one for one in vars(store).values() if isinstance(one, store.WindowSetting)]
    assert store.LAYOUT in settings
    assert all(one.description and one.key for one in settings)
    assert len({one.key for one in settings}) == len(settings)
