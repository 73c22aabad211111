"""Looking for many word lists in one pass finds what each of them finds alone."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from drafting.checks import matching
from drafting.checks.base import CheckContext
from drafting.checks.catalogue import RULES
from drafting.checks.matching import Matcher, leftmost_longest, look_together
from drafting.checks.runner import run_rules
from drafting.lexicons.lexicons import Lexicons
from drafting.parsing.parser import parse_draft
from resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Sequence

# Shorter lists cost next to nothing.
_LONG = 50


def _some_words(chance: random.Random) -> tuple[str, ...]:
    return tuple("".join(chance.choices("甲乙丙", k=chance.randint(1, 4))) for _ in range(9))


@pytest.mark.parametrize("seed", range(30))
def test_together_they_find_what_each_finds_alone(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    lists = [(_some_words(chance), bool(number % 2)) for number in range(5)]
    alone = [Matcher(words, has_overlaps=overlaps) for words, overlaps in lists]
    together = [Matcher(words, has_overlaps=overlaps) for words, overlaps in lists]
    look_together(together)
    text = "".join(chance.choices("甲乙丙丁\ud800", k=300))
    for one, other in zip(alone, together, strict=True):
        assert other.shared is not None
        assert [*one.places(text)] == [*other.places(text)] != []


def test_of_overlapping_places_the_leftmost_and_longest_stays() -> None:
    places = [(0, 2, 4), (1, 1, 3), (2, 1, 5), (3, 1, 5), (4, 5, 6)]
    assert leftmost_longest(places) == [(2, 1, 5), (4, 5, 6)]


def test_those_who_look_together_are_not_brought_together_anew() -> None:
    some = [Matcher((word,)) for word in "甲乙丙丁戊"]
    look_together(some)
    shared = some[0].shared
    look_together(some[:4])
    assert {one.shared for one in some} == {shared}


def test_few_lists_are_looked_for_one_by_one() -> None:
    some = [Matcher((word,)) for word in "甲乙丙"]
    look_together(some)
    assert [one.shared for one in some] == [None] * 3


def test_no_rule_looks_for_a_long_list_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[int] = []
    build = matching._automaton

    def counted(words: Sequence[str], *, has_overlaps: bool) -> object:
        built.append(len(words))
        return build(words, has_overlaps=has_overlaps)

    monkeypatch.setattr(matching, "_automaton", counted)
    # Lists of their own: nothing of an earlier test is known.
    context = CheckContext(Lexicons(resource_path("lexicons")))
    text = "\n".join(rule.flagged[0] for rule in RULES)
    on = [rule for rule in RULES if rule.default_on]
    assert run_rules(parse_draft(text), context, on).failed == ()
    assert len([size for size in built if size > _LONG]) == 1
