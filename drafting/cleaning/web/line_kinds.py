"""What a line is by itself, whatever stands around it: the page's, or said or signed."""

from __future__ import annotations

import re
from functools import lru_cache

from drafting.cleaning.speech_signs import CLAUSE_MARK, begins_with_salutation
from drafting.cleaning.web.patterns import (
    SPACED,
    is_field_bar,
    is_menu,
    is_of,
    is_tool_bar,
    pattern_of,
)

_BRACKETS = (("〖", "【"), ("〗", "】"), ("〔", "【"), ("〕", "】"))
_POINTERS = "↑↓▲▼△▽☞☛👆👇👈👉▍▎▌▏┃❘丨| "
_BETWEEN_HAN = re.compile("(?<=[一-鿿,。!?:;]) +(?=[一-鿿,。!?:;])")
NUMBERED = re.compile("[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)]")
_OF_A_SPEECH = re.compile(f"{NUMBERED.pattern}|谢谢(?!楼主)|同志们")
# Those addressed in other words: 同志们、企业家朋友们： 各位车间主任、班组长：
_ADDRESS = re.compile(
    "[^。;:!?]{0,30}(?:们|各位|尊敬的)[^。;:!?]{0,30}[:!]"
    "|(?:亲爱的|敬爱的|全体)[^。;:!?]{0,30}(?:学|志|师|友|表|员|属|亲|工|仁|宾|导|士|长)[:!]"
)
# A day as one signs with it; figures may be left out.
_DAY = (
    r"(?:(?:\d\d|[xX×○*]{2})?[\dxX×○*]{2}年[\dxX×○*]{1,2}月(?:[\dxX×○*]{1,2}日)?"
    "|[〇一二三四五六七八九十年月日]{6,12})"
)
_SIGNED_DAY = re.compile(_DAY)
# Lines of a speech's own behind its last sentence: who and when, what is attached, a note.
_OWN_TAIL = re.compile(
    r"附(?:件|表|录|图|注)?\d{0,2} ?[::].*|\((?!.*(?:编辑|责编|记者|通讯员|转载|来源:)).*\)"
    r"|[^\s]{2,20}(?:委|府|室|局|组|会|部|院|处|办)"
    rf"|\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}|{_DAY}"
)
# Where and when one may come, call or write: an office says it as a page does.
_CONTACT = re.compile(
    "[^:。]{0,6}(?:电话|热线|地址|地点|时间|邮编|邮箱|信箱|传真|联系人|网址|路线|方式|请寄|[qQ]{2}群?|微信)[^:。]{0,4}:.*"
)
# What an office prints of a speech, too: who wrote it, how long it is, who holds the meeting.
_OF_OFFICE = re.compile(
    r"(?!.*(?:浏览|点击|阅读|(?<!资料)来源|次数|人气|:\d\d:))(?:"
    "(?:主办|承办|协办|责任|配合|收藏|发布|作者|发言|参会)(?:单位|部门)?:.*"
    "|(?:字数|时长|关键词|热词|审[核定]|作者|起草|签发|整理|记录|分享|点评|类别|文件编号|资料来源)人?:[^:]*"
    "|投稿邮箱:.*|(?:发布时间|截稿日期):[^:]*|(?:微信)?公众号:.*|(?:编辑|记者|校对):[^:]{5,}|责任编辑:.{5,}。"
    "|欢迎(?:大家)?(?:关注|扫码|投稿|参加|报名).{0,12}"
    r"|(?:第[一二三四五六七八九十\d]{1,2}|[一二三]审|[初草送修改定审]{1,2}|征求意见)稿.*)"
)
_PARTICULAR = (
    "(?:(?:会议|活动)?(?:名称|时间|日期|地点|议[程题])|会议|密级"
    "|(?:会议)?(?:主持|讲话|发言|记录|整理|[出列]席|参[加会])(?:人|人员|单位)?)"
)
_OF_MEETING = re.compile(f"{_PARTICULAR}:")
# As a table above the speech has them, each above or beside its value.
_IN_TABLE = re.compile(f"{_PARTICULAR}(?: .*)?")
# When and where a report was given, with who gave it.
_OCCASION = re.compile(
    r"(?:\d{4}年\d{1,2}月\d{1,2}日 ?)?在[^。]{4,40}(?:会|会议|仪式|典礼)上(?!的)[^。]{0,24}"
)
# What stands above an editor's note or an abstract.
EDITOR = re.compile(
    "(?:编者按|编者的话|编者注|编前|导读|导语|引言|摘要|提要|核心提示|内容提要)[:]?"
)
_LABELLED = re.compile(
    r"[【\[]?(?:编者按|编者的话|编者注|编前语?|导读|导语|引言|核心提示)[】\]]?[: ]"
)

