"""Where words begin and end: by the likeliest cut, every mark alone, a slot as one thing."""

from __future__ import annotations

import runpy

import pytest

from drafting.text.words import torn_words, word_after, word_at, word_before


@pytest.mark.parametrize(
    ("text", "inside", "word"),
    [
        ("各级各部门要高度重视，切实加强组织领导。", "部", "部门"),
        ("各级各部门要高度重视，切实加强组织领导。", "，", "，"),
        ("把水库看好，把河道清好", "河", "河道"),
        ("规上工业增加值增长7.2%，好于预期", ".", "7.2%"),
        ("在12月10日前完成", "1", "12"),
        ("在{会议名称}上的讲话", "名", "{会议名称}"),
        ("请看 PySide 的说明", "S", "PySide"),
        ("𠮷祥如意", "如", "如意"),
        ("阚家塬的水库", "塬", "塬"),
    ],
)
def test_the_word_at_a_character(text: str, inside: str, word: str) -> None:
    assert word_at(text, text.index(inside)).of(text) == word


def test_behind_the_last_character_there_is_no_word() -> None:
    assert word_at("落实", 2).of("落实") == ""
    assert word_at("", 0).of("") == ""


def test_no_word_ends_where_a_likelier_one_goes_on() -> None:
    torn = torn_words("把河道清好")
    assert [place for place, much in enumerate(torn) if not much] == [0, 1, 3, 4, 5]
    assert torn[2] > 3


def test_a_walk_from_word_to_word_reaches_both_ends() -> None:
    text = "要把  责任压实到人，12月底前完成。" * 4
    there, place = [0], 0
    while place < len(text):
        assert word_after(text, place) > place
        place = word_after(text, place)
        there.append(place)
    back = [place]
    while place:
        assert word_before(text, place) < place
        place = word_before(text, place)
        back.append(place)
    assert {text[place] for place in there[:-1]} & {" "} == set()
    assert set(back) == set(there)


def test_long_runs_without_an_end_are_passed_in_steps() -> None:
    assert 0 < word_after("a" * 500, 0) < 100
    assert 400 < word_before("a" * 500, 500) < 500


def test_the_list_is_made_of_the_spellers_words(project) -> None:
    made = runpy.run_path(str(project / "packaging" / "list_words.py"))
    assert made["TARGET"].read_text(encoding="utf-8") == made["listed_words"]()
