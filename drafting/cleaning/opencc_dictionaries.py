"""The one adapter to opencc: its traditional-to-simplified dictionaries, and nothing else.

Both distributions that install a package ``opencc`` are told apart here: only
opencc-python-reimplemented keeps its dictionaries as text files beside its code.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from drafting.errors import ResourceError


@cache
def load_dictionary(name: str) -> dict[str, str]:
    """Return one dictionary (``TSPhrases``, ``TSCharacters``), the first choice of each entry.

    Raises:
        ResourceError: the package is missing or is the other one of that name.
    """
    spec = find_spec("opencc")
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    try:
        text = (folder / "dictionary" / f"{name}.txt").read_text(encoding="utf-8")
    except OSError as fault:
        raise ResourceError("缺少繁简转换词典（opencc），请重新安装程序。") from fault
    rows = (line.split("\t") for line in text.splitlines() if "\t" in line)
    return {row[0]: row[1].split(" ")[0] for row in rows}
