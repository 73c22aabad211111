"""Which rows of markers number sections: by lines, by length, by what announces them.

A row inside a paragraph is a row of sections whose line breaks were lost where its parts are
long, or where the speech announces them (下面，我讲三点意见：一、…) and they say something.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.model.headings import MarkerKind
from drafting.parsing.headings.bare_ordinals import is_bare
from drafting.parsing.headings.heading_ends import MAX_SENTENCE
from drafting.parsing.headings.markers import FORMAL, Before
from drafting.parsing.lines import EDGES
from drafting.text.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Block
    from drafting.parsing.headings.markers import Mark
    from drafting.parsing.headings.rows import Series

# A part that is numbered inside a paragraph and is at least so long is a section, not an item;
# the first, and every one with a sentence of its own for a heading, at less.
SECTION_LENGTH = 50
SHORT_SECTION_LENGTH = 20
LONE_KINDS = {MarkerKind.HAN_COMMA, MarkerKind.HAN_BRACKET}
# 一是…二是… inside a paragraph are items, unless all of a page is in it, and each of them so long.
LONG_SECTION_LENGTH = 150
_SPOKEN = {MarkerKind.ORDINAL, MarkerKind.MUST, MarkerKind.FIRST_THEN}
_FIRST = {MarkerKind.ORDINAL, MarkerKind.MUST, MarkerKind.IS}
_SENTENCE_END = re.compile("[。！？]")
_HEADING_END = re.compile("[。！？]|(?<=[\u4e00-\u9fff”])[ \u3000]+(?=[^ \u3000])")
_REACH, _FAR, _HEADING, _ROW = 60, 300, 40, 3
_NUMBER, _THINGS = "[一二三四五六七八九十两几1-9]", "个点条项句层件步份"
# A paragraph that is longer is a page that lost its lines.
_PAGE = 2_000
# What ends right before the first part: 我讲三点意见。, 表态如下：, 在此，我郑重承诺：
_ANNOUNCED = re.compile(
    "(?:下面|接下来|下一步|这里|现在|借此机会|借这个机会|今天|在此|最后|我|受[^，。]{2,12}委托|[县市区镇乡]委)"
    "[^。；！？]{0,50}"
    f"(?:{_NUMBER}大?[{_THINGS}](?:方面)?的?[^，。；：！？]{{0,8}}"
    "|如下[^，。；：]{0,6}"
    "|以下[^，。；：]{0,10}|一些(?:意见|要求|希望|想法|体会|看法)"
    "|(?:讲|谈|提|强调|说|表态|承诺|汇报|报告|发言|部署|安排|交流|要求|希望|建议)[^，。；：！？]{0,6})"
    "(?:，[^，。；：！？]{2,12})?[：。]$"
)
_COUNTED = re.compile(
    f"(?P<n>[二两三四五六七八九十几2-9])大?[{_THINGS}篇道关笔张](?:方面)?的?[^，。；：！？]{{0,8}}[。：]$"
)
_COUNT = re.compile(f"({_NUMBER})大?[{_THINGS}]")
# 会议的议程有四项：, 现在，我宣布开工仪式开始：
_AGENDA = re.compile(
    "(?:(?:议程|程序)[^。！？\\n]{0,12}"
    "|(?:仪式|大会|会议)[^。！？\\n]{0,6}开始)[：。:！][ \u3000\\n]*$"
)
_TELLING = re.compile(
    "(?:讲|谈|说|提|强调|汇报|交流|报告|交代|表达|送)(?:[了上出]|一下|给?(?:大家|你们|各位))?$"
)
# 一、修路；二、架桥；: a list within a sentence.
_LISTED = re.compile("[；，、][ \u3000]*二、")


def sections_of(series: Series, text: str, blocks: Sequence[Block]) -> Series | None:
    """Return the row as headings, without the members that are none, or None."""
    if series.kind in FORMAL:
        return _formal_sections(series, text, blocks)
    count, at_line = len(series.marks), series.opened_by_lines
    if count == 1 and at_line and _is_first_of_announced(series.marks[0], text, blocks):
        return series
    if not at_line and _end_their_lines(series, text, blocks):
        return series
    if at_line == 0 or len({mark.block for mark in series.marks}) < 2 or at_line * 2 < count:
        return None
    is_agenda = _is_agenda(text, series.marks[0].start)
    # 首先…最后… of a greeting is no row of parts; 首先…其次… is.
    counted = series.kind is MarkerKind.FIRST_THEN and not series.verb
    is_greeting = counted and all((m.number or 0) < 2 for m in series.marks)
    return None if is_agenda or is_greeting else series


def _is_agenda(text: str, start: int) -> bool:
    """Return whether a row that begins at ``start`` numbers what a meeting does one by one."""
    return _AGENDA.search(text, max(0, start - _REACH), start) is not None


def spoken_sections(rows: Sequence[Series], text: str, blocks: Sequence[Block]) -> Series | None:
    """Return the spoken row that numbers the parts of a speech without any other headings.

    It is announced as the speech's own in its paragraph (下面，我强调三点。第一，…), and each of
    its parts has a short sentence and text behind it.
    """
    for series in rows:
        first = series.marks[0]
        if series.kind not in _SPOKEN or first.number != 1 or first.before is Before.LINE:
            continue
        announced = _told_before(series, text, blocks)
        if announced is not None and _fills(series, announced, text, blocks):
            return series
    return None


def page_sections(rows: Sequence[Series], text: str, blocks: Sequence[Block]) -> Series | None:
    """Return the spoken row that numbers the parts of a page that lost its lines.

    Their headings may have run into their text; the page announces them, or counts so many right
    before them and is mostly theirs.
    """
    counted = None
    for series in rows:
        if series.kind not in _FIRST | _SPOKEN or not _lost_lines(series, blocks):
            continue
        if not _are_page_parts(series, text, blocks):
            continue
        if _told_before(series, text, blocks) is not None:
            return series
        first = series.marks[0]
        covered = series.last.start - first.start
        if covered * 3 > len(blocks[first.block].span) and _is_counted(
            text, blocks[first.block].span.start, first.start, len(series.marks)
        ):
            counted = counted or series
    return counted


def _told_before(series: Series, text: str, blocks: Sequence[Block]) -> re.Match[str] | None:
    """Return how the text before a row inside a paragraph announces it, if it does."""
    first = series.marks[0]
    start = blocks[first.block].span.start
    announced = _announced(text, start, first.start)
    return _told(text, start, first.start) if announced is None and series.verb else announced


def _lost_lines(series: Series, blocks: Sequence[Block]) -> bool:
    """Return whether a row stands in a paragraph that is most of its text."""
    first = series.marks[0]
    everything = blocks[-1].span.end - blocks[0].span.start
    return (
        series.last.block == first.block
        and first.before is not Before.LINE
        and len(blocks[first.block].span) * 3 > everything * 2
    )


def _are_page_parts(series: Series, text: str, blocks: Sequence[Block]) -> bool:
    """Return whether the parts of a row from one are sentences, each behind another's end."""
    first, *others = series.marks
    if first.number != 1 or not others or any(one.before is not Before.STOP for one in others):
        return False
    parts = _parts(series, blocks)
    least = SHORT_SECTION_LENGTH if series.kind in _SPOKEN else LONG_SECTION_LENGTH
    if sum(end - mark.end for mark, end in parts) < least * len(parts):
        return False
    return all(_has_sentences(text, mark, end) for mark, end in parts)


