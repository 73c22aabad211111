from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.pagination.glyph_widths import width_table
from drafting.pagination.kinsoku import NO_END, NO_START
from drafting.pagination.layout_files import POINTS_PER_MM, load_layout
from drafting.pagination.line_breaking import MeasuredText, break_lines
from tests.clock import seconds

BODY = load_layout("official").style("body")
ROOM = 156 * POINTS_PER_MM
FIRST = ROOM - 2 * BODY.advance


def lines(text: str, first: float = ROOM) -> list[str]:
    table = width_table(BODY)
    spacings = [BODY.spacing] * len(text)
    ends = break_lines(
        MeasuredText.measure(text, [table[one] for one in text], spacings), first, ROOM
    )
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def test_28_characters_a_line_26_on_the_first():
    assert [len(line) for line in lines("渠" * 100, FIRST)] == [26, 28, 28, 18]


@pytest.mark.parametrize("mark", list("，。、；：？！”’）》"))
def test_no_line_begins_with_a_closing_mark(mark):
    assert [len(line) for line in lines("渠" * 28 + mark + "水")] == [27, 3]


@pytest.mark.parametrize("mark", list("“‘（《"))
def test_no_line_ends_with_an_opening_mark(mark):
    assert [len(line) for line in lines("渠" * 27 + mark + "水渠")] == [27, 3]


def test_marks_in_a_row_move_together():
    assert lines("渠" * 26 + "成。”）水") == ["渠" * 26, "成。”）水"]
    assert lines("渠" * 27 + "。”水路") == ["渠" * 26, "渠。”水路"]


@pytest.mark.parametrize("pair", ["——", "……"])
def test_dash_and_ellipsis_stay_whole(pair):
    assert all(pair in line or pair[0] not in line for line in lines("渠" * 27 + pair + "水"))


def test_words_and_figures_stay_whole():
    text = "渠" * 26 + "2026年渠道GDP增长12.5%"
    assert lines(text) == ["渠" * 26, "2026年渠道GDP增长12.5%"]


def test_gap_beside_figures_takes_room():
    plain = lines("渠" * 24 + "20" + "渠" * 4)
    assert plain[0] == "渠" * 24 + "20" + "渠" * 2


def test_blanks_at_the_end_of_a_line_take_no_room():
    assert lines("渠" * 28 + "  水") == ["渠" * 28 + "  ", "水"]


def test_a_word_longer_than_the_line_is_cut():
    pieces = lines("a" * 500)
    assert "".join(pieces) == "a" * 500
    assert len(pieces) > 3


def test_time_is_linear_on_marks_alone():
    start = seconds()
    pieces = lines("”" * 100_000)
    assert "".join(pieces) == "”" * 100_000
    assert seconds() - start < 5


@given(st.text(st.sampled_from("渠水路，。、”“（）《》—…a1 .%-"), max_size=300))
def test_nothing_is_lost_and_rules_hold(text):
    pieces = lines(text, FIRST)
    assert "".join(pieces) == text
    table = width_table(BODY)
    for before, after in pairwise(pieces):
        assert before
        width = sum(table[one] + BODY.spacing for one in before.rstrip(" "))
        assert width <= ROOM + 1
        is_forced = width > ROOM - 5 * 16
        assert is_forced or (after[0] not in NO_START or before[-1] not in NO_END)


def test_empty_text_has_one_line():
    assert break_lines(MeasuredText.measure("", [], []), FIRST, ROOM) == [0]
