"""A check's question and answer as JSON, between the window's process and its child."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafting.checks.report import CheckReport
from drafting.model.finding import (
    Applicability,
    Finding,
    Fix,
    IgnoreReach,
    Related,
    Severity,
    Suppression,
)
from drafting.text.edits import TextEdit
from drafting.text.span import Span
from drafting.workspace.opening import particulars_to

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from drafting.model.particulars import Particulars

WORD = "check"


def question(
    text: str,
    revision: int,
    suppressions: Sequence[Suppression],
    particulars: Particulars | None = None,
    source: str | None = None,
    library: Path | None = None,
) -> dict[str, Any]:
    """Return the request that asks a child to check ``text``.

    ``source`` is the text that it was made from, ``library`` the file of past speeches.
    """
    return {
        "word": WORD,
        "text": text,
        "source": source,
        "library": None if library is None else str(library),
        "revision": revision,
        "particulars": {} if particulars is None else particulars_to(particulars),
        "suppressions": [suppression_to(one) for one in suppressions],
    }


def suppression_to(one: Suppression) -> dict[str, Any]:
    """Return a suppression as JSON; draft files keep it in the same shape."""
    return {
        "reach": one.reach.value,
        "code": one.code,
        "text": one.text,
        "before": one.before,
        "after": one.after,
    }


def suppression_from(saved: dict[str, Any]) -> Suppression | None:
    """Return the suppression in a JSON object, or None where it is none of ours."""
    try:
        return Suppression(
            IgnoreReach(saved["reach"]),
            str(saved["code"]),
            str(saved["text"]),
            str(saved.get("before", "")),
            str(saved.get("after", "")),
        )
    except (KeyError, TypeError, ValueError):
        return None


def report_to(report: CheckReport) -> dict[str, Any]:
    """Return a report as JSON."""
    return {
        "revision": report.revision,
        "findings": [_finding_to(finding) for finding in report.findings],
        "suppressed": report.suppressed,
        "failed_rules": list(report.failed_rules),
        "seconds": report.seconds,
    }


def report_from(message: dict[str, Any]) -> CheckReport:
    """Return the report that :func:`report_to` made a message of."""
    return CheckReport(
        revision=message["revision"],
        findings=tuple(_finding_from(one) for one in message["findings"]),
        suppressed=message["suppressed"],
        failed_rules=tuple(message["failed_rules"]),
        seconds=message["seconds"],
    )


def _finding_to(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "span": _span_to(finding.span),
        "message": finding.message,
        "why": finding.why,
        "fixes": [
            {
                "title": fix.title,
                "edits": [[*_span_to(edit.span), edit.replacement] for edit in fix.edits],
                "applicability": fix.applicability.value,
            }
            for fix in finding.fixes
        ],
        "related": [[*_span_to(one.span), one.note, one.source] for one in finding.related],
        "title": finding.title,
    }


def _finding_from(message: dict[str, Any]) -> Finding:
    fixes = tuple(
        Fix(
            one["title"],
            tuple(TextEdit(Span(start, end), new) for start, end, new in one["edits"]),
            Applicability(one["applicability"]),
        )
        for one in message["fixes"]
    )
    related = tuple(
        Related(Span(start, end), note, source) for start, end, note, source in message["related"]
    )
    return Finding(
        message["code"],
        message["name"],
        Severity(message["severity"]),
        Span(*message["span"]),
        message["message"],
        message["why"],
        fixes,
        related,
        message["title"],
    )


def _span_to(span: Span) -> list[int]:
    return [span.start, span.end]