# What somebody says of a speech that he passes on, and what only the speaker would say.
_OF_SPEECH = re.compile("讲话|致辞|致词|发言|演讲|讲稿|文稿|范文")
_SPOKEN = re.compile(
    "同志们|我们(?![县市区镇乡校局])|我(?:代表|讲|就|先|想)|各位(?!网友|读者)|刚才|下面|现在"
    "|请[^。]{0,12}(?:讲话|发言|致辞)|今天,?(?:我|开|召|请|在座|会议|这[个次]会)"
)
_LONGEST_LEAD = 160


def is_furniture(folded: str) -> bool:
    """Return whether a folded line is a page's wherever it stands outside the speech."""
    return is_of(folded, "anywhere", "edge") or is_bar(folded)


@lru_cache(maxsize=512)
def speaks_of_page(folded: str) -> bool:
    """Return whether a line says something of the page that it stands on: 本站…, 本文由…."""
    return pattern_of("sentence").search(folded) is not None


@lru_cache(maxsize=512)
def is_surely_furniture(folded: str) -> bool:
    """Return whether a line is the page's, whatever signs or blanks the page set into it."""
    if is_furniture(folded):
        return True
    plain = folded.lstrip(_POINTERS).strip("| ")
    if " " in plain:
        plain = SPACED.sub(r"\1\2", plain.replace(" :", ":"))
    for bracket, form in _BRACKETS:
        plain = plain.replace(bracket, form)
    if bool(plain) and plain != folded and is_furniture(plain):
        return True
    # A later step closes blanks in running text.
    closed = _BETWEEN_HAN.sub("", plain) if " " in plain else plain
    return bool(closed) and closed != plain and is_furniture(closed)


def is_bar(folded: str) -> bool:
    """Return whether a folded line is a tool bar, a menu or a row of a page's particulars."""
    return is_tool_bar(folded) or is_menu(folded) or is_field_bar(folded)


def is_own_tail(folded: str) -> bool:
    """Return whether a folded line may close a speech: a signature, a date, a note, an annex."""
    return is_signature(folded) or is_of_a_speech(folded)


def is_signature(folded: str) -> bool:
    """Return whether a folded line has the form of a signature, a date, a note or an annex."""
    return _OWN_TAIL.fullmatch(folded) is not None


def is_day(folded: str) -> bool:
    """Return whether a folded line is a day as one signs with it: 2026年3月5日."""
    return _SIGNED_DAY.fullmatch(folded) is not None


def is_of_a_speech(folded: str) -> bool:
    """Return whether a folded line can only be said: a salutation, a numbered part, thanks."""
    return begins_with_salutation(folded) or _OF_A_SPEECH.match(folded) is not None


def is_addressed(folded: str) -> bool:
    """Return whether a folded line says whom the speech is for: 同志们：, 亲爱的同学：…."""
    if begins_with_salutation(folded):
        return True
    return folded[-1] in ":!" and _ADDRESS.fullmatch(folded) is not None


def is_lead(folded: str) -> bool:
    """Return whether a folded sentence above a salutation passes the speech on to readers."""
    if len(folded) > _LONGEST_LEAD or CLAUSE_MARK.search(folded) is None:
        return False
    return _OF_SPEECH.search(folded) is not None and _SPOKEN.search(folded) is None


def is_spoken(folded: str) -> bool:
    """Return whether a folded line has words that only a speaker would use."""
    return _SPOKEN.search(folded) is not None or "请大家" in folded


def is_contact(folded: str) -> bool:
    """Return whether a folded line says where and when one may come, call or write."""
    return _CONTACT.fullmatch(folded) is not None


def may_be_own(folded: str) -> bool:
    """Return whether an office prints such a line with a speech as a page does."""
    return _OF_OFFICE.fullmatch(folded) is not None


def is_of_meeting(folded: str) -> bool:
    """Return whether a folded line tells a particular of a meeting: 地点:县委会议室."""
    return _OF_MEETING.match(folded) is not None


def is_of_meetings_table(folded: str) -> bool:
    """Return whether a folded line is a particular's row, or its name alone: 主持人 李长河."""
    return _IN_TABLE.fullmatch(folded) is not None


def is_occasion(folded: str) -> bool:
    """Return whether a folded line tells at which meeting a speech was given, and by whom."""
    return _OCCASION.fullmatch(folded) is not None


def is_labelled(folded: str) -> bool:
    """Return whether an editor says of a paragraph that it is his: 编者按：…."""
    return _LABELLED.match(folded) is not None
