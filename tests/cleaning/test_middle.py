"""What a site sets between paragraphs and behind them, and how it introduces a speech."""

from __future__ import annotations

import pytest

from drafting.cleaning.web.residue import find_web_residue
from drafting.text.edits import apply_edits

TITLE = "在清河湾县入冬工作推进会上的讲话"
PROSE = "粮站要开足六条线，让农户当天来当天回，不许压级压价，也不许打白条。"


def left_of(text: str) -> str:
    """What is left of a text without what belongs to the page."""
    return apply_edits(text, find_web_residue(text).edits)


@pytest.mark.parametrize(
    "line",
    [
        "……此处隐藏1286个字，VIP会员可见……", "【中间部分内容已省略1200字】", "会员可见",
        "以下内容已隐藏，登录后可见",
        "本帖隐藏的内容需要回复才可以看到", "剩余内容付费后可见", "（本文未完，请翻页）",
        "温馨提示：此处隐藏内容需要发表评论，并且审核通过后才能查看。", "[Next Page]", "第(1/3)页",
        "『如果章节错误，点此举报』", "您的浏览器不支持 audio 标签",
        "Normal 0 7.8 磅 0 2 false false false EN-US ZH-CN X-NONE",
        "点击查看更多：奠基仪式讲话", "相关链接：植树倡议书", "（图片来自网络）",
        "——此处插播广告——",
        "本文由柳岸网友整理", "关注公众号：柳岸文秘，回复“造林”获取全文", "VX：liuan66",
        "精品文档",
        "学海无涯 欢迎下载", "此文档部分内容来源于网络，如有侵权请告知删除", "收起全文",
    ],
)  # fmt: skip
def test_what_a_page_says_in_the_middle_goes(line: str) -> None:
    text = f"{TITLE}\n同志们：\n{PROSE}\n{line}\n{PROSE}\n谢谢大家！"
    assert left_of(text) == text.replace(f"{line}\n", "")


@pytest.mark.parametrize(
    "line",
    [
        "用户可见、可查、可评", "推行扫码可查", "此处有掌声", "隐藏的问题要查出来",
        "本文未提及的，按原规定办。", "隐藏3年的线索被挖了出来。", "隐患排查了3遍",
        "注册会员3000人",
        "开通会员后，农户可以看到行情", "楼主可以看到", "如果内容有误，请及时报送县委办。",
        "推荐阅读：\n《乡土中国》\n《平凡的世界》", "相关链接要打通", "本文由我执笔", "学习文件",
        "以上内容由各单位抓好落实", "更多的内容，请看附件。", "欢迎下乡", "视频会议",
    ],
)  # fmt: skip
def test_what_a_speech_says_like_a_page_in_the_middle_stays(line: str) -> None:
    text = f"{TITLE}\n同志们：\n{PROSE}\n{line}\n{PROSE}\n谢谢大家！"
    assert left_of(text) == text


@pytest.mark.parametrize(
    ("behind", "goes"),
    [
        ("【更多公文素材，微信：liuan2018】", True),
        ("本文由柳岸网整理。", True),
        ("更多范文尽在柳岸文秘网", True),
        ("柳岸文秘网", True),
        ("www.liuan.example", True),
        ("更多内容请看附件。", False),
        ("本文由他起草。", False),
        ("欢迎下载“松河通”。", False),
        ("（微信公众号：松河林业）", False),
    ],
)
def test_advertisements_behind_a_paragraph_go(behind: str, goes: bool) -> None:
    text = f"{TITLE}\n同志们：\n{PROSE}\n{PROSE}{behind}\n{PROSE}\n谢谢大家！"
    assert left_of(text) == (text.replace(behind, "") if goes else text)


