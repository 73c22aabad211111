"""What stands before the speech itself: title, subtitle, speaker, date, salutation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.model.draft import Block, BlockKind
from drafting.parsing.dates import is_date_line, is_speaker_line, read_speaker
from drafting.parsing.handed_on import speech_start
from drafting.parsing.salutations import glued_salutation, is_salutation, leading_salutation
from drafting.parsing.title_lines import split_title
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_TITLE_LENGTH = 60
# 在…暨…会议上的讲话 may be longer: its last word says that it is a title.
MAX_LONG_TITLE = 120
_LONG_TITLE = re.compile(
    "[会式礼上时中]的?(?:表态|动员|总结|重要|即席|主持)?(?:讲话|发言|致辞|致词|报告|汇报|主持词)"
    "(?:要点|提纲|稿|摘要)?(?:[（(].{1,12}[）)])?$"
)
MAX_FRONT_LINES = 14
_MAX_NUMBER = 2
_BROKEN = 3  # lines, at most, over which a title is broken
_TITLE_WORD = re.compile(
    "讲话|发言|致辞|致词|主持词|报告|汇报|党课|讲稿|演讲|开幕词|闭幕词|祝词|贺词|讲义|提纲|寄语|述职"
    "|情况|表态|传达|辅导|宣讲|答词|献词"
)
_SUBTITLE = re.compile("——|──|—|─|--|――|―|－－|–")
# Below 以实干作答 or 政府工作报告: where it was said, without a dash.
_WHERE = re.compile(
    "(?:[0-9〇一二三四五六七八九十]{4}年[^，。]{3,8}日)?在[^，。]{4,60}[上中时](?P<said>的(?:讲话|报告|发言|致辞))?$"
)
_BRACKETED = re.compile("[（(][^（）()]+[）)]")
# 中共云山县委书记 or 云山县人民政府 above 在…上的报告 says who speaks; it is no title.
_WHO = re.compile(
    "(?:书记|[县市区镇乡省局部处科院校]长|主任|主席|同志|委员会|政府|[县市区镇乡省]委|[局办厅部])$"
)
# The number of a document, in a letterhead whose lines above it name who issued it (GB/T 9704).
_DOCUMENT_NUMBER = re.compile(
    "[^，。：；〔［【（]{1,20}[〔［\\[【（(](?:19|20)[0-9]{2}[〕］\\]】）)]第?[0-9]{1,4}号(?:\\s+签发人[：:].*)?"
)
_LETTERHEAD = 5  # lines, at most
_PLACE = re.compile("(?:会议|讲话)?地[ \u3000]*点[：:]")
# What a speech's particulars are named by, line by line above its title; so many at most.
_LABEL = re.compile(
    "(?:会议|讲话|报告|发言|致辞|主持|主讲|授课)?"
    "(?:时[ \u3000]*间|日[ \u3000]*期|地[ \u3000]*点|人|名称|主题|范围|对象)[：:]"
)
_LABELLED = 6
# Who brings out a circular, and when.
_ISSUED = re.compile(
    "[^，。]{2,24}(?:办公室|委员会|编印?|主办)[ \u3000]*(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日"
)
# Above a title, and no part of it: 附件2, 内部资料　注意保存, 会议材料之三, 2026年讲话汇编.
_ASIDE = re.compile(
    "【[^】]{2,8}】|(?:领导)?讲话(?:稿|材料)?[之（(]?[一二三四五六七八九十0-9]{1,3}[）)]?"
    "|(?:总?第|[（(]总第)[ 0-9一二三四五六七八九十]{1,8}期(?:[（(]总第[ 0-9]{1,6}期[）)])?[）)]?"
    "|[^，。的上]{2,20}(?:通报|简报|快报|通讯|参阅|要情|动态|会刊|内参)|"
    "附件[0-9一二三四五六七八九十]{0,2}[：:]?|(?:内部(?:资料|文件|材料)|会议(?:文件|材料)|(?:领导)?讲话材料|秘密|机密|传阅)"
    "[^，。]{0,16}|[^，。]{0,20}(?:注意保存|不得外传|请勿外传|汇编|选编|材料之[一二三四五六七八九十])"
)
_NOTE = re.compile(
    "[（(][^（）()]{0,30}(?:稿|录音|整理|审阅|摘要|节选|要点|提纲|记录)[^（）()]{0,20}[）)]$"
)
# How far a draft has come, alone above the title as drafts that go round carry it.
_ROUND = re.compile(
    "(?:送审|报审|报批|征求意见|讨论|审议|修改|初|定|第?[一二三四五六七八九十]次?)稿"
)
_MARKER = re.compile(
    "[（(]?[一二三四五六七八九十]{1,3}[、）)．.]|[（(]?[0-9０-９]{1,2}[、．.）)]|第[一二三四五六七八九十]{1,3}[，、部]"
)
_SENTENCE_MARKS = "。！？；!?;"
_OPEN_ENDS = "，、：,:。！？；!?;…"


def is_note(line: str) -> bool:
    """Return whether a line tells of the text itself (（根据录音整理）)."""
    return bool(_NOTE.match(line) or _ROUND.fullmatch(line)) or line.startswith(
        ("（根据", "(根据", "（注", "注：", "编者按", "（编者按", "【编者按")
    )


def _is_number(line: str) -> bool:
    """Return whether a line is a bare number, as a first column of a table leaves it."""
    return len(line) <= _MAX_NUMBER and line.isdecimal()


def read_front(text: str, lines: Sequence[Span]) -> tuple[list[Block], int]:
    """Return the blocks before the speech's first paragraph, and the index of its line.

    A text that begins with a paragraph has no title; none is invented. Where a line holds title
    and salutation, or salutation and first paragraph, it becomes two blocks, and the index names
    the line that holds the paragraph's part.
    """
    start = speech_start(text, lines)
    filled = [index for index in range(start, len(lines)) if len(lines[index])][:MAX_FRONT_LINES]
    greeting = _salutation_line(text, lines, filled)
    last = greeting if greeting is not None else _title_end(text, lines, filled)
    blocks: list[Block] = []
    letterhead = max(start, _letterhead_end(text, lines, filled))
    for index in range(last):
        above = None if _titles(text, blocks) else _kind_above(text, lines[index:last])
        if index < letterhead and len(lines[index]):
            blocks.append(Block(BlockKind.NOTE, lines[index]))
        elif above is not None:
            blocks.append(Block(above, lines[index]))
        else:
            blocks += _front_blocks(text, lines[index], blocks)
    position = last
    while position < len(lines) and _is_greeting(text, lines[position]):
        blocks.append(Block(_greeting_kind(lines[position]), lines[position]))
        position += 1
    while greeting is not None and blocks and blocks[-1].kind is BlockKind.EMPTY:
        blocks.pop()
        position -= 1
    return blocks, position


def _letterhead_end(text: str, lines: Sequence[Span], filled: Sequence[int]) -> int:
    """Return the index behind a letterhead, which ends with the number of the document, or 0."""
    for index in filled[:_LETTERHEAD]:
        line = lines[index].of(text)
        if _DOCUMENT_NUMBER.fullmatch(line):
            return index + 1
        if _TITLE_WORD.search(line) or not _may_stand_in_front(line):
            return 0
    return 0


def _kind_above(text: str, lines: Sequence[Span]) -> BlockKind | None:
    """Return what the first line is that stands above a title and is no part of it, or None."""
    filled = [one.of(text) for one in lines if len(one)][: _LABELLED + 1]
    if not (len(lines[0]) and len(filled) > 1):
        return None
    first, *others = filled
    if _ASIDE.fullmatch(first):
        return BlockKind.NOTE if any(map(_TITLE_WORD.search, others)) else None
    passed = (
        one for one in others if not (_LABEL.match(one) or is_note(one) or _ASIDE.fullmatch(one))
    )
    below = next(passed, "")
    if not _LONG_TITLE.search(below):
        return None
    if is_speaker_line(first) and read_speaker(first)[0] is not None:
        return BlockKind.SPEAKER
    is_aside = (_LABEL.match(first) and not is_date_line(first)) or _ISSUED.fullmatch(first)
    return BlockKind.NOTE if is_aside else None


def _is_greeting(text: str, line: Span) -> bool:
    return not len(line) or is_salutation(line.of(text))


def _greeting_kind(line: Span) -> BlockKind:
    return BlockKind.SALUTATION if len(line) else BlockKind.EMPTY


def _salutation_line(text: str, lines: Sequence[Span], filled: Sequence[int]) -> int | None:
    """Return the line of the first salutation, if only title, date and the like stand before."""
    for index in filled:
        line = lines[index].of(text)
        if is_salutation(line) or leading_salutation(line):
            return index
        if glued_salutation(line):
            return index + 1
        if not _may_stand_in_front(line):
            return None
    return None


def _may_stand_in_front(line: str) -> bool:
    if _MARKER.match(line):
        return False
    if is_date_line(line) or is_note(line):
        return True
    if any(mark in line for mark in _SENTENCE_MARKS):
        return False
    is_title = len(line) <= MAX_LONG_TITLE and _LONG_TITLE.search(line) is not None
    return is_title or len(line) <= MAX_TITLE_LENGTH


def _title_end(text: str, lines: Sequence[Span], filled: Sequence[int]) -> int:
    """Return the index behind the last front line of a text without a salutation."""
    end = 0
    broken = _lines_of_a_broken_title([lines[index].of(text) for index in filled[:_BROKEN]])
    for count, index in enumerate(filled):
        line = lines[index].of(text)
        if count < broken:
            end = index + 1
            continue
        if (
            not _may_stand_in_front(line)
            or line[-1] in _OPEN_ENDS
            or (_SUBTITLE.match(line) and not end)
        ):
            break
        beside = is_date_line(line) or is_note(line) or _SUBTITLE.match(line)
        if not (_TITLE_WORD.search(line) or count == 0 or beside or is_speaker_line(line)):
            break
        end = index + 1
    only = end == len(lines) or (filled and end > filled[-1])
    if only and not any(_TITLE_WORD.search(lines[index].of(text)) for index in range(end)):
        return 0
    return end


def _lines_of_a_broken_title(lines: Sequence[str]) -> int:
    """Return over how many lines a title stands that begins with 在 and ends in …上的讲话, or 0."""
    title = ""
    for count, line in enumerate(lines, 1):
        title += line
        if not title.startswith("在") or not _may_stand_in_front(line):
            return 0
        if _LONG_TITLE.search(title):
            return count if len(title) <= MAX_LONG_TITLE else 0
    return 0


def _front_blocks(text: str, span: Span, before: Sequence[Block]) -> list[Block]:
    line = span.of(text)
    cut = glued_salutation(line)
    if cut:
        return [
            Block(BlockKind.TITLE, Span(span.start, span.start + cut)),
            Block(BlockKind.SALUTATION, Span(span.start + cut, span.end)),
        ]
    kind = _front_kind(line, _titles(text, before))
    return list(split_title(text, span)) if kind is BlockKind.TITLE else [Block(kind, span)]


def _titles(text: str, blocks: Sequence[Block]) -> list[str]:
    return [block.span.of(text) for block in blocks if block.kind is BlockKind.TITLE]


def _front_kind(line: str, titles: Sequence[str]) -> BlockKind:
    """Return what a line is, the lines of the title above it being ``titles``."""
    if not line:
        return BlockKind.EMPTY
    if is_date_line(line):
        return BlockKind.DATE
    if is_note(line) or _is_number(line) or (titles and _PLACE.match(line)):
        return BlockKind.NOTE
    is_named = line.startswith("——") and is_speaker_line(line)
    if titles and not is_named and (_SUBTITLE.match(line) or _is_where(line, titles)):
        return BlockKind.SUBTITLE
    if titles and is_speaker_line(line):
        return BlockKind.SPEAKER
    return BlockKind.TITLE


def _is_where(line: str, titles: Sequence[str]) -> bool:
    """Return whether a line says where a speech was given whose title is whole above it."""
    line = line[1:-1] if _BRACKETED.fullmatch(line) else line
    where = _WHERE.match(line)
    if where is None or any(one.startswith("在") for one in titles):
        return False
    return where["said"] is None or not (_WHO.search(titles[-1]) or _TITLE_WORD.search(titles[-1]))