def _fills(series: Series, announced: re.Match[str], text: str, blocks: Sequence[Block]) -> bool:
    """Return whether a row inside paragraphs has as much to say as the parts of a speech have."""
    parts = _parts(series, blocks)
    if series.kind is MarkerKind.FIRST_THEN and len(parts) == 1:
        return False
    # 提四点希望: what is counted may be a word that announces by itself.
    counts = _COUNT.findall(announced.group())
    some = counts[-1:] == ["几"] and len(parts) > 1
    is_exact = parse_number(counts[-1] if counts else "零") == len(parts)
    least = SHORT_SECTION_LENGTH if is_exact or some else SECTION_LENGTH
    if sum(end - mark.end for mark, end in parts) < least * len(parts):
        return False
    # 我讲三个问题。第一个问题，…第三个问题，…: what is counted is named with every part.
    if is_exact and len(series.verb) > 1:
        return True
    # What is glued to its number runs on over what would end it.
    if all(is_bare(text, mark) for mark in series.marks):
        return True
    return all(_has_text(text, mark, end) for mark, end in parts[:-1] or parts)


def _is_first_of_announced(mark: Mark, text: str, blocks: Sequence[Block]) -> bool:
    """Return whether 第一个问题， begins the only part yet of what the line before announces.

    第一， and 一是 do where their first sentence may be a heading, text behind it.
    """
    if mark.kind not in _FIRST or (mark.kind is MarkerKind.ORDINAL and text[mark.start] != "第"):
        return False
    if not mark.verb and not _has_text(text, mark, blocks[mark.block].span.end):
        return False
    before = [block.span for block in blocks[: mark.block] if len(block.span)]
    is_first = mark.number == 1 and bool(before)
    return is_first and _announced(text, before[-1].start, before[-1].end) is not None


