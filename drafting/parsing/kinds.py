"""Which kind of speech a text is: told by its title, else by what its opening does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.model.draft import BlockKind
from drafting.model.particulars import SpeechType
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Block

# The first that fits: what is done with the words (主持, 致辞, 表态 …) tells more than where they
# are spoken (在警示教育大会上的表态发言), a campaign or a festival more than “meeting”.
_IN_TITLE: tuple[tuple[re.Pattern[str], SpeechType], ...] = tuple(
    (re.compile(words), kind)
    for words, kind in (
        ("主持词|主持辞|主持讲话|主持稿", SpeechType.HOST),
        ("致辞|致词|祝词|贺词|贺信|贺电|欢迎[词辞]|答谢[词辞]|献词|寄语", SpeechType.GREETING),
        ("表态|就职|任职(?:发言|讲话|感言)|履职承诺", SpeechType.PLEDGE),
        ("党课", SpeechType.PARTY_LESSON),
        ("汇报|述职", SpeechType.REPORT_UPWARD),
        ("传达", SpeechType.CONVEYING),
        (
            (
                "(?:政府|常委会|委员会|常务委员会|法院|检察院|党委|纪委|县委|市委|区委)?工作报告$|开幕[词辞]|闭幕[词辞]"
                "|代表大会.{0,16}(?:报告|讲话)|的报告$"
            ),
            SpeechType.CONGRESS,
        ),
        (
            "警示教育|从严治党|党风廉政|廉政(?:工作|建设|教育)|反腐|以案(?:促改|为鉴|说法)|纪律教育|纪委.{0,12}全(?:体)?会",
            SpeechType.DISCIPLINE,
        ),
        (
            (
                "(?:庆祝|慰问|团拜|纪念|节日|迎新春|迎春).{0,24}(?:座谈会|茶话会|联谊会)|团拜会|茶话会|招商推介|推介会|签约"
                "|(?:开工|奠基|竣工|揭牌|授牌|开业|通车|开通|启动|颁奖|捐赠|落成)(?:仪式|典礼)|开幕式|闭幕式|典礼"
            ),
            SpeechType.GREETING,
        ),
        ("动员|誓师|启动(?:大)?会|出征", SpeechType.MOBILISATION),
        (
            "调研|座谈|督查|督导|观摩|擂台|比武|现场(?:会|推进|办公)|视察|点评会",
            SpeechType.INSPECTION,
        ),
        (
            (
                "(?:会议?|大会|全会|例会|调度|大讲堂)(?:上|中|结束时|期间|闭幕时|时)?(?:的)?(?:讲话|发言|总结|要求|意见|安排|报告|要点|提纲|$)"
                "|工作会|推进会|部署会|全体会议|调度会|联席会"
            ),
            SpeechType.WORK_MEETING,
        ),
    )
)
# Where the title is silent: words that hardly any other kind begins with.
_IN_OPENING: tuple[tuple[re.Pattern[str], SpeechType], ...] = tuple(
    (re.compile(words), kind)
    for words, kind in (
        (
            "现在开会|(?:共有|有)[^。]{1,6}项议程|请[^。]{2,20}同志(?:讲话|发言|致辞)",
            SpeechType.HOST,
        ),
        (
            "请予审议|(?:向|作)[^。]{0,20}(?:政府)?工作报告|现在，我代表[^。]{2,30}向大会",
            SpeechType.CONGRESS,
        ),
        ("(?:汇报|报告)如下|作(?:一)?(?:个)?(?:简要)?汇报", SpeechType.REPORT_UPWARD),
        (
            "表态(?:发言)?如下|作(?:如下)?表态|坚决(?:拥护|服从)(?:市委|县委|省委|区委|组织)的决定",
            SpeechType.PLEDGE,
        ),
        ("(?:传达|学习)[^。]{4,40}(?:精神|讲话)(?:传达)?如下|精神传达如下", SpeechType.CONVEYING),
        ("(?:上|讲)(?:好)?(?:一)?[堂次]?党课|今天(?:的|这堂)党课", SpeechType.PARTY_LESSON),
        ("观看了[^。]{0,12}警示(?:教育)?片", SpeechType.DISCIPLINE),
        ("值此[^。]{2,40}之际|(?:热烈|诚挚)的(?:欢迎|祝贺|问候)", SpeechType.GREETING),
    )
)
_OPENING_PARAGRAPHS = 3


def find_kind(text: str, blocks: Sequence[Block]) -> tuple[SpeechType, Span] | None:
    """Return the kind of speech with the words that tell it, or None."""
    for block in blocks:
        if block.kind in (BlockKind.TITLE, BlockKind.SUBTITLE):
            found = _first(_IN_TITLE, text, block.span)
            if found is not None:
                return found
    body = [block.span for block in blocks if block.kind is BlockKind.PARAGRAPH]
    for span in body[:_OPENING_PARAGRAPHS]:
        found = _first(_IN_OPENING, text, span)
        if found is not None:
            return found
    return None


def _first(
    signs: tuple[tuple[re.Pattern[str], SpeechType], ...], text: str, span: Span
) -> tuple[SpeechType, Span] | None:
    for pattern, kind in signs:
        match = pattern.search(text, span.start, span.end)
        if match:
            return kind, Span(*match.span())
    return None
