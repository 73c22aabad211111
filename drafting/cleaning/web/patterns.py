"""The patterns of page furniture, compiled once from ``cleaning_web_lines.tsv``."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from drafting.cleaning.tables import read_rows
from drafting.cleaning.web.worded_patterns import WordedPatterns

# 打 印, 来 源: two characters that were set apart to fill a width.
SPACED = re.compile(
    "(?<![\u4e00-\u9fff])([\u4e00-\u9fff]) {1,4}([\u4e00-\u9fff])(?![\u4e00-\u9fff])"
)
_BETWEEN_TOOLS = re.compile(r"[\s|/·•,:()\[\]【】<>]+")
_BETWEEN_PARTS = re.compile(r"[\s|·•]+")
_OPENING_BRACKETS = "[(【 "
_LONGEST_PART = 8
_LONGEST_BAR = 200
_BULLETS = "-·•*■◆□○●▪►» "


@cache
def pattern_of(where: str) -> re.Pattern[str]:
    """Return all patterns of one kind of place as one; it is matched against folded text."""
    rows = read_rows("cleaning_web_lines.tsv")
    return re.compile("|".join(f"(?:{pattern})" for place, pattern, _ in rows if place == where))


@cache
def patterns_of(*places: str) -> WordedPatterns:
    """Return all patterns of some kinds of place, quick on lines that are no furniture."""
    rows = read_rows("cleaning_web_lines.tsv")
    return WordedPatterns(pattern for place, pattern, _ in rows if place in places)


@lru_cache(maxsize=2048)
def is_of(folded: str, *places: str) -> bool:
    """Return whether a whole folded line is of one of some kinds of place; it is asked again."""
    return patterns_of(*places).match_whole(folded)


@cache
def _field() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern_of('field').pattern}) ?[:|│]")


def bare(folded: str) -> str:
    """Return a line without the bullets before it and the blanks before its colons."""
    return folded.lstrip(_BULLETS).replace(" :", ":")


def is_head_of_links(folded: str) -> bool:
    """Return whether a line is the head of a list of links: 相关阅读, 上一篇：…."""
    return is_of(bare(folded), "list")


def is_tool_bar(folded: str) -> bool:
    """Return whether a folded line holds nothing but words of a tool bar."""
    words = folded.split()
    tool = pattern_of("tool")
    if bool(words) and all(tool.fullmatch(word) for word in words):
        return True
    bare = [word for word in _BETWEEN_TOOLS.split(folded) if word]
    return bool(bare) and all(tool.fullmatch(word) for word in bare)


def is_menu(folded: str) -> bool:
    """Return whether a folded line is a row of short names with a tool's name among them.

    One character alone (大, 简) may stand in the name of who speaks.
    """
    parts = [part for part in _BETWEEN_PARTS.split(folded) if part]
    if len(parts) < 3 or max(map(len, parts)) > _LONGEST_PART:
        return False
    tools = [part for part in parts if pattern_of("tool").fullmatch(part)]
    return len(tools) > 1 or any(len(part) > 1 for part in tools)


def is_field_bar(folded: str) -> bool:
    """Return whether a folded line names particulars of a page: 来源: … 点击: …, or 编辑 | 某某."""
    if len(folded) > _LONGEST_BAR:
        return False
    field, text = _field(), folded.lstrip(_OPENING_BRACKETS)
    first = field.match(text)
    if first is not None and first[0][-1] != ":":
        return True
    return "。" not in text and len(field.findall(text)) > 1
