"""What a setting is, and a set of values of settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Generic, TypeVar, cast

# A flag, a choice among words, a list of words, or a list of words for each key.
SettingValue = bool | str | tuple[str, ...] | Mapping[str, tuple[str, ...]]
Value = TypeVar("Value", bound=SettingValue)


@dataclass(frozen=True, slots=True)
class Choice:
    """One word that a setting may have, and what the user reads for it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Setting(Generic[Value]):
    """One setting; its type is that of ``default``.

    ``name`` is the key in the file (``checks.rules_off``), ``title`` and ``description`` are the
    user's words; ``choices`` are all values that a text may have, empty for other types.
    """

    name: str
    default: Value
    title: str
    description: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """The values that differ from the defaults, by the settings' names."""

    values: Mapping[str, SettingValue] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, setting: Setting[Value]) -> Value:
        """Return the value of one setting."""
        return cast("Value", self.values.get(setting.name, setting.default))

    def with_value(self, setting: Setting[Value], value: Value) -> Settings:
        """Return settings in which one has another value."""
        others = {name: one for name, one in self.values.items() if name != setting.name}
        if value != setting.default:
            others[setting.name] = value
        return Settings(MappingProxyType(others))
