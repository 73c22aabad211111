"""Heads and tails as many kinds of sites print them go; what only looks like them stays."""

from __future__ import annotations

import pytest

from drafting.cleaning.cleaner import clean_text

SPEECH = """在全县冬修水利动员会上的讲话
同志们：
今天召开这次动员会，主要任务是安排今冬明春的水利建设。下面，我讲两点意见。
一、早动手
今年以来降雨偏少，塘库蓄水只有常年的六成，等不起也拖不得。
二、快见效
各乡镇本月底前完成清淤任务，做到人员到位、机械到位、资金到位。
谢谢大家！"""

HEADS = {
    "site and home": "清笔素材网 首页",
    "pages of a paper": "第1684期 / 第1版：1\n标题导航\n放大 缩小 默认",
    "guide": "下面是本县小文整理的讲话，欢迎阅读，希望对大家有所帮助。",
    "day and time": "松河发布 松河 2024年03月05日 18:20 松河\n↑ 点击蓝字，关注松河发布",
    "menu and trail": "首页 | 公文 | 讲话 | 党建\n您的位置：首页 > 讲话 > 正文",
    "site name above a trail": "某某驿站 yizhan\n首页 工作总结 心得体会 演讲致辞",
    "trail of double arrows": "松河政务 >> 领导活动 >> 讲话全文",
    "row of particulars": "人气：2045　更新：2023/6/18　编辑：小禾",
    "tools in brackets": "字号：大 中 小　【打印】【关闭】",
    "sizes": "[小] [中] [大]",
    "abstract": "摘要：今天召开这次动员会，主要任务是……",
    "office index": "索引号：SH01-2024 发布机构：政府办\n名称：在全县冬修水利动员会上的讲话",
    "account": "松河发布\n2024-03-05 18:20 发表于松河\n点击上方蓝字关注我们",
}
TAILS = {
    "preview": "……（未完，全文共2010字，当前显示249字）\n（请认真阅读下面的提示信息）",
    "preview ends": "预览结束，免费获取全文或定制代笔此类文章！\n请点击👉 abcd777 👈联系老师",
    "member": "（阅读全部图文内容，您需要先登录！）",
    "cut": "因篇幅问题不能全部显示，请点此查看更多更全内容",
    "words alone": "快速回复\n限200 字节\n上一个 下一个",
    "other brackets": "〖关闭〗〖返回〗\n上篇：没有了",
    "spaced": "【打 印】【关 闭】【顶 部】",
    "code": "扫一扫二维码关注我们",
    "tools": "[打印] [关闭] [返回]",
    "download": "[1] [2] 下一页\n在全县冬修水利动员会上的讲话.doc\n推荐度：★★★\n水利总结三篇",
    "further reading": "【在全县冬修水利动员会上的讲话】延伸阅读\n水利局长述职报告",
    "keywords": "本文关键词：水利 讲话",
    "host": "打印本页　关闭窗口\n主办：松河县政府办公室　备案序号：00000000号",
    "account": "- END -\n来源 | 县委办\n编辑 | 小李\n阅读 1.2万 赞 35 在看 20",
    "compiled": "以上就是小编整理的全部内容，希望对大家有所帮助。",
    "gathered": "文章由网友收集，仅供参考",
    "paid": "VIP专享文档\n该文档为VIP专享，开通VIP免费下载\n© 2016-2023 版权所有",
    "forum": "使用道具 举报\n沙发 # 发表于 2013-5-6 13:00:01\n学习学习",
}


@pytest.mark.parametrize("name", HEADS)
def test_a_head_goes(name: str) -> None:
    assert clean_text(f"{HEADS[name]}\n{SPEECH}").text == SPEECH


@pytest.mark.parametrize("name", TAILS)
def test_a_tail_goes(name: str) -> None:
    assert clean_text(f"{SPEECH}\n{TAILS[name]}").text == SPEECH


