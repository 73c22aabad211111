"""Who can be given a task: offices by their suffix, short names and groups by a word list."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafting.lexicons.lexicons import load_lexicons
from drafting.text.characters import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

# What ends the name of an office, the longer ones first.
_SUFFIXES = (
    "委员会|管委会|领导小组办公室|领导小组|办公室|督查室|督查局|考核局|服务中心|指挥中心|指挥部|管理所|管理处"
    "|工作队|突击队|大队|支队|公司|集团|银行|监委|纪委|党委|党组|政府|学院|医院|法院|检察院|中心|海关|公安|局|厅|(?<!地方)办(?![一理事好成会学法])"
)
# 白石镇, 枫树坪乡; no 特色小城镇, 返乡.
_TOWNSHIP = "(?:(?<![城集小乡村重])镇|(?<![下返回家故老入出城])乡|街道)(?![镇乡村街区长级上里])"
# A name of one or two characters before 委 and 部 is one of a few: 干部 and 定委 are none.
_WORDS_IN_WEI = "发改|卫健|农|经信|民宗|国资|体改|编|政法|老龄"
_WORDS_IN_BU = "组织|宣传|统战|武装|人武|老干|政工"
_LEVEL = "(?:本|我)?(?:省|市|县|区|州|旗|镇|乡)?(?:级|直|里)?(?:机关)?"
# Words before a group that keep it one: 各乡镇, 县直各部门, 全县各级, 每个村.
_EVERY = "(?:全[省市县区镇乡])?(?:各级|各地|各位?|县级|县直|市直|区直|每[个位名]|有关|相关|其他)*"
_NOT_IN_NAME = "要须将由和与及请把对在了的是为向从给让令使派到前后中上下内必各"
_TAIL = "(?:等(?:[一二三四五六七八九十0-9]+[个家])?(?:相关|有关)?(?:部门|单位|乡镇|镇街|企业)?)?"
_OTHERS = re.compile(_TAIL.removesuffix("?") + "$")
_JOINS = re.compile("、|，?(?:以及|特别是|尤其是|包括)|(?<!共)和(?!谐)|及(?!时)|会同|联合|配合")
_OF_OFFICE = (
    "(?:各?(?:主要|分管|包抓|联系|班子)?(?:负责同志|负责人|领导|成员单位|成员|同志|办公室|办))"
)


def _alternatives(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def actors_pattern() -> re.Pattern[str]:
    """Return a pattern of a list of actors, to be matched where a clause begins.

    ``office`` or ``other_office`` is set where an office is named, neither where it is all groups.
    Members are parted by 、 和 及 以及 与; the list may end in 等部门.
    """
    table = load_lexicons().table("task_actors")
    by_kind: dict[str, list[str]] = {}
    for row in table:
        by_kind.setdefault(row["kind"], []).append(row["word"])
    full = _alternatives(by_kind["full"])  # before its short form, which it begins with
    short = _alternatives(by_kind["short"])
    loose = _alternatives([*by_kind["group"], *by_kind["person"]])
    known = _alternatives([*by_kind["name"], *by_kind["organ"]])
    han = f"(?:(?![{_NOT_IN_NAME}])[{HAN}])"
    named = (
        f"{_LEVEL}(?:{full}|(?:{short})+(?:部门|系统|局|委|办|部|厅)?|{known}|(?:{_WORDS_IN_WEI})委"
        f"|(?:{_WORDS_IN_BU})部|{han}{{1,7}}?(?:{_SUFFIXES})|{han}{{2,4}}?{_TOWNSHIP})(?:{_OF_OFFICE})?"
    )
    group = (
        f"{_EVERY}(?:“?(?:{loose})”?)+(?:的?(?:{loose}))?|各级各部门|各地各部门|各地|各级"
        f"|全[县市区镇乡]上下|大家"
    )
    join = "(?:、|，?(?:以及|特别是|尤其是|包括)|和|及|与|会同|联合|配合)"
    first = f"(?:(?P<office>{named})|{group})"
    more = f"(?:(?P<other_office>{named})|{group})"
    return re.compile(f"{first}(?:{join}{more})*{_TAIL}")


@cache
def _alone_no_office() -> re.Pattern[str]:
    """Return a pattern of one short name alone (宣传, 数据), which is a word of its own."""
    table = load_lexicons().table("task_actors")
    return re.compile(_alternatives([row["word"] for row in table if row["kind"] == "short"]))


@cache
def _organs() -> frozenset[str]:
    table = load_lexicons().table("task_actors")
    return frozenset(row["word"] for row in table if row["kind"] == "organ")


def is_word_alone(wording: str) -> bool:
    """Return whether ``wording`` names an office only among others (宣传、数据等部门)."""
    return _alone_no_office().fullmatch(wording) is not None


def gives_tasks(wording: str) -> bool:
    """Return whether these actors are the ones that give tasks: 县委、县政府."""
    return all(one in _organs() for one in actors_in(wording))


def actors_in(wording: str) -> tuple[str, ...]:
    """Return the members of a list of actors, each as the speech names it."""
    members = (_OTHERS.sub("", one).strip("“”") for one in _iter_parted(wording))
    return tuple(one for one in members if one)


def _iter_parted(wording: str) -> Iterator[str]:
    """Yield what stands between the joins of a list; 和 inside 发展和改革局 is none."""
    start = 0
    for match in _full_or_join().finditer(wording):
        if match["full"] is None:
            yield wording[start : match.start()]
            start = match.end()
    yield wording[start:]


@cache
def _full_or_join() -> re.Pattern[str]:
    table = load_lexicons().table("task_actors")
    full = _alternatives([row["word"] for row in table if row["kind"] == "full"])
    return re.compile(f"(?P<full>{full})|{_JOINS.pattern}")
