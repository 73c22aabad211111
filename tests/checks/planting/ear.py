"""Faults for the ear: what cannot be said in one breath, read, followed or finished in time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.model.particulars import Particulars, SpeechType
from tests.checks.planting.faults import Made, held_by, mark, say
from tests.checks.planting.speeches import clean_speeches, title_of

if TYPE_CHECKING:
    import random

    from tests.checks.planting.faults import Plant


def breathless(text: str, dice: random.Random, index: int) -> Made | None:
    """Take the commas of a long sentence."""
    found = [
        match
        for match in re.finditer("(?<=。)[^。：；、“”（）\n]{52,120}(?=。)", text)
        if "，" in match.group()
    ]
    if not found:
        return None
    match = dice.choice(found)
    return Made(mark(text, *match.span(), match.group().replace("，", "")))


def run_on(text: str, dice: random.Random, index: int) -> Made | None:
    """Make one sentence of several."""
    found = list(re.finditer("(?<=。)(?:[^。：；“”（）\n]+。){3,7}", text))
    found = [match for match in found if len(match.group()) > 142]
    if not found:
        return None
    match = dice.choice(found)
    return Made(mark(text, *match.span(), match.group()[:-1].replace("。", "，") + "。"))


def in_a_slot_of(minutes: float, *, copies: int = 1) -> Plant:
    """Return a planter whose speech (with others behind it) takes longer than its time."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        others = [one for one in clean_speeches() if one != text]
        bodies = [one.split("\n", 2)[2] for one in dice.sample(others, copies - 1)]
        return Made("\n".join([text, *bodies]), particulars=Particulars(slot_minutes=minutes))

    return plant


def spoken_by(role: str, *sentences: str) -> Plant:
    """Return a planter with the speaker's post known."""
    return held_by(Particulars(role=role), say(*sentences))


