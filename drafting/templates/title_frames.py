"""The title of a speech as a frame: the kind of speech stands, its occasion becomes a slot."""

from __future__ import annotations

import re

_KINDS = "表态发言|讲话|发言|致辞|致词|祝词|报告|主持词"
# 周明远同志在全县大会上的讲话; 实干争先——在全县大会结束时的讲话.
_AT_MEETING = re.compile(
    "(?:(?P<theme>[^—]+)—{1,2})?(?P<who>[^在—]{2,24})?在.+?"
    f"(?P<tail>(?:上|结束时|闭幕时)的?(?:{_KINDS}))"
)
_ABOUT = re.compile("(?:.*?)关于.+?(?P<tail>的(?:讲话|报告|发言|情况汇报|汇报|辅导报告))$")
_WORD = re.compile(
    ".+?(?P<tail>主持词|发言稿|讲话稿|表态发言|讲话|致辞|致词|党课|汇报|开幕词|闭幕词|报告|发言)$"
)
_FIXED = ("政府工作报告", "工作报告")
_COPY_NUMBER = re.compile("[ 　]*[（(][0-9]{1,2}[)）]$")
_MAX_TITLE = 200


def title_frame(title: str) -> str:
    """Return a title's frame: 在{会议名称}上的讲话, {会议名称}主持词, 关于{主题}的讲话.

    Who speaks and what leads to the occasion become slots, too; what stands behind the kind of
    speech (要点, a subject after a dash) goes.
    """
    plain = _COPY_NUMBER.sub("", title[:_MAX_TITLE].strip())
    if plain in _FIXED:
        return plain
    match = _AT_MEETING.match(plain)
    if match:
        theme = "{主题}——" if match["theme"] else ""
        who = "{讲话人}" if match["who"] else ""
        return f"{theme}{who}在{{会议名称}}{match['tail']}"
    match = _ABOUT.match(plain)
    if match:
        return "关于{主题}" + match["tail"]
    match = _WORD.match(plain)
    return "{标题}" if match is None else "{会议名称}" + match["tail"]
