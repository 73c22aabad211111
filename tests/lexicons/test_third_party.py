"""Data made from the work of others is named with its licence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

OTHERS = re.compile("OpenCC|jieba|Apache|MIT|BSD")


def test_every_list_that_names_a_source_is_in_the_notice(project: Path) -> None:
    resources = project / "resources"
    notice = (resources / "THIRD_PARTY.md").read_text(encoding="utf-8")
    named = [
        path.name
        for path in (resources / "lexicons").glob("*.tsv")
        if OTHERS.search(path.read_text(encoding="utf-8").split("\n", 1)[0])
    ]
    assert named
    assert [name for name in named if f"`lexicons/{name}`" not in notice] == []
    for licence in re.findall("`(licences/[^`]+)`", notice):
        assert (resources / licence).stat().st_size > 1000, licence
