"""Nothing of the web page is left around or inside the text.

What it does:
    Looks for lines and pieces that pages print around a speech (相关推荐, 来源：, 点击查看, page
    marks, addresses), listed with the place in a line where they must stand.
Why:
    They are copied along, and one 点击下载 in the middle of a paragraph is read out before anybody
    notices.
Limits:
    The same words in running text (分享发展成果, 资金来源) are right: most patterns count only at
    the beginning of a line or as a whole line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.line_patterns import anchor_words, iter_line_matches
from drafting.checks.kinds.places import deletion
from drafting.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_SHOWN = 18


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    table = context.lexicons.table("checks_web_residue")
    for span, note in iter_line_matches(draft.text, table):
        wording = span.of(draft.text)
        shown = wording if len(wording) <= _SHOWN else wording[: _SHOWN - 1] + "…"
        fix = deletion(draft.text, span, "删去")
        yield RULE.finding(span, f"网页残留（{note}）：“{shown}”", fixes=(fix,))


RULE = Rule(
    code="RS005",
    name="web-residue",
    summary="网页上的字样没有删净",
    severity=Severity.ERROR,
    check=_check,
    words=lambda lexicons: (anchor_words(lexicons.table("checks_web_residue")),),
    why="推荐链接、来源、页码是网页上的东西，混在讲稿里一看就知道是从网上抄的。",
    source="由网页转存的讲话稿归纳",
    flagged=(
        "同志们：\n今天的会议很重要。\n相关推荐",
        "来源：清河湾在线\n同志们：\n今天的会议很重要。",
        "同志们：\n今天的会议很重要。点击查看更多内容。请各镇抓紧。",
        "同志们：\n今天的会议很重要，\n第3页 / 共12页\n请各镇抓紧。",
        "同志们：\n今天的会议很重要。\n责任编辑：小周",
        "同志们：\n今天的会议很重要。\n打印本页 关闭窗口\n共3页，当前第1页",
        "同志们：\n更多讲稿请访问www.example.com，请各镇抓紧。",
    ),
    clean=(
        "同志们：\n要让群众共同分享改革成果，让经验在更大范围推荐推广。",
        "同志们：\n资金来源要合规，相关文章已在县报刊发。",
        "同志们：\n要打响“吉字号”品牌，办好微信公众号，方便群众点击办理。",
        "同志们：\n这份规划共120页，第3页讲的是水利。",
        "同志们：\n来源：财政、企业、社会三条渠道，都要用好。\n关注公众号、加入服务群，群众就能办事。",
        "同志们：\n上一篇文章讲认识，下一步重在落实。",
    ),
)
