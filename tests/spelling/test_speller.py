"""The shipped speller: what it finds, what it leaves alone, what it is made of."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from drafting.spelling.correction import Correction, EditKind
from drafting.spelling.counts import count_texts
from drafting.spelling.loading import load_speller, read_arrays
from drafting.spelling.speller import _with_more as sure_and_more
from resources import resource_path

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.spelling.speller import Speller

SLIPS = {
    "要建立健全长效机智，确保落实到位。": ("机智", "机制"),
    "各乡镇要加强组只领导，明确责任分工。": ("组只", "组织"),
    "今年财正收入实现较快增长。": ("财正", "财政"),
    "要加大整冶力度，守住生态底线。": ("整冶", "整治"),
}
MOST_BYTES = 6_000_000


@pytest.fixture(scope="module")
def speller() -> Speller:
    return load_speller()


def corrected(sentence: str, speller: Speller) -> str:
    (found,) = speller.corrections([sentence])
    for one in reversed(found):
        sentence = sentence[: one.start] + one.replacement + sentence[one.end :]
    return sentence


@pytest.mark.parametrize("slip", SLIPS)
def test_slips_are_corrected_at_their_place(slip: str, speller: Speller) -> None:
    wrong, right = SLIPS[slip]
    assert corrected(slip, speller) == slip.replace(wrong, right)
    assert corrected(slip.replace(wrong, right), speller) == slip.replace(wrong, right)


def test_a_fault_beside_a_fault_is_found(speller: Speller) -> None:
    slip = "要加强组只领到，压实责任。"
    assert corrected(slip, speller) == "要加强组织领导，压实责任。"
    assert corrected(slip.replace("只", "织"), speller) == "要加强组织领导，压实责任。"


def test_a_character_written_twice_in_a_phrase_vouches_for_itself() -> None:
    def change(start: int, replacement: str) -> Correction:
        kind = EditKind.SUBSTITUTION
        return Correction(start, start + 1, replacement, kind, "", start, False, 0.9)

    def joined(sentence: str, first: Correction, second: Correction) -> list[int]:
        return [one.start for one in sure_and_more(sentence, [first], [second])]

    assert joined("要应放尽放。", change(2, "收"), change(4, "收")) == [2]
    assert joined("要加强组只领到。", change(4, "织"), change(6, "导")) == [4, 6]
    assert joined("放开手，一律应放。", change(0, "收"), change(7, "收")) == [0, 7]


@pytest.mark.parametrize("sentence", ["", "好", "，。", "\ud800😀", "ABC 123", "一" * 3000])
def test_odd_text_is_no_trouble(sentence: str, speller: Speller) -> None:
    assert speller.corrections([sentence]) == [()]


def test_spans_lie_in_the_sentence(speller: Speller) -> None:
    sentences = [*SLIPS, "时不我代", "机遇稍纵即逝，时不我代"]
    for sentence, found in zip(sentences, speller.corrections(sentences), strict=True):
        for one in found:
            assert 0 <= one.start < one.end <= len(sentence)
            assert 0.0 <= one.score <= 1.0
            assert not one.phrase or one.phrase not in sentence


def test_the_answer_is_the_same_alone_and_among_others(speller: Speller) -> None:
    sentences = [*SLIPS, "各乡镇要抓好秋粮收购。"]
    speller._remembered.clear()
    together = speller.corrections(sentences)
    speller._remembered.clear()
    assert together == [speller.corrections([one])[0] for one in sentences]


def test_the_office_own_words_are_no_slips(speller: Speller) -> None:
    sentence = "今年财正收入实现较快增长。"
    own = count_texts(["财正镇的财正收入，财正村的财正收入实现增长。"] * 20)
    assert speller.corrections([sentence]) != [()]
    assert load_speller(own).corrections([sentence]) == [()]


def test_the_files_are_those_that_were_built(project: Path) -> None:
    folder = project / "resources" / "spelling"
    contents = json.loads((folder / "contents.json").read_text(encoding="utf-8"))
    files = sorted(folder.glob("*.npz"))
    assert {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in files} == contents[
        "files"
    ]
    assert sum(one.stat().st_size for one in files) <= MOST_BYTES
    for part in ("counts", "weights"):
        assert contents[part]["command"]
        assert all(contents[part]["inputs"].values())


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    from drafting.errors import ResourceError

    whole = resource_path("spelling", "weights.npz").read_bytes()
    damaged = tmp_path / "weights.npz"
    damaged.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ResourceError):
        read_arrays(damaged)
