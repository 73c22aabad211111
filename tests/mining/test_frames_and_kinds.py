"""Frames with slots, formal names, functions by place and wording, the build of headings."""

from __future__ import annotations

import pytest

from drafting.lexicons.lexicons import load_lexicons
from drafting.mining.frames import FrameLimits, mine_frames
from drafting.mining.kinds import Section, learn_functions
from drafting.mining.names import is_formal_name
from drafting.mining.shapes import are_parallel, common_frame, likeness, near_shapes, shape_of

TEXTS = [
    "要在提升效率上下功夫，围绕项目开工，务必倒排工期。以更高的标准抓质量，以更严的要求抓安全。",
    "要在补齐短板上下功夫。围绕夏粮归仓，务必颗粒不丢。以更实的举措抓项目，改革不能停步。",
    "要在服务群众上下功夫，水要通。围绕防汛备汛，务必人盯到岗。以更快的节奏抓招商，路要修好。",
]


def test_three_forms_of_frames():
    found = {one.text: one for one in mine_frames(TEXTS)}
    assert found["要在{甲}上下功夫"].documents == 3
    assert found["围绕{甲}，务必{乙}"].count == 3
    assert found["以更{甲}的{乙}"].count == 4


def test_what_never_changes_is_no_frame():
    texts = ["要在提升效率上下功夫。" * 3, "要在提升效率上下功夫。" * 2]
    assert mine_frames(texts) == []
    assert mine_frames(TEXTS, FrameLimits(min_documents=4)) == []
    assert mine_frames([]) == []


@pytest.mark.parametrize(
    "name",
    [
        "习近平新时代中国特色社会主义思想",
        "县委十四届六次全会",
        "“百日攻坚”",
        "《关于抓好春耕的通知》",
        "县安全生产委员会",
        "人居环境整治提升行动",
    ],
)
def test_formal_names(name):
    assert is_formal_name(name)


@pytest.mark.parametrize("phrase", ["凝心聚力", "抓好贯彻落实", "把会开短、把话讲实", "行动要快"])
def test_stock_phrases_are_no_names(phrase):
    assert not is_formal_name(phrase)


@pytest.fixture(scope="module")
def model():
    rows = load_lexicons().table("phrases")
    return learn_functions((row["text"], row["function"]) for row in rows)


@pytest.mark.parametrize(
    ("text", "section", "function"),
    [
        ("刚才大家作了发言", Section.OPENING, "recap"),
        ("今天我们召开会议", Section.OPENING, "convene"),
        ("我完全同意", Section.OPENING, "endorse"),
        ("抢抓机遇谋发展", Section.HEADING, "heading"),
        ("让我们携手并肩", Section.CLOSING, "call"),
        ("全面铺开", Section.MIDDLE, "requirement"),
        ("逐级压实责任", Section.LATE, "duty"),
        ("还存在不少问题", Section.EARLY, "problem"),
    ],
)
def test_function_from_wording_and_place(model, text, section, function):
    assert model.function_of(text, {section: 3}) == function


HEADINGS = ["提振精神，以更足的劲头跑好全程", "分片包干，以更快的节奏带动实绩"]


def test_shapes_of_headings():
    assert shape_of(HEADINGS[0]) == "4,10"
    assert near_shapes("抓紧抓实")[0] == "4"
    assert set(near_shapes("抓紧抓实")) == {"3", "4", "5"}
    assert common_frame(HEADINGS) == "□□□□，以更□的□□□□□□"
    assert common_frame(["思想上不能松劲", "措施落实上不能松劲"]) == "□上不能松劲"
    assert common_frame(["抓紧", "抓紧，抓实"]) == ""


def test_parallel_headings():
    assert are_parallel(HEADINGS)
    assert are_parallel(["在认识上求统一", "在工作举措上求突破"])
    assert not are_parallel(["抓紧", "深入学习领会会议精神，统一思想认识"])
    assert not are_parallel(["抓紧"])


def test_likeness_prefers_the_same_frame():
    frame, other = "上下齐心，以更严的尺子量准成果", "上下齐心，把今年任务全部落到实处"
    assert likeness(HEADINGS[0], frame) > likeness(HEADINGS[0], other)
    assert likeness(HEADINGS[0], "抓落实") == -1
    assert likeness(HEADINGS[0], HEADINGS[0]) == 1
