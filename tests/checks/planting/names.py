"""Faults of names, posts and order, against the roster of the test office."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tests.checks.planting.faults import in_office, on_day, say, say_apart

if TYPE_CHECKING:
    from tests.checks.planting.faults import Plant

DAY = dt.date(2026, 3, 6)


def known(*sentences: str) -> Plant:
    """Return a planter whose text is read in the test office, on a day when its roster holds."""
    return on_day(DAY, in_office(say(*sentences)))


def known_apart(*pairs: tuple[str, str]) -> Plant:
    return on_day(DAY, in_office(say_apart(*pairs)))


FORMS: dict[str, dict[str, Plant]] = {
    "NM001": {
        "same sound": known(
            "刚才，⟦梁正传⟧书记作了安排。", "⟦苏庆和⟧县长反复强调过。", "⟦陶唯新⟧主席也到了现场。"
        ),
        "same shape": known(
            "⟦何兆鳞⟧主任带队看了河道。", "⟦刘焙江⟧副县长牵头办理。", "⟦温如忪⟧同志讲得很实。"
        ),
        "other character": known(
            "⟦丁若梅⟧常务副县长负总责。", "⟦韩力群⟧副书记作了批示。", "⟦苏庆木⟧县长要来检查。"
        ),
        "comrade": known(
            "⟦梁政川⟧同志作了讲话。", "⟦韩立君⟧同志通报了情况。", "⟦丁若诲⟧同志主持会议。"
        ),
        "post first": known(
            "县委书记⟦梁正州⟧到会。", "县长⟦苏庆合⟧讲了意见。", "县政协主席⟦陶维欣⟧参加调研。"
        ),
        "in a list": known(
            "参加会议的有梁正川、⟦苏庆荷⟧、何兆麟、陶维新。", "有韩立群、⟦丁若诲⟧、温如松三位。"
        ),
    },
    "NM002": {
        "old post": known("⟦县长梁正川⟧作了安排。", "⟦县委书记苏庆禾⟧讲了话。"),
        "behind the name": known(
            "⟦刘培江县长⟧作了安排。", "⟦苏庆禾书记⟧到会。", "⟦陶维新主任⟧讲了意见。"
        ),
        "raised": known("⟦县长丁若海⟧主持会议。", "⟦县委书记韩立群⟧到会讲话。"),
        "other body": known("⟦县政协主席何兆麟⟧带队检查。", "⟦县人大常委会主任陶维新⟧到场。"),
        "comrade": known("⟦宣传部部长温如松⟧同志作了发言。", "⟦县纪委书记刘培江⟧同志提了要求。"),
        "lowered": known("⟦副县长苏庆禾⟧宣读了文件。", "⟦县委副书记梁正川⟧讲了意见。"),
    },
    "NM003": {
        "attending": known(
            "出席会议的有：⟦苏庆禾⟧、梁正川、何兆麟、陶维新。",
            "出席会议的有：梁正川、苏庆禾、⟦陶维新⟧、何兆麟。",
        ),
        "with posts": known(
            "参加会议的有县长⟦苏庆禾⟧、县委书记梁正川、县政协主席陶维新。",
            "到会的有县委书记梁正川，副县长⟦刘培江⟧，常务副县长丁若海。",
        ),
        "inspection": known(
            "⟦刘培江⟧、丁若海、温如松等县领导到现场看过。", "⟦韩立群⟧、苏庆禾同志参加了调研。"
        ),
        "and": known("⟦丁若海⟧和韩立群同志作了安排。", "⟦陶维新⟧和何兆麟同志带队检查。"),
        "greeting": known(
            "感谢⟦何兆麟⟧、苏庆禾、陶维新同志到会指导。", "感谢⟦温如松⟧、丁若海同志的关心。"
        ),
    },
    "NM004": {
        "office": known_apart(
            ("由⟦县发展和改革局⟧牵头。", "请⟦县发展改革局⟧每月通报。"),
            ("⟦县住房和城乡建设局⟧要管好工地。", "⟦县住房城乡建设局⟧要管好管网。"),
        ),
        "town": known_apart(
            ("⟦城关街道⟧要带头。", "⟦城关镇⟧的做法值得学。"),
            ("⟦双河乡⟧动得早。", "⟦双河镇⟧也不差。"),
        ),
        "meeting": known_apart(
            ("这次会是⟦全县项目建设调度会⟧。", "⟦全县项目建设推进会⟧开完以后，各单位要动起来。"),
            ("要开好⟦“季度擂台赛”⟧。", "⟦“季度擂台比武”⟧要见真章。"),
        ),
        "project": known_apart(
            ("⟦清水湾水厂扩建工程⟧要赶进度。", "⟦清水湾水厂改扩建工程⟧已经开工。"),
            ("⟦云岭高铁站前广场⟧要完工。", "⟦云岭高铁站站前广场⟧的绿化要跟上。"),
        ),
        "campaign": known_apart(
            ("深入开展⟦“干部大走访”⟧活动。", "⟦“干部大下访”⟧活动要走深走实。"),
            ("抓好⟦“清洁家园”⟧行动。", "⟦“洁净家园”⟧行动要常抓。"),
        ),
        "person": known_apart(
            ("刚才，⟦周怀安⟧同志作了发言。", "⟦周淮安⟧同志讲的办法，大家可以试。"),
            ("种粮大户⟦许长庚⟧带了好头。", "像⟦许长耕⟧这样的能人，要多培养。"),
        ),
    },
    "NM005": {
        "general secretary": say(
            "要牢记⟦习总书记⟧的嘱托。",
            "⟦习总⟧书记指出，要抓好粮食生产。",
            "落实好⟦习主席⟧的重要指示。",
        ),
        "congress": say(
            "⟦全国人大十四届三次会议⟧胜利召开。",
            "⟦市人大五届四次会议⟧闭幕了。",
            "传达⟦省人大十四届三次会议⟧精神。",
        ),
        "conference": say("⟦十四届全国政协三次会议⟧胜利召开。", "⟦五届市政协四次会议⟧闭幕了。"),
        "motions": say(
            "办好⟦人大代表的提案⟧。", "认真答复⟦政协委员的议案⟧。", "共收到⟦人大提案⟧52件。"
        ),
        "deliberate": say(
            "政协委员⟦审议⟧了政府工作报告。",
            "人大代表⟦列席⟧了市五届人大五次会议。",
            "政协委员们⟦审议⟧了两院报告。",
        ),
        "order": say(
            "县委、⟦县政府、县人大⟧、县政协的领导都到了。",
            "⟦县政协、县人大⟧要加强监督。",
            "⟦县政府、县委⟧高度重视这项工作。",
            "县级⟦人大、党委⟧、政府、政协领导带头。",
        ),
    },
}
