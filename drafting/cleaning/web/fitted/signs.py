"""The signs of a line by itself that speak for a page or for a speech, each by a name.

They are what weights are fitted to (packaging/weigh_page_lines.py): how long a line is, how it
begins and ends, which kinds of words it has, and its pairs of characters.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from operator import add
from typing import TYPE_CHECKING

from drafting.cleaning.speech_signs import (
    END_MARK,
    HEADING_MARKER,
    TITLE_WORD,
    begins_with_salutation,
    closes,
    ends_like_a_title,
    is_last_word,
    is_prose,
)
from drafting.cleaning.web.line_kinds import is_addressed, is_lead, is_signature
from drafting.text.surnames import SURNAMES

if TYPE_CHECKING:
    import ahocorasick_rs

_LENGTHS = (2, 3, 4, 6, 8, 11, 14, 18, 24, 32, 44, 60, 90, 140, 220)
_LABEL_LENGTHS = (2, 4, 6, 10)
_VALUE_LENGTHS = (0, 4, 10, 24)
_MOST_PARTS = 4
_FIGURES = (0.0, 0.1, 0.3, 0.6)
_REST = 999  # more than the last bound
_REACH = 160  # characters of a line whose pairs are looked at
_WHOLE = 8  # so short a line is a sign of its own
_NUMBER = re.compile(r"\d+")
_LATIN = re.compile("[A-Za-z]+")
_LABELLED = re.compile(r"([^:]{1,10}) ?: ?(.*)$")
_HAN = ("一", "鿿")
_DIGIT = re.compile("[0-9①-⑨]")
_NAME_LENGTHS = (2, 3)
# A pattern that begins with a character, not with a number of them or a group, is searched in a
# third of the time. Those of figures are searched where a line has some.
_FIGURED = {
    name: re.compile(pattern)
    for name, pattern in {
        "day": r"[0-9]\d{3}[年/.-]\d{1,2}[月/.-]\d",
        "clock": r"[0-9]:\d\d",
        "count": r"[0-9][\d,.]* ?(?:次|人|篇|条|页|个|字|分|元|积分|金币|楼|万)",
        "telephone": r"[0-9](?:\d{2,3}-?\d{7}|-\d{4})",
        "number alone": "^[0-9]+$",
        "numbered": r"^\d{1,2}[.、)]",
    }.items()
}
_WORDS = {
    name: re.compile(pattern)
    for name, pattern in {
        "bullet": "[-—–·•*■◆▲▼#+]",
        "in brackets": r"\(.*\)$",
        "dashed": "[—―─－-]{1,3}.",
        "attached": r"附(?:件|表|录|图|注)?\d{0,2} ?(?::|$)|注\d{1,3}:",
        "below": "抄[送报]|分送|主题词|联系(?:人|电话|方式)|注:|(?:记录|整理)(?:人|稿)?:",
    }.items()
}
_DRAFT = re.compile("(?:文件|材料|稿)[)】]?$")
# Words by themselves: one automaton finds them all.
_PLAIN = {
    word: name
    for name, words in {
        "post": "书记 县长 主任 主席 局长 校长 部长 院长 董事长 经理",
        "registered": "ICP 备案 公网安备",
        "spoken": "我们 大家 同志们 各位 希望 祝",
        "of itself": "本站 本网 本文 本号 本公众号 本平台 本栏目 本页 小编 网友 用户 会员",
        "thanks": "谢谢 感谢",
        "draft": "★ 内部 注意保存",
        "recorded": "录音 整理 记录稿 鼓掌",
    }.items()
    for word in words.split()
}
_LONGEST_DRAFT = 3
_PLAIN_SIGNS = tuple(_PLAIN.values())
_OFFICES = frozenset("委府室局组会部院处办")
# Those that hold one of a page's marks: most lines have none.
_MARK = re.compile(r"[wh.@|│┃丨>»›→\[【…?？!]")
_MARKED = {
    name: re.compile(pattern)
    for name, pattern in {
        "address": r"www|http|\.(?:com|cn|net|org|example)|@",
        "bar": "[|│┃丨]",
        "arrow": "[>»›→]",
        "button": r"[\[【].{1,8}[\]】]",
        "cut off": r"(?:\.\.\.|…)$",
        "question": "[?？]",
        "exclamation": "!",
        "file": r"\.(?:docx?|pdf|pptx?|wps|txt)",
    }.items()
}


@lru_cache(maxsize=512)
def signs_of(folded: str) -> frozenset[str]:
    """Return the names of the signs of a folded line."""
    found = {name for name, pattern in _WORDS.items() if pattern.match(folded)}
    figures = _DIGIT.findall(folded)
    if figures:
        found.update([name for name, pattern in _FIGURED.items() if pattern.search(folded)])
    if _DRAFT.search(folded, max(len(folded) - _LONGEST_DRAFT, 0)):
        found.add("draft")
    plain = _plain_words().find_matches_as_indexes(folded, overlapping=True)
    found.update([_PLAIN_SIGNS[word] for word, _, _ in plain])
    if folded[-1] in _OFFICES:
        found.add("office")
    if _MARK.search(folded) is not None:
        found.update(name for name, pattern in _MARKED.items() if pattern.search(folded))
    found.update(
        (
            f"length {_bound(len(folded), _LENGTHS)}",
            f"first {_kind(folded[0])}",
            f"last {_kind(folded[-1])}",
            f"parts {min(len(folded.split()), _MOST_PARTS)}",
            f"figures {_bound(len(figures) / len(folded), _FIGURES)}",
        )
    )
    labelled = _LABELLED.match(folded)
    if labelled is not None:
        label, value = len(labelled[1]), len(labelled[2])
        found.add(f"label {_bound(label, _LABEL_LENGTHS)} {_bound(value, _VALUE_LENGTHS)}")
    found.update(_of_speeches(folded))
    return frozenset(found)


@cache
def _plain_words() -> ahocorasick_rs.AhoCorasick:
    import ahocorasick_rs

    return ahocorasick_rs.AhoCorasick(list(_PLAIN))


def _of_speeches(folded: str) -> list[str]:
    """Return the signs that cleaning knows a speech and its parts by."""
    named = {
        "full stop": "。" in folded,
        "comma": "," in folded,
        "marker": HEADING_MARKER.match(folded) is not None,
        "salutation": begins_with_salutation(folded),
        "addressed": is_addressed(folded),
        "title": ends_like_a_title(folded),
        "title's word": TITLE_WORD.search(folded) is not None,
        "prose": is_prose(folded),
        "closes": closes(folded),
        "last word": is_last_word(folded),
        "signature": is_signature(folded),
        "lead": is_lead(folded),
        "name": _is_name(folded),
        "end mark": END_MARK.search(folded) is not None,
    }
    return [name for name, holds in named.items() if holds]


def pairs_of(folded: str) -> frozenset[str]:
    """Return the pairs of characters of a line with its ends, figures and Latin words as one."""
    plain = _LATIN.sub("a", _NUMBER.sub("0", folded)).replace(" ", "")
    plain = f"^{plain[:_REACH]}$"
    pairs = set(map(add, plain, plain[1:]))
    if len(plain) <= _WHOLE + 2:
        pairs.add(plain)
    return frozenset(pairs)


def _bound(number: float, bounds: tuple[float, ...]) -> float:
    return next((one for one in bounds if number <= one), _REST)


def _kind(character: str) -> str:
    if _HAN[0] <= character <= _HAN[1]:
        return "Han"
    if character.isdigit():
        return "figure"
    return "letter" if character.isascii() and character.isalpha() else character


def _is_name(folded: str) -> bool:
    name = folded.replace(" ", "")
    return len(name) in _NAME_LENGTHS and name[0] in SURNAMES
