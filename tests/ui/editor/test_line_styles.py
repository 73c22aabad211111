"""Each line of a draft takes one style of the layout; run-in headings only their part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafting.model.draft import Draft
from tests.ui.editor.drafts import TEXT, speech
from ui.editor.line_styles import BODY, STYLE_NAMES, LineStyle, iter_line_styles, unpack_style


def list_styles(draft):
    return list(iter_line_styles(draft))


def test_blocks_and_headings_take_their_styles():
    styles = list_styles(speech())
    assert [one.style for one in styles] == [
        "title", "date", "salutation", "body", "heading1", "body", "body",
    ]  # fmt: skip
    assert styles[5] == LineStyle("body", 2, len("（一）盯住开工。"))
    assert len(styles) == TEXT.count("\n") + 1


def test_a_heading_in_the_middle_of_its_line_changes_nothing():
    draft = speech()
    inner = replace(draft.headings[1], span=draft.headings[1].span.shifted(12))
    assert list_styles(replace(draft, headings=(inner,)))[5] == BODY


def test_a_run_in_heading_is_measured_in_utf16():
    draft = speech()
    text = TEXT.replace("盯住", "\U00020000住")
    styles = list_styles(replace(draft, text=text))
    assert styles[5].run_in_end == len("（一）盯住开工。") + 1


def test_a_draft_without_structure_is_body():
    assert list_styles(Draft("甲\n\n乙")) == [BODY, BODY, BODY]


@pytest.mark.parametrize("style", STYLE_NAMES)
@pytest.mark.parametrize(("level", "end"), [(0, 0), (1, 9), (4, 12000)])
def test_packing_loses_nothing(style, level, end):
    line = LineStyle(style, level, end)
    assert unpack_style(line.pack()) == line


def test_a_new_block_is_body():
    assert unpack_style(-1) == BODY
