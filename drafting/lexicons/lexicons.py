"""All word lists of the program, each read when it is first asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from drafting.lexicons.tsv import read_table
from resources import resource_path

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.lexicons.tsv import Table


class Lexicons:
    """The word lists of one folder, by name (``checks_confusable_words``), read once each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tables: dict[str, Table] = {}

    def table(self, name: str) -> Table:
        """Return one word list.

        Raises:
            ResourceError: there is no such list or it is faulty.
        """
        if name not in self._tables:
            self._tables[name] = read_table(self._folder / f"{name}.tsv")
        return self._tables[name]


@cache
def load_lexicons() -> Lexicons:
    """Return the shipped word lists; nothing is read before a list is asked for."""
    return Lexicons(resource_path("lexicons"))
