"""Measures cleaning on web pages whose speech was written down before any program read them.

    python packaging/measure_sites.py FOLDER [PREFIX…] [--mixtures NUMBER] [--crossed NUMBER]

FOLDER holds pages as they were saved or copied (NAME.html, NAME.txt …) and for each its speech as
NAME.expected.txt, one paragraph a line; a line behind "?" may stay or go. Pages whose names begin
with none of the prefixes are left out. Blanks are not compared. Every line that stayed (+) or was
lost (-) is listed: a page is clean where nothing of the site stays and nothing of the speech is
lost. Mixtures are lines of all pages drawn at random: cleaned again they shall stay as they are.
Crossed pages have what one of the folder prints above a speech and another behind it around a third
speech: what comes out shall be this speech, cleaned by itself.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from page_line_examples import crossed_pages

from drafting.cleaning.cleaner import clean_text
from drafting.importers.registry import import_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_EXPECTED = ".expected.txt"
_MOST_LINES = 40


def lines_of(text: str) -> list[str]:
    """Return the filled lines of a text without blanks."""
    bare = (re.sub(r"\s", "", line) for line in text.split("\n"))
    return [line for line in bare if line]


def wanted_lines(speech: str, got: list[str]) -> list[str]:
    """Return the lines of a speech without blanks, those that may go only where they stayed."""
    lines = lines_of(speech)
    spare = Counter(got) - Counter(lines)
    return [one.removeprefix("?") for one in lines if one[0] != "?" or spare[one[1:]]]


def compare(page: Path) -> tuple[list[str], list[str], bool, int]:
    """Return what stayed of the page, what was lost of its speech, whether all is equal.

    The last figure is how many lines the page has around its speech.
    """
    speech = page.with_name(page.stem + _EXPECTED)
    imported = import_bytes(page.read_bytes(), page.name).text
    got = lines_of(clean_text(imported).text)
    wanted = wanted_lines(speech.read_text(encoding="utf-8"), got)
    left, lost = Counter(got) - Counter(wanted), Counter(wanted) - Counter(got)
    around = max(len(lines_of(imported)) - len(wanted), 0)
    return list(left.elements()), list(lost.elements()), got == wanted, around


def iter_mixtures(pages: Sequence[Path], number: int) -> Iterator[str]:
    """Yield texts of lines of the pages in any order, the same ones each time."""
    texts = [import_bytes(page.read_bytes(), page.name).text for page in pages]
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    for seed in range(number):
        chance = random.Random(seed)  # noqa: S311
        yield "\n".join(chance.choice(lines) for _ in range(chance.randint(3, _MOST_LINES)))


def changes_again(text: str) -> bool:
    """Return whether a text that was cleaned is cleaned once more."""
    clean = clean_text(text).text
    return clean_text(clean).text != clean


def judge_crossed(folder: Path, number: int) -> Counter[str]:
    """Return how many crossed pages come out clean, and how many lines stay or are lost."""
    told: Counter[str] = Counter()
    for page, speech in crossed_pages(number, folder):
        got, wanted = (Counter(lines_of(clean_text(text).text)) for text in (page, speech))
        told["clean"] += got == wanted
        told["left"] += (got - wanted).total()
        told["lost"] += (wanted - got).total()
    return told


def main() -> int:
    """Print what differs and the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("prefixes", nargs="*", default=[""])
    parser.add_argument("--mixtures", type=int, default=0)
    parser.add_argument("--crossed", type=int, default=0)
    arguments = parser.parse_args()
    pages = sorted(
        path
        for path in arguments.folder.iterdir()
        if path.name.startswith(tuple(arguments.prefixes)) and not path.name.endswith(_EXPECTED)
    )
    equal = stayed = gone = around = 0
    for page in pages:
        left, lost, is_equal, lines = compare(page)
        around += lines
        equal += is_equal
        stayed += len(left)
        gone += len(lost)
        if not is_equal:
            print(page.name, *(f"  + {line}" for line in left), sep="\n")
            print(*(f"  - {line}" for line in lost), sep="\n")
    print(f"pages wholly clean        {equal} of {len(pages)}")
    print(f"lines of the site left    {stayed} of {around}")
    print(f"lines of the speech lost  {gone}")
    if arguments.mixtures:
        changed = sum(map(changes_again, iter_mixtures(pages, arguments.mixtures)))
        print(f"mixtures cleaned again    {changed} of {arguments.mixtures}")
    if arguments.crossed:
        told = judge_crossed(arguments.folder, arguments.crossed)
        print(f"crossed pages clean       {told['clean']} of {arguments.crossed}")
        print(f"their lines left, lost    {told['left']}, {told['lost']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
