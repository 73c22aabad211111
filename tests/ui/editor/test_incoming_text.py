"""What enters the editor can be kept by Qt, by a file and by Word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.editor.incoming_text import admit_text


def test_every_kind_of_line_break_becomes_one():
    assert (
        admit_text("甲\r\n乙\r丙\u2028丁\u2029戊\x0b己\x0c庚\x85辛")
        == "甲\n乙\n丙\n丁\n戊\n己\n庚\n辛"
    )


def test_what_cannot_be_kept_is_left_out():
    assert admit_text("甲\x00乙\ud800丙\ufffc丁\ufdd0戊\ufffe己\x7f") == "甲乙丙丁戊己"


def test_tabs_blanks_and_astral_characters_stay():
    text = "\t甲\u3000乙 \U00020000"
    assert admit_text(text) == text


@given(st.text(max_size=80))
def test_it_settles_at_once(text):
    admitted = admit_text(text)
    assert admit_text(admitted) == admitted
    assert admitted.encode("utf-8").decode("utf-8") == admitted
