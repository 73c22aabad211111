"""One way to write a file, one label for foreign text, and nothing that runs foreign code."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    Called = list[tuple[str, list[ast.Call | ast.Import | ast.ImportFrom]]]

FORBIDDEN_MODULES = {
    "pickle", "marshal", "shelve", "socket", "http", "urllib.request", "requests", "ftplib",
    "smtplib", "html.parser", "bs4", "PySide6.QtNetwork",
}  # fmt: skip
FORBIDDEN_FUNCTIONS = {"eval", "exec"}  # a dialog's exec() is a method and another thing
FORBIDDEN_CALLS = {"processEvents", "QSaveFile"}
# Recovery copies and the log are the program's own and only grow; the log never holds text of a
# draft.
WRITERS = {
    "drafting/files/atomic.py",
    "drafting/files/growing_file.py",
    "ui/error_reporting/log.py",
}
WRITING_MODES = set("wax+")


@pytest.fixture(scope="module")
def called(project: Path) -> Called:
    """What every file calls and imports."""
    found: Called = []
    for room in ("drafting", "ui"):
        for path in sorted((project / room).rglob("*.py")):
            nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            calls = [
                one for one in nodes if isinstance(one, ast.Call | ast.Import | ast.ImportFrom)
            ]
            found.append((path.relative_to(project).as_posix(), calls))
    return found


def called_name(node: ast.Call) -> str:
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def test_no_network_and_no_foreign_code(called: Called) -> None:
    found: list[str] = []
    for name, nodes in called:
        for node in nodes:
            modules = []
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules = [node.module]
            found += [
                f"{name}: {module}"
                for module in modules
                if module in FORBIDDEN_MODULES or module.split(".")[0] in FORBIDDEN_MODULES
            ]
            if isinstance(node, ast.Call):
                function = node.func
                is_builtin = isinstance(function, ast.Name) and function.id in FORBIDDEN_FUNCTIONS
                if is_builtin or called_name(node) in FORBIDDEN_CALLS:
                    found.append(f"{name}: {called_name(node)}()")
                if any(keyword.arg == "shell" for keyword in node.keywords):
                    found.append(f"{name}: shell=")
    assert found == []


def test_only_atomic_write_writes_files(called: Called) -> None:
    found: list[str] = []
    for name, nodes in called:
        for node in nodes:
            if not isinstance(node, ast.Call) or name in WRITERS:
                continue
            if called_name(node) in {"write_text", "write_bytes"}:
                found.append(f"{name}:{node.lineno}")
            if called_name(node) == "open":
                modes = [
                    one.value
                    for one in [*node.args, *(k.value for k in node.keywords)]
                    if isinstance(one, ast.Constant) and isinstance(one.value, str)
                ]
                if any(set(mode) & WRITING_MODES and len(mode) <= 3 for mode in modes):
                    found.append(f"{name}:{node.lineno}")
    assert found == []


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("jieba", {"drafting/text/segmentation.py"}),
        ("opencc", {"drafting/cleaning/opencc_adapter.py"}),
    ],
)
def test_one_adapter_for_each_library(called: Called, library: str, homes: set[str]) -> None:
    importing = {
        name
        for name, nodes in called
        for node in nodes
        if (
            isinstance(node, ast.Import)
            and any(a.name.split(".")[0] == library for a in node.names)
        )
        or (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == library)
    }
    assert importing <= homes
