"""…… is six points, —— is two cells long.

What it does:
    Reports ..., 。。。, a single …, and --, ———, ── for a dash; all places of one form are
    one finding.
Why:
    Typed by hand they break apart at the end of a line and print low.
Limits:
    A single — between words is a connector (京沪铁路北京—上海段) and never made longer; points
    inside figures and addresses are right.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.places import related_places, replace_all, replacement
from drafting.model.finding import Severity
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_DOTS = re.compile("(?<![A-Za-z0-9./])(?:\\.{2,}|．{2,}|。{3,}|·{3,}|…+)(?![A-Za-z0-9./])")
# What must stand in a text before the pattern behind it is worth a search.
_DASHES = (
    ("--", re.compile("(?<![A-Za-z0-9_-])-{2,4}(?![A-Za-z0-9_-])")),
    ("———", re.compile("—{3,}")),
    ("－－", re.compile("－{2,}")),
    ("─", re.compile("─+")),
    ("―", re.compile("―+")),
    ("— —", re.compile("— —")),
    ("\n—", re.compile("—(?<=\n—)(?=[\u4e00-\u9fff])")),
)
_AND_SO_ON = re.compile("(?P<ellipsis>…{1,2})(?P<word>等等|等(?![到待候着你我他一下不级]))")
_DOT_SIGNS = ("..", "．．", "。。", "··", "…")


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    if any(sign in text for sign in _DOT_SIGNS):
        dots = [Span(*match.span()) for match in _DOTS.finditer(text)]
        wrong = [span for span in dots if span.of(text) not in ("……", "…………")]
        yield from _finding(text, wrong, "……", "省略号")
        yield from _with_and_so_on(text)
    for sign, pattern in _DASHES:
        if sign in text:
            spans = (Span(*match.span()) for match in pattern.finditer(text))
            dashes = [span for span in spans if not _is_line(text, span)]
            yield from _finding(text, dashes, "——", "破折号")


def _with_and_so_on(text: str) -> Iterator[Finding]:
    """Yield where 等 stands behind an ellipsis, which says it already."""
    for match in _AND_SO_ON.finditer(text):
        ellipsis, word = Span(*match.span("ellipsis")), Span(*match.span("word"))
        fixes = (*replacement(ellipsis, ""), *replacement(word, ""))
        titles = ("删去省略号", f"删去“{match['word']}”")
        yield RULE.finding(
            Span(*match.span()),
            f"省略号与“{match['word']}”意思重复，留一个即可",
            fixes=tuple(
                replace(fix, title=title) for fix, title in zip(fixes, titles, strict=True)
            ),
        )


def _is_line(text: str, span: Span) -> bool:
    """Return whether nothing else stands in the line (a rule drawn across the page)."""
    alone = text[span.start - 1 : span.start] in ("", "\n") and text[span.end : span.end + 1] in (
        "",
        "\n",
    )
    return alone or len(span) > 6


def _finding(text: str, places: Sequence[Span], right: str, name: str) -> Iterator[Finding]:
    """Yield one finding for each wrong form."""
    forms: dict[str, list[Span]] = {}
    for span in places:
        forms.setdefault(span.of(text), []).append(span)
    for form, spans in forms.items():
        where = f"（共 {len(spans)} 处）" if len(spans) > 1 else ""
        title = f"改为“{right}”" if len(spans) == 1 else f"全部改为“{right}”"
        yield RULE.finding(
            spans[0],
            f"{name}应写作“{right}”，不写作“{form}”{where}",
            fixes=(replace_all(spans, right, title),),
            related=related_places(spans[1:], "又见于此"),
        )


RULE = Rule(
    code="PU007",
    name="ellipsis-or-dash-form",
    summary="省略号或破折号写得不对",
    severity=Severity.WARNING,
    check=_check,
    why="省略号是六个连点、占两格，破折号占两格；手打的替代写法排出来高低长短不一。",
    source="GB/T 15834-2011 4.11、4.10、5.1.4、5.1.5",
    flagged=(
        "同志们：\n粮食、蔬菜、水果……等都要保供。",
        "同志们：\n种子、化肥、农膜...样样要备足。",
        "同志们：\n种子、化肥、农膜。。。。。。样样要备足。",
        "同志们：\n种子、化肥、农膜…样样要备足。",
        "同志们：\n今天只讲一件事--落实。",
        "同志们：\n今天只讲一件事———落实。",
    ),
    clean=(
        "同志们：\n他们说……等到雨停就晚了，种子、农膜……样样要备足。",
        "同志们：\n种子、化肥、农膜……样样要备足。",
        "同志们：\n今天只讲一件事——落实。",
        "同志们：\n清河湾—白石岭段公路已经贯通，中国—东盟博览会签约两个。",
        "同志们：\n网址是http://www.example.cn/a--b，版本为1..2。",
        "同志们：\n增长5.2%，完成率98.5%。",
    ),
)