def of_kind(kind: SpeechType, title: str, *sentences: str) -> Plant:
    """Return a planter whose speech is made one of a kind by its title."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        return say(*sentences)(title + text[len(title_of(text)) :], dice, index)

    return held_by(Particulars(kind=kind), plant)


LONG = (
    "把各项任务一件一件理清楚，把责任一级一级压下去，把时限一天一天排出来，"
    "把问题一个一个摆到桌面上，"
)
FORMS: dict[str, dict[str, Plant]] = {
    "SP001": {
        "commas lost": breathless,
        "modifiers": say(
            "要建立⟦由县委统一领导县政府具体负责各有关部门分工协作社会各方面力量广泛参与的农村人居环境综合整治长效工作机制⟧。",
            "这是⟦一项关系到全县四十多万农村群众特别是山区库区边远村组留守老人和儿童冬季饮水取暖出行安全的重要民生工程⟧。",
        ),
        "through": say(
            "⟦通过深入开展以清理河道垃圾拆除沿河违章建筑封堵非法排污口恢复河岸植被为主要内容的集中整治专项行动来改善水质⟧。",
            "⟦借助县乡村三级网格员队伍和已经建成的视频监控平台对重点路段重点时段重点车辆实行全天候不间断的动态巡查管控⟧。",
        ),
        "name": say(
            "会议传达了⟦关于进一步加强和改进新形势下全县乡村两级基层医疗卫生服务体系建设若干具体措施落实情况督查通报的精神要求⟧。",
            "请大家对照⟦全县上半年重点工程建设进度和政府专项债券资金使用情况联合督查中发现的主要问题整改责任分解清单逐条认领⟧。",
        ),
        "who": say(
            "⟦那些长期工作在条件艰苦的边远山区而且家里老人孩子都需要照顾却从来没有向组织提出过任何个人要求的同志⟧最值得尊敬。",
            "⟦凡是在这次集中排查当中没有发现本单位本辖区明显存在的重大安全隐患而后来又被上级暗访组查出来的责任人⟧都要说清楚。",
        ),
    },
    "SP002": {
        "idioms": say("不能⟦踟蹰⟧不前。", "做事不能⟦囿⟧于老经验。", "要有⟦筚⟧路蓝缕的精神。"),
        "classical": say("要有⟦踔⟧厉奋发的劲头。", "要常怀⟦惴⟧惴之心。", "切忌⟦囫囵⟧吞枣。"),
        "places": say("沿⟦漷⟧水两岸种树。", "⟦亳⟧水边上的村要先搬。", "⟦洑⟧口村的路要修。"),
        "names": say(
            "感谢⟦翀⟧飞公司的支持。", "请⟦昳⟧丽花卉基地介绍。", "种植大户王⟦堃⟧讲了做法。"
        ),
        "things": say("要防治松材⟦蠹⟧虫。", "推广⟦薤⟧头种植。", "扶持⟦魔芋⟧、⟦蒟⟧蒻加工。"),
        "words": say("戒除⟦餍⟧足心态。", "不能⟦瞻⟧前顾后、⟦踯躅⟧徘徊。", "不要⟦怙⟧恶不悛。"),
    },
    "SP003": {
        "see": say("各乡镇任务已经分解⟦（详见附件2）⟧。", "名单⟦（见附表）⟧已经印发。"),
        "note": say(
            "全县投资21亿元⟦（注：不含农户投资）⟧。", "⟦（注：此处可脱稿发挥）⟧这件事大家要上心。"
        ),
        "sentence": say(
            "河道要清⟦（去年这个时候，我们在青石镇开过一次会，专门讲过这个问题。）⟧，不能再拖。",
            "考核要严⟦（对连续两次排在末位的单位，县委将约谈主要负责人，并在全县通报。）⟧。",
            "路要修好⟦（这件事群众反映了多次，不能再等了）⟧。",
        ),
        "source": say(
            "增速居全市第二⟦（数据来源：县统计局）⟧。",
            "这个做法已经推广⟦（参见县政府去年12号文件）⟧。",
        ),
        "page": say("任务已经分到乡镇⟦（见第3页表格）⟧。", "做法各有特点⟦（参阅材料之二）⟧。"),
        "below": say("主要指标完成较好⟦（具体数据附后）⟧。", "分工已经明确⟦（下同）⟧。"),
    },
    "SP004": {
        "a minute": in_a_slot_of(1),
        "two minutes": in_a_slot_of(2),
        "three minutes": in_a_slot_of(2.5),
        "two speeches in eight": in_a_slot_of(5, copies=2),
        "three speeches in ten": in_a_slot_of(8, copies=3),
    },
    "SP005": {
        "deputy demands": spoken_by(
            "副县长", "下面，我⟦提三点要求⟧，请大家抓好落实。", "最后，我再⟦提几点要求⟧。"
        ),
        "deputy agrees": spoken_by(
            "副县长", "苏县长的讲话，我⟦完全同意⟧。", "梁书记讲得很好，我⟦都赞成⟧。"
        ),
        "first hand shares": spoken_by(
            "县委书记", "下面，我⟦谈几点体会⟧，供大家参考。", "借这个机会，我⟦谈点体会⟧。"
        ),
        "report demands": of_kind(
            SpeechType.REPORT_UPWARD,
            "关于重点工作情况的汇报",
            "最后，我再⟦强调⟧三点，请各位领导抓好落实。",
            "下面，我⟦提几点要求⟧。",
        ),
        "pledge demands": of_kind(
            SpeechType.PLEDGE,
            "在全县重点工作会议上的表态发言",
            "我⟦要求大家⟧把会议精神落实好。",
            "这里，我⟦强调⟧两点意见。",
        ),
        "host demands": of_kind(
            SpeechType.HOST,
            "全县重点工作会议主持词",
            "梁书记的讲话，我⟦完全同意⟧。",
            "最后，我⟦提三点要求⟧。",
        ),
    },
    "SP006": {
        "period": say("要抓好⟦期终⟧考核。", "⟦期中⟧检查要从严。"),
        "cure": say("这种药⟦治癌⟧的效果还要再看。", "油烟⟦致癌⟧的道理要讲给群众听。"),
        "mind": say("发展产业⟦切忌⟧一哄而上。", "用火用电⟦切记⟧小心。"),
        "stop": say("合同可以⟦中止⟧。", "这个项目已经⟦终止⟧。"),
        "whole": say("这批货⟦全不⟧合格。", "送检的样品⟦全不⟧达标。"),
        "opera": say("春节期间请⟦越剧⟧团下乡。", "广场上唱起了⟦粤剧⟧。"),
    },
    "SP007": {
        "run on": run_on,
        "parallels": say(
            f"⟦会后各单位要尽快{LONG}把办法一条一条研究透，把台账一本一本建起来，把结果一项一项交出来，让群众看得见变化，让企业感受到温度，让干部得到锻炼，让上级放得下心，让这件办了三年还没有办成的事在今年画上一个句号⟧。"
        ),
        "conditions": say(
            "⟦只要我们把群众的事当成自己的事，把小事当成大事，把难事当成要事，遇到矛盾不绕道，碰到困难不低头，见到好处不伸手，一年接着一年干，一茬接着一茬抓，不换频道、不换跑道，不怕吃苦、不怕吃亏，不图虚名、不务虚功，走到哪里都把群众放在心上，干到什么时候都不忘来时的路，就没有办不成的事情，也没有过不去的坎⟧。"
        ),
        "tasks": say(
            "⟦水利局要管好闸门和泵站，住建局要管好管网和工地，交通局要管好桥梁和公路，教育局要管好校舍和校车，文旅局要管好景区和宾馆，商务局要管好商场和市场，应急局要管好队伍和物资，气象局要管好预警和预报，各乡镇要管好山塘和民房，哪一家都不能缺位，哪一处都不能漏下，哪一刻都不能松劲⟧。"
        ),
        "reasons": say(
            "⟦之所以要反复讲这件事，是因为有的同志到现在还没有真正放在心上，总觉得年年都是这样过来的，总以为不会轮到自己头上，总想着等一等看一看再说，开会的时候坐在下面记一记，散会以后放在包里带一带，回到单位照着原样念一念，真正到了现场、进了村组、见了群众的时候，却说不出几句管用的话⟧。"
        ),
    },
    "SP008": {
        "economy": say(
            "⟦去年全县生产总值126.3亿元，增长6.8%，财政收入8.2亿元，增长7.1%，投资86.4亿元，增长9.3%，用电量5.6亿千瓦时⟧。"
        ),
        "farm": say(
            "⟦全县建成大棚3200个，养鱼1800亩，种茶4.6万亩，产茶2100吨，出栏生猪18万头，产蛋3600吨，带动农户9200户⟧。"
        ),
        "roads": say(
            "⟦新修公路36公里，改造桥梁12座，安装护栏58公里，新开公交线路7条，投入资金1.3亿元，受益群众6.8万人⟧。"
        ),
        "people": say(
            "⟦全年救助困难群众5300人，发放资金2860万元，新增床位420张，改造住房186户，资助学生1750名，建成食堂32个⟧。"
        ),
        "ranking": say(
            "⟦青石镇完成92.3%，柳坪镇完成88.7%，石桥镇完成85.1%，双河乡完成79.6%，城关街道完成77.2%，云台乡完成70.4%⟧。"
        ),
        "hanzi": say(
            "⟦全县安排项目五十二个，总投资一百二十亿元，年度投资三十六亿元，开工四十八个，竣工二十一个，纳统四十五个，停工两个⟧。"
        ),
    },
}
