"""Reading the word lists of cleaning: tab-separated rows below a source and a header line."""

from __future__ import annotations

from functools import cache

from drafting.errors import ResourceError
from resources import resource_path


@cache
def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``resources/lexicons/<name>``, each with as many cells as the header.

    Raises:
        ResourceError: the file is missing or a row has another number of cells.
    """
    path = resource_path("lexicons", name)
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise ResourceError(f"词表“{name}”无法读取，请重新安装程序。") from fault
    body = [line for line in lines if line and not line.startswith("# ")]
    rows = [tuple(line.split("\t")) for line in body]
    if not rows or any(len(row) != len(rows[0]) for row in rows):
        raise ResourceError(f"词表“{name}”有缺列的行，请改正后再用。")
    return tuple(rows[1:])