@pytest.mark.parametrize(
    ("note", "goes"),
    [
        (
            "讲话稿该怎么写才好呢？下面给大家整理了几篇讲话稿范文，希望能帮到大家，一起来看看吧。",
            True,
        ),
        ("演讲稿是讲给人听的。下面是整理好的演讲稿，仅供参考。", True),
        ("精选了5篇县长讲话稿，供各位参考，一起来看看吧！", True),
        ("刚才，办公室给大家准备了一份讲话材料，供大家参考，请看第三页。", False),
        ("会前，县委办整理了去年各镇的做法，发给同志们参考，我就不再重复。", False),
    ],
)
def test_how_a_site_introduces_a_speech(note: str, goes: bool) -> None:
    text = f"{TITLE}\n{note}\n同志们：\n{PROSE}\n谢谢大家！"
    assert left_of(text) == (text.replace(f"{note}\n", "") if goes else text)


HEAD = "首页 > 领导讲话 > 正文\n"


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("登录后下载完整版", True),
        ("（文章由柳岸参考整理，版权归作者）", True),
        ("2", True),
        ("推行扫码可查", False),
        ("注册会员3000人", False),
        ("更多内容请看附件。", False),
        ("在全县粮食收购动员会上的讲话", False),
        ("会议时间：明天上午", False),
    ],
)
def test_on_a_page_the_words_of_a_line_between_paragraphs_tell(line: str, goes: bool) -> None:
    text = f"{TITLE}\n同志们：\n{PROSE}\n{line}\n{PROSE}\n谢谢大家！"
    assert left_of(HEAD + text) == (text.replace(f"{line}\n", "") if goes else text)
    assert left_of(text) == text


def test_numbers_that_count_parts_stay() -> None:
    text = f"{TITLE}\n同志们：\n1\n{PROSE}\n2\n{PROSE}\n谢谢大家！"
    assert left_of(HEAD + text) == text


@pytest.mark.parametrize("end", ["谢谢大家！", "同志们，让我们一起动手，把荒山变成青山。"])
@pytest.mark.parametrize(
    "glued",
    [
        "点击下载文档", "内容来自网络，仅供参考", "责任编辑：李明", "[打印][关闭]",
        "版权所有：青禾县", "欢迎扫码关注公众号获取全文",
        "上一篇：在植树会上的讲话", "分享到：微信 微博",
    ],
)  # fmt: skip
def test_what_is_glued_to_the_last_words_goes_and_they_stay(end: str, glued: str) -> None:
    text = f"{TITLE}\n同志们：\n{PROSE}\n{PROSE}\n{PROSE}\n{end}"
    assert left_of(f"{HEAD}{text}{glued}") == text


@pytest.mark.parametrize("head", ["", HEAD])
def test_an_advert_between_the_sentences_of_a_paragraph_takes_none_of_them(head: str) -> None:
    last = "要一级抓一级，层层抓落实。更多范文请关注本站。各部门要密切配合。"
    text = f"{TITLE}\n同志们：\n{PROSE}\n{PROSE}\n{PROSE}\n{last}\n谢谢大家！"
    assert left_of(head + text) == text


@pytest.mark.parametrize("own", ["（鼓掌）", "附件：分工表", "（根据录音整理）", "电话：6651900"])
def test_what_is_the_speechs_stays_behind_its_last_words(own: str) -> None:
    text = f"{TITLE}\n同志们：\n{PROSE}\n{PROSE}\n{PROSE}\n谢谢大家！{own}"
    assert left_of(HEAD + text) == text


@pytest.mark.parametrize(
    "behind",
    [
        f"上述内容就是{TITLE}全文，希望您能喜欢！",
        f"{TITLE}.doc下载",
        "本资料由网友上传，仅供学习参考，请勿用于商业用途。",
        "——\n↑↑↑",
    ],
)
def test_what_a_page_says_behind_the_last_words_goes(behind: str) -> None:
    text = f"{TITLE}\n同志们：\n{PROSE}\n{PROSE}\n{PROSE}\n谢谢大家！"
    assert left_of(f"{HEAD}{text}\n{behind}") == f"{text}\n"


@pytest.mark.parametrize(
    "own",
    [
        "刚才讲的，各乡镇回去后要一条一条对照，周五以前把单子报上来。",
        f"（{TITLE}，根据录音整理）",
        "推荐阅读：《乡土中国》《平凡的世界》两本书，请大家抽空读一读。",
        "×××",
    ],
)
def test_what_is_said_behind_the_thanks_stays(own: str) -> None:
    text = f"{TITLE}\n同志们：\n{PROSE}\n{PROSE}\n{PROSE}\n谢谢大家！\n{own}"
    assert left_of(HEAD + text) == text


