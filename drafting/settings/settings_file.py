"""The settings as a TOML file in the user's data folder."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from drafting.files.atomic import atomic_write
from drafting.files.folders import make_folder, user_data_folder
from drafting.files.reading import read_bytes
from drafting.settings.catalogue import SETTINGS
from drafting.settings.setting import Settings, SettingValue
from drafting.settings.toml_fields import Fields, parse_toml

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.settings.setting import Setting

SETTINGS_FILE = "设置.toml"


def default_settings_path() -> Path:
    """Return where the settings lie; the file need not exist."""
    return user_data_folder() / SETTINGS_FILE


def load_settings(path: Path) -> Settings:
    """Return the settings in a TOML file; what a newer version wrote beside them is left out.

    Raises:
        ImportProblem: the file cannot be read.
        ResourceError: it is no TOML, or a value is not what it should be; the message names file
            and key.
    """
    return parse_settings(read_bytes(path), f"设置文件“{path}”")


def parse_settings(data: bytes | str, file: str = "设置文件") -> Settings:
    """Return the settings that TOML text describes; ``file`` names it in messages.

    Raises:
        ResourceError: as :func:`load_settings`.
    """
    top = parse_toml(data, file)
    values: dict[str, SettingValue] = {}
    for setting in SETTINGS:
        section, _, key = setting.name.partition(".")
        table = top.table(section)
        if table is not None and key in table.data:
            value = _value(table, key, setting)
            if value != setting.default:
                values[setting.name] = value
    return Settings(MappingProxyType(values))


def settings_toml(settings: Settings) -> str:
    """Return the settings as TOML text that :func:`parse_settings` reads back equal."""
    import tomli_w

    sections: dict[str, dict[str, Any]] = {}
    for setting in SETTINGS:
        if setting.name not in settings.values:
            continue
        section, _, key = setting.name.partition(".")
        sections.setdefault(section, {})[key] = _plain(settings.values[setting.name])
    return tomli_w.dumps(sections)


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings.

    Raises:
        StorageError: they could not be written.
    """
    make_folder(path.parent)
    atomic_write(path, settings_toml(settings).encode("utf-8"))


def _value(table: Fields, key: str, setting: Setting[Any]) -> SettingValue:
    default = setting.default
    if isinstance(default, bool):
        return table.flag(key, default=default)
    if isinstance(default, str):
        choices = [choice.value for choice in setting.choices]
        return table.choice(key, choices, default) if choices else table.text(key)
    if isinstance(default, tuple):
        return table.words(key)
    lists = table.table(key)
    names = () if lists is None else tuple(lists.data)
    return MappingProxyType({name: lists.words(name) for name in names} if lists else {})


def _plain(value: SettingValue) -> bool | str | list[str] | dict[str, list[str]]:
    if isinstance(value, bool | str):
        return value
    if isinstance(value, tuple):
        return list(value)
    return {key: list(words) for key, words in value.items()}
