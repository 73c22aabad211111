"""The next heading of a row is offered in the build that the draft's own headings share."""

from __future__ import annotations

import pytest

from drafting.suggestions.own_frame import frame_of, own_frame
from drafting.suggestions.suggester import SuggestionContext, suggest

ROW = (
    "在全县水利建设会上的讲话\n同志们：\n下面，我讲三点意见。\n"
    "一、认清形势，把修渠的劲头鼓起来\n水情很紧。\n二、突出重点，把通水的硬活干起来\n先通干渠。\n"
)


@pytest.mark.parametrize(
    ("headings", "frame"),
    [
        (["认清形势，把劲头鼓起来", "突出重点，把硬活干起来"], "{四个字}，把{三个字}起来"),
        (["以更高站位抓统筹", "以更实举措抓推进", "以更严作风抓落实"], "以更{三个字}抓{两个字}"),
        (["抓早备耕", "抓实管护"], "抓{三个字}"),
        (["在找资金、上项目上比真章", "在建基地、树品牌上比真章"], "在{三个字}、{三个字}上比真章"),
        (["提高认识，统一思想", "突出重点，狠抓落实"], "{四个字}，{四个字}"),
    ],
)
def test_what_a_row_shares_is_kept_and_the_rest_is_open(headings: list[str], frame: str) -> None:
    assert frame_of(headings) == frame


@pytest.mark.parametrize(
    "headings",
    [
        ["去年工作回顾", "今年目标任务和重点"],
        ["认清形势，把劲头鼓起来", "突出重点"],
        ["做好春耕备耕各项工作", "做实水利"],
        ["抓好落实", "抓好落实"],
    ],
)
def test_a_row_without_a_common_build_gives_none(headings: list[str]) -> None:
    assert frame_of(headings) == ""


def test_only_the_row_of_the_caret_counts() -> None:
    assert own_frame(ROW + "三、") == "{四个字}，把{两个字}的{三个字}起来"
    assert own_frame(ROW + "（一）先修干渠。水要到田。\n（二）再修支渠。渠要到村。\n（三）") == (
        "{一个字}修{一个字}渠"
    )
    assert own_frame(ROW + "（一）先修干渠。水要到田。\n（二）") == ""
    assert own_frame("一、{第一部分}\n二、{第二部分}\n三、") == ""


def test_the_own_build_is_offered_first() -> None:
    found = suggest(SuggestionContext(ROW + "三、", "heading"), limit=5)
    assert found[0].phrase.text == "{四个字}，把{两个字}的{三个字}起来"
    assert len(found) > 1