@pytest.mark.parametrize(
    "front",
    [
        "文　号　无　有效性　有效\n名　称　{title}\n主 题 词　收粮；讲话\n",
        "索引号：\nQ-2018-0041\n关 键 词：\n收粮；讲话\n",
        "返回 ",
        "|柳岸\n",
    ],
)
def test_fields_above_the_title_go_with_their_values(front: str) -> None:
    speech = f"{TITLE}\n同志们：\n{PROSE}\n谢谢大家！"
    page = f"{HEAD}发布机构：柳岸县办\n{front.replace('{title}', TITLE)}{speech}\n【打印】【关闭】"
    assert left_of(page).strip() == speech


@pytest.mark.parametrize(
    "signed",
    [
        "表态人：沈知远\nXX年3月6日",
        "副县长沈知远",
        "沈知远（2026年3月6日）",
        "奏乐\n礼成",
        "电话：6651900",
    ],
)
def test_how_a_speech_is_signed_stays_above_the_pages_tail(signed: str) -> None:
    speech = f"{TITLE}\n同志们：\n{PROSE}\n{PROSE}\n谢谢大家！\n{signed}"
    page = f"{HEAD}{speech}\n上一篇：植树讲话\n下一篇：没有了\n【打印】【关闭】"
    assert left_of(page).strip() == speech


@pytest.mark.parametrize(
    "bracketed", ["【本段由会员原创】", "（来源：柳岸网）", "【转载请注明出处】"]
)
def test_what_stands_in_brackets_between_sentences_goes_on_a_page(bracketed: str) -> None:
    speech = (
        f"{TITLE}\n同志们：\n{PROSE}{{}}今天晚上就开始排班，一个人也不许缺。\n{PROSE}\n谢谢大家！"
    )
    assert left_of(HEAD + speech.format(bracketed)) == speech.format("")
    for own in ("（全场鼓掌）", "（见会议材料之三）", "【案例一】"):
        assert left_of(HEAD + speech.format(own)) == speech.format(own)


def test_a_stamp_that_comes_again_and_again_goes_on_a_page() -> None:
    for stamp, goes in (("柳岸笔记", True), ("（鼓掌）", False), ("谢谢大家", False)):
        text = "\n".join([TITLE, "同志们：", *[PROSE, stamp] * 3, PROSE, "散会。"])
        assert left_of(HEAD + text) == (text.replace(f"{stamp}\n", "") if goes else text)


@pytest.mark.parametrize(
    "named",
    [
        "{}-墨池写作", "{}_领导讲话_老秘书", "{}——材料帮", "{} - 豆粒文库 - 免费下载", "{}_图文",
        "{} | 晚晴", "【{}】", "★{}★", "· {}", "置顶 {}", "{}[荐]", "{} 第1页", "{}下载",
        "第1篇 {}",
    ],
)  # fmt: skip
def test_what_a_site_sets_around_a_title_goes(named: str) -> None:
    body = f"同志们：\n{PROSE}\n谢谢大家！"
    line = named.format(TITLE)
    for above in ("", HEAD):
        assert left_of(f"{above}{line}\n{body}") == f"{TITLE}\n{body}"
        assert left_of(f"{above}{line}\n{TITLE}\n{body}").split("\n")[-4:-2] == [TITLE, "同志们："]


@pytest.mark.parametrize(
    "title",
    [
        "凝心聚力谋发展——在全县干部大会上的讲话", "在全县干部大会上的讲话——沈知远",
        "在全县干部大会上的讲话 县长 沈知远", "述职报告——2025年度", "工作报告——在县人代会上",
        "在全县干部大会上的讲话（送审稿）", "在全县干部大会上的讲话（2026年3月5日）",
    ],
)  # fmt: skip
def test_what_a_title_has_of_its_own_stays(title: str) -> None:
    text = f"{title}\n同志们：\n{PROSE}\n谢谢大家！"
    assert left_of(text) == text
    assert left_of(HEAD + text) == text