def _announced(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return how the text up to ``end`` announces the parts of the speech, if it does."""
    return _ANNOUNCED.search(text[max(start, end - _REACH) : end].rstrip(EDGES))


def _is_counted(text: str, start: int, end: int, number: int) -> bool:
    """Return whether the sentence up to ``end`` closes by counting so many (做好三篇文章。).

    The items of an agenda are no parts of a speech.
    """
    counted = _counted(text, start, end)
    if counted is None or _is_agenda(text, end):
        return False
    return number > 1 and parse_number(counted["n"]) == number


def _told(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the count of what is to be told, if the text closes with one (谈三点体会。)."""
    counted = _counted(text, start, end)
    return counted if counted and _TELLING.search(counted.string[: counted.start()]) else None


def _counted(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the count with which the text up to ``end`` closes, if it does."""
    return _COUNTED.search(text[max(start, end - _REACH) : end].rstrip(EDGES))


def _formal_sections(series: Series, text: str, blocks: Sequence[Block]) -> Series | None:
    if series.opened_by_lines:
        kept = [mark for mark in series.marks if mark.before in (Before.LINE, Before.STOP)]
        first = series.marks[0]
        if first.number == 1 and first.before is Before.PAUSE:
            kept = [first, *kept]
        series.marks = kept
        return series if len(kept) > 1 or series.kind in LONE_KINDS else None
    is_row = _end_their_lines(series, text, blocks) or _is_glued(series, text, blocks)
    return series if is_row else None


def _is_glued(series: Series, text: str, blocks: Sequence[Block]) -> bool:
    """Return whether a row inside paragraphs numbers sections whose line breaks were lost."""
    first, *others = series.marks
    if any(mark.before is not Before.STOP for mark in others):
        return False
    start = blocks[first.block].span.start
    announced = first.number == 1 and (
        _announced(text, start, first.start) is not None
        or _is_counted(text, start, first.start, len(series.marks))
    )
    if not others:
        return _is_lone(series, text, blocks, announced=announced)
    parts = _parts(series, blocks)
    average = sum(end - mark.end for mark, end in parts) / len(parts)
    if announced:
        return average >= SHORT_SECTION_LENGTH
    if first.before is not Before.STOP and not _follows_heading(series, text, blocks):
        return False
    if average >= SECTION_LENGTH:
        return True
    is_short = average >= SHORT_SECTION_LENGTH and first.before is Before.STOP
    return is_short and _are_short_sections(text, parts)


def _end_their_lines(series: Series, text: str, blocks: Sequence[Block]) -> bool:
    """Return whether headings that lost the line break before them have kept the one behind."""
    is_row = len(series.marks) > 1 and series.marks[0].number == 1
    return is_row and all(_ends_its_line(text, mark, blocks) for mark in series.marks)


def _ends_its_line(text: str, mark: Mark, blocks: Sequence[Block]) -> bool:
    """Return whether a heading behind the end of a sentence ends its line, text in the next one."""
    end = blocks[mark.block].span.end
    if mark.before not in (Before.STOP, Before.LINE) or mark.block + 1 >= len(blocks):
        return False
    if not 1 < end - mark.end <= _HEADING:
        return False
    return text[end - 1] not in "。；，、" and _SENTENCE_END.search(text, mark.end, end) is None


def _follows_heading(series: Series, text: str, blocks: Sequence[Block]) -> bool:
    """Return whether a row that begins within a sentence has lost what ended it.

    In a page of one paragraph （一） follows the heading above it at once, or a colon; elsewhere
    only a colon, before parts whose first sentences are headings.
    """
    first = series.marks[0]
    if first.kind is MarkerKind.HAN_BRACKET and len(blocks[first.block].span) >= _PAGE:
        return True
    brief = all(_is_brief(text, one) for one in series.marks)
    return first.before is not Before.WORD and brief


def _is_lone(series: Series, text: str, blocks: Sequence[Block], *, announced: bool) -> bool:
    """Return whether the only part in sight is a section, its followers cut off or not written."""
    mark, end = _parts(series, blocks)[0]
    if series.kind not in LONE_KINDS or _LISTED.search(text, mark.end, min(end, mark.end + _FAR)):
        return False
    if announced:
        return end - mark.end >= SHORT_SECTION_LENGTH
    if series.kind is not MarkerKind.HAN_COMMA or mark.before is not Before.STOP:
        return False
    return end - mark.end >= SECTION_LENGTH or (
        end - mark.end >= SHORT_SECTION_LENGTH and _has_text(text, mark, end)
    )


def _parts(series: Series, blocks: Sequence[Block]) -> list[tuple[Mark, int]]:
    """Return every marker with where its part ends: the next marker, the end of its paragraph."""
    ends = [mark.start for mark in series.marks[1:]] + [blocks[series.last.block].span.end]
    return list(zip(series.marks, ends, strict=True))


def _has_text(text: str, mark: Mark, end: int) -> bool:
    """Return whether a short sentence stands behind the marker and another one behind that.

    Where blanks part a heading from its text, they stand for its final mark; of a page that was
    cut off, much text is enough.
    """
    stop = _HEADING_END.search(text, mark.end + 2, min(mark.end + _HEADING, end))
    return stop is not None and (
        end - stop.end() >= SECTION_LENGTH
        or _SENTENCE_END.search(text, stop.end(), min(end, stop.end() + _FAR)) is not None
    )


def _are_short_sections(text: str, parts: Sequence[tuple[Mark, int]]) -> bool:
    """Return whether all parts have a heading's short sentence and text behind it.

    In a row of three or more the first sentence may be long: the text that a heading ran into.
    """
    if all(_has_text(text, mark, end) for mark, end in parts):
        return True
    return len(parts) >= _ROW and all(_has_sentences(text, mark, end) for mark, end in parts)


def _has_sentences(text: str, mark: Mark, end: int) -> bool:
    """Return whether two sentences stand behind the marker, the first one of any length."""
    stop = _SENTENCE_END.search(text, mark.end, min(mark.end + _FAR, end))
    return stop is not None and stop.end() < end


def _is_brief(text: str, mark: Mark) -> bool:
    """Return whether the first sentence behind the marker is short enough for a heading."""
    return _SENTENCE_END.search(text, mark.end, mark.end + MAX_SENTENCE) is not None
