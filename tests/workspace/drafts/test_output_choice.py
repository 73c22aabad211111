"""The layout of a draft stands in its file; what other versions wrote is kept."""

from __future__ import annotations

from drafting.files.draft_file import DraftFile, decode_draft, encode_draft
from drafting.workspace.drafts.output_choice import OutputChoice, choice_in, with_choice


def test_a_choice_comes_back_from_the_file() -> None:
    chosen = OutputChoice("reading", has_pinyin=False)
    saved = with_choice(DraftFile("正文", extra={"later": 1}), chosen)
    again = decode_draft(encode_draft(saved), "甲.jianggao")
    assert choice_in(again) == chosen
    assert again.extra["later"] == 1


def test_nothing_chosen_leaves_nothing_in_the_file() -> None:
    saved = with_choice(DraftFile("正文"), OutputChoice("reading"))
    assert with_choice(saved, OutputChoice()).extra == {}


def test_what_is_written_wrongly_counts_as_not_chosen() -> None:
    for wrong in ("reading", ["reading"], {"layout": 3, "pinyin": "yes"}, None):
        assert choice_in(DraftFile("正文", extra={"output": wrong})) == OutputChoice()
    assert choice_in(None) == OutputChoice()
