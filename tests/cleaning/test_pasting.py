"""Pasted text is cleaned with care; selected lines are joined, split and simplified on demand."""

from __future__ import annotations

import pytest

from drafting.cleaning.pasting import clean_pasted
from drafting.cleaning.selection import join_lines, simplify, split_sentences
from drafting.model.clean import CleaningKind
from drafting.text.edits import apply_edits
from drafting.text.span import Span


def test_a_list_from_word_keeps_its_lines_and_loses_tabs_and_half_marks():
    clean = clean_pasted("一、\t抓早动快\n　　各村要抓紧,不能等.\n（一）\t抓水源\n")
    assert clean.text == "一、抓早动快\n各村要抓紧，不能等。\n（一）抓水源\n"


@pytest.mark.parametrize("text", ["水源", " 前后的空格 ", "3 月 5 日前", "一行完整的话。"])
def test_a_few_words_come_back_as_they_are(text):
    assert clean_pasted(text).text == text or clean_pasted(text).steps


def test_a_few_lines_are_no_web_page():
    text = "上一篇：清河湾的水利\n下一篇：石桥的茶园\n"
    assert clean_pasted(text).text == text
    kinds = {step.kind for step in clean_pasted(text * 6).steps}
    assert CleaningKind.WEB_RESIDUE in kinds or not kinds


def test_a_wrapped_passage_is_joined():
    text = "各乡镇要把水源农资和机具一项一项地排清楚，缺什么就补什么，谁家有难处就帮到谁家。" * 7
    wrapped = "\n".join(text[at : at + 31] for at in range(0, len(text), 31))
    assert "\n" not in clean_pasted(wrapped).text


def joined(text, span):
    return apply_edits(text, join_lines(text, span))


def test_selected_lines_become_one_paragraph():
    text = "第一段。\n各村要把水\n源管起来，\n一座一座地看。\n第三段。"
    span = Span(text.index("各村"), text.index("\n第三段"))
    assert joined(text, span) == "第一段。\n各村要把水源管起来，一座一座地看。\n第三段。"
    whole_line = Span(span.start, span.end + 1)
    assert joined(text, whole_line) == joined(text, span)


def test_an_empty_line_parts_paragraphs_and_words_keep_their_blank():
    text = "甲\n　乙\n\n丙\nWi\nFi 网"
    assert joined(text, Span(0, len(text))) == "甲乙\n\n丙Wi Fi 网"
    assert join_lines("只有一行", Span(0, 4)) == ()


def test_each_sentence_begins_a_line():
    text = "一句话。两句话！“三句话。”四句"
    split = apply_edits(text, split_sentences(text, Span(2, 2)))
    assert split == "一句话。\n两句话！\n“三句话。”\n四句"
    assert split_sentences("只有一句。", Span(0, 0)) == ()


def test_only_the_selection_is_simplified():
    text = "領導講話。領導講話。"
    assert apply_edits(text, simplify(text, Span(0, 5))) == "领导讲话。領導講話。"
    assert simplify("领导讲话。", Span(0, 5)) == ()
