"""Faults left over from another text: placeholders, places, years, levels, web pages."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from tests.checks.planting.faults import (
    Made,
    add_line,
    in_office,
    insert,
    mark,
    on_day,
    say,
    substitute,
)
from tests.checks.planting.speeches import clean_speeches

if TYPE_CHECKING:
    import random

    from tests.checks.planting.faults import Plant

ANY_HAN = "[\u4e00-\u9fff]"
DAY = dt.date(2026, 3, 6)
LATE = dt.date(2026, 11, 12)


def hide_own_place(*foreign: str) -> Plant:
    """Return a planter that calls the own county 某县 and leaves one real place in the text."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        head, rest = text.split("\n", 1)
        head = re.sub("在.{0,3}县", "在某县", head, count=1)
        if "某县" not in head:
            return None
        made = say(*foreign)(rest, dice, index)
        return None if made is None else Made(f"{head}\n{made.marked}")

    return plant


def other_level(own: str, *others: str) -> Plant:
    """Return a planter that puts another level's word at one place of the own level's word."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        found = list(re.finditer(own, text))
        if len(found) < 2:
            return None
        match = dice.choice(found[1:])
        return Made(mark(text, *match.span(), others[index % len(others)]), has_office=True)

    return plant


def taken_over(*pairs: tuple[str, str]) -> Plant:
    """Return a planter with an older speech beside; what is marked was left."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        stops = [match.end() for match in re.finditer("。(?![\n”）]|$)", text)]
        place = dice.choice(stops)
        old, new = pairs[index % len(pairs)]
        base = clean_speeches()[index % len(clean_speeches())]
        source = base[: base.index("。") + 1] + old + base[base.index("。") + 1 :]
        return Made(insert(text, place, new), source=source, date=DAY)

    return plant


