"""Which drafts are reports, whose parts and headings follow custom and no rhythm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.model.particulars import SpeechType

if TYPE_CHECKING:
    from drafting.model.draft import Draft


def is_report(draft: Draft) -> bool:
    """Return whether a draft is a report to an assembly or to superiors."""
    address = draft.salutation or ""
    upward = draft.particulars.kind is SpeechType.REPORT_UPWARD
    return upward or "报告" in draft.title or "代表" in address