@pytest.mark.parametrize(
    "line",
    [
        "单位 | 任务 | 时限",
        "（根据录音整理）",
        "以上几点，不一定对，供大家参考。",
        "我就讲这些，希望对大家有所帮助。",
        "松河县人民政府",
        "2026年3月5日",
        "附：各乡镇任务分解表",
    ],
)
def test_what_belongs_to_the_speech_stays(line: str) -> None:
    assert clean_text(f"{SPEECH}\n{line}").text == f"{SPEECH}\n{line}"


@pytest.mark.parametrize(
    "line",
    [
        "要关注微信公众号上的声音，群众反映的问题当天就要回应。",
        "分享到户、服务到人，这件事年底前要有结果，大家回去就办。",
        "打开客户端就能办的事，不要再让群众跑第二趟，这是底线。",
        "我要举报，这四个字群众敢说，我们才算把监督的门真正打开。",
        "关闭小煤窑、收藏老物件，都要依法依规，一件一件抓到位。",
    ],
)
def test_a_last_paragraph_that_begins_like_a_button_stays(line: str) -> None:
    text = f"{SPEECH}\n{line}"
    assert clean_text(f"{text}\n（责任编辑：小周）\n【打印本页】【关闭窗口】").text == text


def test_the_last_page_of_a_long_speech_stays() -> None:
    """Buttons that turn pages stand between its parts; what follows is short, and speech."""
    body = "\n".join(f"第{one}条渠道要在月底前清完，责任到村、到组、到人。" for one in range(1, 40))
    text = SPEECH.replace("二、快见效", f"{body}\n二、快见效").removesuffix("\n谢谢大家！")
    last = "各乡镇回去以后马上开会部署，今天晚上就要把任务分下去。"
    page = f"{text}\n上一页\n[1] [2] 下一页\n{last}\n打印本页　关闭窗口"
    assert clean_text(page).text == f"{text}\n{last}"


@pytest.mark.parametrize(
    "head",
    [
        "坚定信心—真抓实干—争创一流\n——在全县冬修水利动员会上的讲话",
        "坚定信心 接续奋斗\n为建设富强秀美的松河而努力\n——在全县冬修水利动员会上的讲话",
        "时间：2026年3月5日\n地点：县礼堂\n在全县冬修水利动员会上的讲话",
        "【送审稿】\n在全县冬修水利动员会上的讲话",
    ],
)
def test_a_speech_has_a_head_of_its_own(head: str) -> None:
    text = SPEECH.replace("在全县冬修水利动员会上的讲话", head)
    assert clean_text(text).text == text


AROUND = (
    "首页 > 政务公开 > 领导讲话\n发布时间：2026-03-06 来源：县政府办 浏览：81次\n",
    "\n扫一扫在手机打开当前页\n【打印本页】【关闭窗口】\n上一篇：没有了\n下一篇：没有了",
)


@pytest.mark.parametrize(
    "end",
    [
        "松河县人民政府\n2026年3月5日",
        "附件：1．各乡镇任务分解表\n2．联系电话一览表",
        "附：县直部门值班安排\n部门 | 电话 | 负责人\n水利局 | 六六六 | 老周",
        "（根据录音整理，未经本人审阅）",
        "最后，拜托大家把电话打到户、把回访做到人",
        "谢谢大家！",
        "祝大家工作顺利！",
        "再见！\n县长 沈知远",
        "三、抓好推荐评选\n（一）评选范围\n（二）推荐办法\n1．自下而上推荐",
        "会议到此结束。散会！",
        "县长：沈知远\n2026.3.5",
        "拜托大家\n松河县水利局 沈知远",
        "修好一条渠，造福一方人",
    ],
)
def test_the_end_of_a_speech_stays_on_a_page(end: str) -> None:
    text = f"{SPEECH.removesuffix('谢谢大家！')}{end}"
    assert clean_text(f"{AROUND[0]}{text}{AROUND[1]}").text == clean_text(text).text