FORMS: dict[str, dict[str, Plant]] = {
    "RS001": {
        "XX": substitute("清水河|云岭|青石|柳坪|石桥", "XX", "XXX", "xx"),
        "crosses": substitute("清水河|云岭|青石|柳坪|石桥", "××", "×××"),
        "star": substitute("清水河|云岭|青石|柳坪|石桥", "*", "**", "***"),
        "somebody": substitute("刘副县长|发改局|农业农村局", "某某同志", "某某局", "某某"),
        "some county": say("这是⟦某县⟧多年的经验。", "要把⟦某某县⟧的事情办好。"),
        "year": say("到⟦20XX⟧年要翻一番。", "⟦20××⟧年以来，变化很大。"),
        "month": say("力争⟦X月X日⟧前完成。", "⟦×月×日⟧，市里开了会。"),
        "bracket": say(
            "全县完成投资⟦【待补】⟧亿元。", "由⟦（待定）⟧牵头落实。", "具体数字⟦【待核实】⟧。"
        ),
        "underscore": say("全县完成投资⟦____⟧亿元。", "由⟦______⟧同志负责。"),
        "slot": say("会议听取了⟦{会议名称}⟧的情况。", "要确保⟦{目标}⟧如期实现。"),
        "surname": say("请⟦×⟧县长多指导。", "刚才，王⟦××⟧同志作了发言。", "⟦*⟧书记到点上看过。"),
    },
    "RS002": {
        "own county": in_office(
            say(
                "这些变化真实反映了⟦成安⟧的发展。",
                "要让⟦长丰县⟧的老百姓过上好日子。",
                "我们⟦曹县⟧人历来不服输。",
            )
        ),
        "committee": in_office(say("⟦正定县⟧委已经研究过了。", "按照⟦桐城市⟧委的安排抓好落实。")),
        "all of": in_office(say("全⟦沭阳⟧上下都要动起来。", "⟦肥西县⟧全县上下要一条心。")),
        "peaceful": in_office(say("努力建设平安⟦德清⟧。", "合力打造美丽⟦安吉⟧。")),
        "hidden": hide_own_place(
            "⟦成安⟧的发展正处在爬坡过坎的时候。",
            "要让⟦固始县⟧的群众得实惠。",
            "这是⟦临颍⟧全县人民的期盼。",
        ),
    },
    "RS003": {
        "plan's first year": on_day(
            DAY,
            say(
                "今年是⟦“十四五”⟧的开局之年，起步就要冲刺。",
                "今年是⟦“十四五”⟧规划的收官之年，任务格外重。",
                "⟦“十四五”⟧已经进入后半程，时间不等人。",
            ),
        ),
        "this year is": on_day(
            DAY, say("今年是⟦2025年⟧，任务不轻。", "今年（⟦2024年⟧）要办十件实事。")
        ),
        "last year is": on_day(
            DAY, say("去年（⟦2023年⟧）的账已经算清。", "回顾刚刚过去的⟦2024年⟧，大家都很辛苦。")
        ),
        "plan to come": on_day(
            DAY,
            say(
                "到⟦“十四五”⟧末，力争产值翻一番。",
                "我们要谋划好⟦“十四五”⟧后半程的工作。",
                "确保圆满完成⟦“十四五”⟧规划目标任务。",
            ),
        ),
        "day gone": on_day(
            LATE, say("力争在⟦2026年6月底⟧前全部建成。", "请各单位于⟦2026年3月15日⟧前报送方案。")
        ),
        "event gone": on_day(
            LATE,
            say("确保⟦2025年底⟧前全部完工。", "将于⟦2025年10月⟧开工建设。"),
        ),
        "goal gone": on_day(
            DAY,
            say(
                "到⟦2025年⟧，力争总量达到三百亿元。",
                "到⟦2020年⟧，要全面建成小康社会。",
                "确保⟦2024年⟧高铁通车，圆几代人的梦。",
            ),
        ),
    },
    "RS004": {
        "our city": other_level("全县", "我市", "我区"),
        "whole city": other_level("全县(?=上下|各|要|人民|现有|共)", "全区", "全州"),
        "own city in a sentence": in_office(
            say(
                "这些年，⟦我市⟧的变化大家都看在眼里。",
                "要让⟦我市⟧的营商环境一年比一年好。",
                "⟦我区⟧的底子薄、家业小。",
            )
        ),
        "city government": in_office(
            say(
                "我代表⟦市委、市政府⟧，向全县干部群众拜个早年。",
                "今天的会议经⟦市委、市政府⟧研究决定召开，请各乡镇认真落实我市的部署。",
                "我代表⟦区委、区政府⟧，向全县干部群众表示感谢。",
            )
        ),
        "up and down": in_office(
            say("⟦全市上下⟧要拿出拼劲来。", "⟦全区上下⟧要一条心，把全县的事办好。")
        ),
    },
    "RS005": {
        "related": add_line("foot", "相关推荐", "相关阅读：", "猜你喜欢"),
        "source": add_line("head", "来源：青石新闻网", "文章来源：云岭发布"),
        "click": say("⟦点击查看更多⟧内容", "⟦点击下载⟧全文"),
        "page": add_line("middle", "第3页 / 共12页", "- 3 -", "上一页 1 2 3 下一页"),
        "editor": add_line("foot", "责任编辑：小周", "编辑：青禾  审核：石川"),
        "address": say("（详见⟦www.example.com⟧）", "⟦http://www.example.com/a/1.html⟧"),
        "next": add_line("foot", "下一篇：在全县表彰大会上的讲话", "上一篇：年终总结"),
        "licence": add_line("foot", "版权所有 转载请注明", "本文来自网络，如有侵权请联系删除"),
        "account": add_line("foot", "扫码关注公众号", "更多范文请关注微信公众号"),
    },
    "RS006": {
        "lost": substitute(f"。(?={ANY_HAN})", "??h", "??"),
        "replacement": substitute(
            f"(?<={ANY_HAN}){ANY_HAN}(?={ANY_HAN})", "\ufffd", "\ufffd\ufffd"
        ),
        "private": substitute(f"(?<={ANY_HAN}){ANY_HAN}(?={ANY_HAN})", "\ue5e5", "\ue003"),
        "pinyin": substitute("群众", "群(qún)众", "群（qún）众"),
        "emptied": say("要落实⟦“”⟧行动。", "按照⟦《》⟧要求抓好落实。", "深入开展⟦“”⟧活动。"),
        "entity": substitute("。(?!\n|$)", "。&nbsp;", "。&ldquo;", "。&#12288;"),
        "mojibake": say("要抓好⟦锟斤拷⟧工作。", "这是一件⟦ï¼Œ⟧大事。"),
    },
    "RS008": {
        "fully know": say(
            "要⟦充分熟悉⟧这项工作的重要意义，⟦临时不懈⟧地抓下去，⟦切实增强⟧做好工作的责任感。",
            "各级要⟦深入熟悉⟧当前情势，⟦充沛发扬⟧各方面的踊跃性。",
        ),
        "long-term": say(
            "要⟦坚持不渝⟧、⟦临时坚持⟧，不断⟦晋升⟧服务水平，⟦增进⟧经济又好又快开展。",
            "这是一项⟦临时⟧而艰难的义务，必须⟦坚持不懈⟧地⟦捉住⟧不放，⟦获得⟧本质性停顿。",
        ),
        "raise": say(
            "要不断⟦进步⟧思想熟悉，⟦增强⟧组织领导，⟦贯彻⟧各项办法，⟦保证⟧获得实效。",
            "要⟦进步⟧政治站位，⟦增强⟧监视检查，⟦实行⟧问责追究，⟦构成⟧长效机制。",
        ),
        "economy": say(
            "要⟦减速⟧推动名目建设，⟦放慢⟧经济转型步伐，⟦片面⟧完成年度义务。",
            "要⟦鼎力⟧引进名目，⟦优化⟧投资情况，⟦推进⟧工业经济疾速增加。",
        ),
        "people": say(
            "要⟦亲密⟧接洽群众，⟦实在⟧处理群众反应的凸起题目，⟦踊跃⟧化解抵触胶葛。",
            "要⟦真挚⟧听取大众呼声，⟦当真⟧办理大众最关怀的好处题目。",
        ),
    },
    "RS007": {
        "figure": taken_over(
            (
                "前三季度，全县完成固定资产投资132.6亿元，占年度计划的四成，居全市第三位。",
                "前三季度，全县实现工业总产值⟦132.6亿元⟧，比去年同期多了一大截，排名升到第二。",
            ),
            (
                "去年，全县共接待外地游客87.4万人次，农家乐的生意红火。",
                "去年，全县共运送春运旅客⟦87.4万人次⟧，没有一个人滞留。",
            ),
        ),
        "name": taken_over(
            (
                "教育局长卢望舒同志介绍了校舍改造的做法。",
                "卫健局长⟦卢望舒⟧同志通报了医共体建设的情况。",
            ),
            (
                "刚才，青石镇党委书记史远航同志作了表态。",
                "刚才，柳坪镇党委书记⟦史远航⟧同志谈了打算。",
            ),
        ),
        "date": taken_over(
            (
                "2025年4月18日，市里召开了防火会议，我们作了安排。",
                "⟦2025年4月18日⟧，省里召开了招商会议，我们签了三个项目。",
            ),
            (
                "2025年11月6日，县委专门研究了水厂扩建的问题。",
                "⟦2025年11月6日⟧，县政府专题听取了学校布局的汇报。",
            ),
        ),
        "place": taken_over(
            (
                "今天，我们在白鹿镇召开茶产业现场会，看了三个茶园。",
                "今天，我们在⟦白鹿镇⟧召开秸秆禁烧现场会，走了两个收储点。",
            ),
            (
                "会前，大家参观了枫林村的养鸡场，很受启发。",
                "会前，大家参观了⟦枫林村⟧的文化礼堂，感受很深。",
            ),
        ),
        "percentage": taken_over(
            ("工业投资增长17.3%，居全市第四位。", "农民收入增长⟦17.3%⟧，比上年快一个百分点。"),
            (
                "春耕备耕进度已经达到68.5%，比往年快。",
                "森林防火宣传覆盖率已经达到⟦68.5%⟧，山区村全部走到。",
            ),
        ),
        "money": taken_over(
            ("争取到上级资金8640万元，修了二十条路。", "落实学生资助⟦8640万元⟧，惠及三千个家庭。"),
            ("县财政安排3275万元，补贴农机和良种。", "县财政安排⟦3275万元⟧，改造老旧小区的管网。"),
        ),
    },
}
