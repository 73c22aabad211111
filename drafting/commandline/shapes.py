"""The contract's JSON, made of what the use cases hand out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafting.model.draft import BlockKind, Script
from drafting.text.characters import count_characters
from drafting.text.sentences import sentences_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.clean import CleaningStep, CleanText
    from drafting.model.draft import Draft, Opening, Promise, Speech
    from drafting.model.finding import Finding, Fix
    from drafting.model.headings import Heading
    from drafting.model.overlap import OverlapReport
    from drafting.model.phrase import Suggestion
    from drafting.text.span import Span
    from drafting.workspace.checking.batch import CheckedText


def structure_shape(draft: Draft, clean: CleanText | None, speed: int) -> dict[str, Any]:
    """Return ``structure --json``; ``speed`` in characters a minute."""
    text, characters = draft.text, count_characters(draft.text)
    date = draft.particulars.date
    return {
        "title": draft.title,
        "subtitle": draft.text_of(BlockKind.SUBTITLE),
        "salutation": draft.salutation,
        "speaker": draft.particulars.speaker,
        "date": None if date is None else date.isoformat(),
        "script": (Script.SIMPLIFIED if clean is None else clean.script).value,
        "text": text,
        "opening": _opening(draft.opening),
        "headings": [_heading(heading) for heading in draft.headings],
        "items": [
            {
                "markers": list(series.markers),
                "starts": list(series.starts),
                "complete": series.complete,
            }
            for series in draft.items
        ],
        "promises": [_promise(promise) for promise in draft.promises],
        "closing": draft.closing and _span(draft.closing),
        "characters": characters,
        "minutes": round(characters / speed, 1),
        **_speeches(draft),
        "cleaning": [] if clean is None else [step_shape(step) for step in clean.steps],
    }


def _speeches(draft: Draft) -> dict[str, Any]:
    """Return ``speeches`` of a file that holds several; of one there is nothing else to tell."""
    listed = [_speech(draft, speech) for speech in draft.speeches]
    return {"speeches": listed} if listed else {}


def _speech(draft: Draft, speech: Speech) -> dict[str, Any]:
    """Return one of several speeches; headings, items and promises are told by their places."""
    date = speech.particulars.date
    return {
        **_span(speech.span),
        "title": draft.title_in(speech.span),
        "salutation": draft.salutation_in(speech.span),
        "speaker": speech.particulars.speaker,
        "date": None if date is None else date.isoformat(),
        "opening": _opening(speech.opening),
        "closing": speech.closing and _span(speech.closing),
    }


def _opening(opening: Opening | None) -> dict[str, Any] | None:
    if opening is None:
        return None
    return {**_span(opening.span), "moves": [move.value for move in opening.moves]}


def clean_shape(clean: CleanText) -> dict[str, Any]:
    """Return ``clean --json``."""
    return {"text": clean.text, "steps": [step_shape(step) for step in clean.steps]}


def step_shape(step: CleaningStep) -> dict[str, Any]:
    """Return one cleaning step; ``line`` only where it is known."""
    shape: dict[str, Any] = {
        "kind": step.kind.value,
        "count": step.count,
        "samples": list(step.samples),
    }
    if step.line is not None:
        shape["line"] = step.line
    return shape


def checked_file_shape(path: str, checked: CheckedText, speed: int) -> dict[str, Any]:
    """Return one entry of ``check --json``'s ``files``."""
    text, report = checked.text, checked.report
    characters = count_characters(text)
    return {
        "path": path,
        "text": text,
        "cleaning": [step_shape(step) for step in checked.steps],
        "findings": [finding_shape(finding, text) for finding in report.findings],
        "stats": {
            "characters": characters,
            "minutes": round(characters / speed, 1),
            "sentences": len(sentences_of(text)),
            "by_severity": count_by_severity(report.findings),
            "seconds": round(report.seconds, 4),
        },
    }


def count_by_severity(findings: Sequence[Finding]) -> dict[str, int]:
    """Return how many findings are errors, warnings and suggestions."""
    counts = {"error": 0, "warning": 0, "suggestion": 0}
    for finding in findings:
        counts[finding.severity.value] += 1
    return counts


def finding_shape(finding: Finding, text: str) -> dict[str, Any]:
    """Return one finding; line and column count from 1."""
    start = finding.span.start
    line_start = text.rfind("\n", 0, start) + 1
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        **_span(finding.span),
        "line": text.count("\n", 0, start) + 1,
        "column": start - line_start + 1,
        "text": finding.span.of(text),
        "message": finding.message,
        "why": finding.why,
        "fixes": [_fix(fix) for fix in finding.fixes],
        "related": [
            {
                **_span(related.span),
                "text": related.span.of(text) if related.source is None else "",
                **({} if related.source is None else {"source": related.source}),
            }
            for related in finding.related
        ],
    }


def rule_shape(rule: dict[str, Any]) -> dict[str, Any]:
    """Return one entry of ``rules --json``; the reason is for readers of the printed page."""
    return {key: value for key, value in rule.items() if key != "why"}


def suggestion_shape(suggestion: Suggestion) -> dict[str, Any]:
    """Return one entry of ``suggest --json``."""
    return {
        "text": suggestion.phrase.text,
        "kind": suggestion.phrase.kind.value,
        "score": round(suggestion.score, 4),
        "used_in_draft": suggestion.used_in_draft,
        "documents": suggestion.documents,
        "last_used": suggestion.last_used,
        "sources": list(suggestion.sources),
    }


def overlap_shape(report: OverlapReport, text: str) -> dict[str, Any]:
    """Return ``overlap --json``."""
    return {
        "passages": [
            {
                **_span(passage.span),
                "text": passage.span.of(text),
                "source": passage.source,
                "source_title": passage.source_title,
                "source_start": passage.source_span.start,
                "source_end": passage.source_span.end,
                "similarity": round(passage.similarity, 4),
            }
            for passage in report.passages
        ],
        "share": round(report.share, 4),
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _heading(heading: Heading) -> dict[str, Any]:
    return {
        "level": heading.level,
        "marker": heading.marker,
        "text": heading.text,
        "run_in": heading.run_in,
        **_span(heading.span),
    }


def _promise(promise: Promise) -> dict[str, Any]:
    return {
        "text": promise.text,
        "count": promise.count,
        "found": promise.found,
        **_span(promise.span),
        "kept": promise.kept,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "title": fix.title,
        "edits": [{**_span(edit.span), "replacement": edit.replacement} for edit in fix.edits],
        "applicability": fix.applicability.value,
    }
