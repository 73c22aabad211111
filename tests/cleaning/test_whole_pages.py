"""Pages as they were saved or copied, each of another build, come out as their speech.

``packaging/measure_sites.py`` measures others in the same way.
"""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.importers.registry import import_bytes
from tests.cleaning.site_pages import SPEECHES

FOLDER = Path(__file__).resolve().parent.parent / "fixtures" / "cleaning" / "pages"
PAGES = sorted(path for path in FOLDER.iterdir() if ".expected" not in path.name)
# Whom a text was sent to may be the office's own note: it stays.
UNSURE = {"44_newsletter": ["分送：县委常委，县人大、县政府、县政协领导"]}


def bare(text: str) -> list[str]:
    """The filled lines without blanks, which are not looked at here."""
    lines = ("".join(line.split()) for line in text.split("\n"))
    return [line for line in lines if line]


@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.stem)
def test_the_page_goes_and_the_speech_stays(page: Path) -> None:
    speech = page.with_name(f"{page.stem}.expected.txt").read_text(encoding="utf-8")
    clean = clean_text(import_bytes(page.read_bytes(), page.name).text)
    got = bare(clean.text)
    # A line behind "?" may stay or go.
    spare = Counter(got) - Counter(bare(speech))
    wanted = [one.removeprefix("?") for one in bare(speech) if one[0] != "?" or spare[one[1:]]]
    assert got == wanted + UNSURE.get(page.stem, [])
    again = clean_text(clean.text)
    assert (again.text, again.steps) == (clean.text, ())


def test_lines_of_pages_in_any_order_stay_as_they_were_cleaned() -> None:
    texts = [import_bytes(page.read_bytes(), page.name).text for page in PAGES]
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    for seed in range(300):
        chance = random.Random(seed)  # noqa: S311
        mixture = "\n".join(chance.choice(lines) for _ in range(chance.randint(3, 40)))
        once = clean_text(mixture).text
        assert clean_text(once).text == once


_SPEECH = """在全县水利冬修现场会上的发言
同志们：
今年的冬修，我们镇只比去年早了十天，塘坝却多修了两座。
十天从哪里来？从会上省出来的。
下一步，两座泵站年底前要通水。
我就汇报这些，谢谢大家！"""


_LIBRARY = SPEECHES[0].read_text(encoding="utf-8").strip()
_HEAD = "首页 > 领导讲话 > 正文\n{}\n发布时间：2021-03-05 来源：县政府办 浏览：55"
_TAIL = "责任编辑：李小禾\n【打印】【关闭】\n上一篇：全县召开春耕会"


@pytest.mark.parametrize(
    "lead",
    [
        "这是县长在全县冬修现场会上的讲话，语言朴实，值得一读。",
        "昨天，我县召开冬修现场会，三个镇的发言引起反响，现整理如下。",
        "县长在会上的讲话让人坐不住！一起来看——",
        "前几天整理旧电脑，翻出一篇老领导的讲话，舍不得删，发出来给大家看看。",
        "本文为会员投稿，讲话人姓名已隐去。",
        "【引言】为了把冬修抓实，县里召开了现场会，三个镇作了发言。",
        "今天推荐的这篇讲话，三个故事串起全篇。",
        "点击音频收听全文",
    ],
)
def test_what_passes_a_speech_on_to_readers_goes_on_a_page(lead: str) -> None:
    title, _, rest = _LIBRARY.partition("\n")
    assert clean_text(f"{_HEAD.format(title)}\n{lead}\n{rest}\n{_TAIL}").text == _LIBRARY


@pytest.mark.parametrize(
    "end",
    [
        "这篇文章对你有帮助吗？",
        "以上就是今天的分享，我们下期再见。",
        "好文章，需要你的鼓励",
        "素材君说：这篇讲话最大的亮点是结尾。",
        "+ 加入清单",
        "到顶部",
        "本文评分：9.5分",
    ],
)
def test_what_a_page_says_of_a_speech_goes(end: str) -> None:
    title, _, rest = _LIBRARY.partition("\n")
    assert clean_text(f"{_HEAD.format(title)}\n{rest}\n{end}\n{_TAIL}").text == _LIBRARY


@pytest.mark.parametrize(
    "end",
    [
        "开放时间：每天 8:30—17:30，除夕休馆半天\n咨询电话：0000-0000000\n地址：滨河路 9 号",
        "举报电话：0000-0000000\n举报邮箱：jb@songhe.example",
        "乘车路线：2 路、5 路到林业局站下\n联系人：李小禾 0000-0000000",
        "领苗地点：县苗圃\n领苗时间：3月6日至3月12日\n咨询热线：12345",
    ],
)
def test_how_to_reach_the_office_stays_where_nothing_else_shows_a_page(end: str) -> None:
    text = f"{_SPEECH}\n{end}"
    assert bare(clean_text(text).text) == bare(text)


def test_what_stands_behind_every_paragraph_against_copying_goes() -> None:
    guarded = "\n".join(f"{line}7k$ W2 q@Z" for line in _SPEECH.split("\n"))
    assert clean_text(guarded).text == _SPEECH
    # A name of three kinds of signs that paragraphs of a speech end in now and then stays.
    named = _SPEECH.replace("通水。", "通水，型号QX-40")
    assert clean_text(named).text == named


def test_the_name_of_a_speech_stays_where_the_page_puts_it_below_its_particulars() -> None:
    title, _, rest = _SPEECH.partition("\n")
    name = "把塘坝修在大雨前面"
    told = rest.replace("今年的冬修", f"我发言的题目是《{name}》。今年的冬修")
    head = f"青禾县水利网\n首页 > 工作动态 > 大会发言\n{title}\n发布日期：2024-11-02 来源：本站"
    assert clean_text(f"{head}\n{name}\n{told}").text == f"{title}\n{name}\n{told}"


def test_books_recommended_in_a_sentence_stay_between_paragraphs() -> None:
    books = "推荐阅读：《乡土中国》《平凡的世界》两本书，请大家抽空读一读。"
    text = _LIBRARY.replace("\n一、", f"\n{books}\n一、")
    assert books in text
    assert clean_text(text).text == text


@pytest.mark.parametrize(
    "bit", ["（点击查看更多会议讲话）", "&nbsp;&nbsp;", "[!--empirenews.page--]"]
)
def test_what_a_page_left_behind_in_a_speech_goes_whole(bit: str) -> None:
    for left in (f"{bit}\n一、", f"\n{bit}\n一、"):
        assert clean_text(_LIBRARY.replace("\n一、", left)).text == _LIBRARY
