"""Locked sentences and notes lie beside the text and survive being saved."""

from __future__ import annotations

from drafting.files.draft_file import DraftFile, decode_draft, encode_draft
from drafting.text.span import Span
from drafting.workspace.drafts.kept_words import (
    OwnNote,
    lost_words,
    notes_in,
    sentences_at,
    unlocked,
    with_notes,
    words_around,
    words_at,
)

TEXT = "第一句话。第二句话！\n第三句话。"


def test_whole_sentences_are_locked():
    assert sentences_at(TEXT, Span(2, 2)) == ("第一句话。",)
    assert sentences_at(TEXT, Span(2, 7)) == ("第一句话。", "第二句话！")
    assert sentences_at(TEXT, Span(7, 14)) == ("第二句话！", "第三句话。")
    assert sentences_at("", Span(0, 0)) == ()


def test_a_wording_is_lost_when_it_stands_less_often():
    assert lost_words("甲乙。甲乙。", "甲乙。甲。", ["甲乙。", "丙"]) == ("甲乙。",)
    assert lost_words("甲乙。", "前甲乙。后", ["甲乙。"]) == ()


def test_a_note_holds_on_to_the_selection_or_the_sentence():
    assert words_at(TEXT, Span(5, 7)) == "第二"
    assert words_at(TEXT, Span(7, 7)) == "第二句话！"
    assert words_around(TEXT, 6, ["第二", "第三"]) == ("第二",)


def test_notes_survive_saving_and_odd_files_are_read():
    saved = with_notes(DraftFile(text=TEXT, locked=("甲", "乙")), [OwnNote("第二", "核实")])
    again = decode_draft(encode_draft(saved), "稿.jianggao")
    assert notes_in(again) == (OwnNote("第二", "核实"),)
    assert again.text == TEXT
    assert unlocked(again, ["甲"]).locked == ("乙",)
    assert with_notes(again, []).extra == {}
    odd = DraftFile(text="", extra={"notes": [1, {"words": "", "note": "x"}, {"words": 2}]})
    assert notes_in(odd) == ()
    assert notes_in(DraftFile(text="", extra={"notes": "x"})) == notes_in(None) == ()
