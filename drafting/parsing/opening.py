"""The opening of a speech and what it does, step by step (rhetorical moves, Swales 1990)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.model.draft import BlockKind, Move, Opening
from drafting.text.sentences import iter_sentences
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Block
    from drafting.model.headings import Heading

_BODY = (BlockKind.PARAGRAPH, BlockKind.HEADING)
_MAX_SENTENCES = 60
_SIGNS: tuple[tuple[Move, re.Pattern[str]], ...] = (
    (
        Move.CONVENE,
        re.compile(
            "(?:召开|举行|召集|欢聚|相聚|齐聚|现在开会|组织大家)[^。；]{0,60}|(?:今天|这次|这个|本次)[^。，；]{0,24}(?:会议?|大会|活动|仪式|座谈)"
            "|把大家(?:请来|召集|请到)|接着(?:开|召开)|值此"
        ),
    ),
    (
        Move.PURPOSE,
        re.compile(
            "(?:任务|目的|议题|主题|内容|议程)(?:，?(?:主要)?(?:就|还)?是|有|在于|为)|(?:就是|旨在|为了)[^。]{0,40}(?:统一|动员|部署|明确|总结|贯彻|推动)"
            "|既是[^。]{2,40}(?:更|也|又)是|主要是[^。]{0,30}(?:通报|总结|部署|传达|动员|研究|学习)|学习贯彻[^。]{4,60}(?:部署|动员|安排)"
        ),
    ),
    (
        Move.RECAP,
        re.compile(
            "刚才|方才|会前|前面|此前|刚刚|上午[^。]{0,20}(?:看了|观摩|参观)|[看听]了[^。]{0,20}(?:点|项目|现场|发言|汇报)"
            "|(?:集中观摩|现场观摩|实地观摩|观摩督查)"
        ),
    ),
    (
        Move.ENDORSE,
        re.compile(
            "(?:完全|都|十分|非常|很)?(?:同意|赞成|认可)|(?:讲|说|谈)得(?:很|非常|都)?(?:好|到位|具体|全面)|讲了很好的"
            "|(?:抓好|认真|切实|狠抓|一并|请)[^。；]{0,14}(?:贯彻落实|抓好落实|学习领会|贯彻执行|组织实施|抓落实)|对照抓好"
            "|(?:针对性|指导性|操作性)[^。]{0,14}强|照着办|发言[^。]{0,14}(?:端正|有力|很好|务实)"
        ),
    ),
    (
        Move.ANNOUNCE,
        re.compile(
            "(?:讲|谈|提|强调|说|汇报|交流|报告|作)[^，。；]{0,14}(?:[一二两三四五六七八九十几]|[2-9])(?:点|个|条|项|件|句)"
            "|(?:下面|接下来|现在|这里|借此机会)，?[^。]{0,24}(?:讲|谈|强调|提|汇报|报告|表态|发言)|汇报如下|报告如下|向大会报告"
        ),
    ),
)


def find_opening(
    text: str, blocks: Sequence[Block], headings: Sequence[Heading], closing: Span | None
) -> Opening | None:
    """Return the text between salutation and first heading with its moves, or None.

    A speech without headings has no border there, so no opening is named.
    """
    body = next((block for block in blocks if block.kind in _BODY), None)
    if body is None or not headings:
        return None
    start, end = body.span.start, headings[0].span.start
    if closing is not None:
        end = min(end, closing.start)
    end = start + len(text[start:end].rstrip()) if end > start else start
    if end <= start:
        return None
    span = Span(start, end)
    return Opening(span, _moves(text, span))


def _moves(text: str, span: Span) -> tuple[Move, ...]:
    """Return the moves in the order in which they first come."""
    places: list[tuple[int, int, Move]] = []
    seen: set[Move] = set()
    for count, sentence in enumerate(iter_sentences(text, span)):
        if count > _MAX_SENTENCES or len(seen) == len(_SIGNS):
            break
        for rank, (move, sign) in enumerate(_SIGNS):
            match = None if move in seen else sign.search(text, sentence.start, sentence.end)
            if match:
                seen.add(move)
                places.append((match.start(), rank, move))
    return tuple(move for _, _, move in sorted(places))
