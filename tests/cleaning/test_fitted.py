"""Lines around a speech go by weights that were fitted to pages; what is a speech's own stays."""

from __future__ import annotations

from itertools import pairwise, product
from math import exp, fsum

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.cleaning.lines import split_folded
from drafting.cleaning.web.fitted.chain import likelihoods_of_page, weight_of_pairs
from drafting.cleaning.web.fitted.edges import head_edge, tail_edge
from drafting.cleaning.web.fitted.signs import pairs_of, signs_of
from drafting.cleaning.web.fitted.weights import FIRST, FOLLOWING, OF_PAGE, fitted_weights
from tests.cleaning.test_page_frames import SPEECHES, pieces

HEAD = "清溪在线\n掌上生活 邻里互助\n"
TAIL = "\n猜你想看的\n一条河的四十年\n打开清溪客户端 发表看法\n阅读 2314"


def test_the_words_of_a_line_weigh_the_same_in_any_order() -> None:
    weights = fitted_weights()
    # The last one's weigh nothing together, or a hair less in another order.
    for line in (*HEAD.split("\n"), *TAIL.split("\n"), "原(夜!"):
        known = sorted(pairs_of(line) & weights.pairs.keys())
        assert weight_of_pairs(line, weights) == fsum(weights.pairs[one] for one in known)


@pytest.mark.parametrize("is_head", [True, False])
def test_likelihoods_are_those_of_all_ways_to_read_an_edge(is_head: bool) -> None:
    weights = fitted_weights()
    lines = split_folded("清溪在线\n在动员会上的讲话\n2024-03-05 来源：本站\n同志们：\n大家好！")
    edge = head_edge(lines, 3) if is_head else tail_edge(lines, 0, 2)
    states = range(4) if is_head else range(4, 7)
    shares = [0.0] * len(edge.lines)
    for way in product(states, repeat=len(edge.lines)):
        if way[0] not in FIRST[is_head]:
            continue
        if any(after not in FOLLOWING[one] for one, after in pairwise(way)):
            continue
        weight = weights.first[way[0]]
        weight += sum(weights.following[a][b] for a, b in pairwise(way))
        for at, state in enumerate(way):
            rows = (weights.signs.get(one) for one in signs_of(edge.lines[at]) | edge.beside[at])
            weight += sum(row[state] for row in rows if row)
            if OF_PAGE[state]:
                weight += sum(weights.pairs.get(one, 0.0) for one in pairs_of(edge.lines[at]))
        for at, state in enumerate(way):
            shares[at] += exp(weight) * OF_PAGE[state]
        shares.append(exp(weight))
    whole = sum(shares[len(edge.lines) :])
    found = likelihoods_of_page(edge, weights)
    assert found == pytest.approx([one / whole for one in shares[: len(edge.lines)]])


@pytest.mark.parametrize("speech", SPEECHES)
def test_lines_that_no_table_names_go(speech: str) -> None:
    assert clean_text(f"{HEAD}{SPEECHES[speech]}{TAIL}").text == SPEECHES[speech]


@pytest.mark.parametrize("speech", SPEECHES)
def test_what_is_attached_or_signed_stays(speech: str) -> None:
    for name, own in pieces("signed").items():
        text = f"{SPEECHES[speech]}\n{own}".replace(" ", "")
        assert "".join(clean_text(text).text.split()) == "".join(text.split()), name


@pytest.mark.parametrize("around", [False, True])
def test_who_speaks_and_when_stays(around: bool) -> None:
    title, _, body = SPEECHES["greening"].partition("\n")
    for name, front in pieces("fronts").items():
        own = f"{title}\n{front}\n{body}"
        text = f"{HEAD}{own}{TAIL}" if around else own
        assert "".join(own.split()) in "".join(clean_text(text).text.split()), name


def test_where_a_meeting_is_held_is_no_title_below_its_time() -> None:
    front = "全县水利工作会议议程\n时间：2026年1月6日上午9:00\n地点：县会议中心二楼\n主持：韩立\n"
    said = "同志们：\n今天的会议很重要，大家要认真领会，切实抓好落实，不折不扣地完成任务。\n"
    assert clean_text(front + said).text == (front + said).strip()


def test_the_particulars_of_a_meeting_stay_above_the_title() -> None:
    """Sites print the hour of a page, too; a place beside it is no site's."""
    text = (
        "县经济工作会议议程\n时间：2026年1月6日上午9:00\n地点：县会议中心\n记录：李志远\n"
        "一、县长何水生作报告\n二、大会发言\n三、高立新同志总结讲话\n"
        "在县经济工作会议上的讲话\n高立新\n同志们：\n"
        "这次会议开得很好，大家谈得实在。下面我讲两点意见。\n一、把账算清\n"
        "去年的家底要摸清，欠账要说明。各镇回去以后先把账本翻出来，一笔一笔对。\n二、把事办实\n"
        "今年的十件事已经定了，谁来办、什么时候办完，都写在表上。\n谢谢大家。"
    )
    assert clean_text(text).text == text
