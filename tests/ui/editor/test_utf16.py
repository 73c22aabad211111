"""Code points and UTF-16 positions meet in one file; every position survives the round trip."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.text.span import Span
from ui.editor.utf16 import Utf16Map, utf16_length


@given(st.text(alphabet="一a，\U00020000\U0001f600\n", max_size=60))
def test_every_position_comes_back(text):
    units = Utf16Map(text)
    for position in range(len(text) + 1):
        expected = utf16_length(text[:position])
        assert units.to_utf16(position) == expected
        assert units.to_code_point(expected) == position


def test_a_place_inside_a_pair_is_the_one_before_the_character():
    units = Utf16Map("一\U00020000二")
    assert units.to_code_point(2) == 1
    assert units.span_to_utf16(Span(1, 2)) == (1, 3)
    assert units.span_to_code_points(3, 1) == Span(1, 2)


def test_a_text_of_the_first_plane_is_not_touched():
    units = Utf16Map("同志们：" * 1000)
    assert units.to_utf16(3999) == units.to_code_point(3999) == 3999


@pytest.mark.parametrize("room", ["ui", "drafting"])
def test_no_other_file_counts_in_utf16(project, room):
    offenders = []
    for path in (project / room).rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        for call in calls:
            texts = [one.value for one in call.args if isinstance(one, ast.Constant)]
            name = getattr(call.func, "attr", "")
            if name == "encode" and "utf-16-le" in texts and room == "ui":
                offenders.append(path.relative_to(project).as_posix())
    assert set(offenders) <= {"ui/editor/utf16.py"}
