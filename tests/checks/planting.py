"""Writes faults of known kinds into clean speeches of our own, to measure what is found."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Plant = Callable[[str, random.Random], tuple[str, int, int] | None]


@dataclass(frozen=True, slots=True)
class Planted:
    """A text with one fault in it: the code that must speak and the place of the fault."""

    code: str
    form: str
    text: str
    start: int
    end: int


def replace_at(text: str, start: int, end: int, new: str) -> tuple[str, int, int]:
    return text[:start] + new + text[end:], start, start + max(1, len(new))


def substitute(pattern: str, new: str) -> Plant:
    """Return a planter that changes one of the places of ``pattern``."""

    def plant(text: str, dice: random.Random) -> tuple[str, int, int] | None:
        found = list(re.finditer(pattern, text, re.MULTILINE))
        if not found:
            return None
        match = dice.choice(found)
        return replace_at(text, *match.span(), match.expand(new))

    return plant


def add_line(line: str, where: str) -> Plant:
    """Return a planter that adds a line at the ``head``, the ``foot`` or in the ``middle``."""

    def plant(text: str, dice: random.Random) -> tuple[str, int, int] | None:
        breaks = [match.end() for match in re.finditer("\n", text)]
        if where == "head":
            return line + "\n" + text, 0, len(line)
        if where == "foot":
            start = len(text.rstrip("\n")) + 1
            return text.rstrip("\n") + "\n" + line, start, start + len(line)
        place = dice.choice(breaks[4:-1])
        return text[:place] + line + "\n" + text[place:], place, place + len(line)

    return plant


def add_inside(wording: str) -> Plant:
    """Return a planter that adds a piece behind a sentence in the body."""

    def plant(text: str, dice: random.Random) -> tuple[str, int, int] | None:
        stops = [match.end() for match in re.finditer("。(?!\n|$)", text)]
        place = dice.choice(stops)
        return text[:place] + wording + text[place:], place, place + len(wording)

    return plant


def repeat_sentence(text: str, dice: random.Random) -> tuple[str, int, int] | None:
    sentences = list(re.finditer("(?<=。)[^。\n]{14,60}。", text))
    match = dice.choice(sentences)
    stops = [m.end() for m in re.finditer("。", text) if m.end() > match.end() + 40]
    if not stops:
        return None
    place = dice.choice(stops)
    return text[:place] + match.group() + text[place:], place, place + len(match.group())


def repeat_sentence_as(frame: str) -> Plant:
    """Return a planter that says a sentence again in a frame of its own."""

    def plant(text: str, dice: random.Random) -> tuple[str, int, int] | None:
        match = dice.choice(list(re.finditer("(?<=。)[^。\n]{14,60}(?=。)", text)))
        stops = [m.end() for m in re.finditer("。(?!\n)", text) if m.end() > match.end() + 40]
        if not stops:
            return None
        place, again = dice.choice(stops), frame.format(match.group())
        return text[:place] + again + text[place:], place, place + len(again)

    return plant


def cut_behind(mark: str) -> Plant:
    """Return a planter that ends the text behind a mark that ends nothing."""

    def plant(text: str, dice: random.Random) -> tuple[str, int, int] | None:
        places = [m.end() for m in re.finditer(mark, text) if m.end() > len(text) // 2]
        if not places:
            return None
        end = dice.choice(places)
        return text[:end], end - 1, end

    return plant


def cut_off(text: str, dice: random.Random) -> tuple[str, int, int] | None:
    """Cut the text behind a comma or within a clause of a long paragraph."""
    commas = [m.end() for m in re.finditer("，", text) if m.end() > len(text) // 2]
    end = dice.choice(commas)
    return text[:end], end - 1, end


def cut_in_clause(text: str, dice: random.Random) -> tuple[str, int, int] | None:
    places = [m.end() for m in re.finditer("，[^，。、\n]{4}", text) if m.end() > len(text) // 2]
    end = dice.choice([place for place in places if text[place] not in "，。、；：！？”"])
    return text[:end], end - 1, end


def crowd(phrase: str) -> Plant:
    """Return a planter that puts a phrase behind six sentences."""

    def plant(text: str, dice: random.Random) -> tuple[str, int, int] | None:
        stops = [m.end() for m in re.finditer("。(?!\n|$)", text)]
        for place in sorted(dice.sample(stops, 6), reverse=True):
            text = f"{text[:place]}大家都要{phrase}。{text[place:]}"
        start = text.index(phrase)
        return text, start, len(text)

    return plant


def lose_a_part(text: str, dice: random.Random) -> tuple[str, int, int] | None:
    """Cut out the last main part of a speech that announces three."""
    start, end = text.find("三、"), text.rfind("同志们，")
    if "三点意见" not in text or not 0 < start < end:
        return None
    return text[:start] + text[end:], start, start + 1


def displace(text: str, dice: random.Random) -> tuple[str, int, int] | None:
    """Throw 第N behind the first clause of two paragraphs."""
    found = list(re.finditer("^(?!第|[一二三]、)([^，。\n]{4,14})，", text, re.MULTILINE))
    if len(found) < 3:
        return None
    for number, match in reversed(list(zip("一二", found[1:3], strict=True))):
        text = text[: match.end()] + f"第{number}。就" + text[match.end() :]
    start = text.index("第一。")
    return text, start, start + 3


ANY_HAN = "[\u4e00-\u9fff]"
FORMS: dict[str, dict[str, Plant]] = {
    "ST001": {
        "gap": substitute("^三、", "四、"),
        "twice": substitute("^二、", "一、"),
        "bracket gap": substitute("^（三）", "（四）"),
        "bracket late": substitute("^（一）", "（二）"),
        "late": substitute("^一、", "二、"),
    },
    "ST004": {
        "more": substitute("三点意见|两个方面的意见", "四点意见"),
        "many": substitute("三点意见|两个方面的意见", "五点要求"),
        "fewer": substitute("三点意见", "两点意见"),
        "figure": substitute("三点意见|两个方面的意见", "5点意见"),
        "part lost": lose_a_part,
    },
    "ST009": {
        "ordinals": displace,
        "lone first": add_inside("抓住了源头，第一。就抓住了关键。"),
        "lone second": add_inside("管住了排口，第二。才管得住河水。"),
        "is": add_inside("守住了底线，一是。就守住了人心。"),
        "first of all": add_inside("看清了差距，首先。才谈得上追赶。"),
    },
    "ST010": {
        "comma": cut_off,
        "clause": cut_in_clause,
        "list": cut_behind("、"),
        "enumeration": cut_behind("，(?=[^，。]{6,})"),
        "half-way": cut_behind("；"),
    },
    "RP001": {
        phrase: crowd(phrase)
        for phrase in ("真抓实干", "攻坚克难", "凝心聚力", "压实责任", "久久为功")
    },
    "RP002": {
        "sentence": repeat_sentence,
        "numbered": repeat_sentence_as("三是{}。"),
        "other end": repeat_sentence_as("{}！"),
        "in a paragraph of its own": repeat_sentence_as("\n{}。\n"),
        "bracketed number": repeat_sentence_as("（五）{}。"),
    },
    "RP006": {
        "strengthen": substitute("抓好", "加强加强"),
        "finish": substitute("完成", "完成完成"),
        "de": substitute(f"(?<={ANY_HAN})的(?=工|同|项|进|数|情|群)", "的的"),
        "further": substitute("(?<=，)要", "要进一步进一步"),
        "he": substitute("和(?=杂|交|青)", "和和"),
        "masses": substitute("群众", "群众群众"),
        "committee": add_inside("省省委书记来看过两次。"),
    },
    "RS001": {
        "XX": substitute("清水河|云岭|青石|柳坪", "XX"),
        "crosses": substitute("清水河|云岭|青石|柳坪", "××"),
        "star": substitute("清水河|云岭|青石|柳坪", "*"),
        "somebody": substitute("刘副县长|发改局|农业农村局", "某某同志"),
        "some county": add_inside("这是某县多年的经验。"),
        "year": add_inside("到20XX年要翻一番。"),
        "month": add_inside("力争X月X日前完成。"),
        "bracket": add_inside("全县完成投资【待补】亿元。"),
        "underscore": add_inside("全县完成投资____亿元。"),
        "slot": add_inside("会议听取了{会议名称}的情况。"),
    },
    "RS005": {
        "related": add_line("相关推荐", "foot"),
        "source": add_line("来源：青石新闻网", "head"),
        "click": add_inside("点击查看更多内容"),
        "page": add_line("第3页 / 共12页", "middle"),
        "editor": add_line("责任编辑：小周", "foot"),
        "address": add_inside("（详见www.example.com）"),
        "next": add_line("下一篇：在全县表彰大会上的讲话", "foot"),
        "licence": add_line("版权所有 转载请注明", "foot"),
    },
    "RS006": {
        "lost": substitute("。(?=县|乡|各|有)", "??h"),
        "replacement": substitute(f"(?<={ANY_HAN}){ANY_HAN}(?={ANY_HAN})", "\ufffd"),
        "private": substitute(f"(?<={ANY_HAN}){ANY_HAN}(?={ANY_HAN})", "\ue5e5"),
        "pinyin": substitute("群众", "群(qún)众"),
        "emptied": add_inside("要落实“”行动。"),
        "entity": substitute("。(?!\n|$)", "。&nbsp;"),
    },
    "WD001": {
        "plan": add_inside("要按照县里的布署办。"),
        "install": add_inside("设备要按装到位。"),
        "height": add_inside("这个思路高屋建领。"),
        "account": add_inside("年底要算总帐。"),
        "part": add_inside("这是我们的份内之事。"),
        "again": add_inside("要再接再励、一如继往。"),
        "finish": substitute("完成", "完成签定"),
        "tie": add_inside("要发挥好扭带作用。"),
    },
    "WD004": {
        "li": substitute("里(?=[，。的])", "裏"),
        "wei": substitute("为(?=全|了|什)", "爲"),
        "yu": add_inside("功在當代，利在千秋。"),
        "he": add_inside("年底要严格考覈。"),
        "exam": add_inside("今年大学联考成绩不错。"),
    },
    "ST005": {
        "five of four": add_inside("要抓好种子、化肥、农机、水源“五大保障”。"),
        "three of four": add_inside("要按照规模化、标准化、品牌化、链条化的“三化”要求来办。"),
        "four of three": add_inside("茶叶、木耳、烤烟“四大特色产业”要做强。"),
        "two of three": add_inside("茶叶、木耳、烤烟两个产业要做强。"),
        "figure": add_inside("水利局、交通局、住建局5个单位要配合。"),
    },
    "WD007": {
        "points": add_inside("重点抓好二个层面。"),
        "tasks": add_inside("这二项任务都很重。"),
        "aspects": add_inside("要从二方面入手。"),
        "opinions": add_inside("再提二点要求。"),
        "kinds": add_inside("有二种情况要分清。"),
    },
    "PU001": {
        "comma": substitute("，", ","),
        "semicolon": substitute("；", ";"),
        "colon": substitute("：(?!\n)", ":"),
        "stop": substitute("。(?=\n)", "."),
        "bang": substitute("！", "!"),
        "brackets": substitute("（试行）|（一）", "(试行)"),
    },
    "PU002": {
        "close lost": substitute("(“[^”]*)”", "\\1"),
        "open lost": substitute("“([^”]*”)", "\\1"),
        "title lost": substitute("(《[^》]*)》", "\\1"),
        "bracket lost": substitute("（([^）]*）)", "\\1"),
        "bracket open": add_inside("各镇（街道要动起来。"),
        "quote open": add_inside("要把“一件事办好。"),
    },
    "PU010": {
        "none": substitute("^同志们：$", "同志们"),
        "bang": substitute("^同志们：$", "同志们！"),
        "comma": substitute("^同志们：$", "同志们，"),
        "stop": substitute("^同志们：$", "同志们。"),
    },
}


def iter_planted(texts: tuple[str, ...], *, times: int = 4, seed: int = 2026) -> Iterator[Planted]:
    """Yield texts with one fault each: every form, ``times`` times in each clean text."""
    dice = random.Random(seed)  # noqa: S311 - repeatable places, nothing secret
    for code, forms in FORMS.items():
        for form, plant in forms.items():
            for text in texts:
                for _ in range(times):
                    made = plant(text, dice)
                    if made is not None:
                        yield Planted(code, form, *made)
