"""How far two texts are the same, counted in time that grows with what is the same."""

from __future__ import annotations

import random

import pytest

from drafting.text.difference import same_before, same_beginning, same_behind


@pytest.mark.parametrize("seed", range(60))
def test_what_is_the_same_on_both_sides_of_a_place(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    one, other = ("".join(chance.choices("甲乙", weights=(99, 1), k=400)) for _ in range(2))
    here, there = chance.randint(0, 400), chance.randint(0, 400)
    most = chance.randint(0, min(here, there))
    before = same_beginning(one[here - most : here][::-1], other[there - most : there][::-1])
    behind = same_beginning(one[here : here + most], other[there : there + most])
    assert same_before((one, here), (other, there), most) == before
    assert same_behind((one, here), (other, there), most) == behind


def test_all_of_it_may_be_the_same() -> None:
    text = "县" * 100
    assert same_before((text, 100), (text, 100), 100) == 100
    assert same_behind((text, 0), (text, 0), 1000) == 100
