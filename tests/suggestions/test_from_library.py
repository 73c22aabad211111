"""Suggestions with a library: the office's own phrases at the caret, with where they come from."""

from __future__ import annotations

import datetime as dt

import pytest

from drafting.model.phrase import LibraryHeading, LibraryPhrase, Phrase, PhraseKind, Provenance
from drafting.suggestions import dated
from drafting.suggestions.from_library import topic_of
from drafting.suggestions.suggester import SuggestionContext, suggest

BODY = "我讲三点意见。\n一、突出重点，抓好栽植\n各乡镇要"


def phrase(number: int, text: str, function: str = "requirement", **more) -> LibraryPhrase:
    about = Phrase(text, PhraseKind.REQUIREMENT, more.pop("group", ""), "", 5, 9)
    return LibraryPhrase(number, about, function, **more)


class FakeLibrary:
    """A library with what a test puts in."""

    def __init__(self, **given) -> None:
        self._given = given

    def matching(self, query):
        known = self._given.get("matching", [])
        return [one for one in known if one.phrase.text.startswith(query)]

    def following(self, _before):
        return self._given.get("following", [])

    def serving(self, functions):
        return [one for one in self._given.get("serving", []) if one.function in functions]

    def about(self, _topic):
        return {one.id: one.weight for one in self._given.get("about", [])}

    def headings_like(self, _heading):
        return self._given.get("headings", [])

    def provenance(self, phrases):
        source = "全县春季造林动员会 · 周启明 · 2025年3月6日"
        return {one: Provenance("2025-03-06", (source,)) for one in phrases}

    def heading_sources(self, speeches):
        return {one: Provenance("2024-02-01", ("全县林业工作会议",)) for one in speeches}


def offered(before: str, library: FakeLibrary, limit: int = 5, **more):
    context = SuggestionContext(before=before, draft_text=before, library=library, **more)
    return suggest(context, limit=limit)


def test_what_the_office_writes_here_comes_first_with_its_source():
    library = FakeLibrary(following=[phrase(1, "把树苗一棵一棵验过关", weight=0.3)])
    first = offered(BODY, library)[0]
    assert first.phrase.text == "把树苗一棵一棵验过关"
    assert first.last_used == "2025-03-06"
    assert first.sources == ("全县春季造林动员会 · 周启明 · 2025年3月6日",)
    assert first.documents == 5


@pytest.mark.parametrize("name", ["农业农村局", "县纪委监委", "融媒体中心", "乡镇党委书记"])
def test_an_office_is_offered_only_behind_words_that_it_has_followed(name):
    body = phrase(1, name, "requirement", weight=0.3)
    library = FakeLibrary(serving=[body], following=[body], matching=[body])

    def texts(before, **more):
        return [one.phrase.text for one in offered(before, library, limit=50, **more)]

    assert name not in texts(f"{BODY}扛起政治责任，")
    assert name not in texts(f"{BODY}抓好造林。")
    assert name in texts(f"{BODY}这件事由")
    assert name in texts(BODY, query=name[:2])


@pytest.mark.parametrize("words", ["心系大局", "开好局", "以人民为中心", "围绕中心、服务大局"])
def test_words_that_end_like_an_office_are_phrases(words):
    library = FakeLibrary(following=[phrase(1, words, weight=0.3)])
    assert offered(BODY, library)[0].phrase.text == words


def test_an_address_is_no_phrase_but_completes_what_is_typed():
    address = phrase(1, "各位领导", "closing")
    library = FakeLibrary(serving=[address, phrase(2, "把年底的账算回来", "closing")])
    texts = [one.phrase.text for one in offered("", library, limit=50, section="closing")]
    assert "把年底的账算回来" in texts
    assert "各位领导" not in texts
    typed = offered("各位", FakeLibrary(matching=[address]), query="各位")
    assert typed[0].phrase.text == "各位领导"


def test_used_phrase_steps_back_but_not_a_formal_name():
    stock = phrase(1, "把树苗一棵一棵验过关", weight=0.3)
    name = phrase(2, "国土绿化三年行动", weight=0.29, is_name=True)
    library = FakeLibrary(following=[stock, name])
    assert offered(BODY, library)[0].phrase.text == stock.phrase.text
    crowded = f"{stock.phrase.text}，{name.phrase.text}。{stock.phrase.text}。\n{BODY}"
    found = offered(crowded, library, limit=50)
    assert found[0].phrase.text == name.phrase.text
    used = next(one for one in found if one.phrase.text == stock.phrase.text)
    assert used.used_in_draft == 2