@pytest.mark.parametrize(
    "head",
    [
        "坚定信心 接续奋斗\n——在全县冬修水利动员会上的讲话",
        "实干为先\n久久为功\n——在全县冬修水利动员会上的讲话",
        "在全县冬修水利暨农田建设\n动员会上的讲话",
        "在全县冬修水利动员会上的讲话\n松河县人民政府县长 沈知远\n（2026年3月5日）",
        "在全县冬修水利动员会上的讲话\n县委书记\n沈 知 远\n2026年3月5日",
        "在全县冬修水利动员会上的讲话\n（讨论稿）",
        "在全县冬修水利动员会上的讲话\n时间：2026年3月5日\n地点：县礼堂三楼会议室",
        "在全县冬修水利动员会上的讲话\n主讲人：沈知远",
        "在全县冬修水利动员会上的讲话\n欧阳知远",
        "在全县冬修水利动员会上的讲话\n×××\n二〇二六年三月",
        "在全县冬修水利动员会上的讲话\n松河县水利局",
        "在全县冬修水利动员会\n上的讲话",
        "新年致辞",
        "实干才有出路",
    ],
)
def test_the_head_of_a_speech_stays_on_a_page(head: str) -> None:
    text = SPEECH.replace("在全县冬修水利动员会上的讲话", head)
    assert clean_text(f"{AROUND[0]}{text}{AROUND[1]}").text == clean_text(text).text


@pytest.mark.parametrize("who", ["松河县水利协会 沈知远", "青禾农场创办人 谷知远"])
def test_whoever_gave_the_speech_stays_among_what_the_page_says(who: str) -> None:
    title, rest = SPEECH.split("\n", 1)
    page = f"{AROUND[0]}{title}\n发布时间：2026-03-06\n{who}\n浏览：81次\n{rest}{AROUND[1]}"
    assert clean_text(page).text == f"{title}\n{who}\n{rest}"


@pytest.mark.parametrize(
    "whom",
    [
        "同志们、企业家朋友们：",
        "各位车间主任、各位班组长：",
        "尊敬的张会长：",
        "亲爱的新兵战友们！",
    ],
)
def test_whoever_is_addressed_stays_on_a_page(whom: str) -> None:
    particulars = "发布时间：2026-03-06\n来源：县政府办\n浏览：81次\n"
    title, rest = SPEECH.replace("同志们：", whom).split("\n", 1)
    page = f"{AROUND[0]}{title}\n{particulars}{rest}{AROUND[1]}"
    assert clean_text(page).text == f"{title}\n{rest}"


def test_an_editors_note_and_an_abstract_go() -> None:
    note = "编者按\n日前，全县冬修水利动员会召开，现将讲话刊发如下，请各地学习。\n"
    begin = "摘要：\n今天召开这次动员会，主要任务是安排今冬明春的水利建设。下面，我讲两点意见。……\n"
    page = f"{AROUND[0]}{note}{SPEECH}\n{begin}展开全文{AROUND[1]}"
    assert clean_text(page).text == SPEECH


def test_the_pages_title_goes_where_the_speech_has_its_own() -> None:
    page = f"全文丨县长在冬修水利动员会上的讲话\n{AROUND[0]}{SPEECH}{AROUND[1]}"
    assert clean_text(page).text == SPEECH
    page = f"县长寄语 | {SPEECH}{AROUND[1]}"
    assert clean_text(page).text == SPEECH


def test_a_category_before_the_title_goes() -> None:
    assert clean_text(f"【讲话】{SPEECH}").text == SPEECH


def test_blanks_before_marks_go_in_every_line() -> None:
    typed = SPEECH.replace("同志们：", "同志们 ：").replace("一、早动手", "一 、 早动手")
    assert clean_text(typed).text == SPEECH


def test_a_form_and_a_text_in_another_language_stay() -> None:
    form = "\n".join(f"第{one}组\n简介：[desc]\n[name]\n电话\n45:55\n2026" for one in range(1, 9))
    assert clean_text(form).text.count("\n") == form.count("\n")
    foreign = "\n".join(
        [
            "HEADING TEXT",
            "2017",
            *(
                f"This is page {one}, and there is a header here, too; it is of no use."
                for one in "ab"
            ),
            "More on page one",
            "Experience",
            "[Company]",
            "contact@example.org",
        ]
    )
    assert clean_text(foreign).text.count("\n") == foreign.count("\n")


