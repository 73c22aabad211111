"""Tell how often the encoding of a plain text is named right, kind by kind, on cut windows.

Usage: python packaging/measure_encodings.py [--windows 2000] [TEXT…]

Windows of 100, 500 and 5,000 bytes, cut at any byte, of the given texts (by default the shipped
ones, and those in ``../shared`` beside the checkout) in ten encodings, Big5 from the traditional
script. Three more rows: with one byte destroyed (right: the name, the bytes lost counted, and
everything else kept), mostly ASCII with four characters of GBK, and the same in UTF-8.
"""

from __future__ import annotations

import argparse
import codecs
import random
import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from drafting.cleaning.opencc_dictionaries import load_dictionary  # noqa: E402
from drafting.importers.decoding import decode_text  # noqa: E402
from drafting.importers.likelihood import REPLACEMENT  # noqa: E402

# Of each kind: the codec that writes it, the mark before it, the name that is right for it.
KINDS = {
    "UTF-8": ("utf-8", b"", "utf-8"),
    "UTF-8 BOM": ("utf-8", codecs.BOM_UTF8, "utf-8"),
    "UTF-16 LE": ("utf-16-le", b"", "utf-16-le"),
    "UTF-16 LE BOM": ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le"),
    "UTF-16 BE": ("utf-16-be", b"", "utf-16-be"),
    "UTF-16 BE BOM": ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be"),
    "GBK": ("gbk", b"", "gb18030"),
    "GB18030": ("gb18030", b"", "gb18030"),
    "Big5": ("big5", b"", "big5hkscs"),
    "Big5-HKSCS": ("big5hkscs", b"", "big5hkscs"),
}
LEAST = {100: 0.98, 500: 1.0, 5_000: 1.0}
LEAST_NOTES = LEAST_DAMAGED = 0.98
WINDOWS = 2_000
_CUT_BYTES = 6  # of a character at either end
_HAN = re.compile("[\u4e00-\u9fff]")
# What is written mostly in ASCII: lists of figures, of files, of settings.
_ASCII = "No.{0} 2026-03-{0:02} total=38.6 km2 rate=7.4% GDP 12.3 ref A{0}-B{0} ok; "
_DAMAGES = (b"\xff", b"\x00", b"\x80", b"?")


def traditional(text: str) -> str:
    """Return the text with every character in its first traditional form."""
    return text.translate(_traditional())


@cache
def _traditional() -> dict[int, str]:
    table = {old: new for old, new in load_dictionary("STCharacters").items() if len(old) == 1}
    return str.maketrans(table)


def default_texts() -> list[str]:
    """Return the speeches that are shipped, and published ones where they are at hand."""
    shared = PROJECT.parent / "shared"
    folders = (
        PROJECT / "resources" / "samples",
        PROJECT / "resources" / "library",
        shared / "seeds",
        shared / "data" / "speeches_dev",
    )
    paths = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    return [path.read_text(encoding="utf-8-sig") for path in paths]


def sources(texts: list[str], codec: str) -> list[bytes]:
    """Return the texts in an encoding, those of Taiwan and Hong Kong in their script."""
    if codec.startswith("big5"):
        texts = [traditional(text) for text in texts]
    return [text.encode(codec, "ignore") for text in texts]


def measure_windows(texts: list[str], kind: str, size: int, count: int = WINDOWS) -> Counter[str]:
    """Return under which names windows of ``size`` bytes came out, the right one as ``right``.

    ``lost`` counts beside it those that lost more bytes than the cut characters have.
    """
    codec, mark, name = KINDS[kind]
    held = [data for data in sources(texts, codec) if len(data) > size]
    chance = random.Random(size)  # noqa: S311 - repeatable, nothing secret
    ends: Counter[str] = Counter()
    while ends.total() - ends["lost"] < count and held:
        data = chance.choice(held)
        start = chance.randrange(len(data) - size)
        if mark and codec.startswith("utf-16"):
            start -= start % 2  # behind a mark nothing is cut at the front
        window = data[start : start + size]
        if not _HAN.search(window.decode(codec, "ignore")):
            continue
        found = decode_text(mark + window)
        ends["right" if found and found.encoding == name else str(found and found.encoding)] += 1
        ends["lost"] += found is None or found.bad_bytes > _CUT_BYTES
    return ends