def test_same_wording_is_offered_once_with_the_library_s_source():
    library = FakeLibrary(following=[phrase(1, "高度重视", group="G4", weight=0.2)])
    found = [one for one in offered(BODY, library, limit=30) if one.phrase.text == "高度重视"]
    assert len(found) == 1
    assert found[0].sources
    assert found[0].alternatives


def test_a_deputy_is_not_offered_criticism():
    sharp = phrase(1, "表态响、动作轻的要红脸出汗", "criticism", weight=0.4)
    library = FakeLibrary(following=[sharp])
    texts = [one.phrase.text for one in offered(BODY, library, speaker="主要领导")]
    assert sharp.phrase.text in texts
    texts = [one.phrase.text for one in offered(BODY, library, limit=50, speaker="分管领导")]
    assert sharp.phrase.text not in texts


def test_outdated_wording_is_not_offered():
    library = FakeLibrary(following=[phrase(1, "以实干实绩喜迎党的十九大", weight=0.5)])
    now = [one.phrase.text for one in offered(BODY, library, day=dt.date(2026, 1, 5))]
    then = [one.phrase.text for one in offered(BODY, library, day=dt.date(2017, 9, 5))]
    assert "以实干实绩喜迎党的十九大" not in now
    assert then[0] == "以实干实绩喜迎党的十九大"


@pytest.mark.parametrize("text", ["迎接党的十八大", "喜迎十八大"])  # one row holds both
def test_an_expression_is_over_on_the_day_after_its_last(text):
    last_day = dt.date(2012, 11, 14)
    assert not dated.is_outdated(text, last_day)
    assert dated.is_outdated(text, last_day + dt.timedelta(days=1))


def test_wording_without_a_last_day_is_never_over():
    assert not dated.is_outdated("凝心聚力", dt.date(2030, 1, 1))


HEADINGS = ["攒足后劲，以更好的成绩拿下目标", "分类推进，以更快的节奏抓住工期"]
SET = [
    LibraryHeading(7, 0, place, 1, text)
    for place, text in enumerate(
        ["鼓足干劲，以更大的决心迎接任务", *HEADINGS[1:], "联动发力，以更严的要求守住质量"]
    )
]


@pytest.mark.parametrize("section", [None, "heading"])
def test_next_headings_in_the_same_frame_and_length(section):
    before = f"同志们：\n下面，我再强调三点要求。\n一要{HEADINGS[0]}。\n"
    library = FakeLibrary(headings=SET)
    found = offered(before, library, section=section)
    assert [one.phrase.text for one in found[:2]] == [SET[1].text, SET[2].text]
    assert {len(one.phrase.text) for one in found} == {len(HEADINGS[0])}
    assert all("，以更" in one.phrase.text for one in found)
    assert found[0].sources == ("全县林业工作会议",)


def test_heading_of_a_shipped_set_brings_its_frame_without_a_library():
    before = f"下面，我再强调三点要求。\n一要{HEADINGS[0]}。\n二要"
    found = suggest(SuggestionContext(before=before, section="heading"), limit=3)
    assert all("，以更" in one.phrase.text for one in found)


def test_headings_that_stand_in_the_draft_are_not_offered_again():
    before = f"我讲三点意见。\n一、{SET[0].text}\n很紧。\n二、{SET[1].text}\n要快。\n三、"
    found = offered(before, FakeLibrary(headings=SET), section="heading")
    assert found[0].phrase.text == SET[2].text
    assert SET[1].text not in [one.phrase.text for one in found]


def test_query_narrows_the_library_too():
    library = FakeLibrary(matching=[phrase(1, "把树苗一棵一棵验过关")])
    assert offered(BODY + "把树", library, query="把树")[0].phrase.text == "把树苗一棵一棵验过关"


def test_topic_is_the_part_s_heading_and_the_line():
    assert topic_of("一、抓好造林\n第一句。\n第二句") == "一、抓好造林，第二句"
    assert topic_of("") == ""


@pytest.mark.parametrize("own", ["下面，我讲三点意见。", "下面，我讲三点意见"])
def test_a_number_is_not_offered_beside_the_slot_for_it(own):
    announced = "同志们：\n今天，我们召开造林动员会。刚才，大家都讲了，我都同意。"
    library = FakeLibrary(serving=[phrase(1, own, function="announce")])
    texts = [one.phrase.text for one in offered(announced, library, limit=20)]
    assert "下面，我讲{数}点意见。" in texts
    assert own not in texts
