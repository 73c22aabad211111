"""Names in bytes that are no UTF-8 are shown as what they are."""

from __future__ import annotations

import pytest

from drafting.files.undecoded import as_shown


@pytest.mark.parametrize(
    "name", ["县长讲话.txt", "二〇一六年/一号.doc", "abc", "讲稿A（定稿）B.docx"]
)
@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_names(name: str, encoding: str) -> None:
    for code_page in ("utf-8", "ascii"):
        came_in = name.encode(encoding).decode(code_page, "surrogateescape")
        assert as_shown(came_in) == name
