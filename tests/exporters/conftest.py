"""The speech that exports are tested with, and LibreOffice as second reader."""

from __future__ import annotations

import importlib.util
import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from drafting.pagination.layout_files import load_layout
from tests.exporters.builder import read_draft

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from drafting.model.draft import Draft
    from drafting.model.layout import PageLayout

_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{aliases}</fontconfig>"""
_ALIAS = '<alias binding="same"><family>{}</family><prefer><family>{}</family></prefer></alias>'
# Faces that tell themselves apart in a PDF stand for those of the layout.
STAND_INS = {
    "仿宋": "Noto Serif CJK SC",
    "宋体": "Noto Serif CJK SC",
    "方正小标宋简体": "Noto Serif CJK SC",
    "黑体": "Noto Sans CJK SC",
    "楷体": "Noto Sans Mono CJK SC",
}


@pytest.fixture(scope="session")
def official() -> PageLayout:
    return load_layout("official")


@pytest.fixture(scope="session")
def speech(project: Path) -> Draft:
    return read_draft(project / "tests" / "fixtures" / "export" / "speech.txt")


@pytest.fixture(scope="session")
def measuring(project: Path) -> ModuleType:
    """The script that measures pages; a file, since packaging/ is no package."""
    path = project / "packaging" / "measure_pages.py"
    spec = importlib.util.spec_from_file_location("measure_pages", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def want(*tools: str) -> None:
    """Skip the test where one of the tools is missing, or fail where ``CI`` is true."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if not missing:
        return
    reason = f"needs LibreOffice and poppler: {', '.join(missing)}"
    if os.environ.get("CI", "").lower() in {"1", "true"}:
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def poppler() -> None:
    """The tools that look into a PDF are there."""
    want("pdftotext", "pdftohtml", "pdffonts")


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory, measuring: ModuleType) -> Any:
    """Turn a Word file's bytes into the path of its PDF, in faces that can be told apart.

    Without the tools the test is skipped, or fails where ``CI`` is true.
    """
    want("soffice", "pdftotext", "pdftohtml", "pdffonts")
    folder = tmp_path_factory.mktemp("office")
    aliases = "".join(_ALIAS.format(*pair) for pair in STAND_INS.items())
    fonts = folder / "fonts.conf"
    fonts.write_text(_FONTS.format(aliases=aliases), encoding="utf-8")

    def convert(data: bytes, name: str) -> Path:
        document = folder / f"{name}.docx"
        document.write_bytes(data)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("FONTCONFIG_FILE", str(fonts))
            return measuring.to_pdf(document, folder / "profile")

    return convert
