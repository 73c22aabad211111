"""The program itself, started as a child, answers the word import."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.errors import ImportProblem
from drafting.importers.safe_import import end_children, safe_import, safe_import_bytes
from tests.importers.packages import paragraph, word_file

if TYPE_CHECKING:
    from pathlib import Path


def test_import_through_the_program(tmp_path: Path) -> None:
    data = word_file(paragraph("在云岭县秋收会上的讲话"))
    path = tmp_path / "讲话.docx"
    path.write_bytes(data)
    end_children()
    try:
        assert safe_import(path).text == "在云岭县秋收会上的讲话"
        assert safe_import_bytes(data, "标准输入").text == "在云岭县秋收会上的讲话"
        path.write_bytes(word_file(paragraph()))
        with pytest.raises(ImportProblem, match="没有文字"):
            safe_import(path)
    finally:
        end_children()
