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
            return "，".join([clauses[0], "一定要", *clauses[1:]]).replace("一定要，", "一定要", 1)
        if change == "lost":
            return re.sub("[的要都也](?!的)", "", sentence, count=2)
        if change == "words":
            return re.sub("要|把", lambda m: {"要": "必须", "把": "将"}[m.group()], sentence)
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
            "做好这项⟦工作⟧，要把工作责任、工作标准、工作要求和日常工作结合起来。",
            "各单位要把⟦工作⟧想细，把年度工作拆成季度工作，用扎实的工作换来工作的主动。",
        ),
        "develop": say(
            "⟦发展⟧是头等大事，要用新的发展理念引领发展、依靠改革促进发展、凭着实干推动发展。",
        ),
        "service": say(
            "要强化⟦服务⟧意识、优化服务流程、提高服务质量，让服务对象满意我们的服务。",
        ),
        "problem": say(
            "要带着⟦问题⟧下去，对着问题找问题，盯着问题改问题的根子。",
            "有的同志看不到⟦问题⟧，说起别人的问题头头是道，说到自己的问题就说没有问题。",
        ),
        "project": say(
            "⟦项目⟧办要围绕项目抓项目，把续建项目往前赶，让新开项目早见效。",
        ),
        "further": say(
            "要⟦进一步⟧统一思想、进一步明确任务、进一步压紧责任并进一步改进作风。",
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
        "paragraph starts": say(
            "⟦这项任务⟧早就定了。⟦这项任务⟧谁也不能往外推。⟦这项任务⟧到年底要算总账。",
        ),
        "we must": say(
            "⟦我们必须看到⟧，底子还很薄。⟦我们必须看到⟧，邻县跑得很快。⟦我们必须看到⟧，群众等不起。",
        ),
        "in the work": say(
            "⟦在工作中⟧有人图省事。⟦在工作中⟧出现了几次差错。⟦在工作中⟧大家也摸到了一些门道。",
        ),
        "at present": say(
            "⟦目前来看⟧进度偏慢。⟦目前来看⟧只有两家进了场。⟦目前来看⟧还要再加一把火。",
        ),
        "departments": say(
            "⟦有关部门要⟧上门服务。⟦有关部门要⟧每周碰一次头，把账对一遍。⟦有关部门要⟧拿出清单。",
        ),
    },
}
