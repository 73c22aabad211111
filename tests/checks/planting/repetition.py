"""Faults of repetition within one text, and against the other texts of a library or a meeting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.checks.planting.faults import INNER_STOP, Made, insert, say, substitute

if TYPE_CHECKING:
    import random

    from tests.checks.planting.faults import Plant

ANY_HAN = "[\u4e00-\u9fff]"
SENTENCE = re.compile("(?<=。)[^。：“”（）\n]{16,60}(?=。)")
LONG_SENTENCE = re.compile("(?<=。)[^。：“”（）\n]{28,90}(?=。)")


def synonym(match: re.Match[str]) -> str:
    return {"要": "必须", "把": "将", "都": "全都", "和": "与", "不能": "不可"}[match.group()]


def crowd(phrase: str) -> Plant:
    """Return a planter that puts a phrase behind six sentences."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        stops = [match.end() for match in INNER_STOP.finditer(text)]
        frames = ("大家都要⟦{}⟧。", "各级要⟦{}⟧、不讲条件。", "干部要⟦{}⟧，群众才会跟上来。")
        for place in sorted(dice.sample(stops, 6), reverse=True):
            text = insert(text, place, dice.choice(frames).format(phrase))
        return Made(text)

    return plant


def again(frame: str, pattern: re.Pattern[str] = SENTENCE) -> Plant:
    """Return a planter that says a sentence again, further on and in a frame of its own."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        found = list(pattern.finditer(text))
        stops = [match.end() for match in INNER_STOP.finditer(text)]
        pairs = [(one, stop) for one in found for stop in stops if stop > one.end() + 40]
        if not pairs:
            return None
        match, place = dice.choice(pairs)
        return Made(insert(text, place, frame.format(f"⟦{match.group()}⟧")))

    return plant


def at_once(text: str, dice: random.Random, index: int) -> Made | None:
    """Say a sentence twice in a row."""
    found = list(SENTENCE.finditer(text))
    if not found:
        return None
    match = dice.choice(found)
    return Made(insert(text, match.end() + 1, f"⟦{match.group()}⟧。"))


def paragraph_again(text: str, dice: random.Random, index: int) -> Made | None:
    """Paste a paragraph a second time, further down."""
    lines = text.split("\n")
    rows = [row for row, line in enumerate(lines[3:-2], 3) if len(line) > 60]
    row = dice.choice(rows)
    lines.insert(dice.randrange(row + 1, len(lines)), f"⟦{lines[row]}⟧")
    return Made("\n".join(lines))


def again_changed(change: str) -> Plant:
    """Return a planter that says a passage again with a small change of one kind."""

    def changed(sentence: str) -> str:
        clauses = sentence.split("，")
        if change == "swapped" and len(clauses) > 2:
            return "，".join([*clauses[:-2], clauses[-1], clauses[-2]])
        if change == "added":
            return "，".join([clauses[0], "大家要记住", *clauses[1:]])
        if change == "lost":
            return re.sub("[的要都也](?!的)", "", sentence, count=2)
        if change == "words":
            return re.sub("要(?![求素点害])|把(?!关)|都|不能", synonym, sentence)
        if change == "tail":
            return sentence + "，决不能含糊"
        return "同时，还要看到，" + sentence

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        found = [m for m in LONG_SENTENCE.finditer(text) if changed(m.group()) != m.group()]
        stops = [match.end() for match in INNER_STOP.finditer(text)]
        pairs = [(one, stop) for one in found for stop in stops if stop > one.end() + 40]
        if not pairs:
            return None
        match, place = dice.choice(pairs)
        return Made(insert(text, place, f"⟦{changed(match.group())}⟧。"))

    return plant


FORMS: dict[str, dict[str, Plant]] = {
    "RP001": {
        phrase: crowd(phrase)
        for phrase in (
            "真抓实干",
            "攻坚克难",
            "凝心聚力",
            "压实责任",
            "久久为功",
            "狠抓落实",
            "全力以赴",
        )
    },
    "RP002": {
        "sentence": again("{}。"),
        "numbered": again("三是{}。"),
        "other end": again("{}！"),
        "in a paragraph of its own": again("\n{}。\n"),
        "bracketed number": again("（五）{}。"),
        "at once": at_once,
        "paragraph": paragraph_again,
    },
    "RP003": {
        "clauses swapped": again_changed("swapped"),
        "words added": again_changed("added"),
        "words lost": again_changed("lost"),
        "other words": again_changed("words"),
        "longer": again_changed("tail"),
        "with a lead": again_changed("lead"),
    },
    "RP005": {
        "work": say(
            "各单位要把⟦工作⟧想细，把年度工作拆到季度，靠扎实的工作打开局面，用工作成绩回答群众。",
            "今年的⟦工作⟧头绪多，机关工作要给基层工作让路，谁也不能拿日常工作当挡箭牌。",
            "有的同志⟦工作⟧多年，一说工作就叫苦，一看别人的工作就摇头，自己的工作却从来没有起色。",
        ),
        "develop": say(
            "⟦发展⟧是头等大事，没有产业发展就没有全县发展，要把发展的主动权牢牢抓在手上。",
            "加快⟦发展⟧不能等，今天把发展的机会让给别人，明天就要在发展的路上落后，最后连发展的本钱也没有了。",
        ),
        "service": say(
            "要转变⟦服务⟧观念，把服务送到车间，围着企业的需要搞服务，年底请服务对象来打分。",
            "窗口的⟦服务⟧好不好，不看服务台多漂亮，要看服务的时间短不短，还要看服务以后群众笑不笑。",
        ),
        "problem": say(
            "对排查出来的⟦问题⟧要登记造册，简单的问题当天解决，牵涉面广的问题报到县里，不许把问题捂在手里。",
            "发现⟦问题⟧是本事，看不出问题是失职，发现了问题不报告就是渎职，谁隐瞒问题就处理谁。",
        ),
        "project": say(
            "今年的⟦项目⟧比去年多，每个项目都要有人盯，县里每月看一次项目，年底按项目进度排名次。",
            "有了⟦项目⟧才有税收，没有项目就没有饭吃，招项目是本领，管好项目更是本领。",
        ),
        "group": say(
            "我们做事要多听⟦群众⟧的意见，想一想群众要什么，看一看群众缺什么，不能让群众白白等下去。",
            "修路要问⟦群众⟧走哪里顺脚，占地要给群众算明账，完工以后请群众来验收，花的钱也要向群众公开。",
        ),
    },
    "RP006": {
        "verbs": substitute("抓好", "加强加强", "落实落实"),
        "finish": substitute("完成", "完成完成"),
        "de": substitute(f"(?<={ANY_HAN})的(?=工|同|项|进|数|情|群|人|事|地)", "的的"),
        "further": substitute("(?<=，)要", "要进一步进一步", "要要"),
        "he": substitute("和(?=杂|交|青|技|企)", "和和"),
        "masses": substitute("群众", "群众群众"),
        "committee": say("⟦省省委⟧书记来看过两次。", "⟦县县委⟧已经作了安排。"),
        "further words": say("要⟦进一步加强加强⟧日常监管。", "责任一定要⟦压实压实⟧到人。"),
        "little words": say("这件事⟦是是⟧全年的重头戏。", "大家⟦都都⟧要上心，⟦在在⟧一线解决。"),
    },
    "RP007": {
        "at the same time": say(
            "⟦同时，⟧要管好渠道。⟦同时，⟧水利站要把三座泵站的维修款列进预算，不能等到用水的时候才想起来。"
            "⟦同时，⟧管水员要定下来。",
        ),
        "we must": say(
            "⟦我们要⟧算清账。⟦我们要⟧把前年答应群众却一直没有办成的几件事翻出来，请分管领导逐件说明原因。"
            "⟦我们要⟧见行动。",
        ),
        "in the work": say(
            "⟦在工作中，⟧有人图省事。⟦在工作中，⟧个别部门把县里的通知改个抬头就转给乡镇，自己一步也没有下去看过。"
            "⟦在工作中，⟧还出过差错。",
        ),
        "at present": say(
            "⟦目前，⟧进度偏慢。⟦目前，⟧十二家企业当中只有两家进了场，其余的还在谈价钱，有的连图纸都没有定下来。"
            "⟦目前，⟧工人不好招。",
        ),
        "departments": say(
            "⟦有关部门要⟧上门服务。⟦有关部门要⟧每个星期碰一次头，把各自手里没有办结的手续摊在桌上，一件一件对账。"
            "⟦有关部门要⟧拿出清单。",
        ),
        "this year": say(
            "⟦今年，⟧雨水偏多。⟦今年，⟧上游的两座水库都在加固，能拦的水比往年少了三分之一，下游的压力自然要大一些。"
            "⟦今年，⟧队伍还要再练。",
        ),
    },
}
