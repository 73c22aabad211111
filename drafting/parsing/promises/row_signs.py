"""Whether pieces of text, as many as announced, are the members of one row: what they share.

A new sign is a function and a line in ``_SIGNS``.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from drafting.parsing.parallel import is_parallel
from drafting.text.characters import HAN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafting.parsing.promises.counts import Counted

_LINKS = frozenset("既和与及以并也还又更再同")
_LINKING = re.compile("^(?:既|和|与|及|以及|并且?|也|还|又|更|再|同时)")
# 散，就是…；小，就是…: members that are explained one after another.
_EXPLAINED = re.compile("[^，]{1,8}，?(?:就|才|也)?(?:是|叫|要|即)")
_BODY_NOUN = re.compile(
    "(?:单位|部门|乡镇|镇|乡|村|街道|社区|企业|学校|医院|公司|家|地方|站所|点|现场|典型|例子)$"
)
BODY = re.compile(
    f"[{HAN}]{{1,8}}(?:局|委|办|厅|部|院|站|所|中心|公司|集团|银行|镇|乡|街道|村|社区|园区|开发区|学校|中学|小学|高中|医院)"
)
_SORTS = ("种", "类")
# …结合起来，做出实效来: what comes of all members.
RESULT = re.compile("(?:[做走闯干拿]出|真正|切实|确保|[让使])")
_SHORT, _UNEVEN = 16, 2
_TWO, _NAME = 2, 4


def is_row(words: Sequence[str], counted: Counted, marks: str) -> bool:
    """Return whether pieces of text, as many as announced, have the signs of one row."""
    bare = [_without_link(word.strip("“”’‘《》")) for word in words]
    if not all(bare):
        return False
    lengths = [len(word) for word in bare]
    spread = max(lengths) - min(lengths)
    if marks == "、" and not counted.any_word:
        if len(bare) > _TWO and spread <= 3 * _UNEVEN:
            return True
        # 两个乡，红石和梅河，…: two names.
        if spread == 0 and lengths[0] <= _NAME:
            return True
    linked = words[0][0] == "既" and all(word[0] in _LINKS for word in words)
    if linked or _have_a_sign(bare, spread, counted):
        return True
    if marks != "；":
        return False
    return _led_alike(bare, counted)


def _without_link(word: str) -> str:
    return _LINKING.sub("", word) if word[:1] in _LINKS else word


def _have_a_sign(words: Sequence[str], spread: int, counted: Counted) -> bool:
    signs = _SIGNS[:1] if counted.any_word else _SIGNS
    return any(sign(words, spread, counted) for sign in signs)


def _led_alike(words: Sequence[str], counted: Counted) -> bool:
    """重业务轻党建，…；重形式轻实效，…: their leads are alike."""
    leads = [word.split("，", 1)[0] for word in words]
    # 两种情况，能马上改的，…；需要花钱的，…: each sort has its lead.
    if counted.measure in _SORTS and all(lead.endswith("的") for lead in leads):
        return True
    spread = max(map(len, leads)) - min(map(len, leads))
    return all(leads) and _have_a_sign(leads, spread, counted)


def stops_short(words: Sequence[str], counted: Counted, marks: str) -> bool:
    """Return whether a row ends, and its sentence goes on, before the last of ``words``.

    一座水库一名责任人，一处隐患一套预案，名单已经印发: the last piece is of another build.
    """
    if marks != "，" or len(words) <= _TWO + 1:
        return False
    row = [_without_link(word) for word in words]
    if not all(row):
        return False
    spread = max(map(len, row[:-1])) - min(map(len, row[:-1]))
    if row[-1][0] == row[0][0] or row[-1][-1] == row[0][-1]:
        return False
    signs = (_begun_alike, _ended_alike, _framed, _bodies)
    return any(sign(row[:-1], spread, counted) for sign in signs)


def are_two_of(words: Sequence[str], noun: str) -> bool:
    """Return whether the first two words have one frame with what is counted, the third none.

    两项补助，进公墓的一户补一千，办节地葬的一户补三千，谁先办谁先得: 的一户补.
    """
    named = any(all(one in word for word in words[:_TWO]) for one in noun)
    return named and _share_a_frame(*words[:_TWO]) and not _share_a_frame(*words[1 : _TWO + 1])


def _share_a_frame(first: str, second: str) -> bool:
    shared = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    return shared.size > _TWO and abs(len(first) - len(second)) <= _NAME


def _named(words: Sequence[str], _spread: int, counted: Counted) -> bool:
    """校长队伍和教师队伍, 有朝气、有锐气: each names what is counted."""
    noun = counted.noun.strip("“”") or counted.measure
    key = noun[-2:]
    if len(key) > 1 or max(map(len, words)) <= _SHORT // 2:
        return bool(key) and all(key in word for word in words)
    return False


def _begun_alike(words: Sequence[str], spread: int, _counted: Counted) -> bool:
    """要么退下来，要么冲上去 — 过好选项关，…。过好建设关，…."""
    if len({word[:2] for word in words}) == 1 and len(words[0]) > _TWO:
        return True
    even = spread <= _UNEVEN and max(map(len, words)) <= _SHORT
    return even and len({word[0] for word in words}) == 1


def _ended_alike(words: Sequence[str], spread: int, _counted: Counted) -> bool:
    """会多，文多，表多."""
    if len({word[-2:] for word in words}) == 1:
        return True
    even = spread <= _UNEVEN and max(map(len, words)) <= _SHORT
    return even and len({word[-1] for word in words}) == 1


def _named_in_marks(words: Sequence[str], _spread: int, _counted: Counted) -> bool:
    """有地方去的“小家”，有人帮的“娘家: what stands in marks at the end has one last character."""
    return all("“" in word for word in words[:-1]) and len({word[-1] for word in words}) == 1


def _framed(words: Sequence[str], spread: int, _counted: Counted) -> bool:
    """看到了差距，学到了经验，激发了干劲: of one length, with one character at one place."""
    if spread or not _NAME <= len(words[0]) <= _SHORT:
        return False
    return any(len(set(column)) == 1 for column in zip(*words, strict=True))


def _as_long(words: Sequence[str], spread: int, _counted: Counted) -> bool:
    """守住底线，抓住主线，提高上线: three and more of one length."""
    longest = max(map(len, words))
    return len(words) > _TWO and (spread == 0 or (spread <= 1 and longest <= _SHORT // 2))


def _built_alike(words: Sequence[str], _spread: int, _counted: Counted) -> bool:
    return all(is_parallel(*two) for two in pairwise(words))


def _bodies(words: Sequence[str], _spread: int, counted: Counted) -> bool:
    """两个单位，住建局的月报…，市场局的窗口…: each begins with the name of a body."""
    return bool(_BODY_NOUN.search(counted.noun or counted.measure)) and all(
        BODY.match(word) for word in words
    )


def _explained(words: Sequence[str], _spread: int, _counted: Counted) -> bool:
    return len(words) > _TWO and all(_EXPLAINED.match(word) for word in words)


_SIGNS: tuple[Callable[[Sequence[str], int, Counted], bool], ...] = (
    _named,
    _begun_alike,
    _ended_alike,
    _named_in_marks,
    _as_long,
    _built_alike,
    _bodies,
    _explained,
)
