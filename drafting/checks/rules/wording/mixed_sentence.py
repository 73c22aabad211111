"""A sentence follows one construction to its end.

What it does:
    Looks for two constructions run into one (是为了…为目的, 围绕以…为中心, 原因是…造成的) and for
    通过…，使… that lost its subject.
Why:
    The sentence was begun in one way and ended in another; one who reads it aloud stumbles.
Limits:
    A list of constructions, each within one sentence. 通过…使… counts only where a sentence begins
    with it, since elsewhere its subject stands before; a suggestion, for good writers use it too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.base import Rule, Scope
from drafting.checks.kinds.sentence_patterns import iter_sentence_patterns, prefilters
from drafting.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:
    table = context.lexicons.table("checks_mixed_sentences")
    for span, row in iter_sentence_patterns(draft.text, table):
        yield RULE.finding(span, row["message"])


RULE = Rule(
    code="WD009",
    name="mixed-sentence",
    summary="句式杂糅、缺少主语",
    severity=Severity.SUGGESTION,
    check=_check,
    words=lambda lexicons: (prefilters(lexicons.table("checks_mixed_sentences")),),
    why="一句话用了两种句式，或把主语丢了，念到一半接不下去。",
    source="《语法修辞讲话》（吕叔湘、朱德熙）",
    flagged=(
        "同志们：\n这次整治是为了改善环境为目的，必须抓好。",
        "同志们：\n通过这次培训，使大家的认识有了提高。",
        "同志们：\n要紧紧围绕以项目建设为中心，本着以群众满意为原则，抓好落实。",
        "同志们：\n事故多发的原因是管理不严造成的，关键在于责任落实是关键。",
        "同志们：\n要加强巡查，防止此类事故不再发生。",
    ),
    clean=(
        "同志们：\n这次整治以改善环境为目的，是为了让群众满意。",
        "同志们：\n这次培训使大家的认识有了提高；我们通过培训，使大家提高了认识。",
        "同志们：\n要围绕项目建设这个中心，本着群众满意的原则，抓好落实。",
        "同志们：\n事故多发的原因是管理不严，关键在于落实责任。",
        "同志们：\n之所以这样安排，是因为时间紧；要加强巡查，防止此类事故再次发生。",
    ),
    scope=Scope.LINE,
)
