"""Opening, closing and title of a speech as frames: set wording stands, content becomes slots."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.templates.skeleton import SLOT

if TYPE_CHECKING:
    from collections.abc import Callable

_SENTENCE = re.compile("[^。！？!?]*[。！？!?]+[”’」』]?|[^。！？!?]+$")
_STOPS = "。！？!?"
_ENDS = _STOPS + "”’」』"
_CLAUSE = re.compile("([，；：,;:])")
_ADDRESSED = "(?:大家|各位|同志们|各级|各地|各部门|各单位|各乡镇|各级各部门|各地各部门|各相关部门)"
_COUNTED = "[几一二三四五六七八九十两0-9]{1,3}(?:个?(?:点|方面|问题|条|件事|句话|层意思))"
# Clauses of the genre that hold nothing of the occasion.
_SET_CLAUSE = re.compile(
    "(?:今天|刚才|方才|会前|会上|上午|下午|下面|接下来|首先|最后|总之|同志们|在这里|这里|借此机会|一会儿|前面|因此|会后)"
    "|(?:会议的?)?(?:主要)?(?:任务|目的|主题)(?:就?是)?"
    "|(?:我|这些我|这些意见我?)?(?:都|完全|十分|非常|也都?)?(?:同意|赞成)"
    "|讲得?(?:很|都很|非常)(?:好|具体|到位|全面|透彻)"
    "|(?:针对性|操作性|指导性)[和、]?(?:针对性|操作性|指导性)?(?:都|也)?很强"
    f"|(?:请|希望)?{_ADDRESSED}?(?:要|都要|务必)?[认真切实对照逐项一并抓紧好贯彻落实学习领会执行]{{2,14}}"
    f"|(?:我|下面我)?(?:再|着重|重点|主要|先|还想)?(?:讲|谈|提|强调|说)(?:以下)?{_COUNTED}(?:的)?"
    "(?:意见|要求|看法|体会|建议|想法|问题)?"
    "|(?:任务艰巨|责任重大|使命光荣|时间紧迫|重任在肩)"
)
_CONVENE = re.compile(
    "(?P<head>(?:我们|县委、县政府|市委、市政府|区委、区政府)?(?:在这里)?(?:专题|专门|集中|隆重)?(?:召开|举行))"
    "(?P<rest>.+)"
)
_BARE_MEETING = re.compile("(?:这次|本次)?(?:会议|大会)$")
_PURPOSE = re.compile("(?P<head>(?:会议的?)?(?:主要)?(?:任务|目的|主题)就?是)(?P<rest>.+)")
_PURPOSE_SIGN = re.compile("(?:任务|目的|主题)就?是")
_LEADS = (
    (_CONVENE, "会议名称"),
    (_PURPOSE, "主要任务"),
)
_RECAP = re.compile("刚才|方才|会前|通报|发言|宣读|观摩|传达")
_CLOSING_LEADS = re.compile(
    "(?P<head>让我们|希望大家|希望同志们|确保|努力实现|奋力实现|奋力夺取|奋力谱写|为|以)(?P<rest>.+)"
)
_CLOSING_SLOTS = {
    "让我们": "号召行动",
    "确保": "总体目标",
    "为": "总体目标",
    "以": "精神状态或成果",
}
_FOR_GOAL = re.compile(
    "为.+?(?P<tail>而(?:努力|不懈|共同)?奋斗|(?:作|做)出(?:新的)?(?:更大)?(?:的)?贡献)$"
)
_TITLE_AT_MEETING = re.compile(
    "在.+?(?P<tail>上的?(?:讲话|发言|致辞|致词|表态发言|报告|主持词).*)$"
)
_TITLE_ABOUT = re.compile("(?:.*?)关于.+?(?P<tail>的(?:讲话|报告|发言|情况汇报|汇报|辅导报告))$")
_TITLE_WORD = re.compile(
    ".+?(?P<tail>主持词|发言稿|讲话稿|表态发言|讲话|致辞|致词|党课|汇报|开幕词|闭幕词|报告|发言)$"
)
_COPY_NUMBER = re.compile("[ 　]*[（(][0-9]{1,2}[)）]$")
_MAX_TITLE = 200


def title_frame(title: str) -> str:
    """Return a title's frame: 在{会议名称}上的讲话, {会议名称}主持词, 关于{主题}的讲话."""
    plain = _COPY_NUMBER.sub("", title[:_MAX_TITLE].strip())
    match = _TITLE_AT_MEETING.match(plain)
    if match:
        return "在{会议名称}" + _plain_tail(match["tail"])
    match = _TITLE_ABOUT.match(plain)
    if match:
        return "关于{主题}" + match["tail"]
    match = _TITLE_WORD.match(plain)
    if match:
        return "{会议名称}" + match["tail"]
    return "{标题}"


def _plain_tail(tail: str) -> str:
    """Leave out what stands behind the kind of speech (a subject after a dash)."""
    match = re.match("上的?(?:表态发言|讲话|发言|致辞|致词|报告|主持词)", tail)
    return match.group() if match else tail


def opening_frame(paragraph: str) -> str:
    """Return one paragraph of an opening as a frame."""
    return _sentences(paragraph, _opening_sentence)


def closing_frame(paragraph: str) -> str:
    """Return one paragraph of a closing as a frame."""
    return _sentences(paragraph, lambda one: _joined(one, _closing_clause))


def _sentences(paragraph: str, frame_of: Callable[[str], str]) -> str:
    """Return all sentences framed; one that only opens the slot before again is left out."""
    kept: list[str] = []
    for sentence in _SENTENCE.findall(paragraph):
        frame = frame_of(sentence)
        if not (kept and frame == kept[-1] and frame.startswith("{")):
            kept.append(frame)
    return "".join(kept)


def _opening_sentence(sentence: str) -> str:
    other = "会议议程回顾" if _RECAP.search(sentence) else "开头内容"

    def clause_frame(clause: str) -> str | None:
        for pattern, slot in _LEADS:
            match = pattern.fullmatch(clause)
            if match and _BARE_MEETING.match(match["rest"]):
                return clause
            if match:
                return f"{match['head']}{{{slot}}}"
        # What follows 主要任务是： belongs to the task, not to the opening at large.
        return None if _PURPOSE_SIGN.search(sentence) is None else "{主要任务}"

    return _joined(sentence, lambda clause: clause_frame(clause) or f"{{{other}}}")


def _closing_clause(clause: str) -> str:
    goal = _FOR_GOAL.fullmatch(clause)
    if goal:
        return "为{总体目标}" + goal["tail"]
    match = _CLOSING_LEADS.fullmatch(clause)
    if match is None:
        return "{结尾内容}"
    slot = _CLOSING_SLOTS.get(match["head"], "结尾内容")
    return f"{match['head']}{{{slot}}}"


def _joined(sentence: str, frame_of: Callable[[str], str]) -> str:
    """Return a sentence with each clause framed; a slot that comes again is left out."""
    plain = sentence.rstrip(_ENDS)
    end = "".join(mark for mark in sentence[len(plain) :] if mark in _STOPS)
    pieces = _CLAUSE.split(plain)
    kept: list[str] = []
    seen: set[str] = set()
    for clause, mark in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        words = clause.strip()
        if not words:
            continue
        frame = words if _SET_CLAUSE.fullmatch(words) else frame_of(words)
        slots = SLOT.findall(frame)
        if slots and seen.issuperset(slots):
            continue
        seen.update(slots)
        kept += [frame, mark]
    return "".join(kept[:-1]) + (end or "。") if kept else ""
