"""Opening and closing of a speech as frames: set wording stands, content becomes slots."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.templates.set_clauses import is_leading, is_set
from drafting.templates.skeleton import SLOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    # From a clause to its frame.
    _FrameOf = Callable[[str], str]

_SENTENCE = re.compile("[^。！？!?]*[。！？!?]+[”’」』]?|[^。！？!?]+$")
_STOPS = "。！？!?"
_ENDS = _STOPS + "”’」』"
_CLAUSE = re.compile("([，；：,;:])")
_BARE_MEETING = re.compile("(?:这次|本次)?(?:会议|大会)$")
_CONVENE = re.compile(
    "(?P<who>(?:今天|现在)?(?:我们|[县市区]委、[县市区]政府|[县市区]委|[县市区]政府)?(?:决定)?(?:在这里)?)"
    "(?:在[^在]{1,10}?)?(?P<how>(?:专题|专门|集中|隆重)?(?:召开|举行))(?P<rest>.+)"
)
_PURPOSE = re.compile(
    "(?P<head>(?:(?:今天|这次|本次)?的?(?:会议|大会)的?)?(?:主要)?(?P<noun>任务|目的|主题)就?是)(?P<rest>.+)"
)
_PURPOSE_SIGN = re.compile("(?P<noun>任务|目的|主题)就?是")
_FEELING = (
    "(?:(?:最|热烈|衷心|诚挚|崇高|亲切|美好|由衷|真诚|良好)的?){0,3}"
    "(?:欢迎|祝贺|感谢|问候|敬意|慰问|祝愿|谢意)"
)
# What a clause begins and ends with, and the slot between; the first that fits is taken.
_GREETINGS = (
    (
        re.compile(
            f"(?P<head>(?:并|同时)?向).+?(?P<tail>(?:表示|致以){_FEELING}(?:和{_FEELING})?)"
        ),
        "对象",
    ),
    (re.compile("(?P<head>(?:并|同时)?向).+?(?:表示|致以).+(?P<tail>)"), "对象和问候"),
    (re.compile("(?P<head>我?谨?代表)[^向]+(?P<tail>)"), "机关"),
    (re.compile("(?P<head>预祝).+?(?P<tail>(?:取得)?圆满成功)"), "会议名称"),
    (re.compile("(?P<head>(?:再次)?(?:衷心)?祝愿?).+(?P<tail>)"), "祝愿"),
    (re.compile("(?P<head>(?:我宣布)?).+(?P<tail>(?:正式)?(?:开幕|闭幕|开工|启动))"), "活动名称"),
)
_SUBJECTS = (
    (re.compile("(?P<head>现?[就将]).+?(?P<tail>[作做]如下(?:表态|发言|汇报)|汇报如下)"), "主题"),
    (re.compile("(?P<head>我?就|围绕)[^是要].+(?P<tail>)"), "主题"),
)
_SAYS_WHO = (
    (re.compile("(?P<head>出席.{0,6}的(?:领导)?(?:同志)?有).+(?P<tail>)"), "出席领导"),
    (re.compile("(?P<head>参加.{0,6}的有).+(?P<tail>)"), "参会人员"),
)
_ON_BEHALF = re.compile("(?P<head>我?谨?代表)[^向]+(?P<to>向.+)")
# What a sentence tells, by its sign; the slot for all of it that is no frame.
_TOLD = (
    (re.compile("出席.{0,6}的(?:领导)?(?:同志)?有"), "出席领导"),
    (re.compile("参加.{0,6}的有"), "参会人员"),
    (re.compile("刚才|方才|会前"), "会议议程回顾"),
    (re.compile("通报|发言|宣读|观摩|传达"), "会议背景"),
)
_AGENDA = re.compile("进行(?:会议)?第(?P<number>[一二三四五六七八九十]{1,2})项")
_CLOSING_LEADS = re.compile(
    "(?P<head>让我们|希望大家|希望同志们|确保|努力实现|奋力实现|奋力夺取|奋力谱写|为|以)(?P<rest>.+)"
)
_CLOSING_SLOTS = {
    "让我们": "号召行动",
    "希望大家": "希望",
    "希望同志们": "希望",
    "以": "精神状态或成果",
}
_FOR_GOAL = re.compile(
    "为.+?(?P<tail>而(?:努力|不懈|共同)?奋斗|(?:作|做)出(?:新的)?(?:更大)?(?:的)?贡献)$"
)


def opening_frame(paragraph: str) -> str:
    """Return one paragraph of an opening as a frame."""
    return _sentences(paragraph, _opening_frames)


def closing_frame(paragraph: str) -> str:
    """Return one paragraph of a closing as a frame."""
    has_content = False

    def frames(_: str) -> _FrameOf:
        is_first = True

        def frame_of(clause: str) -> str:
            nonlocal has_content, is_first
            if is_set(clause):
                return clause
            other = "结尾要求" if has_content and is_first else "结尾内容"
            frame = _closing_clause(clause) or f"{{{other}}}"
            is_first = False
            has_content = has_content or frame == "{结尾内容}"
            return frame

        return frame_of

    return _sentences(paragraph, frames)


def spoken_frame(paragraph: str, slot: str) -> str:
    """Return a paragraph of a speech without headings as a frame; ``slot`` is for its content."""

    def frames(sentence: str) -> _FrameOf:
        agenda = _AGENDA.search(sentence)
        own = slot if agenda is None else f"第{agenda['number']}项议程"
        return lambda clause: (
            clause
            if is_set(clause)
            else _wished(clause) or _framed(clause, _SAYS_WHO) or f"{{{own}}}"
        )

    return _sentences(paragraph, frames)


def _sentences(paragraph: str, frames_for: Callable[[str], _FrameOf]) -> str:
    """Return all sentences framed; a clause that would only open a slot again is left out."""
    seen: set[str] = set()
    return "".join(
        _joined(sentence, frames_for(sentence), seen) for sentence in _SENTENCE.findall(paragraph)
    )


def _opening_frames(sentence: str) -> _FrameOf:
    """Return what frames the clauses of one sentence of an opening."""
    other = next((slot for told, slot in _TOLD if told.search(sentence)), "开头内容")
    sign = _PURPOSE_SIGN.search(sentence)
    purpose = "会议主题" if sign and sign["noun"] == "主题" else "主要任务"
    is_behind = False

    def frame_of(clause: str) -> str:
        nonlocal is_behind
        match = _PURPOSE.fullmatch(clause)
        # What follows 主要任务是： belongs to the task, not to the opening at large.
        is_behind = is_behind or _PURPOSE_SIGN.search(clause) is not None
        if is_set(clause):
            return clause
        if match:
            return f"{match['head']}{{{purpose}}}"
        if is_behind:
            return f"{{{purpose}}}"
        return (
            _convened(clause)
            or _framed(clause, (*_SUBJECTS, *_SAYS_WHO))
            or _wished(clause)
            or f"{{{other}}}"
        )

    return frame_of


def _convened(clause: str) -> str:
    match = _CONVENE.fullmatch(clause)
    if match is None:
        return ""
    meeting = match["rest"] if _BARE_MEETING.match(match["rest"]) else "{会议名称}"
    return match["who"] + match["how"] + meeting


def _framed(clause: str, forms: Iterable[tuple[re.Pattern[str], str]]) -> str:
    """Return ``clause`` in the first form that it has, or nothing."""
    for form, slot in forms:
        match = form.fullmatch(clause)
        if match:
            return f"{match['head']}{{{slot}}}{match['tail']}"
    return ""


def _wished(clause: str) -> str:
    """Return the frame of a clause that greets, thanks or wishes, or nothing."""
    match = _ON_BEHALF.fullmatch(clause)
    if match:
        return f"{match['head']}{{机关}}{_framed(match['to'], _GREETINGS)}"
    return _framed(clause, _GREETINGS)


def _closing_clause(clause: str) -> str:
    goal = _FOR_GOAL.fullmatch(clause)
    if goal:
        return "为{总体目标}" + goal["tail"]
    match = _CLOSING_LEADS.fullmatch(clause)
    if match is None:
        return _framed(clause, _SUBJECTS) or _wished(clause)
    slot = _CLOSING_SLOTS.get(match["head"], "总体目标")
    return f"{match['head']}{{{slot}}}"


def _joined(sentence: str, frame_of: _FrameOf, seen: set[str]) -> str:
    """Return a sentence with each clause framed; a slot that was ``seen`` is left out.

    What leads to nothing but such a slot (下面，…) goes with it.
    """
    plain = sentence.rstrip(_ENDS)
    end = "".join(mark for mark in sentence[len(plain) :] if mark in _STOPS)
    pieces = _CLAUSE.split(plain)
    kept: list[tuple[str, str, bool]] = []
    for clause, mark in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        words = clause.strip()
        if not words:
            continue
        frame = frame_of(words)
        slots = SLOT.findall(frame)
        if SLOT.fullmatch(frame) and seen.issuperset(slots):
            while kept and kept[-1][2]:
                kept.pop()
            continue
        seen.update(slots)
        kept.append((frame, mark, is_leading(words)))
    text = "".join(frame + mark for frame, mark, _ in kept)
    return text[: len(text) - len(kept[-1][1])] + (end or "。") if kept else ""
