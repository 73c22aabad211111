"""Figures, dates, people, venues in a sentence: right in one speech and wrong in the next.

All are taken as they are written, to be looked for in another text; what a figure amounts to, so
that it can be compared or added up, is read by ``figures.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.text.characters import HAN
from drafting.text.span import Span
from drafting.text.surnames import USUAL_SURNAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATE = re.compile(
    "(?:20\\d\\d|二[〇○零][〇○零一二三四五六七八九]{2})年(?:\\d{1,2}月(?:\\d{1,2}日)?)?"
    "|\\d{1,2}月(?:\\d{1,2}日|底|份|初|中旬|上旬|下旬|末)|[一二三四]季度|[上下]半年"
)
_VENUE = re.compile(
    f"(?:[在到赴]|参观了?|观摩了?|走进|来到|察看了?)(?P<place>[{HAN}]{{2,3}}"
    f"(?:[镇乡村]|街道|社区|园区|开发区))(?=[^，。；]{{0,6}}(?:召开|举行|举办|开会|现场|参观|观摩|的|，|、))"
)
_FIGURE = re.compile(
    "(?<![\\dA-Za-z第.])(\\d+(?:[.,]\\d+)*)\\s?"
    "((?:[百千万亿]+)?(?:多|余)?(?:个百分点|公里|平方米|立方米|千瓦|元|亩|吨|户|人|家|个|项|件|起|所|座|处|名|辆"
    "|条|场|次|米|头|只|套|期|批)|[%％]|[百千万亿]+)"
)
_POSTS = (
    "常务副[省市县区]长|副?[省市县区镇乡]长|[省市县区镇乡]?[党]?[委]?副?书记|副?主任|副?局长|副?部长|副?主席|副?院长"
    "|副?检察长|[省市县区]委常委|组织部长|宣传部长|统战部长|政法委书记|纪委书记|副?总经理|副?董事长"
)
_POST = f"(?:[{HAN}]{{2}}[局委办部])?(?:{_POSTS})"
_PERSON = re.compile(
    f"(?P<post>{_POST}(?:、(?:{_POSTS}))*)?(?P<name>[{USUAL_SURNAMES}][{HAN}]{{1,2}})同志"
)
_BY_POST = re.compile(
    f"(?P<post>{_POST})(?P<name>[{USUAL_SURNAMES}][{HAN}]{{1,2}})(?=[，。、；：（])"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person named; ``post`` is empty where none stands before the name."""

    name: str
    post: str
    span: Span


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure as it is written (86.5), with its scale and unit (亿元).

    ``about`` are the Han characters of its clause before it.
    """

    number: str
    unit: str
    about: str
    span: Span


def iter_dates(text: str) -> Iterator[Span]:
    """Yield dates, months and quarters."""
    for match in _DATE.finditer(text):
        yield Span(*match.span())


def iter_venues(text: str) -> Iterator[Span]:
    """Yield the towns, villages and sites in which something is held or seen (在石桥镇召开)."""
    for match in _VENUE.finditer(text):
        yield Span(*match.span("place"))


def iter_figures(text: str) -> Iterator[StatedFigure]:
    """Yield figures with a unit, dates aside."""
    for match in _FIGURE.finditer(text):
        before = re.split("[^" + HAN + "]+", text[max(0, match.start() - 24) : match.start()])
        yield StatedFigure(match.group(1), match.group(2), before[-1], Span(*match.span()))


def iter_people(text: str) -> Iterator[Person]:
    """Yield people that are called 同志 or named behind their post."""
    seen: set[int] = set()
    for pattern in (_PERSON, _BY_POST):
        for match in pattern.finditer(text):
            if match.start("name") not in seen:
                seen.add(match.start("name"))
                yield Person(match["name"], match["post"] or "", Span(*match.span("name")))
