"""Words are found in order, apart from each other, and inside what is asked for."""

from __future__ import annotations

from drafting.text.searching import find_words, iter_words
from drafting.text.span import Span


def test_places_do_not_overlap():
    assert find_words("要要要要抓", "要要") == [Span(0, 2), Span(2, 4)]
    assert find_words("抓紧", "") == []


def test_places_lie_inside_the_spans():
    text = "抓紧抓实，再抓紧"
    assert list(iter_words(text, "抓紧", within=[Span(0, 4), Span(6, 8)])) == [
        Span(0, 2),
        Span(6, 8),
    ]
    assert list(iter_words(text, "抓紧", within=[Span(1, 7)])) == []


def test_case_and_width_count_only_exactly():
    assert list(iter_words("Ａ级，a级", "a级", exactly=False)) == [Span(0, 2), Span(3, 5)]
    assert list(iter_words("Ａ级，a级", "a级")) == [Span(3, 5)]
    assert list(iter_words("好. 好．\u3000好.x", "好． ", exactly=False)) == [
        Span(0, 3),
        Span(3, 6),
    ]
    assert list(iter_words("A.B", "a-b", exactly=False)) == []
