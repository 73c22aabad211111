"""Of a page with an article only that is imported; nothing of a speech is ever left out."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest

from drafting.importers.web.page import ELSEWHERE, UNVEILED, read_web_page
from tests.cleaning.site_pages import SPEECHES

if TYPE_CHECKING:
    from pathlib import Path

TITLE, *BODY = (
    "在云岭县护林防火会上的讲话",
    "同志们：",
    "入秋以来，全县三个月没下透雨，山上的草一点就着。今天把各乡镇请来，就是要把火头按在冒烟之前。",
    "一、看住人，管住火",
    "各乡镇要把护林员的名册再对一遍，山口有人守，坟头有人看，谁放人带火进山，就追谁的责。",
    "二、备足水，练好队",
    "十二支扑火队这个月底前各拉练一次，水泵拉出来试，油料装满，电台对好频。天亮前能到山脚的，才叫队伍。",
    "谢谢大家。",
)
HEAD = """<div class="top"><a href="/">云岭县人民政府</a><a href="/yw/">要闻</a>
<a href="/gk/">公开</a></div>
<div class="dqwz">您所在的位置：<a href="/">首页</a> &gt; <a href="/ld/">领导讲话</a></div>
<h1>在云岭县护林防火会上的讲话</h1><div class="xx">（2026年10月9日）</div>
<div class="ly">来源：县府办　发布日期：2026-10-10　点击数：31</div>"""
TAIL = """<div class="xg"><h3>相关链接</h3>
<ul><li><a href="/1">全县秋粮收购开秤</a></li></ul></div>
<div class="comment"><b>网友评论</b>
<p>山里人支持。坟头的香火真的要管一管，去年我们村就烧过一回。</p></div>
<div class="footer">主办：云岭县人民政府办公室　网站标识码：5300000000</div>"""


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>　　{line}</p>" for line in lines)


def lines_of(source: str) -> list[str]:
    return [
        line.strip("　 ") for line in read_web_page(source.encode(), "网页.html").text.split("\n")
    ]


@pytest.mark.parametrize("element", ["div", "article", "td", "section", "center"])
def test_the_article_comes_with_its_title_and_what_stands_below_it(element: str) -> None:
    article = f"<{element}>{paragraphs(BODY)}</{element}>"
    if element == "td":
        article = f"<table><tr>{article}</tr></table>"
    assert lines_of(HEAD + article + TAIL) == [TITLE, "（2026年10月9日）", *BODY]


def test_a_title_inside_the_article_is_the_title() -> None:
    article = f"<div>{paragraphs([TITLE, *BODY])}</div>"
    assert lines_of(HEAD + article + TAIL) == [TITLE, *BODY]


def test_another_title_inside_the_article_stands_below_the_page_s() -> None:
    own = "县长在护林防火会上的讲话"
    article = f"<div>{paragraphs([own, *BODY])}</div>"
    assert lines_of(HEAD + article + TAIL) == [TITLE, own, *BODY]


def test_a_sentence_that_passes_the_speech_on_goes_from_the_article() -> None:
    lead = "昨天，县长在护林防火会上的讲话让人坐不住，今天全文放在这里。"
    article = f"<div>{paragraphs([lead, *BODY])}</div>"
    assert lines_of(HEAD + article + TAIL) == [TITLE, "（2026年10月9日）", *BODY]
    # Who speaks himself stays.
    said = "我先说一句：今天的讲话不念稿子，念出来的火灭不了山上的火。"
    article = f"<div>{paragraphs([said, *BODY])}</div>"
    assert said in lines_of(HEAD + article + TAIL)


def test_a_heading_that_leads_to_its_own_page_is_the_title() -> None:
    head = HEAD.replace(f"<h1>{TITLE}</h1>", f'<h1><a href="/1.html">{TITLE}</a></h1>')
    got = lines_of(head + f"<div>{paragraphs(BODY)}</div>" + TAIL)
    assert got == [TITLE, "（2026年10月9日）", *BODY]


def test_answers_in_a_forum_are_no_part_of_the_article() -> None:
    answer = (
        "<div id=post_{}><div><a href=u>老陈醋</a></div><div><a href=t>只看该作者</a></div>"
        "<div>写得真好，收藏了，我们乡里也正要开这个会。</div></div>"
    )
    posts = f"<div id=post_1>{paragraphs(BODY)}</div>{answer.format(2)}{answer.format(3)}"
    assert lines_of(f"{HEAD}<div>{posts}</div>{TAIL}") == [TITLE, "（2026年10月9日）", *BODY]


def test_a_title_goes_on_above_its_subtitle() -> None:
    head = HEAD.replace(f"<h1>{TITLE}</h1>", f"<h1>把火头按在冒烟之前</h1><h2>——{TITLE}</h2>")
    got = lines_of(head + f"<div>{paragraphs(BODY)}</div>" + TAIL)
    assert got == ["把火头按在冒烟之前", f"——{TITLE}", "（2026年10月9日）", *BODY]


def test_a_signature_behind_the_article_stays() -> None:
    signed = "<div><p>云岭县森林防火指挥部</p><p>2026年10月9日</p></div>"
    got = lines_of(HEAD + f"<div>{paragraphs(BODY)}</div>{signed}" + TAIL)
    assert "云岭县森林防火指挥部" in got
    assert "2026年10月9日" in got


@pytest.mark.parametrize("whole", [paragraphs(BODY), "<br>".join(BODY)])
def test_what_is_no_site_is_taken_whole(whole: str) -> None:
    document = f"<div class=WordSection1>{whole}</div><div><p>注1：名册以林业站为准</p></div>"
    assert lines_of(document) == [*BODY, "注1：名册以林业站为准"]


def test_every_character_is_accounted_for() -> None:
    source = HEAD + f"<div>{paragraphs(BODY)}</div>" + TAIL
    imported = read_web_page(source.encode(), "网页.html")
    (around,) = imported.omissions
    assert (around.kind, around.count) == ("正文以外的网页文字", 8)
    written = "".join(html.unescape(re.sub("<[^>]*>", "", source)).split())
    assert around.characters + len("".join(imported.text.split())) == len(written)


def test_what_stands_around_the_article_is_kept_aside() -> None:
    source = HEAD + f"<div>{paragraphs(BODY)}</div>" + TAIL
    whole = read_web_page(source.encode(), "网页.html").whole
    assert whole is not None
    assert "".join(whole.text.split()) == "".join(
        html.unescape(re.sub("<[^>]*>", "", source)).split()
    )
    assert whole.omissions == ()


def test_without_a_title_no_link_stands_above_the_article() -> None:
    head = HEAD.replace(f"<h1>{TITLE}</h1>", "").replace("（2026年10月9日）", "")
    assert lines_of(head + f"<div>{paragraphs(BODY)}</div>" + TAIL) == BODY


@pytest.mark.parametrize("hiding", ["style='visibility: hidden'", "style='display:none'", "hidden"])
def test_a_page_whose_article_is_hidden_until_its_script_runs(hiding: str) -> None:
    article = f"<div id=js_content {hiding}>{paragraphs(BODY)}</div>"
    source = f"<h1>{TITLE}</h1>{article}<p>微信扫一扫</p>"
    imported = read_web_page(source.encode(), "网页.html")
    assert set(BODY) <= {line.strip("　") for line in imported.text.split("\n")}
    assert imported.doubts == (UNVEILED,)


def test_what_is_hidden_beside_an_article_stays_out() -> None:
    source = f"<div>{paragraphs(BODY)}</div><div hidden>{paragraphs(BODY)}</div>"
    imported = read_web_page(source.encode(), "网页.html")
    assert imported.text.count(BODY[1]) == 1
    assert imported.doubts == ()


def test_a_page_in_a_page_is_told_where_nothing_else_is_said() -> None:
    assert read_web_page(f"{HEAD}<iframe src=zw.html></iframe>".encode(), "网页.html").doubts == (
        ELSEWHERE,
    )


def built(lines: list[str]) -> dict[str, str]:
    """A speech in blocks as no site should build it, but some do."""
    half = len(lines) // 2
    boxes = [f"<div><div><p>{line}</p></div></div>" for line in lines]
    return {
        "two blocks": f"<div>{paragraphs(lines[:half])}</div><div>{paragraphs(lines[half:])}</div>",
        "a block each": "".join(boxes),
        "salutation outside": f"<p>{lines[0]}</p><div>{paragraphs(lines[1:])}</div>",
        "end outside": f"<div>{paragraphs(lines[:-1])}</div><p>{lines[-1]}</p>",
        "breaks": "<br>　　".join(lines),
        "a row each": "<table>" + "".join(f"<tr><td>{one}</td></tr>" for one in lines) + "</table>",
        "a page each": f"<div id=p1>{'<br>'.join(lines[:3])}</div><a href=2>下一页</a>"
        f"<div id=p2>{'<br>'.join(lines[3:])}</div>",
        "the middle alone": f"{paragraphs(lines[:2])}<div>{paragraphs(lines[2:-2])}</div>"
        + paragraphs(lines[-2:]),
    }


@pytest.mark.parametrize("build", list(built(BODY)))
@pytest.mark.parametrize("speech", SPEECHES, ids=lambda one: one.stem)
def test_no_line_of_a_speech_is_left_out(speech: Path, build: str) -> None:
    title, *lines = speech.read_text(encoding="utf-8").strip().split("\n")
    head = HEAD.replace(TITLE, title)
    got = lines_of(f"<body>{head}<div>{built(lines)[build]}</div>{TAIL}</body>")
    assert set(lines) <= set(got)
    assert title in got


def test_what_a_page_sets_into_its_article_goes_with_what_leads_away_below_it() -> None:
    lines = [*BODY[:3], "登录后下载完整版", *BODY[3:], "字数统计：2890字"]
    article = f"<div>{paragraphs(lines)}<p><a href='/2'>种树的讲话</a></p></div>"
    assert lines_of(HEAD + article + TAIL) == [TITLE, "（2026年10月9日）", *BODY]


def test_links_around_a_text_in_no_block_go_and_its_files_stay() -> None:
    said = [TITLE, *BODY]
    page = f"<p><a href='/'>回主页</a></p>{paragraphs(said)}<a href='/f'>附件：任务表</a>"
    assert lines_of(f"{page}<p><a href='/'>顶上</a></p>") == [*said, "附件：任务表"]
