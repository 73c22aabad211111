"""Stretches between marks, by length and by what they hold, as patterns find them."""

from __future__ import annotations

import random
import re

import pytest

from drafting.text.stretches import iter_long_stretches, iter_stretches_with

_MARKS = "，。\n"


def _texts() -> list[str]:
    chance = random.Random(7)  # noqa: S311
    return [
        "",
        "，",
        "字" * 9,
        *("".join(chance.choices("字12，。\n𠀀\ud800", k=80)) for _ in range(40)),
    ]


@pytest.mark.parametrize("text", _texts())
def test_long_stretches_are_those_of_the_pattern(text: str) -> None:
    wanted = [match.span() for match in re.finditer(f"[^{_MARKS}]+", text) if len(match[0]) > 3]
    found = [(one.start, one.end) for one in iter_long_stretches(text, _MARKS, 3)]
    assert found == wanted


@pytest.mark.parametrize("text", _texts())
def test_stretches_with_figures_hold_so_many_runs(text: str) -> None:
    wanted = [
        match.span()
        for match in re.finditer(f"[^{_MARKS}]+", text)
        if len(re.findall("[12]+", match[0])) >= 2
    ]
    found = [(one.start, one.end) for one in iter_stretches_with(text, _MARKS, "12", 2)]
    assert found == wanted
