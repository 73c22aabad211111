"""The word lists of cleaning, read once."""

from __future__ import annotations

from functools import cache

from drafting.lexicons.tsv import read_table
from resources import resource_path


@cache
def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``resources/lexicons/<name>``.

    Raises:
        ResourceError: the file is missing or not of the form that ``read_table`` knows.
    """
    return read_table(resource_path("lexicons", name)).rows
