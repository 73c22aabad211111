"""No rule raises, and none takes long, on text that nobody would write."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.checks.base import CheckContext, Rule
from drafting.checks.catalogue import RULES
from drafting.checks.runner import run_checks
from drafting.lexicons.lexicons import load_lexicons
from drafting.parsing.parser import parse_draft
from tests.checks.planting.speeches import clean_speeches
from tests.clock import seconds_of

if TYPE_CHECKING:
    from drafting.model.draft import Draft

LENGTH = 10_000
# Nothing takes no time at all, whatever the clock says.
TICK = 1e-6
# A walk through so many characters takes about 0.3 ms.
MOST_WALKS = 150
HEAPS = {
    "brackets": "（" * LENGTH,
    "closing brackets": "）" * LENGTH,
    "ascii brackets": "(" * LENGTH,
    "pairs": "（）" * (LENGTH // 2),
    "quotes": "“" * LENGTH,
    "nested quotes": "“‘" * (LENGTH // 2),
    "empty quotes": "“”" * (LENGTH // 2),
    "titles": "《" * LENGTH,
    "digits": "1" * LENGTH,
    "numerals": "一" * LENGTH,
    "particles": "的" * LENGTH,
    "stars": "*" * LENGTH,
    "bold": "**好" * (LENGTH // 3),
    "crosses": "X" * LENGTH,
    "two crosses": "XX县" * (LENGTH // 3),
    "underscores": "_" * LENGTH,
    "braces": "{" * LENGTH,
    "slots": "{好" * (LENGTH // 2),
    "blanks": " " * LENGTH,
    "blank lines": "\n" * LENGTH,
    "dashes": "-" * LENGTH,
    "page marks": "第1页\n" * (LENGTH // 4),
    "question marks": "?" * LENGTH,
    "commas": "好," * (LENGTH // 2),
    "full commas": "，" * LENGTH,
    "must": "，一要好。" * (LENGTH // 5),
    "must in lines": "，一要好。\n，二要好。\n" * (LENGTH // 12),
    "ordinals": "，第一。就" * (LENGTH // 5),
    "headings": "一、好\n" * (LENGTH // 4),
    "one line": "全县上下要抓紧行动真抓实干" * (LENGTH // 13),
    "doubled": "加强" * (LENGTH // 2),
    "long period": ("抓紧行动真抓实干见到实效" + "好") * (LENGTH // 13),
    "same sentence": "各镇要逐村逐户排查隐患做到不漏一户。" * (LENGTH // 18),
    "traditional": "裏" * LENGTH,
    "some": "某县" * (LENGTH // 2),
    "pinyin": "好（hǎo）" * (LENGTH // 6),
    "addresses": "http://a" * (LENGTH // 8),
    "surrogates": "\ud800布署" * (LENGTH // 3),
    "controls": "\x00\u202e\ufffe" * (LENGTH // 3),
    "entities": "&nbsp" * (LENGTH // 5),
    "wrong words": "布署按装" * (LENGTH // 4),
}


def best_share(rule: Rule, draft: Draft, context: CheckContext) -> float:
    """Return how many plain walks through the text a rule takes, the best of a few runs.

    The process's own time is counted, and the walk beside it: the machine may be busy otherwise.
    """
    best = float("inf")
    for _ in range(5):
        taken = seconds_of(lambda: list(rule.check(draft, context)))
        walk = seconds_of(lambda: sum(map(ord, draft.text)))
        best = min(best, taken / max(walk, TICK))
        if best <= MOST_WALKS:
            break
    return best


@pytest.mark.parametrize("heap", HEAPS)
def test_no_rule_is_slow(heap: str) -> None:
    draft, context = parse_draft(HEAPS[heap]), CheckContext(load_lexicons())
    assert run_checks(draft, context).failed_rules == ()
    shares = {rule.code: best_share(rule, draft, context) for rule in RULES}
    assert {code: share for code, share in shares.items() if share > MOST_WALKS} == {}


@pytest.mark.parametrize("is_one_line", [True, False], ids=["one line", "paragraphs"])
def test_the_whole_check_grows_with_the_text(is_one_line: bool) -> None:
    text = "\n".join(clean_speeches())
    text = text.replace("\n", "") if is_one_line else text
    context = CheckContext(load_lexicons())
    short = text[: len(text) // 4]
    run_checks(parse_draft(short), context)
    assert _seconds(text, context) < 2 * 4 * _seconds(short, context)


def _seconds(text: str, context: CheckContext) -> float:
    """Return the time of one check, the best of three; each text is new to what remembers texts."""
    drafts = [parse_draft(text + "\n我讲完了。" * again) for again in range(3)]
    return min(seconds_of(partial(run_checks, draft, context)) for draft in drafts)


WORDS = (
    "一、/（二）/三是/二个/第一。/，/。/：/“/”/（/）/《/》/XX/*/某县/{名称}/??h/的的/加强加强/布署/帐/裏"
    "/讲三点意见/同志们/同志们：/来源：/1/——/真抓实干/𠀀/é/\n/ /\t/\x00/\ufffd/\ud801"
)
PIECES = st.sampled_from(WORDS.split("/"))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=60).map("".join))
def test_no_rule_raises(text: str) -> None:
    report = run_checks(parse_draft(text), CheckContext(load_lexicons()))
    assert report.failed_rules == ()
    for finding in report.findings:
        assert finding.span.end <= len(text)
        for fix in finding.fixes:
            assert all(edit.span.end <= len(text) for edit in fix.edits)
