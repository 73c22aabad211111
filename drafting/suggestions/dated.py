"""Expressions that are no longer used after some day: they are not offered."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from drafting.lexicons.lexicons import load_lexicons

if TYPE_CHECKING:
    import datetime as dt

_TABLE = "checks_dated_expressions"
_COLUMNS = ("expression", "until")


def is_outdated(text: str, day: dt.date) -> bool:
    """Return whether ``text`` has an expression whose time was over on ``day``."""
    iso = day.isoformat()
    return any(until < iso and expression in text for expression, until in _dated())


@cache
def _dated() -> tuple[tuple[str, str], ...]:
    table = load_lexicons().table_or_empty(_TABLE, _COLUMNS)
    first = table.columns[0]
    rows = ((row[first], row.get("until", "")) for row in table)
    return tuple((expression, until) for expression, until in rows if until)
