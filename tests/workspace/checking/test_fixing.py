"""Fixes serve where the finding stands, and where the same wording is objected to."""

from __future__ import annotations

from drafting.model.finding import Finding, Fix, Related, Severity
from drafting.text.edits import TextEdit
from drafting.text.span import Span
from drafting.workspace.checking.fixing import fixes_at


def test_other_wording_is_offered_at_every_place_of_a_crowded_phrase() -> None:
    text = "抓好。抓好。抓好。"
    here, other = Span(6, 8), Span(0, 2)
    fix = Fix("此处改为“办好”", (TextEdit(here, "办好"),))
    finding = Finding(
        "RP001", "名", Severity.WARNING, here, "", "", (fix,), (Related(other, "也用在此"),)
    )
    assert fixes_at(finding, 7, text) == (fix,)
    assert fixes_at(finding, 1, text)[0].edits == (TextEdit(other, "办好"),)
    assert fixes_at(finding, 4, text) == ()
