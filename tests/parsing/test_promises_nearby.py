"""Counts whose members stand in the clauses, sentences and paragraphs around them."""

from __future__ import annotations

import pytest

from drafting.parsing.parser import parse_draft

KEPT = [
    ("推动三个一批，即储备一批、开工一批、投产一批。", "三个一批", 3),
    ("还有两个不足，一是办法不多；二是劲头不够。", "两个不足", 2),
    ("要把好三道关口，把好用料关，把好工序关，把好验收关，不出次品。", "三道关口", 3),
    ("让戏曲进学校、进景区、进社区，实现“三进”常态化。", "三进", 3),
    ("不准请吃，不准收礼，不准说情，三个“不准”谁碰谁负责。", "三个“不准”", 3),
    ("一手抓线下，一手抓线上，坚持两手抓。", "两手", 2),
    ("用好两类资金，一类是救灾资金，一类是保险资金。", "两类资金", 2),
    ("从三方面入手：一是摸底；二是整改；三是验收。", "三方面", 3),
    ("会议的主题就是八个字：应统尽统、真实准确。", "八个字", 8),
    (
        "重点是三个步骤。\n第一步是摸清底数。逐户去看。\n第二步是酝酿。\n第三步是选举。",
        "三个步骤",
        3,
    ),
    ("做到“四个聚焦”。聚焦主体，实施计划。聚焦平台，建好园区。聚焦转化。聚焦人才。", "四个聚焦", 4),
    ("这里强调两点，第一，班次要准；第二，票价要稳。", "两点", 2),
    ("做好产前、产中、产后三段服务。", "三段服务", 3),
]


@pytest.mark.parametrize(("text", "words", "count"), KEPT)
def test_kept(text: str, words: str, count: int) -> None:
    found = [(one.text, one.count, one.found) for one in parse_draft(text).promises]
    assert any(words in one and (said, have) == (count, count) for one, said, have in found)


@pytest.mark.parametrize(
    "text",
    [
        "主题是八个字：统得起、管得住。",
        "讲两点意见、提三项要求：一是要快；二是要好。",
        "把好三道关口，把好用料关，把好工序关，不出次品。",
        "守住三条线，不准请吃，不准收礼，两个人都要管住。",
    ],
)
def test_nothing_is_called_broken_that_may_be_kept(text: str) -> None:
    assert [one.text for one in parse_draft(text).promises if one.kept is False] == []


def test_parts_that_an_announcement_tells_to_be_headings() -> None:
    paragraphs = (
        "提三点希望：",
        "希望广大农户敢想敢干。种什么、怎么种，自己要先有一本明白账。",
        "希望各级组织用心用力。农技员要到地头去，把办法教到人。",
        "希望社会各界多帮一把。企业有订单，就优先给村里的合作社。",
    )
    draft = parse_draft("\n".join(paragraphs))
    assert [one.text for one in draft.headings] == [one.split("。")[0] for one in paragraphs[1:]]
    assert [(one.text, one.found) for one in draft.promises] == [("三点希望", 3)]


def test_one_more_opens_a_part() -> None:
    draft = parse_draft(
        "提几点建议。\n一个是要理清路子。做长链条。\n再一个是要做厚家底。盘活旧房。\n"
        "还有一个是要带好班子。各管一摊。"
    )
    assert [one.marker for one in draft.headings] == ["一个是", "再一个是", "还有一个是"]
