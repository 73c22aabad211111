"""Sayings known by heart: every kind of slip of one character is found where they are quoted."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from drafting.checks.base import CheckContext
from drafting.checks.kinds.near_forms import NearForms
from drafting.checks.runner import run_checks
from drafting.lexicons.lexicons import load_lexicons
from drafting.parsing.parser import parse_draft

if TYPE_CHECKING:
    from collections.abc import Callable

MARKS = "，。、；：“”"
# Characters that a hurried hand adds or puts for another.
SLIPS = "大有民国新事真实加正人发工心"


def _added(saying: str, place: int, slip: str) -> str:
    return saying[:place] + slip + saying[place:]


def _lost(saying: str, place: int, slip: str) -> str:
    return saying[:place] + saying[place + 1 :]


def _exchanged(saying: str, place: int, slip: str) -> str:
    return saying[:place] + slip + saying[place + 1 :]


def _swapped(saying: str, place: int, slip: str) -> str:
    return saying[:place] + saying[place : place + 2][::-1] + saying[place + 2 :]


def _found(
    wordings: list[str], slip: Callable[[str, int, str], str], code: str, lead: str
) -> float:
    dice = random.Random(f"{code} {slip.__name__}")  # noqa: S311 - repeatable, nothing secret
    found = planted = 0
    for one in wordings:
        # The first and last character may belong to the words around.
        place = dice.choice([at for at in range(1, len(one) - 2) if one[at] not in MARKS])
        wrong = slip(one, place, dice.choice(SLIPS))
        if wrong in wordings or one[place + 1] in MARKS:
            continue
        text = f"同志们：\n{lead.format(wrong)}，大家都记在心里。"
        planted += 1
        report = run_checks(parse_draft(text), CheckContext(load_lexicons()), select=[code])
        found += bool(report.findings)
    return found / planted


SAYINGS = list(load_lexicons().table("checks_quotations").column("quotation"))
FORMULATIONS = list(load_lexicons().table("checks_fixed_formulations").column("formulation"))


@pytest.mark.parametrize("slip", [_added, _lost, _exchanged, _swapped])
def test_slips_in_sayings(slip: Callable[[str, int, str], str]) -> None:
    assert _found(SAYINGS, slip, "EX005", "常言说“{}”") >= 0.97
    assert _found(SAYINGS, slip, "EX005", "常言说，{}") >= 0.85


@pytest.mark.parametrize("slip", [_added, _lost, _exchanged, _swapped])
def test_slips_in_formulations(slip: Callable[[str, int, str], str]) -> None:
    assert _found(FORMULATIONS, slip, "EX003", "我们讲{}") >= 0.9


def test_the_place_covers_the_saying_and_no_mark() -> None:
    finder = NearForms(["人心齐，泰山移"], [[]], 5, has_free_ends=True)
    for text, place in (
        ("都说人心齐，泰移，对吧", "人心齐，泰移"),
        ("都说人齐心，泰山移，对吧", "人齐心，泰山移"),
        ("都说人心更齐，泰山移，对吧", "人心更齐，泰山移"),
    ):
        assert [one.span.of(text) for one in finder.iter_near(text)] == [place]
