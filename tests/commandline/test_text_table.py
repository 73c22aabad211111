"""Tables on the console keep their columns whatever a file is called."""

from __future__ import annotations

import pytest

from drafting.commandline.text_table import table_lines


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("讲话.docx", "讲话.docx"),
        ("换\n行.docx", "换 行.docx"),
        ("长" * 83 + ".docx", "长" * 13 + "…" + "长" * 11 + ".docx"),
        ("a" * 250, "a" * 27 + "…" + "a" * 27),
    ],
)
def test_names(name: str, shown: str) -> None:
    head, row = table_lines(("文件", "字数"), [(name, "12")])
    assert row == f"{shown}  12"
    assert head.startswith("文件  ")
