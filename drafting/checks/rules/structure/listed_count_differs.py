"""A count agrees with the members that stand beside it.

What it does:
    Compares a count (两个克服, “五化”要求, 三大抓手) with the members listed beside it or in the
    paragraphs that it leads in, and the characters of a formula with the number that it is called
    by (“早、实、细、快”四字诀).
Why:
    A member is added or struck out and the count before it forgotten.
Limits:
    Rests on the parser, which leaves the members uncounted wherever they cannot be told apart
    with certainty; then the rule is silent.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafting.checks.base import Rule
from drafting.checks.kinds.places import replacement
from drafting.checks.kinds.promises import announces_parts, count_fixes, missing_part_fixes
from drafting.model.finding import Related, Severity
from drafting.text.characters import HAN
from drafting.text.numerals import parse_number, renumbered
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.checks.base import CheckContext
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding


# A formula is a list at least of three; “安全”四字诀 only names what the formula is about.
_FORMULA = f"“(?P<{{0}}>[{HAN}]{{{{1,8}}}}(?:[、，；][{HAN}]{{{{1,8}}}}){{{{2,}}}})”"
_CALLED = (
    "(?P<{0}>[二三四五六七八九十]{{1,3}})个?字(?:要?诀|方针|口诀|箴言|工作法|总?要求|标准|原则)"
)
_FORMULAS = re.compile(
    f"{_FORMULA.format('first')}(?:的|这|这个)?“?{_CALLED.format('behind')}"
    f"|{_CALLED.format('ahead')}”?[：:，]?{_FORMULA.format('second')}"
)


def _check(draft: Draft, context: CheckContext) -> Iterator[Finding]:  # noqa: ARG001
    for promise in draft.promises:
        if announces_parts(promise) or promise.kept is not False:
            continue
        yield RULE.finding(
            promise.span,
            f"“{promise.text}”与所列内容不符，列出的有 {promise.found} 项",
            fixes=count_fixes(draft, promise) + missing_part_fixes(draft, promise),
            related=tuple(
                Related(span, f"第 {number} 项在此")
                for number, span in enumerate(promise.members, start=1)
            ),
        )
    yield from _formulas(draft.text)


def _formulas(text: str) -> Iterator[Finding]:
    """Yield the formulas that have more or fewer characters than they are called by."""
    if "字" not in text:
        return
    for match in _FORMULAS.finditer(text):
        group = "behind" if match["behind"] else "ahead"
        characters = sum(
            len(one) for one in re.findall(f"[{HAN}]+", match["first"] or match["second"])
        )
        if parse_number(match[group]) != characters:
            count = Span(*match.span(group))
            yield RULE.finding(
                Span(*match.span()),
                f"说是{match[group]}字，列出的有 {characters} 个字",
                fixes=replacement(count, renumbered(match[group], characters)),
            )


RULE = Rule(
    code="ST005",
    name="listed-count-differs",
    summary="所说数目与所列内容不符",
    severity=Severity.WARNING,
    check=_check,
    why="数目和列出的内容对不上，听的人数一遍就发现；多半是增删内容后没有改数字。",
    source="公文写作通例：概数与列举一致",
    flagged=(
        "同志们：\n生猪、蔬菜、茶叶、木耳、烤烟“四大特色产业”增势良好。",
        (
            "同志们：\n要着力打造生态旅游、清洁能源、绿色食品3个重点产业集群，早见成效，"
            "其中旅游、食品、能源、药材4个重点产业要先行。\n要按照规模化、标准化、品牌化的“四化”要求抓好落实。"
        ),
        "同志们：\n要按照规模化、标准化、品牌化、链条化的“三化”要求，做大特色产业。",
        "同志们：\n落实“早、实、严、细、快”四字诀，牢记八字方针“团结、务实、为民”。",
    ),
    clean=(
        "同志们：\n生猪、蔬菜、茶叶、木耳“四大特色产业”增势良好。",
        "同志们：\n要按照规模化、标准化、品牌化的“三化”要求，做大特色产业。",
        "同志们：\n落实“早、实、细、快”四字诀，牢记“团结、务实、清廉、为民”八字方针、“安全”四字诀。",
        "同志们：\n县里对水利局、交通局、住建局等6个单位作了通报。",
        "同志们：\n要增强“四个意识”、坚定“四个自信”、做到“两个维护”，确保政令畅通。",
        "同志们：\n全年14项主要指标中，有6项居全市前列，请大家对照差距抓紧追赶。",
    ),
)
