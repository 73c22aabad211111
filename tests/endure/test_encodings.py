"""Encodings named right on windows of three sizes, cut at any byte, and damaged ones kept."""

from __future__ import annotations

import importlib.util
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

    Tell = Callable[[str], None]

pytestmark = [pytest.mark.endure, pytest.mark.timeout(1800)]

KINDS = (
    "UTF-8", "UTF-8 BOM", "UTF-16 LE", "UTF-16 LE BOM", "UTF-16 BE", "UTF-16 BE BOM",
    "GBK", "GB18030", "Big5", "Big5-HKSCS",
)  # fmt: skip
SIZES = (100, 500, 5_000)


@pytest.fixture(scope="module")
def measuring(project: Path) -> ModuleType:
    """The script that measures; a file, since packaging/ is no package."""
    path = project / "packaging" / "measure_encodings.py"
    spec = importlib.util.spec_from_file_location("measure_encodings", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def texts(measuring: ModuleType) -> list[str]:
    found: list[str] = measuring.default_texts()
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_windows_are_named_right(
    kind: str, size: int, texts: list[str], measuring: ModuleType, tell: Tell
) -> None:
    ends = measuring.measure_windows(texts, kind, size)
    share = ends["right"] / measuring.WINDOWS
    tell(f"{kind}, {size} bytes: {share:.2%} of {measuring.WINDOWS} named right {dict(ends)}")
    assert share >= measuring.LEAST[size]
    assert ends["lost"] == 0


@pytest.mark.parametrize("size", SIZES)
def test_one_destroyed_byte(size: int, texts: list[str], measuring: ModuleType, tell: Tell) -> None:
    ends = measuring.measure_damaged(texts, size)
    tell(f"one byte destroyed, {size} bytes: {dict(ends)}")
    assert ends["silent"] == 0
    assert ends["right"] >= 0.97 * (ends.total() - ends["right name"])


@pytest.mark.parametrize("codec", ["gbk", "utf-8"])
@pytest.mark.parametrize("size", SIZES)
def test_notes_of_ascii_with_four_characters(
    size: int, codec: str, texts: list[str], measuring: ModuleType, tell: Tell
) -> None:
    ends = measuring.measure_notes(texts, codec, size)
    tell(f"ASCII with four characters of {codec}, {size} bytes: {dict(ends)}")
    assert ends["right"] >= 0.98 * ends.total()
