"""A row that changes its form for one member: that member is told, not the way back."""

from __future__ import annotations

from drafting.checks.base import CheckContext
from drafting.checks.runner import run_checks
from drafting.lexicons.lexicons import load_lexicons
from drafting.parsing.parser import parse_draft


def found_in(text: str) -> list[tuple[str, str]]:
    report = run_checks(parse_draft(text), CheckContext(load_lexicons()), select=["ST"])
    return [(one.code, one.span.of(text)) for one in report.findings]


def test_the_odd_member_alone_is_told() -> None:
    text = "同志们：\n一是抓早。\n二是抓细。\n三要抓实。\n四是抓好考核。\n五是抓好总结。"
    assert found_in(text) == [("ST003", "三要")]


def test_a_written_number_of_another_form_is_told_once() -> None:
    text = (
        "一、学在前\n要读原文。\n（二）干在先\n要下村。\n三、严在后\n要督查。\n同志们，让我们干吧！"
    )
    report = run_checks(parse_draft(text), CheckContext(load_lexicons()), select=["ST"])
    (finding,) = report.findings
    (edit,) = finding.fixes[0].edits
    assert (finding.code, edit.span.of(text), edit.replacement) == ("ST002", "（二）", "二、")


def test_a_number_left_out_is_told_though_another_row_holds_it() -> None:
    text = "同志们：\n一要抓早。\n二要抓细。一是入户，二是登记，三是公示。\n四要抓实。大家动起来。"
    assert ("ST001", "四要") in found_in(text)
