"""A check's question and answer as JSON, between the window's process and its child."""

from __future__ import annotations

from dataclasses import dataclass, field
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
from drafting.model.particulars import Particulars
from drafting.text.edits import TextEdit
from drafting.text.span import Span
from drafting.workspace.drafts.particulars_fields import particulars_from, particulars_to

if TYPE_CHECKING:
    from pathlib import Path

WORD = "check"


@dataclass(frozen=True, slots=True)
class AskedText:
    """A text to be checked as it stands, with what belongs to it.

    ``source`` is the text of the speech that it was made from, ``locked`` are the wordings that
    must survive.
    """

    text: str
    revision: int = 0
    suppressions: tuple[Suppression, ...] = ()
    particulars: Particulars = field(default_factory=Particulars)
    source: str | None = None
    locked: tuple[str, ...] = ()


def question(asked: AskedText, step: str, library: Path | None = None) -> dict[str, Any]:
    """Return the request that asks a child for a ``step`` of checking a text.

    ``library`` is the file of past speeches.
    """
    return {
        "word": WORD,
        "step": step,
        "text": asked.text,
        "source": asked.source,
        "locked": list(asked.locked),
        "library": None if library is None else str(library),
        "revision": asked.revision,
        "particulars": particulars_to(asked.particulars),
        "suppressions": [suppression_to(one) for one in asked.suppressions],
    }


def asked_from(request: dict[str, Any]) -> AskedText:
    """Return the text that :func:`question` asks about."""
    suppressions = (suppression_from(one) for one in request["suppressions"])
    return AskedText(
        text=request["text"],
        revision=request["revision"],
        suppressions=tuple(one for one in suppressions if one is not None),
        particulars=particulars_from(request["particulars"]),
        source=request["source"],
        locked=tuple(request["locked"]),
    )


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
        "is_open_slot": finding.is_open_slot,
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
        message["is_open_slot"],
    )


def _span_to(span: Span) -> list[int]:
    return [span.start, span.end]
