"""Tokens of a whole text at once: those that its runs have one by one."""

from __future__ import annotations

import sys

from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafting.corpus.character_pairs import pair_tokens, runs_of, tokens_of

_LETTERS = "县市镇aA3.%_，、 \n\x00\ud800\U00020000\U0010ffff"


@settings(deadline=None)  # the first text waits for the table of letters
@given(st.text(st.sampled_from(_LETTERS), max_size=30) | st.text(max_size=30))
@example("")
@example("。")
@example("县")
@example("干部，部分")  # 干部，部分: a break
@example("干部，部，部分")  # none behind a single character
@example("3.5%、增长")
def test_at_once_as_run_by_run(text: str) -> None:
    runs = runs_of(text)
    pairs, characters = tokens_of(text)
    assert pairs.split() == pair_tokens(runs).split()
    assert characters.split() == sorted(set("".join(runs)))


def test_every_letter_of_unicode_is_known() -> None:
    every = [chr(code) for code in range(1, sys.maxunicode + 1)]
    _, characters = tokens_of("\n".join(every))
    assert characters.split() == [one for one in every if runs_of(one)]
