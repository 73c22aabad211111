"""Typed fields of a TOML file that people edit by hand; a fault names file, key and remedy."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drafting.errors import ResourceError

if TYPE_CHECKING:
    from collections.abc import Collection


@dataclass(frozen=True, slots=True)
class Fields:
    """One table of such a file; ``file`` names it to the user (单位档案“…”)."""

    file: str
    data: dict[str, Any]
    where: str = ""

    def fault(self, key: str, demand: str) -> ResourceError:
        """Return the error for one key: what it should be (须为…)."""
        return ResourceError(f"{self.file}中{self.where}的“{key}”{demand}，请改正后再用。")

    def allow(self, keys: Collection[str]) -> None:
        """Let no other key pass, since a misspelt one would be without effect.

        Raises:
            ResourceError: there is another key.
        """
        for key in self.data:
            if key not in keys:
                known = "、".join(keys)
                raise self.fault(key, f"不认识（可用的有 {known}）")

    def text(self, key: str, *, required: bool = False) -> str:
        """Return a text, empty where there is none.

        Raises:
            ResourceError: it is no text, or a required one is missing.
        """
        value = self.data.get(key, "")
        if not isinstance(value, str):
            raise self.fault(key, "须为加引号的文字")
        if required and not value.strip():
            raise self.fault(key, "没有填写")
        return value.strip()

    def choice(self, key: str, choices: Collection[str], default: str) -> str:
        """Return one of ``choices``.

        Raises:
            ResourceError: it is something else.
        """
        value = self.data.get(key, default)
        if value not in choices:
            raise self.fault(key, f"须为 {'、'.join(choices)} 之一")
        return str(value)

    def flag(self, key: str, *, default: bool) -> bool:
        """Return true or false.

        Raises:
            ResourceError: it is neither.
        """
        value = self.data.get(key, default)
        if not isinstance(value, bool):
            raise self.fault(key, "须为 true 或 false")
        return value

    def whole(self, key: str) -> int | None:
        """Return a positive whole number, or None.

        Raises:
            ResourceError: it is no such number.
        """
        value = self.data.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
            raise self.fault(key, "须为正整数")
        return value

    def number(self, key: str, default: float) -> float:
        """Return a positive number.

        Raises:
            ResourceError: it is no such number.
        """
        value = self.data.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e6:
            raise self.fault(key, "须为正数")
        return float(value)

    def words(self, key: str) -> tuple[str, ...]:
        """Return a list of words, none of them empty.

        Raises:
            ResourceError: it is no list of texts.
        """
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.fault(key, '须为一列词语（如 ["甲", "乙"]）')
        return tuple(one.strip() for one in value if one.strip())

    def date(self, key: str) -> dt.date | None:
        """Return a date, written with or without quotation marks, or None.

        Raises:
            ResourceError: it is no date.
        """
        value = self.data.get(key)
        if value is None or value == "":
            return None
        if isinstance(value, str):
            try:
                return dt.date.fromisoformat(value)
            except ValueError:
                value = None
        if isinstance(value, dt.datetime):
            return value.date()
        if not isinstance(value, dt.date):
            raise self.fault(key, "须为 2026-10-20 这样的日期")
        return value

    def tables(self, key: str) -> tuple[Fields, ...]:
        """Return the tables of one name (``[[leaders]]``), in order.

        Raises:
            ResourceError: it is no list of tables.
        """
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self.fault(key, f"须写成若干个 [[{key}]]")
        return tuple(
            Fields(self.file, one, f" {key} 第 {number} 项")
            for number, one in enumerate(value, start=1)
        )

    def table(self, key: str) -> Fields | None:
        """Return one table of that name (``[large_type]``), or None.

        Raises:
            ResourceError: it is no table.
        """
        value = self.data.get(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.fault(key, "须为一组键值")
        return Fields(self.file, value, f"{self.where} {key} ")


def parse_toml(data: bytes | str, file: str) -> Fields:
    """Return the top table of a TOML file in UTF-8.

    Raises:
        ResourceError: it is no TOML; the message names the place.
    """
    try:
        text = data if isinstance(data, str) else data.decode("utf-8-sig")
        return Fields(file, tomllib.loads(text))
    except UnicodeDecodeError as error:
        raise ResourceError(f"{file}不是 UTF-8 编码的文本，请另存为 UTF-8 后再用。") from error
    except (ValueError, RecursionError) as error:
        place = _place_of(str(error))
        raise ResourceError(
            f"{file}不是 TOML 文件{place}，请检查引号、括号和等号，或另选一个。"
        ) from error


def _place_of(message: str) -> str:
    """Return the line that tomllib names (``… (at line 3, column 5)``) in Chinese."""
    _, found, place = message.partition("(at line ")
    line = place.split(",")[0]
    return f"（第 {line} 行有误）" if found and line.isdecimal() else ""
