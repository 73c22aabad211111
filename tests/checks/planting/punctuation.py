"""Faults of punctuation (GB/T 15834-2011)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.checks.planting.faults import Made, mark, say, substitute

if TYPE_CHECKING:
    import random

    from tests.checks.planting.faults import Plant

HAN = "[\u4e00-\u9fff]"
HEADING = "^([一二三四]、[^。\n]+)$"


def every_heading(end: str) -> Plant:
    """Return a planter that ends every main heading with a mark."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        changed, count = re.subn(HEADING, f"⟦\\1{end}⟧", text, flags=re.MULTILINE)
        return Made(changed) if count else None

    return plant


def all_but_one_heading(text: str, dice: random.Random, index: int) -> Made | None:
    """End the main headings with a full stop, all but the first."""
    found = list(re.finditer(HEADING, text, re.MULTILINE))
    for match in reversed(found[1:]):
        text = mark(text, *match.span(), match.group() + "。")
    return Made(text) if len(found) > 1 else None


def salutations(*lines: str) -> Plant:
    """Return a planter that puts a salutation without its colon in the place of the first one."""
    return substitute("^同志们：$", *lines)


FORMS: dict[str, dict[str, Plant]] = {
    "PU001": {
        "comma": substitute("，", ","),
        "semicolon": substitute("；", ";"),
        "colon": substitute("：(?!\n)", ":"),
        "stop": substitute("。(?=\n)", "."),
        "bang": substitute("！", "!"),
        "brackets": substitute("（试行）|（[一二三]）", "(试行)", "(一)"),
        "question": say("这些问题大家想过没有⟦?⟧", "责任到底谁来负⟦?⟧要说清楚。"),
        "quotes": say('要落实好⟦"一岗双责"⟧要求。', '要用好⟦"互联网＋政务"⟧平台。'),
    },
    "PU002": {
        "close lost": substitute("(“[^”]*)”", "\\1"),
        "open lost": substitute("“([^”]*”)", "\\1"),
        "title lost": substitute("(《[^》]*)》", "\\1"),
        "title open lost": substitute("《([^》]*》)", "\\1"),
        "bracket lost": substitute("（([^）]{2,}）)", "\\1"),
        "bracket open": say("各镇⟦（街道⟧要动起来。", "要把河道⟦（含支流⟧管起来。"),
        "quote open": say("要把⟦“一件事⟧办好。", "要弘扬⟦“老黄牛⟧精神。"),
        "title": say("要认真学习⟦《实施意见⟧，吃透精神。", "按照⟦《工作方案⟧的分工办。"),
    },
    "PU003": {
        "comma behind one": substitute("^([一二三])、", "\\1，", "\\1,"),
        "stop behind one": substitute("^([一二三])、", "\\1.", "\\1．", "\\1。"),
        "brackets and comma": substitute("^(（[一二三四]）)", "\\1、", "\\1，", "\\1."),
        "ordinal and comma": substitute("^(第[一二三四])，", "\\1、"),
        "first": substitute("^第一，", "首先、", "其一、"),
        "figure and comma": substitute("^（([一二三])）", "1、", "2、"),
        "figure in brackets": substitute("^（([一二三])）", "（1）、", "（2）、"),
        "circled": substitute("^（([一二三])）", "①、", "②、"),
    },
    "PU004": {
        "every stop": every_heading("。"),
        "one stop": substitute(HEADING, "\\1。"),
        "all but one": all_but_one_heading,
        "semicolon": substitute(HEADING, "\\1；"),
        "sub-heading": substitute("^(（[一二三四]）[^。\n]+)$", "\\1。"),
    },
    "PU005": {
        "before and so on": say(
            "要抓好种子、化肥、农膜⟦、等⟧物资的储备。", "水利、住建⟦、等⟧部门要配合。"
        ),
        "before and": say("要学文件、学先进⟦、和⟧学业务。", "有农技、农机⟦、和⟧植保三支队伍。"),
        "before as well as": say(
            "镇、村⟦、以及⟧各站所都要参加。", "老人、孩子⟦、以及⟧病人要照顾好。"
        ),
        "before and in ji": say("渠道、堰塘⟦、及⟧泵站都要检修。", "种子、农药⟦、与⟧化肥要备足。"),
        "before or": say("不得迟报、漏报⟦、或⟧瞒报。", "严禁吃拿、卡要⟦、或者⟧推托。"),
        "mixed quotes": say(
            "要落实“河长”⟦、⟧“林长”“田长”“路长”的责任，推行“一张图”“一本账”的办法。",
            "抓好“菜篮子”“米袋子”⟦、⟧“果盘子”，守住“钱袋子”“命根子”。",
        ),
        "mixed titles": say("要学好《条例》⟦、⟧《准则》《办法》，用好《读本》《问答》。"),
    },
    "PU006": {
        "stops": substitute("。(?=\n)", "。。"),
        "commas": substitute("，", "，，"),
        "enumeration": substitute("、(?!\n)", "、、"),
        "comma and stop": substitute("。(?!\n|$)", "，。", "。，"),
        "half-width": substitute("，", ",,"),
        "semicolons": substitute("；", "；；", "；。"),
        "colons": substitute("：(?!\n)", "：：", "：，"),
    },
    "PU007": {
        "three points": say(
            "要种好水稻、玉米、豆薯⟦...⟧", "有的推，有的拖，有的躲⟦...⟧这些都不行。"
        ),
        "six points": say("修路、架桥、通水⟦......⟧", "一件、两件、三件⟦......⟧都要办好。"),
        "stops": say(
            "茶叶、木耳、烤烟⟦。。。⟧样样都要抓。", "等一等、看一看、放一放⟦。。。。。。⟧"
        ),
        "half ellipsis": say(
            "铺沙、压石、灌浆⟦…⟧，一道工序也不能少。", "养鱼、种藕、放鸭⟦…⟧，路子很多。"
        ),
        "hyphens": say("这就是我们的底气⟦--⟧人心齐。", "只有一条路⟦--⟧实干。"),
        "hyphen dash": say("抓住牛鼻子⟦---⟧项目。", "今年的头等大事⟦----⟧春耕。"),
        "one dashes": say("剩下的只有一个字⟦－－⟧干。", "靠的是一件法宝⟦――――⟧团结。"),
    },
    "PU008": {
        "turned": say("要落实⟦”⟧一岗双责⟦“⟧要求。", "开展⟦”⟧大走访⟦“⟧活动。"),
        "open twice": say("要落实“一岗双责⟦“⟧要求。", "深化“最多跑一次⟦“⟧改革。"),
        "close twice": say("要落实⟦”⟧一岗双责”要求。", "办好⟦”⟧家门口的学校”。"),
        "single turned": say("他说：“要弘扬⟦’⟧三牛⟦‘⟧精神。”", "他说：“要用好⟦’⟧一张图⟦‘⟧。”"),
        "second turned": say("要压实“河长”⟦”⟧林长⟦“⟧责任。", "办好“食堂”和⟦”⟧澡堂⟦“⟧两件事。"),
    },
    "PU009": {
        "between": substitute(f"(?<={HAN})(?={HAN}[^\n]{{0,9}}。)", " "),
        "two blanks": substitute(f"(?<={HAN})(?={HAN}[^\n]{{0,9}}，)", "  "),
        "wide blank": substitute(f"(?<={HAN})(?={HAN}[^\n]{{0,9}}，)", "\u3000"),
        "tab": substitute(f"(?<={HAN})(?={HAN}[^\n]{{0,9}}，)", "\t"),
        "three blanks": substitute(f"(?<={HAN})(?={HAN}[^\n]{{0,9}}。)", "   "),
        "hard blank": substitute(f"(?<={HAN})(?={HAN}[^\n]{{0,9}}。)", "\xa0"),
    },
    "PU010": {
        "none": salutations("同志们"),
        "bang": salutations("同志们！"),
        "comma": salutations("同志们，"),
        "stop": salutations("同志们。"),
        "semicolon": salutations("同志们；"),
        "longer": salutations("各位领导，同志们！", "各位代表，同志们，", "各位领导、同志们。"),
    },
    "PU011": {
        "quoted document": say(
            "要学好⟦“关于加强防汛工作的通知”⟧。", "传达了⟦“全县招商引资奖励办法”⟧。"
        ),
        "activity": say("要开展好⟦《干部大走访》⟧活动。", "深化⟦《双招双引》⟧工作。"),
        "organisation": say("要发挥⟦《春耕服务队》⟧的作用。", "组建⟦《红色代办》⟧小分队。"),
        "inner marks": say(
            "要落实《关于贯彻⟦《条例》⟧的实施办法》。", "按《关于修订⟦《章程》⟧的说明》办。"
        ),
        "slogan": say("要践行⟦《绿水青山就是金山银山》⟧的理念。", "坚持⟦《一线工作法》⟧。"),
        "and so on inside": say("要学好⟦《条例等》⟧文件。", "读好⟦《规划纲要、实施方案》⟧。"),
    },
    "PU012": {
        "point": say("⟦“2.09”⟧事故教训深刻。", "要汲取⟦“7.12”⟧灾害的教训。"),
        "half dot": say("⟦“11.28”⟧案件告破。", "深入开展⟦“5.12”⟧防灾减灾宣传。"),
        "comma": say("⟦“3、15”⟧维权活动要办好。", "⟦“6、26”⟧禁毒日宣传要早准备。"),
        "wide point": say("⟦“3．15”⟧晚会曝光的问题要自查。", "⟦“12．4”⟧普法宣传要进村。"),
        "festival": say("⟦“8.1”⟧前夕要走访官兵。", "⟦“5.4”⟧表彰的青年要多宣传。"),
        "no quotes dot month": say(
            "要办好⟦“9.20”⟧公民道德宣传日活动。", "⟦“4.15”⟧国家安全教育日将到。"
        ),
    },
}
