"""What ends clauses and opens sentences, by pairs of characters."""

from __future__ import annotations

import runpy

import pytest

from drafting.text.clause_edges import edges_of


@pytest.mark.parametrize(
    ("pair", "closes", "opens"),
    [("作用", True, False), ("近年", False, True), ("一步", False, False)],
)
def test_edges_are_told_by_pairs(pair: str, closes: bool, opens: bool) -> None:
    closing, opening = edges_of(pair)
    assert (closing > 0, opening > 0) == (closes, opens)


def test_an_unknown_pair_tells_nothing() -> None:
    assert edges_of("龘龘") == edges_of("。，") == edges_of("") == (0.0, 0.0)


def test_the_list_counts_clauses_and_sentences(project) -> None:
    made = runpy.run_path(str(project / "packaging" / "count_clause_edges.py"))
    texts = ["各地要抓好春耕。各地要管好水，要用好水。"] * 40
    assert made["listed_edges"](texts).splitlines() == [
        "-5 -5 地要好春抓好用好管好要抓要用要管",
        "-5 4 各地",
        "3 -5 好水春耕",
    ]
