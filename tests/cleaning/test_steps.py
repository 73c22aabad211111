"""Each step by itself: what it mends and what it must leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.cleaning.cleaner import clean_text
from drafting.cleaning.control_characters import find_control_characters, find_line_breaks
from drafting.cleaning.full_width import find_full_width
from drafting.cleaning.garbled import find_garbled
from drafting.cleaning.glued_titles import find_glued_titles
from drafting.cleaning.hard_wraps import find_hard_wraps
from drafting.cleaning.inner_spaces import find_inner_spaces
from drafting.cleaning.page_marks import find_page_marks
from drafting.cleaning.pinyin_notes import find_pinyin_notes
from drafting.cleaning.punctuation import find_half_width_marks
from drafting.cleaning.repeated_titles import find_repeated_titles
from drafting.cleaning.web.residue import find_web_residue
from drafting.text.edits import apply_edits

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafting.cleaning.step import Found

TITLE = "在清河湾县入冬工作推进会上的讲话"
PROSE = "粮站要开足六条线，让农户当天来当天回，不许压级压价，也不许打白条。"


def mended(step: Callable[[str], Found], text: str) -> str:
    return apply_edits(text, step(text).edits)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("清\u200b河湾\ufeff县\x07", "清河湾县"),
        ("清河\xa0湾\u2003县", "清河 湾 县"),
        ("各位代表：\u200d", "各位代表："),
        ("清\ud800河", "清河"),
        ("清河\u202e湾", "清河湾"),
        ("甲\t乙　丙\n", "甲\t乙　丙\n"),
    ],
)
def test_control_characters(old: str, new: str) -> None:
    assert mended(find_control_characters, old) == new


def test_line_breaks() -> None:
    assert mended(find_line_breaks, "甲\r\n乙\r丙\u2028丁\x0b戊\n") == "甲\n乙\n丙\n丁\n戊\n"


def test_the_indents_of_a_page_are_no_fault_to_be_told() -> None:
    page = "\u2003\u2003在云岭县的讲话\r\n\u3000\xa0同志们：\n\u2003\u2003今天\xa0开会。\n"
    result = clean_text(page)
    assert result.text == "在云岭县的讲话\n同志们：\n今天开会。"
    assert [(one.kind.value, one.count) for one in result.steps] == [
        ("control-character", 1),
        ("inner-space", 1),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("１９５５年", "1955年"),
        ("增长１２．５％。", "增长12.5%。"),
        ("１．抓清淤", "1.抓清淤"),
        ("ＧＤＰ突破３万亿", "GDP突破3万亿"),
        ("合计２７，２０３元", "合计27,203元"),
        ("１９５５，１９５６年", "1955，1956年"),
        ("成效，（一）", "成效，（一）"),
    ],
)
def test_full_width_figures(old: str, new: str) -> None:
    assert mended(find_full_width, old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("領(lǐng)導", "領導"),
        ("書(書(shū))記", "書記"),
        ("书(書(shū))记", "书记"),
        ("党(dang)委", "党委"),
        ("渠（qú）道", "渠道"),
        ("强(qiǎng)(qiáng)迫", "强迫"),
        ("绿(lü)化、绿(lv)化", "绿化、绿化"),
        ("女(nǚ)同志", "女同志"),
        ("國(ɡuó)", "國"),
        ("生产总值(GDP)", "生产总值(GDP)"),
        ("首席执行官（CEO）", "首席执行官（CEO）"),
        ("建筑模型（BIM）", "建筑模型（BIM）"),
        ("手机软件(app)", "手机软件(app)"),
        ("咖啡(café)", "咖啡(café)"),
        ("方案(a)", "方案(a)"),
        ("党(de)", "党(de)"),
        ("干部(含退休)", "干部(含退休)"),
    ],
)
def test_pinyin_notes(old: str, new: str) -> None:
    assert mended(find_pinyin_notes, old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("同志们:", "同志们："),
        ("会议,强调", "会议，强调"),
        ("今年,2021年", "今年，2021年"),
        ("达到45%,30个村", "达到45%，30个村"),
        ("增长了?还是下降了?", "增长了？还是下降了？"),
        ("投资1,203.5万元", "投资1,203.5万元"),
        ("上午10:30开会", "上午10:30开会"),
        ("按1:2配套", "按1:2配套"),
        ("GDP, CPI", "GDP, CPI"),
        ("见 http://a.cn/b?c=1,2:3 页", "见 http://a.cn/b?c=1,2:3 页"),
        ("找准??h级", "找准??h级"),
        ("考核分?jǐn)?shù)要公开", "考核分?jǐn)?shù)要公开"),
        ("(一)抓清淤", "（一）抓清淤"),
        ("14项指标(6+4+4)", "14项指标（6+4+4）"),
        ("负增长(-1.8%),", "负增长（-1.8%），"),
        ("f(x)", "f(x)"),
        ('"三清单"和"一张图"', "“三清单”和“一张图”"),
        ('“三清单"', "“三清单”"),
        ("说'干就干'", "说‘干就干’"),
        ("it's OK", "it's OK"),
        ("县里的rock'n'roll节", "县里的rock'n'roll节"),
        ("抓好清淤.", "抓好清淤。"),
        ("增长12%.", "增长12%。"),
        ("GDP grew 12%.", "GDP grew 12%."),
        ("1. 抓清淤", "1. 抓清淤"),
        ("一.抓清淤", "一.抓清淤"),
        ("卡尔.约翰来访。", "卡尔.约翰来访。"),
        ("完成1.5亿元", "完成1.5亿元"),
    ],
)
def test_half_width_marks(old: str, new: str) -> None:
    assert mended(find_half_width_marks, old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("要抓 好清淤 工作。", "要抓好清淤工作。"),
        ("全 县 上 下要动起来。", "全县上下要动起来。"),
        ("坚持 “两手抓” 不放。", "坚持“两手抓”不放。"),
        ("一、 抓紧清淤", "一、抓紧清淤"),
        ("会议由 龚 正 主持。", "会议由 龚 正 主持。"),
        ("县长王 强同志作了安排。", "县长王 强同志作了安排。"),
        ("提高认识 抓紧清淤", "提高认识 抓紧清淤"),
        ("用好 GIS 系统，开 3 场会。", "用好 GIS 系统，开 3 场会。"),
    ],
)
def test_inner_spaces(old: str, new: str) -> None:
    text = f"{TITLE}\n同志们：\n{old}"
    assert mended(find_inner_spaces, text) == f"{TITLE}\n同志们：\n{new}"


def test_blanks_where_the_lines_of_headings_were_become_line_breaks() -> None:
    line = f"{PROSE} 一、收粮要快 {PROSE} 二、付款要清 {PROSE} {PROSE}"
    broken = f"{PROSE}\n一、收粮要快\n{PROSE}\n二、付款要清\n{PROSE}{PROSE}"
    assert mended(find_inner_spaces, f"{TITLE}\n同志们：\n{line}") == f"{TITLE}\n同志们：\n{broken}"


def test_blanks_behind_headings_of_the_second_level_become_line_breaks() -> None:
    line = f"(一)工程上要过硬 {PROSE}(二)责任上要到人 {PROSE}"
    broken = f"(一)工程上要过硬\n{PROSE}(二)责任上要到人\n{PROSE}"
    assert mended(find_inner_spaces, f"{TITLE}\n同志们：\n{line}") == f"{TITLE}\n同志们：\n{broken}"


def test_blanks_within_words_tell_nothing_of_lines() -> None:
    line = "粮站要开 足六条线，让农户当天来当 天回。 一、收粮要 快，付款 要清 不许压级 压价。"
    text = f"{TITLE}\n同志们：\n{line}"
    assert mended(find_inner_spaces, text) == f"{TITLE}\n同志们：\n{line.replace(' ', '')}"


def test_spaces_of_titles_and_signatures_stay() -> None:
    text = f"凝心聚力 实干争先 奋力开创新局面\n同志们：\n{PROSE}\n清河湾县人民政府 王 强"
    assert mended(find_inner_spaces, text) == text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"{TITLE}同志们:", f"{TITLE}\n同志们:"),
        (f"{TITLE}同志们：今天开会。", f"{TITLE}\n同志们：\n今天开会。"),
        (f"{TITLE}各位领导、同志们：", f"{TITLE}\n各位领导、同志们："),
        ("县长工作汇报 各位代表：", "县长工作汇报\n各位代表："),
        ("同志们：今天开会。", "同志们：今天开会。"),
        ("尊敬的各位领导，同志们：", "尊敬的各位领导，同志们："),
        ("全县广大干部职工同志们：", "全县广大干部职工同志们："),
        ("今天很冷，希望同志们：一要早", "今天很冷，希望同志们：一要早"),
        (f"{TITLE}（2026年3月5日）\n同志们：", f"{TITLE}\n（2026年3月5日）\n同志们："),
        (f"{TITLE} (2026.3.5)", f"{TITLE}\n(2026.3.5)"),
        (f"{TITLE}（二〇二六年三月五日）同志们：", f"{TITLE}\n（二〇二六年三月五日）\n同志们："),
        (
            f"{TITLE}（2026年3月5日上午，根据录音整理）",
            f"{TITLE}\n（2026年3月5日上午，根据录音整理）",
        ),
        (f"{TITLE}各位职工代表、同志们：今天", f"{TITLE}\n各位职工代表、同志们：\n今天"),
        (f"{TITLE}\n(2026年3月5日)同志们：今天", f"{TITLE}\n(2026年3月5日)\n同志们：\n今天"),
        (f"{TITLE}（讨论稿）", f"{TITLE}（讨论稿）"),
        (f"{TITLE}（2026—2030年）", f"{TITLE}（2026—2030年）"),
        ("（2026年3月5日）\n同志们：", "（2026年3月5日）\n同志们："),
        ("同志们：\n讲话在会上作了（2026年3月5日）", "同志们：\n讲话在会上作了（2026年3月5日）"),
    ],
)
def test_glued_titles(old: str, new: str) -> None:
    assert mended(find_glued_titles, old) == new


def test_repeated_titles_are_counted() -> None:
    text = f"{TITLE}\n{TITLE} (2)\n{TITLE}\n同志们：\n{PROSE}"
    result = find_repeated_titles(text)
    assert apply_edits(text, result.edits) == f"{TITLE}\n同志们：\n{PROSE}"
    assert result.count == 3


def test_equal_lines_of_the_body_are_no_titles() -> None:
    text = f"{TITLE}\n同志们：\n{PROSE}\n一、抓紧清淤\n{PROSE}\n一、抓紧清淤"
    assert find_repeated_titles(text).edits == ()


REAL_LISTS = [
    f"1、抓清淤。{PROSE}\n2、抓入库。{PROSE}\n3、抓备冬。{PROSE}",
    "1、抓紧清淤\n2、抓紧入库\n3、抓紧备冬",
    f"主要是三件事：\n1、清淤要快；\n2、入库要足；\n3、备冬要早。\n{PROSE}",
]


@pytest.mark.parametrize("text", REAL_LISTS)
def test_real_list_numbers_stay(text: str) -> None:
    assert find_page_marks(text).edits == ()


def test_page_marks_that_end_with_a_sentence_belong_to_their_series() -> None:
    pages = [f"{TITLE}。{PROSE}渠道", f"清淤要快。{PROSE}", f"备冬要早。{PROSE}全县", "都要动。"]
    text = "\n\n".join(f"{number}、{page}" for number, page in enumerate(pages, 1))
    result = find_page_marks(text)
    assert result.count == 4
    assert "渠道清淤" in apply_edits(text, result.edits)
    assert "全县都要动" in apply_edits(text, result.edits)


def test_a_real_list_between_page_marks_stays() -> None:
    text = (
        f"1、{TITLE}。{PROSE}有三件事：\n1、清淤。{PROSE}\n2、入库。{PROSE}\n3、备冬。{PROSE}抢在\n\n"
        f"2、雪前。{PROSE}护在\n\n3、平时。{PROSE}"
    )
    clean = mended(find_page_marks, text)
    assert clean.startswith(TITLE)
    assert "\n1、清淤。" in clean
    assert "\n2、入库。" in clean
    assert "\n3、备冬。" in clean
    assert "抢在雪前" in clean
    assert "护在平时" in clean


def test_page_numbers_on_lines_of_their_own() -> None:
    text = f"{PROSE}全县上下\n— 3 —\n都要动。\n第 4 页\n{PROSE}"
    assert mended(find_page_marks, text) == f"{PROSE}全县上下都要动。\n{PROSE}"


def test_lines_of_many_lengths_are_not_wrapped() -> None:
    text = "\n".join(f"{number}组 {'名单' * number}" for number in range(1, 20))
    assert find_hard_wraps(text).edits == ()


@pytest.mark.parametrize(
    "line",
    [
        "将本文的Word文档下载到电脑，方便收藏和打印", "推荐度：★★★★★",
        "柳岸网 > 公文写作 > 讲话稿 > 正文",
        "本文来自柳岸网，转载请注明出处。", "发布者：小柳", "猜你喜欢：", "本文共2页，当前第1页",
        "[1] [2] 下一页",
        "相关推荐", "您可能感兴趣的文稿", "阅读排行", "推荐文稿", "展开阅读全文",
        "点击查看更多>>", "第2页 / 共13页",
        "入冬讲话_第3页", "上传人：河边柳 文档编号：4002", "资源描述",
        "位置：首页 > 实用文 > 讲话", "时间：2021-11-03 09:12:00",
        "2021-11-03 09:12", "来源：清河湾县政府网", "发布时间：2021年11月3日 浏览次数：32",
        "返回 下载 相关 举报",
        "【字号：大 中 小】", "字体：[大 中 小]", "分享到：微信 微博",
        "导语：本文由小编整理，欢迎参考。", "柳岸范文网",
        "《入冬讲话》由会员分享，可在线阅读，更多相关请搜索。", "https://a.cn/b.html",
        "省长王强作政府工作报告。本报记者 李明 摄",
    ],
)  # fmt: skip
def test_furniture_above_the_speech(line: str) -> None:
    text = f"{line}\n{TITLE}\n同志们：\n{PROSE}"
    assert mended(find_web_residue, text) == f"{TITLE}\n同志们：\n{PROSE}"


@pytest.mark.parametrize(
    "tail",
    [
        "推荐访问：讲话 县长", "关于我们 | 网站地图 | 友情链接", "关注微信公众号柳岸文秘",
        "发表评论", "1 2 3 下一页",
        "相关推荐\n在云岭县会上的讲话\n在云岭县会上的致辞",
        f"【{TITLE}】相关文章：\n在云岭县会上的讲话08-22",
        "（责任编辑：小柳）", "编辑：小柳",
        "上一篇：在云岭县会上的讲话\n下一篇：在云岭县会上的致辞", "版权所有 柳岸文库",
        "甲ICP备00000000号", "电脑版 |柳岸文库", "如有侵权请联系删除。",
        "扫一扫在手机打开当前页", "打印本页 关闭窗口",
        "- 11-02在云岭县会上的讲话\n- 11-03在云岭县会上的致辞",
        "声明：本站资料来自网络，仅供参考。", "阅读(1203)",
    ],
)  # fmt: skip
def test_furniture_below_the_speech(tail: str) -> None:
    text = f"{TITLE}\n同志们：\n{PROSE}\n谢谢大家！\n{tail}"
    assert mended(find_web_residue, text).strip() == f"{TITLE}\n同志们：\n{PROSE}\n谢谢大家！"


@pytest.mark.parametrize("tail", ["_柳岸文秘网", " - 柳岸范文", " (2)", "（3）(2)"])
def test_what_a_site_hangs_on_a_title_goes_and_the_title_stays(tail: str) -> None:
    text = f"{TITLE}{tail}\n同志们：\n{PROSE}"
    assert mended(find_web_residue, text) == f"{TITLE}\n同志们：\n{PROSE}"


@pytest.mark.parametrize(
    "kept",
    [
        "时间：2021年11月3日", "（2021年11月3日）", "——在清河湾县第三届人民代表大会上",
        "县长 王 强", "清河湾县人民政府", "2021.11.3",
    ],
)  # fmt: skip
def test_the_speechs_own_lines_stay(kept: str) -> None:
    above = f"{TITLE}\n{kept}\n同志们：\n{PROSE}"
    below = f"{TITLE}\n同志们：\n{PROSE}\n{kept}"
    assert find_web_residue(above).edits == ()
    assert find_web_residue(below).edits == ()


@pytest.mark.parametrize(
    "kept",
    [
        "来源：各乡镇要查清资金来源", "二、织密电网",
        "相关链接要逐个核对，推荐阅读书目由宣传部定。", "大", "下一步：抓紧清淤", "- 渠道要清",
    ],
)  # fmt: skip
def test_lines_inside_the_speech_stay(kept: str) -> None:
    text = f"{TITLE}\n同志们：\n{PROSE}\n{kept}\n{PROSE}"
    assert find_web_residue(text).edits == ()


def test_letters_within_words_are_told_and_those_between_them_are_none() -> None:
    text = "今天的讲a话，大家要认真学x习，抓好落q实。"
    told = find_garbled(text)
    assert [place.of(text) for place in told.places] == ["a", "x", "q"]
    assert told.edits == ()
    plain = "全县x个镇，n多项目，某y企业，打m和k歌，抓好落q实。"
    assert find_garbled(plain).places == ()


def test_garbled_bits_are_places_without_edits() -> None:
    result = find_garbled("抓准??h级，\ufffd\ufffd有\ue5e5数，锟斤拷，怎么办？？")
    assert result.edits == ()
    assert result.count == 4


def test_records_say_what_how_often_and_where() -> None:
    clean = clean_text(f"相关推荐\n{TITLE}\n同志们:\n{PROSE}\n渠(qú)道")
    records = {one.kind.value: one for one in clean.steps}
    assert records["web-residue"].samples == ("相关推荐",)
    assert records["pinyin-note"].samples == ("渠(qú)",)
    assert records["pinyin-note"].line == 5
    assert records["half-width-punctuation"].count == 1
    assert records["half-width-punctuation"].line == 3


def test_what_an_office_says_of_its_own_channels_stays() -> None:
    """A host says where to send and to find what; what a page says of itself goes."""
    own = [
        "9月5日前报县委办（邮箱ylxwb@163.com），网上报名请登录县政府网站（www.yunling.gov.cn）。",
        "要把学习材料发下去（更多资料请到县委党校领取），组织好学习。",
        "更多精彩活动，请大家关注县文旅局网站。",
    ]
    pages = ["要抓好落实（来自www.fanwen99.com）。", "更多精彩内容请关注本站公众号。"]
    text = "\n".join(["在全县会议上的讲话", "同志们：", *own, *pages, "谢谢大家！"])
    assert clean_text(text).text.split("\n")[2:] == [*own, "要抓好落实。", "谢谢大家！"]
