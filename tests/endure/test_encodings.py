"""Encodings named right on windows of three sizes, cut at any byte."""

from __future__ import annotations

import codecs
import random
import re
from typing import TYPE_CHECKING

import pytest

from drafting.importers.decoding import decode_text
from tests.endure.seed_files import traditional

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Tell = Callable[[str], None]

pytestmark = [pytest.mark.endure, pytest.mark.timeout(1800)]

# Of each kind: the codec that writes it, the mark before it, the names that are right for it.
KINDS = {
    "UTF-8": ("utf-8", b"", {"utf-8"}),
    "UTF-8 BOM": ("utf-8", codecs.BOM_UTF8, {"utf-8"}),
    "UTF-16 LE": ("utf-16-le", b"", {"utf-16-le"}),
    "UTF-16 LE BOM": ("utf-16-le", codecs.BOM_UTF16_LE, {"utf-16-le"}),
    "UTF-16 BE": ("utf-16-be", b"", {"utf-16-be"}),
    "UTF-16 BE BOM": ("utf-16-be", codecs.BOM_UTF16_BE, {"utf-16-be"}),
    "GBK": ("gbk", b"", {"gb18030"}),
    "GB18030": ("gb18030", b"", {"gb18030"}),
    "Big5": ("big5", b"", {"big5hkscs"}),
    "Big5-HKSCS": ("big5hkscs", b"", {"big5hkscs"}),
}
LEAST = {100: 0.98, 500: 1.0, 5_000: 1.0}
WINDOWS = 2_000
_HAN = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def texts(project: Path) -> list[str]:
    """The speeches that are shipped, and real ones where they are at hand."""
    paths = sorted((project / "resources" / "samples").glob("*.txt"))
    shared = project.parent / "shared"
    paths += sorted((shared / "seeds").glob("*.txt"))
    paths += sorted((shared / "data" / "speeches_dev").glob("*.txt"))
    return [path.read_text(encoding="utf-8-sig") for path in paths]


def sources(texts: list[str], codec: str) -> list[bytes]:
    """The texts in an encoding, those of Taiwan and Hong Kong in their script."""
    if codec.startswith("big5"):
        return [traditional(text).encode(codec, "ignore") for text in texts]
    return [text.encode(codec, "ignore") for text in texts]


@pytest.mark.parametrize("size", LEAST)
@pytest.mark.parametrize("kind", KINDS)
def test_windows_are_named_right(kind: str, size: int, texts: list[str], tell: Tell) -> None:
    codec, mark, names = KINDS[kind]
    held = [data for data in sources(texts, codec) if len(data) > size]
    assert held
    chance = random.Random(size)  # noqa: S311 - repeatable, nothing secret
    right = whole = count = 0
    wrong: dict[str, int] = {}
    while count < WINDOWS:
        data = chance.choice(held)
        start = chance.randrange(len(data) - size)
        if mark and codec.startswith("utf-16"):
            start -= start % 2  # behind a mark nothing is cut at the front
        if not _HAN.search(data[start : start + size].decode(codec, "ignore")):
            continue
        count += 1
        found = decode_text(mark + data[start : start + size])
        name = "none" if found is None else found.encoding
        if name in names:
            right += 1
        else:
            wrong[name] = wrong.get(name, 0) + 1
        whole += found is not None and found.bad_bytes <= 6
    tell(f"{kind}, {size} bytes: {right / count:.2%} of {count} named right {wrong or ''}")
    assert right / count >= LEAST[size]
    assert whole == count
