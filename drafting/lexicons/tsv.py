"""Word lists on disk: tab-separated rows under a source line and a line of column names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from drafting.errors import ResourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SOURCE_MARK = "# source: "
# Between several values in one cell (alternatives, exceptions).
VALUE_MARK = "·"


@dataclass(frozen=True, eq=False)
class Table:
    """One word list: where it comes from, its column names, its rows (each as long as these).

    Tables are compared by identity, so that what is made of one can be cached by it.
    """

    name: str
    source: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, str]]:
        """Yield every row as a dictionary by column name."""
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))

    def column(self, name: str) -> tuple[str, ...]:
        """Return all cells of one column.

        Raises:
            ResourceError: there is no such column.
        """
        if name not in self.columns:
            raise ResourceError(f"词表“{self.name}”缺少“{name}”一列，请改正后再用。")
        index = self.columns.index(name)
        return tuple(row[index] for row in self.rows)

    @cached_property
    def by_number(self) -> tuple[dict[str, str], ...]:
        """Rows in their order; what looks for the words of a column tells them by number."""
        return tuple(self)

    @cached_property
    def by_first_column(self) -> dict[str, dict[str, str]]:
        """Rows by their first cell; of equal cells the last row counts."""
        return {row[self.columns[0]]: row for row in self}


def read_table(path: Path) -> Table:
    """Return the word list in a TSV file.

    First line ``# source: …``, second line the column names, then the rows; empty lines and
    further lines that begin with ``# `` are left out.

    Raises:
        ResourceError: the file is missing, no UTF-8, or not of this form; the message names the
            line.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise ResourceError(f"词表“{path.name}”无法读取，请重新安装程序。") from fault
    first = lines[0] if lines else ""
    source = first.removeprefix(SOURCE_MARK).strip()
    if not first.startswith(SOURCE_MARK) or not source:
        raise ResourceError(f"词表“{path.name}”第 1 行应写明来源（# source: …），请补上。")
    body = [
        (number, line)
        for number, line in enumerate(lines[1:], start=2)
        if line.strip() and not line.startswith("# ")
    ]
    if not body:
        raise ResourceError(f"词表“{path.name}”没有列名一行，请补上。")
    columns = tuple(body[0][1].split("\t"))
    rows = tuple(_row(path.name, columns, number, line) for number, line in body[1:])
    return Table(path.stem, source, columns, rows)


def _row(name: str, columns: Sequence[str], number: int, line: str) -> tuple[str, ...]:
    cells = tuple(line.split("\t"))
    if len(cells) != len(columns):
        raise ResourceError(
            f"词表“{name}”第 {number} 行有 {len(cells)} 列，应为 {len(columns)} 列，请改正。"
        )
    return cells


def split_values(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that holds several (``甲·乙``); none for an empty cell."""
    return tuple(value for value in cell.split(VALUE_MARK) if value)