ENDS = "\n打印本页　关闭窗口\n扫一扫在手机打开当前页"


@pytest.mark.parametrize(
    "head",
    [
        "1\n在全县冬修水利动员会上的讲话",
        "-1-在全县冬修水利动员会上的讲话",
        "第1页 共3页在全县冬修水利动员会上的讲话",
        "第一篇：县长在全县冬修水利动员会上的讲话\n在全县冬修水利动员会上的讲话",
        "在全县冬修水利动员会上的讲话（精选三篇）\n在全县冬修水利动员会上的讲话篇一",
        "在全县冬修水利动员会上的讲话1200字",
        "| 在全县冬修水利动员会上的讲话 | |",
        "标题：在全县冬修水利动员会上的讲话【打印】【关闭】",
        "购物车\n我的足迹\n在全县冬修水利动员会上的讲话",
        "检察长讲话\n时间：2016-04-12\n作者：\n在全县冬修水利动员会上的讲话",
        "• 欢迎访问松河公文网，注册用户可以投稿！\n在全县冬修水利动员会上的讲话",
        "在全县冬修水利动员会上的讲话\n来源：县政府办\n在全县冬修水利\n动员会上的讲话",
    ],
)
def test_what_a_page_adds_to_the_title_goes(head: str) -> None:
    page = SPEECH.replace("在全县冬修水利动员会上的讲话", head)
    assert clean_text(f"{page}{ENDS}").text == SPEECH


def test_another_text_begun_below_and_comments_go() -> None:
    begun = "同志们：今天我们在柳河召开现场会，主要任务是学习柳河的经验，安排下一步工作。刚才……"
    comment = "学习了，谢谢楼主分享！开头用一件事带出来，写得活。\n回复 支持 反对 举报\n2#"
    page = f"{SPEECH}\n下一篇：在柳河现场会上的讲话\n分享到： 收藏本页\n{begun}\n继续阅读"
    assert clean_text(page).text == SPEECH
    page = f"{SPEECH}\n回复 支持 反对 举报\n1#\n发表于 2013-9-12 | 只看该作者\n{comment}"
    assert clean_text(page).text == SPEECH


def test_a_title_with_two_words_of_titles_is_one() -> None:
    title = "守住戒尺\n——在水利局专题党课上的讲稿\n局长 沈 知 远"
    speech = SPEECH.replace("在全县冬修水利动员会上的讲话", title)
    head = (
        "松河县人民检察院\n检务公开\n检察长讲话\n时间：2016-04-12\n作者：\n【字号：大 | 中 | 小】"
    )
    assert clean_text(f"{head}\n{speech}{ENDS}").text == clean_text(speech).text


@pytest.mark.parametrize(
    "behind",
    [
        " 发布时间：2026-09-11 来源：县教体局 浏览：342次 【字体：大 中 小】",
        "　发布日期：2026-09-11",
        "发布时间：2026-09-11 来源：县教体局",
    ],
)
def test_a_title_stays_where_its_line_goes_on_with_what_the_page_says_of_it(behind: str) -> None:
    title = "在全县教育工作大会上的讲话"
    speech = "各位老师、同志们：\n刚才表彰了先进，三位老师的发言，很朴实。下面，我讲三个问题。"
    page = f"{title}{behind}\n{speech}\n【打印本页】 【关闭窗口】\n上一篇：县教体局召开暑期安全会\n"
    assert clean_text(page).text.rstrip("\n") == f"{title}\n{speech}"


def test_a_name_of_a_site_set_behind_paragraphs_goes() -> None:
    title, address, first, *rest = SPEECH.split("\n")
    name, slogan = "文稿坞www.wengaowu.example", "文稿坞，写材料的人都来这里"
    lines = [title, address, f"{first}  {name}", rest[0], slogan, *rest[1:]]
    assert clean_text("\n".join(lines)).text == SPEECH


def test_a_site_that_a_speech_names_once_stays() -> None:
    text = SPEECH.replace("谢谢大家！", "详情请登录www.qinghe.example\n谢谢大家！")
    assert clean_text(text).text == text
