"""One series counts in one way.

What it does:
    Reports a series that changes its form on the way (第一…二是…, 一要…二是…); for
    首先…其次…第三, on which the books disagree, it only suggests.
Why:
    The parts come from two drafts and were joined without a second look.
Limits:
    A series of another form inside one member is no change: each form that counts on from its own
    one is a series of its own.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.counting_rows import Member, iter_changes
from drafting.checks.kinds.places import replacement
from drafting.model.finding import Related, Severity
from drafting.text.numerals import parse_number, renumbered
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_PATTERN = re.compile(
    "[。；：，！？\n;,:][ \u3000]*(?P<marker>"
    "(?P<ordinal>第(?P<a>[一二三四五六七八九十]{1,2})(?=[，、,：]|[要是](?![务素点害求领职件])))"
    "|(?P<b>[一二三四五六七八九十]{1,2})(?P<word>[要是])|(?P<first>首先|其次|再次)(?=[，、,要是]))"
)
_FIRST = {"首先": 1, "其次": 2, "再次": 3}
# A row inside a paragraph, and one whose members each open a paragraph.
_NEAR, _FAR = 400, 1500


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    text = draft.text
    inside: list[Member] = []
    opening: list[Member] = []
    for match in _PATTERN.finditer(text):
        member = _member(match)
        inside.append(member)
        if match.group()[0] == "\n":
            opening.append(member)
    changes = dict.fromkeys(_in_paragraphs(text, inside))
    changes |= dict.fromkeys(iter_changes(opening, _FAR))
    for before_it, member in changes:
        yield _finding(text, before_it, member)


def _member(match: re.Match[str]) -> Member:
    span = Span(*match.span("marker"))
    if match["first"]:
        return Member("首先", _FIRST[match["first"]], span)
    form = "第N" if match["ordinal"] else f"N{match['word']}"
    return Member(form, parse_number(match["a"] or match["b"]) or 0, span)


def _in_paragraphs(text: str, members: Sequence[Member]) -> Iterator[tuple[Member, Member]]:
    for _, row in groupby(members, key=lambda one: text.rfind("\n", 0, one.span.start)):
        yield from iter_changes(row, _NEAR)


def _finding(text: str, before: Member, member: Member) -> Finding:
    mild = "首先" in (before.form, member.form)
    right = renumbered(before.span.of(text), member.number)
    is_spoken = all(form.startswith("N") for form in (before.form, member.form))
    return RULE.finding(
        member.span,
        f"前面用“{before.span.of(text)}”、这里用“{member.span.of(text)}”，同一组序数词应统一",
        related=(Related(before.span, "前一个序数词在此"),),
        fixes=replacement(member.span, right) if is_spoken else (),
        severity=Severity.SUGGESTION if mild else None,
    )


RULE = Rule(
    code="ST003",
    name="mixed-series",
    summary="同一组序数词写法不一",
    severity=Severity.WARNING,
    check=_check,
    why="一组并列的话用一种序数词，“一要”接“二是”，听着不齐整。",
    source="GB/T 15834-2011 4.6；公文写作通例",
    flagged=(
        "同志们：\n入户走访，一要问清收成，二是看清住房，三要记清诉求。",
        "同志们：\n第一，责任要到人。二是措施要到位。第三，督查要跟上。",
        "同志们：\n抓落实，第一要快，二是要准，第三要稳。",
        (
            "同志们：\n第一，责任要到人。各镇要逐级签字。\n二是措施要到位。部门要跟上。\n第三，督查"
            "要跟上。县委办要抓。"
        ),
    ),
    clean=(
        "同志们：\n入户走访，一要问清收成，二要看清住房，三要记清诉求。",
        (
            "同志们：\n第一，责任要到人。一是签字，二是公示，三是考核。\n第二，措施要到位。一要备料"
            "，二要开工。\n第三，督查要跟上。"
        ),
        "同志们：\n首先，要看到成绩。其次，要看到差距。最后，要看到希望。",
        "同志们：\n一是抓早，二是抓细。这件事，一要快，二要实。",
        "同志们：\n一方面要稳，另一方面要进。第一要务是发展，二是民生。",
        "同志们：\n第一要把好质量关，第二要把好进度关。我们的排名，第一是石桥镇，第二是柳湾乡。",
    ),
)
