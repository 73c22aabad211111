"""Straight quotes in Chinese lines become curly, paired by their position in the line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.text.characters import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = re.compile(f"[{HAN}]")
_DOUBLE = re.compile('["“”＂]')
_SINGLE = re.compile("['＇]")


def curled_quotes(text: str) -> Iterator[tuple[int, str]]:
    """Yield position and curly form of every straight quote in a line with Chinese characters."""
    if not any(mark in text for mark in "\"'＂＇"):
        return
    start = 0
    for line in text.split("\n"):
        if _HAN.search(line):
            yield from ((start + at, form) for at, form in _doubles(line))
            yield from ((start + at, form) for at, form in _singles(line))
        start += len(line) + 1


def _doubles(line: str) -> Iterator[tuple[int, str]]:
    is_open = False
    for match in _DOUBLE.finditer(line):
        mark = match.group()
        if mark in "“”":
            is_open = mark == "“"
            continue
        is_open = not is_open
        yield match.start(), "“" if is_open else "”"


def _singles(line: str) -> Iterator[tuple[int, str]]:
    places = [
        match.start() for match in _SINGLE.finditer(line) if not _in_word(line, match.start())
    ]
    # An odd one is an apostrophe or a foot mark: nothing can be paired with certainty.
    if len(places) % 2 == 0:
        for number, at in enumerate(places):
            yield at, "’" if number % 2 else "‘"


def _in_word(line: str, at: int) -> bool:
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    latin_before = before.isascii() and before.isalnum()
    return latin_before and (after.isascii() and after.isalnum())
