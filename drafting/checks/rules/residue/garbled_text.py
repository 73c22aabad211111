"""No garbled characters, pinyin notes or emptied quotation marks.

What it does:
    Reports, each kind once: lost characters (??h级, �), private-use characters, wrong decodings
    (锟斤拷), HTML entities, pinyin behind common characters, and quotation marks, title marks or
    brackets with nothing between.
Why:
    Each is a sign that the page lost text or added some; nobody can read it out.
Limits:
    ?? behind 吗, 呢, 么 is taken for emphasis. A reading behind a rare character or a name
    (勠（lù）) is a help for the speaker and right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.anchored import iter_around
from drafting.checks.kinds.places import how_many, related_places
from drafting.model.finding import Fix, Severity
from drafting.text.characters import HAN, TONED, characters_of
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_LOST = re.compile("(?<![吗呢么啊吧嘛?])\\?{2,}[A-Za-z]?(?=\\S)|\ufffd+")
_MARK_NAMES = {
    "“": "引号", "‘": "单引号", "《": "书名号", "（": "括号", "(": "括号",
    "「": "引号", "『": "引号",
}  # fmt: skip
_HALF_NOTE = re.compile(f"(?:\\?[a-zü]{{0,4}}[{TONED}][a-zü]{{0,3}}[)）])+")
_PRIVATE_CHARACTERS = (
    "[\u200b\u200c\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\ue000-\uf8ff\U000f0000-\U0010fffd]"
)
_PRIVATE = re.compile(f"{_PRIVATE_CHARACTERS}+")
_MISREAD = re.compile(
    "(?:锟斤拷)+|烫{3,}|屯{3,}|(?:[\u00c0-\u00ff][\u0080-\u00bf\u0100-\u017f\u2010-\u203a\u20ac\u2122]){2,}"
    # UTF-8 read as Latin-1 (ï¼) and as GBK (鎵撳嵃): what its three-byte characters begin with.
    "|[\u00c3-\u00ef][\u0080-\u00aa\u00ac-\u00af\u00b1-\u00b6\u00b8-\u00ba\u00bc-\u00bf\u20ac]"
    "|[鐨鍏鍦鎴鏄銆锛鈥璁杩闂缁鎵浣].{0,2}[鐨鍏鍦鎴鏄銆锛鈥璁杩闂缁鎵浣嵃]"
)
_ENTITY = re.compile(
    "&(?:nbsp|ldquo|rdquo|lsquo|rsquo|hellip|mdash|middot|amp|lt|gt|quot|#\\d{2,5});"
)
_EMPTY = re.compile("“[ 　]*”|‘[ 　]*’|《[ 　]*》|（）|\\(\\)|「」|『』")
_PINYIN = re.compile(f"(?<=[{HAN}])[（(](?=[a-zü]{{0,5}}[{TONED}])[a-zü{TONED}]{{1,14}}[)）]")
# Common characters whose reading as a surname or in a place-name is worth a note.
_POLYPHONES = frozenset(
    "单查仇解任区盖乐朴曾尉翟宁应令召折缪华燕葛覃万那哈逄员隗冼郇莘蔚铅六台番丽济"
)
_LAST_COMMON_ROW = 0xD7
# No speaker is helped by so many: a page has put them behind every character it found hard.
_MANY_NOTES = 8
# Each with what it begins with; a sound text has none of it, and × or ? at a few places.
_FAMILIES = (
    (_LOST, re.compile("[?\ufffd]"), "乱码", "，有字丢失，请对照原文补上"),
    (_HALF_NOTE, re.compile("[?]"), "残缺的注音", "，有字丢失，请对照原文补上"),
    (_PRIVATE, re.compile(_PRIVATE_CHARACTERS), "乱码", "，这些字符印不出来"),
    (
        _MISREAD,
        re.compile("[\u00c0-\u00ff锟烫屯鐨鍏鍦鎴鏄銆锛鈥璁杩闂缁鎵浣]"),
        "乱码",
        "，是编码转换出错留下的",
    ),
    (_ENTITY, re.compile("&"), "网页代码", "，应删去或换成标点"),
)
# So far behind its beginning, or that of its next part, a fault of a family ends.
_FARTHEST = 12
_OPENERS = frozenset(_MARK_NAMES)


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    characters = characters_of(text)
    all_kinds = "".join(characters)
    for pattern, beginning, name, note in _FAMILIES:
        if not beginning.search(all_kinds):
            continue
        found = iter_around(pattern, text, beginning, behind=_FARTHEST)
        spans = [Span(*match.span()) for match in found]
        if spans:
            wording = spans[0].of(text)
            yield _finding(spans, f"有{how_many(len(spans), wording)}{name}{note}")
    if not characters.isdisjoint(_OPENERS):
        yield from _emptied(text)
    if not characters.isdisjoint(TONED):
        yield from _notes(text)


def _emptied(text: str) -> Iterator[Finding]:
    groups: dict[str, list[Span]] = defaultdict(list)
    for match in _EMPTY.finditer(text):
        groups[match.group()[0]].append(Span(*match.span()))
    for mark, spans in groups.items():
        count = "" if len(spans) == 1 else f" {len(spans)} 处"
        yield _finding(spans, f"有{count}{_MARK_NAMES[mark]}里面是空的，原来的内容丢失了")


def _notes(text: str) -> Iterator[Finding]:
    every = [Span(*match.span()) for match in _PINYIN.finditer(text)]
    spans = [span for span in every if _is_common(text[span.start - 1])]
    if len(every) > _MANY_NOTES:
        spans = every
    if spans:
        delete = Fix("全部删去注音", tuple(TextEdit(span, "") for span in spans))
        message = f"常用字后有{how_many(len(spans), spans[0].of(text))}注音，是网页带来的"
        yield _finding(spans, message, fixes=(delete,))


def _is_common(character: str) -> bool:
    """Return whether a character is of the first level of GB 2312 (3,755 characters)."""
    if character in _POLYPHONES:
        return False
    try:
        return character.encode("gb2312")[0] <= _LAST_COMMON_ROW
    except UnicodeEncodeError:
        return False


def _finding(spans: list[Span], message: str, *, fixes: tuple[Fix, ...] = ()) -> Finding:
    related = related_places(spans[1:], "又见于此")
    return RULE.finding(spans[0], message, fixes=fixes, related=related)


RULE = Rule(
    code="RS006",
    name="garbled-text",
    summary="乱码、注音或空引号",
    severity=Severity.ERROR,
    check=_check,
    why="乱码和空引号说明网页丢了字，注音是网页加的字，都没法照着念。",
    source="GB/T 2312-1980 一级汉字；网页转存文本中常见的乱码形式",
    flagged=(
        "同志们：\n要把差距找准??h级领导要带头。",
        "同志们：\n要把差距�准，各镇要跟上。",
        "同志们：\n目标(biāo)要定准，执（zhí）行要到位。",
        "同志们：\n今年的县“”，已经作了全面部署。",
        "同志们：\n各镇要抓紧&nbsp;行动，锟斤拷不等不靠。",
        "同志们：\n各镇要抓紧ï¼不等不靠，鎵撳嵃清单。",
    ),
    clean=(
        "同志们：\n这样下去行吗？？大家想一想。",
        "同志们：\n要勠（lù）力同心，请单（shàn）县长安排。",
        "同志们：\n要把“放管服”改革抓到底，落实《办法》（试行）。",
        "同志们：\n这到底是为什么??请大家想一想。",
        "同志们：\n这篇小说的作者是何塞（José·Martí），译本书名《Café》。",
        "同志们：\n新能源（new energy）项目和AI（人工智能）应用进展顺利。",
    ),
)
