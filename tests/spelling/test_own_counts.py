"""The words of an office: what it writes often is known, what it wrote once teaches nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.spelling.alphabet import BASE, encode, keys_of, places_of
from drafting.spelling.own_counts import count_own

if TYPE_CHECKING:
    from drafting.spelling.counts import NgramCounts

OWN = ["要办好莓好生活节。", "莓好生活节有声有色。", "各村都来办莓好生活节。"]


def seen(counts: NgramCounts | None, wording: str) -> int:
    """How often a wording of up to five characters is counted."""
    assert counts is not None
    keys = keys_of(encode(wording)[None, :])
    place = int(places_of(counts.keys[len(wording) - 1], keys)[0])
    return int(counts.counts[len(wording) - 1][place]) if place >= 0 else 0


def test_what_stands_in_two_speeches_and_three_sentences_is_known() -> None:
    counts = count_own(["".join(OWN[:2]), OWN[2]])
    assert seen(counts, "莓好生活节") == 3
    assert seen(counts, "莓") == 3
    assert seen(counts, "有声有色") == 0


def test_one_speech_alone_teaches_nothing() -> None:
    assert seen(count_own(["".join(OWN) * 5]), "莓好生活节") == 0


def test_copies_of_one_sentence_teach_nothing() -> None:
    slip = "要建立健全长效机智，确保落实到位。"
    assert seen(count_own([f"第{number}稿。\n{slip}" for number in range(20)]), "长效机智") == 0


def test_with_each_run_its_beginning_and_end_are_there() -> None:
    counts = count_own(["".join(OWN[:2]), OWN[2], "莓好生活节，莓好生活节。"])
    assert counts is not None
    for order in range(2, 6):
        keys, shorter = counts.keys[order - 1], counts.keys[order - 2]
        assert (places_of(shorter, keys // BASE) >= 0).all()
        assert (places_of(shorter, keys % BASE ** (order - 1)) >= 0).all()


def test_counting_ends_when_it_is_not_wanted() -> None:
    assert count_own(OWN, lambda: False) is None
