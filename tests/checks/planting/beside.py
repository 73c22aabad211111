"""Faults that only another text shows: a past speech of the library, the others of one meeting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.checks.planting.faults import INNER_STOP, Made, insert
from tests.checks.planting.repetition import synonym
from tests.checks.planting.speeches import clean_speeches

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from tests.checks.planting.faults import Plant

OWN_SENTENCE = re.compile("(?<=。)[^。：；“”（）\n]{32,90}。")
LEVELS = {"全县": "全市", "我县": "我市", "县委": "市委", "县政府": "市政府"}


def other_speech(text: str, index: int) -> str:
    others = [one for one in clean_speeches() if one != text]
    return others[index % len(others)]


def copied(change: Callable[[str], str], *, is_paragraph: bool = False) -> Plant:
    """Return a planter that takes over a passage of a past speech of the library."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        old = other_speech(text, index)
        lines = [line for line in old.split("\n")[2:-1] if len(line) > 80 and "：" not in line]
        found = lines if is_paragraph else [m.group() for m in OWN_SENTENCE.finditer(old)]
        pieces = [piece for piece in found if len(change(piece)) > 30]
        if not pieces:
            return None
        stops = [match.end() for match in INNER_STOP.finditer(text)]
        piece = f"⟦{change(dice.choice(pieces))}⟧"
        return Made(insert(text, dice.choice(stops), piece), library=(old,))

    return plant


def other_words(piece: str) -> str:
    return re.sub("要(?![求素点害])|把(?!关)|都|不能", synonym, piece)


def other_level(piece: str) -> str:
    return re.sub("|".join(LEVELS), lambda m: LEVELS[m.group()], piece)


def with_little_added(piece: str) -> str:
    head, *rest = piece.split("，")
    return "，".join([head, "大家要记住", *rest])


def said_by_both(*pairs: tuple[str, str]) -> Plant:
    """Return a planter with a speech of the same meeting beside that makes the same point."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        mine, theirs = pairs[index % len(pairs)]
        other = other_speech(text, index)
        stops = [match.end() for match in INNER_STOP.finditer(text)]
        elsewhere = [match.end() for match in INNER_STOP.finditer(other)]
        beside = insert(other, dice.choice(elsewhere), theirs)
        return Made(insert(text, dice.choice(stops), f"⟦{mine}⟧"), beside=(beside,))

    return plant


def meeting(owns: tuple[str, ...], *others: str) -> Plant:
    """Return a planter whose recap (behind the salutation) differs from the texts beside it."""

    def plant(text: str, dice: random.Random, index: int) -> Made | None:
        lines = text.split("\n")
        at = next(i for i, line in enumerate(lines) if line.endswith("："))
        if not lines[0].endswith("的讲话"):
            return None
        lines[0] = TITLE
        lines.insert(at + 1, owns[index % len(owns)])
        return Made("\n".join(lines), beside=others)

    return plant


TITLE = "在全县项目建设调度会上的讲话"
HOST = (
    "全县项目建设调度会主持词\n同志们：\n现在开会。今天会议有四项议程：一是请县发改局局长秦望同志"
    "通报进度；二是请青石镇、柳坪镇、石桥镇作表态发言；三是请副县长刘培江同志安排工作；四是请县委书记"
    "梁正川同志讲话。\n首先，进行第一项，请秦望同志通报。\n下面，进行第二项，请三个镇依次发言。\n"
    "下面，请刘培江同志安排工作。\n最后，请梁正川同志讲话，大家欢迎。\n会议到此结束，散会。"
)
OTHER = (
    "在全县项目建设调度会上的讲话\n同志们：\n根据会议安排，我讲三点意见。\n一、看清形势\n去年全县完成"
    "固定资产投资86.4亿元，新开工项目42个。\n二、盯住重点\n今年要新开工项目50个，上半年完成六成。\n"
    "三、压实责任\n每月5日前报送进度。同志们，抓紧干起来！"
)

FORMS: dict[str, dict[str, Plant]] = {
    "RP004": {
        "exact": copied(lambda piece: piece),
        "other words": copied(other_words),
        "other level": copied(other_level),
        "paragraph": copied(lambda piece: piece, is_paragraph=True),
        "little added": copied(with_little_added),
        "numbered": copied(lambda piece: f"二是{piece}"),
    },
    "RP008": {
        "same sentence": said_by_both(
            (
                "年底前要把三十二座病险水库全部除险加固，资金由财政局统筹。",
                "年底前要把三十二座病险水库全部除险加固，资金由财政局统筹。",
            )
        ),
        "reordered": said_by_both(
            (
                "校车要逐台检验，司机要逐人培训，线路要逐条踏勘，发现问题立即停运。",
                "线路要逐条踏勘，校车要逐台检验，司机要逐人培训，有问题的立即停运。",
            )
        ),
        "other words": said_by_both(
            (
                "粮食收购要敞开大门，优质优价，现款结算，决不给农民打白条。",
                "要敞开大门收购粮食，做到优质优价、现款结算，决不能向农民打白条。",
            )
        ),
        "shortened": said_by_both(
            (
                "全县所有加油站、液化气站都要在月底前装上可燃气体报警器。",
                "加油站、液化气站月底前都要装上可燃气体报警器，应急局负责验收。",
            )
        ),
        "longer": said_by_both(
            (
                "养老服务中心要办到每个乡镇，老人吃饭、看病、洗澡都有人管。",
                "今年要下决心把养老服务中心办到每个乡镇，让老人吃饭、看病、洗澡都有人管、管得好。",
            )
        ),
    },
    "RP009": {
        "number of speakers": meeting(
            ("刚才，⟦五个镇⟧作了表态发言，讲得很好。", "刚才，⟦两个镇⟧作了发言，大家很受鼓舞。"),
            HOST,
        ),
        "name": meeting(
            ("刚才，县发改局局长⟦秦旺⟧同志通报了进度。", "刚才，⟦秦旺⟧同志通报了项目进度。"), HOST
        ),
        "post": meeting(
            (
                "刚才，⟦常务副县长刘培江⟧同志安排了工作，我都同意。",
                "刚才，⟦县工信局局长秦望⟧同志通报了进度。",
            ),
            HOST,
        ),
        "not on the agenda": meeting(
            (
                "刚才，⟦县水利局作了典型发言⟧，大家听了很受启发。",
                "刚才，⟦会议表彰了一批先进⟧，希望大家向他们学习。",
            ),
            HOST,
        ),
        "to come": meeting(
            (
                "一会儿，⟦县长苏庆禾同志⟧还要作讲话，大家要认真领会。",
                "等一下，⟦陶维新同志⟧还要讲话，请大家抓好落实。",
            ),
            HOST,
        ),
        "figure": meeting(
            (
                "去年全县完成固定资产投资⟦84.6亿元⟧，家底更厚了。",
                "去年全县新开工项目⟦24个⟧，劲头很足。",
            ),
            OTHER,
        ),
        "meeting's name": meeting(
            (
                "今天召开⟦全县项目建设推进会⟧，主要任务是通报进度。",
                "今天，我们召开⟦全县重大项目调度会⟧，就是要把进度往前赶。",
            ),
            HOST,
            OTHER,
        ),
    },
}
