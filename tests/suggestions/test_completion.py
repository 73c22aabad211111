"""What was begun at the caret is finished; nothing is offered where nothing was begun."""

from __future__ import annotations

import pytest

from drafting.model.phrase import PhraseKind
from drafting.suggestions.completion import complete
from drafting.suggestions.suggester import SuggestionContext, suggest


def at(before, *, is_asked=False, draft=""):
    def find(query):
        return suggest(SuggestionContext(before=before, draft_text=draft or before, query=query))

    return complete(find, before, is_asked=is_asked)


def test_the_rest_of_a_set_phrase_is_offered():
    found = at("同志们：\n今天的会很重要。要凝心聚")
    assert found.typed == 3
    assert all(one.phrase.text.startswith("凝心聚") for one in found.suggestions)
    assert found.suggestions


def test_initials_of_the_pinyin_are_enough():
    found = at("同志们：\n今天的会很重要。要nxjl")
    assert found.typed == 4
    assert found.suggestions[0].phrase.text.startswith("凝心聚力")


def test_the_next_heading_of_a_row_is_offered():
    before = "同志们：\n下面，我讲三点意见。\n一、提高认识，增强紧迫感\n大家要看清形势。\n二、"
    found = at(before)
    assert found.typed == 0
    assert found.suggestions
    assert all(one.phrase.kind is PhraseKind.HEADING for one in found.suggestions)


@pytest.mark.parametrize("before", ["", "今天开会，", "一九年3月", "同志们：\n", "GDP增长8%"])
def test_nothing_is_begun_here(before):
    assert at(before).suggestions == ()


def test_asking_needs_nothing_begun():
    assert at("同志们：\n", is_asked=True).suggestions


def test_a_whole_phrase_is_not_offered_again():
    assert all(
        one.phrase.text != "凝心聚力" for one in at("要凝心聚力", is_asked=False).suggestions
    )