def measure_damaged(texts: list[str], size: int, count: int = WINDOWS) -> Counter[str]:
    """Return how windows of GBK and UTF-8 with one byte destroyed came out.

    ``silent``: the byte was lost and not counted; ``cut``: more than its neighbourhood is gone.
    """
    chance = random.Random(size)  # noqa: S311 - repeatable, nothing secret
    ends: Counter[str] = Counter()
    for number in range(count):
        codec, name = (("gbk", "gb18030"), ("utf-8", "utf-8"))[number % 2]
        text = chance.choice(texts)
        width = size // 3
        start = chance.randrange(max(len(text) - width, 1))
        piece = text[start : start + width]
        data = bytearray(piece.encode(codec, "ignore"))
        piece = data.decode(codec)
        if not _HAN.search(piece) or len(data) < _CUT_BYTES:
            continue
        place = chance.randrange(len(data))
        data[place : place + 1] = chance.choice(_DAMAGES)
        found = decode_text(bytes(data))
        ends[_end_of(found and found.text, found and found.bad_bytes, piece)] += 1
        ends["right name"] += found is not None and found.encoding == name
    return ends


def _end_of(read: str | None, bad: int | None, piece: str) -> str:
    if read is None:
        return "refused"
    if read.count(REPLACEMENT) != bad:
        return "silent"
    before = len(_common(read, piece))
    behind = len(_common(read[::-1], piece[::-1]))
    return "right" if before + behind >= len(piece) - 3 else "cut"


def _common(one: str, other: str) -> str:
    length = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    return one[: min(len(one), len(other)) if length is None else length]


def measure_notes(texts: list[str], codec: str, size: int, count: int = WINDOWS) -> Counter[str]:
    """Return how notes of ASCII with four Chinese characters in them came out."""
    chance = random.Random(size)  # noqa: S311 - repeatable, nothing secret
    words = re.findall("[\u4e00-\u9fff]{4}", "".join(texts)[:400_000])
    ends: Counter[str] = Counter()
    for number in range(count):
        line = "".join(_ASCII.format(number % 89 + one) for one in range(size // 60 + 1))[:size]
        place = chance.randrange(len(line))
        text = line[:place] + chance.choice(words) + line[place:]
        found = decode_text(text.encode(codec))
        ends["right" if found and found.text == text else str(found and found.encoding)] += 1
    return ends


def main() -> int:
    """Print a table; return 1 where a share is below what is wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--windows", type=int, default=WINDOWS)
    parser.add_argument("texts", nargs="*", type=Path)
    arguments = parser.parse_args()
    count = arguments.windows
    texts = [one.read_text(encoding="utf-8-sig") for one in arguments.texts] or default_texts()
    rows = {kind: [measure_windows(texts, kind, size, count) for size in LEAST] for kind in KINDS}
    short = False
    print(f"{'':16}" + "".join(f"{size:>8} B" for size in LEAST) + "   otherwise")
    for kind, ends in rows.items():
        shares = [one["right"] / count for one in ends]
        short = short or any(
            share < least for share, least in zip(shares, LEAST.values(), strict=True)
        )
        _tell(kind, shares, ends)
    damaged = [measure_damaged(texts, size, count) for size in LEAST]
    shares = [one["right"] / (one.total() - one["right name"]) for one in damaged]
    short = short or min(shares) < LEAST_DAMAGED or any(one["silent"] for one in damaged)
    _tell("one byte lost", shares, damaged)
    for codec in ("gbk", "utf-8"):
        notes = [measure_notes(texts, codec, size, count) for size in LEAST]
        shares = [one["right"] / count for one in notes]
        short = short or min(shares) < LEAST_NOTES
        _tell(f"ASCII, 4 {codec}", shares, notes)
    return int(short)


def _tell(name: str, shares: list[float], ends: list[Counter[str]]) -> None:
    others = [
        {key: n for key, n in one.items() if key not in {"right", "right name"} and n}
        for one in ends
    ]
    cells = "".join(f"{share:>10.2%}" for share in shares)
    print(f"{name:16}{cells}   {' | '.join(str(one) for one in others if one)}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
