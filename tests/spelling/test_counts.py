"""Counting runs of characters, adding and taking away, and the file they are kept in."""

from __future__ import annotations

import numpy as np
import pytest

from drafting.spelling.alphabet import BREAK, FIRST_HAN, characters, decode, encode, stream_of
from drafting.spelling.counts import NgramCounts, count_texts, pack, unpack

TEXT = "各乡镇要抓落实，抓落实要有力度。\n第1项由农业局牵头，ABC除外。"


def count_of(counts: NgramCounts, run: str) -> int:
    keys = counts.keys[len(run) - 1]
    key = np.uint64(0)
    for number in encode(run):
        key = key * np.uint64(7000) + number
    places = np.flatnonzero(keys == key)
    return int(counts.counts[len(run) - 1][places[0]]) if len(places) else 0


def same(one: NgramCounts, other: NgramCounts) -> bool:
    pairs = [*zip(one.keys, other.keys, strict=True), *zip(one.counts, other.counts, strict=True)]
    return all(np.array_equal(left, right) for left, right in pairs)


def test_every_code_point_has_one_number() -> None:
    text = "讲话😀\ud800㐀ａ９，於"
    assert len(encode(text)) == len(text)
    assert decode(encode("讲话")) == "讲话"
    assert len(characters()) == 6763
    assert encode("，").tolist() == [BREAK]
    assert encode("啊").tolist() == [FIRST_HAN]


def test_runs_are_counted_and_none_reaches_over_a_mark() -> None:
    counts = count_texts([TEXT])
    assert count_of(counts, "抓落实") == 2
    assert count_of(counts, "抓落实要有") == 1
    assert count_of(counts, "实抓") == 0
    assert count_of(counts, "落实，") == 1


def test_counts_are_added_and_taken_away() -> None:
    one, other = count_texts([TEXT]), count_texts(["抓落实，见成效。"])
    both = count_texts([TEXT, "抓落实，见成效。"])
    assert same(one.plus(other), both)
    assert same(both.minus(other), one)


def test_what_is_packed_comes_out_the_same() -> None:
    counts = count_texts([TEXT, "抓落实，见成效。"])
    assert same(unpack(pack(counts)), counts)


@pytest.mark.parametrize("sentences", [[], [""], ["好"], ["讲话", "", "好"]])
def test_a_stream_keeps_sentences_apart(sentences: list[str]) -> None:
    stream = stream_of(sentences)
    assert len(stream.numbers) == len(stream.sentence_of)
    for index, sentence in enumerate(sentences):
        start = int(stream.starts[index])
        assert stream.numbers[start : start + len(sentence)].tolist() == encode(sentence).tolist()
        assert (stream.numbers[start - 5 : start] == BREAK).all()
        assert (stream.sentence_of[start : start + len(sentence)] == index).all()
