"""No file and no function grows past what one reads in a sitting."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE_LINES, FUNCTION_LINES = 400, 60
FORBIDDEN_NAMES = {"utils", "common", "helpers", "misc", "manager"}


def source_files(project: Path) -> Iterator[Path]:
    yield project / "main.py"
    for room in ("drafting", "ui", "resources", "packaging", "tests"):
        yield from sorted((project / room).rglob("*.py"))


def test_files_are_short(project: Path) -> None:
    lengths = {
        path: len(path.read_text(encoding="utf-8").splitlines()) for path in source_files(project)
    }
    assert {str(path): n for path, n in lengths.items() if n > FILE_LINES} == {}


def test_functions_are_short(project: Path) -> None:
    long: list[str] = []
    for path in source_files(project):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    long.append(f"{path.name}:{node.name} {lines}")
    assert long == []


def test_no_room_is_a_drawer(project: Path) -> None:
    names = {path.stem for path in source_files(project)}
    names |= {path.parent.name for path in source_files(project)}
    assert names & FORBIDDEN_NAMES == set()


def test_packaging_is_no_package(project: Path) -> None:
    assert not (project / "packaging" / "__init__.py").exists()
