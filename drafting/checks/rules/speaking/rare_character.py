"""A character that the speaker may not be able to read.

What it does:
    Reports characters outside the common 3,500, all places of one in one finding, with their
    reading, or all its readings where its word does not tell; and words whose reading the office
    has written down.
Why:
    A stumble over a character is what is told about the speech afterwards.
Limits:
    Traditional characters and variants belong to WD004. A suggestion: the reading copy can carry
    the pinyin above.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from drafting.checks.base import ExampleSetting, Rule
from drafting.checks.kinds.places import related_places
from drafting.checks.matching import matcher_for
from drafting.model.finding import Severity
from drafting.readings.rare import rare_places
from drafting.readings.several import living_readings
from drafting.settings.profile import OfficeProfile, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.text.span import Span


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    text = draft.text
    yield from _noted(text, context.profile.readings)
    noted = {one for reading in context.profile.readings for one in reading.word}
    table = context.lexicons.table
    common, traditional = table("common_characters"), table("script_telling")
    for character, spans in rare_places(text, common, traditional, noted).items():
        readings = living_readings(text, spans[0].start, table("reading_several"))
        yield RULE.finding(
            spans[0],
            f"“{character}”较生僻，{_told(readings)}",
            related=related_places(spans[1:], "又见于此"),
        )


def _told(readings: tuple[str, ...]) -> str:
    if not readings:
        return "请核对读音"
    if len(readings) == 1:
        return f"读 {readings[0]}"
    return f"可读 {'、'.join(readings)}，请核对这里读哪一个"


def _noted(text: str, readings: tuple[Reading, ...]) -> Iterator[Finding]:
    places: dict[int, list[Span]] = defaultdict(list)
    for index, span in matcher_for(tuple(one.word for one in readings)).iter_matches(text):
        places[index].append(span)
    for index, spans in places.items():
        yield RULE.finding(
            spans[0],
            f"“{readings[index].word}”读 {readings[index].pinyin}",
            related=related_places(spans[1:], "又见于此"),
        )


RULE = Rule(
    code="SP002",
    name="rare-character",
    summary="生僻字和易念错的字",
    severity=Severity.SUGGESTION,
    check=_check,
    why="不常见的字，念稿的人容易卡住或念错；大字版可在上方注音。",
    source="《通用规范汉字表》一级字表（3,500 字）；读音据开放字音库 pypinyin；单位档案",
    flagged=(
        "同志们：\n要发扬筚路蓝缕的创业精神。",
        "同志们：\n工作中不能颟顸，更不能怙恶不悛。",
        "同志们：\n请沈若溪同志发言。",
    ),
    clean=(
        "同志们：\n要发扬艰苦奋斗的创业精神。",
        "同志们：\n二〇二六年是“十五五”开局之年。",
        "同志们：\n心裏要有数，年底要严格考覈。",
        "同志们：\n请周明远同志发言，3 个镇作准备。",
        "同志们：\n橙子、蝌蚪、蜻蜓、鹦鹉，都是常用字。",
    ),
    examples_with=ExampleSetting(
        profile=OfficeProfile(readings=(Reading("沈若溪", "shěn ruò xī"),))
    ),
)
