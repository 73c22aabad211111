"""What the caret's place asks for: which functions of a speech, and how strongly."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafting.text.numerals import parse_number

# What follows what in an opening (Swales' moves in the order of the genre).
_AFTER_OPENING = {
    "": {"convene": 1.0, "greet": 0.6, "purpose": 0.3},
    "convene": {"purpose": 1.0, "recap": 0.7, "announce": 0.2},
    "purpose": {"recap": 1.0, "announce": 0.6, "purpose": 0.5},
    "recap": {"endorse": 1.0, "announce": 0.6, "recap": 0.5},
    "endorse": {"announce": 1.0, "endorse": 0.5, "recap": 0.2},
    "announce": {"heading": 1.0},
}
# What follows what inside the body.
_AFTER_BODY = {
    "affirmation": {"problem-next": 1.0, "affirmation": 0.8, "series": 0.3},
    "problem-next": {"problem": 1.0, "situation": 0.4},
    "problem": {
        "remedy-next": 1.0,
        "problem": 0.8,
        "task-next": 0.6,
        "requirement": 0.4,
        "criticism": 0.3,
    },
    "situation": {"situation": 1.0, "task-next": 0.8, "urge": 0.5, "requirement": 0.4},
    "task-next": {"requirement": 1.0, "series": 0.5},
    "requirement": {"requirement": 1.0, "series": 0.8, "duty": 0.5, "urge": 0.3, "aside": 0.2},
    "duty": {"duty": 1.0, "urge": 0.7, "criticism": 0.6, "requirement": 0.4, "series": 0.3},
}
# What a part begins with, by the words of its heading; the first that fits holds.
_BY_HEADING = (
    (re.compile("成绩|成效|肯定|回顾|进位|亮点|总结"), {"affirmation": 1.0, "situation": 0.5}),
    (re.compile("问题|差距|不足|短板|找准"), {"problem": 1.0, "problem-next": 0.6}),
    (
        re.compile("认识|形势|意义|站位|怎么看|为什么|思想|信心|紧迫"),
        {"situation": 1.0, "affirmation": 0.6, "urge": 0.4, "requirement": 0.3},
    ),
    (
        re.compile("责任|保障|落实|作风|督|考核|怎么抓|怎么干|领导|担当|合力"),
        {"duty": 1.0, "requirement": 0.5, "urge": 0.5, "criticism": 0.3, "series": 0.3},
    ),
)
_BODY = {"requirement": 1.0, "series": 0.6, "duty": 0.5, "task-next": 0.4, "affirmation": 0.3}
_CLOSING = {"closing": 1.0, "call": 0.95}
_CALL = {"call": 1.0}
_CALLING = re.compile("让我们[^。！]*$")

_NUMERAL = "[一二两三四五六七八九十]"
_ANNOUNCED = re.compile(f"(?P<count>{_NUMERAL}{{1,2}}|几)(?:个)?(?:点|方面|问题|条|句话|件|层意思)")
_HEADING_LINE = re.compile("[一二三四五六七八九十]{1,3}、[^。；！？]{2,60}。?$")
_BARE_MARKER = re.compile(
    "(?:(?P<main>[一二三四五六七八九十]{1,2})、|（(?P<minor>[一二三四五六七八九十]{1,2})）)$"
)
_OPENING_CUES = (
    ("announce", re.compile("^下面|(?:讲|提|谈|强调|说|交流|汇报|点)[^。，]{0,12}[点个条句件]")),
    ("announce", re.compile("表态发言。$|讲清三个问题|讲三个问题")),
    ("endorse", re.compile("同意|赞成|抓好贯彻|抓好落实|领会|学习借鉴|对号入座|照此落实")),
    ("recap", re.compile("^(?:刚才|会前|上午|前面|昨天|这几天|一会儿|前不久)|通报了|作了发言")),
    ("purpose", re.compile("主要任务|目的|主题是|就是要|主要是|动员全县")),
    ("convene", re.compile("召开|这次会议|今天的会议|今天这个会|现在开会|请来|问候")),
)
_BODY_CUES = (
    ("problem-next", re.compile("也要(?:清醒|看到)|但也|但是?离|成绩(?:要|属于|面前)")),
    ("duty", re.compile("责任|督查|考核|问责|追责|带头|通报一次|一把手")),
    ("problem", re.compile("不够|差距|问题|不足|短板|滞后|薄弱|不平衡|有的|拖|缓慢")),
    (
        "affirmation",
        re.compile(
            "取得|增长|居全市|成效|是，|来之不易|突破|肯定|变化|进展|提高到|办结|建成|增加到"
        ),
    ),
    ("situation", re.compile("形势|机遇|挑战|压力|从.{1,6}看")),
    ("requirement", re.compile("要|必须|务必|确保|牵头|前完成|抓")),
)
# A paragraph begun with these words only waits for a whole sentence.
_LEADS = ("同志们，", "最后，", "下面，", "刚才，", "会前，", "今天，")
_STOPS = "。！？…：；”\n"


@dataclass(frozen=True, slots=True)
class Place:
    """The functions wanted with their weights; how many points were announced; the line's start.

    ``mid_sentence`` says that words have been written since the last stop; ``heading_number`` is
    the number already typed as 一、 in this line.
    """

    weights: dict[str, float] = field(default_factory=dict)
    points: int | None = None
    mid_sentence: bool = False
    heading_number: int | None = None


def read_place(before: str, section: str | None, draft_text: str) -> Place:
    """Return what the place behind ``before`` asks for.

    ``section`` (opening, body, closing, heading) overrules what the text itself tells.
    """
    tail = before[-1500:]
    line = tail.rpartition("\n")[2].strip()
    marker = _BARE_MARKER.search(line)
    points = announced_points(tail) or announced_points(draft_text[:1500])
    middle = bool(line) and line[-1] not in _STOPS and line not in _LEADS
    where = section or _section_of(tail, line, draft_text)
    if marker is not None or where == "heading":
        number = parse_number(marker["main"] or marker["minor"]) if marker else None
        return Place({"heading": 1.0}, points, heading_number=number)
    if where == "closing":
        weights = _CALL if _CALLING.search(line) else _CLOSING
        return Place(weights, points, mid_sentence=middle)
    if where == "opening":
        weights = _opening_weights(tail, line)
        if middle and line not in _LEADS:  # no heading begins within a sentence
            weights = {name: weight for name, weight in weights.items() if name != "heading"}
        return Place(weights or _lowered(_BODY), points, mid_sentence=middle)
    return Place(_body_weights(tail), points, mid_sentence=middle)


def announced_points(text: str) -> int | None:
    """Return the number of points that the last announcement in ``text`` promises."""
    count = None
    for match in _ANNOUNCED.finditer(text):
        if re.search("[讲提谈说调流清点报]", text[max(match.start() - 14, 0) : match.start()]):
            count = match.group("count")
    return None if count is None or count == "几" else parse_number(count)


def level_one_headings(text: str) -> list[str]:
    """Return the lines of ``text`` that are headings of the first level."""
    return [line.strip() for line in text.split("\n") if _HEADING_LINE.match(line.strip())]


def _section_of(tail: str, line: str, draft_text: str) -> str:
    has_headings = bool(level_one_headings(tail))
    if line.startswith(("同志们，", "最后，")) and (has_headings or len(tail) > 900):
        return "closing"
    # One clause alone, with nothing of an opening in it, may stand anywhere.
    alone = "\n" not in tail and line[-1:] not in _STOPS and line not in _LEADS
    if has_headings or (alone and line and not _function_of(line, _OPENING_CUES)):
        return "body"
    if not tail.strip() or len(tail) < 900:
        return "opening"
    return "body" if level_one_headings(draft_text) else "opening"


def _sentences(text: str) -> list[str]:
    pieces = re.split("(?<=[。！？\n])", text)
    return [piece.strip() for piece in pieces if piece.strip()]


def _opening_weights(tail: str, line: str) -> dict[str, float]:
    written = [one for one in _sentences(tail) if one[-1] in "。！？"]
    if line and line[-1] not in _STOPS:
        started = _function_of(line.rpartition("。")[2], _OPENING_CUES)
        if started and line.endswith(_LEADS):  # nothing of it is written yet
            return {**_lowered(_AFTER_OPENING[started]), started: 1.0}
        if started:
            return {started: 1.0, **_lowered(_AFTER_OPENING[started])}
    for sentence in reversed(written):
        function = _function_of(sentence, _OPENING_CUES)
        if function:
            return _AFTER_OPENING[function]
    return _AFTER_OPENING[""]


def _body_weights(tail: str) -> dict[str, float]:
    lines = [line.strip() for line in tail.split("\n") if line.strip()]
    heading = next((line for line in reversed(lines) if _HEADING_LINE.match(line)), "")
    part = next((weights for cue, weights in _BY_HEADING if cue.search(heading)), _BODY)
    if not lines or lines[-1] == heading:
        return part
    function = _function_of(_sentences(lines[-1])[-1], _BODY_CUES)
    if function and lines[-1].endswith("："):  # 存在的问题主要是： asks for problems
        return {function: 1.0, **_lowered(part)}
    # 要 stands everywhere: in a part on responsibility it asks for responsibility.
    if function in ("", "requirement") and "duty" in part and part is not _BODY:
        function = "duty"
    return _AFTER_BODY.get(function, part)


def _function_of(sentence: str, cues: tuple[tuple[str, re.Pattern[str]], ...]) -> str:
    return next((name for name, cue in cues if cue.search(sentence)), "")


def _lowered(weights: dict[str, float]) -> dict[str, float]:
    """Return the weights of what may follow, lower; no heading stands within a sentence."""
    return {name: weight * 0.6 for name, weight in weights.items() if name != "heading"}
