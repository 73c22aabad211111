"""The overlap of the draft in the window with the library, found in the checking child."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drafting.comparison.rewording import reworded_pieces
from drafting.model.change import PieceKind
from drafting.model.overlap import OverlapReport, PassageKind, SharedPassage, SourceShare
from drafting.text.span import Span
from drafting.workspace.library.overlap import shared_lookups
from drafting.workspace.office.files import shared_office_files

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.workspace.live.child import CheckingChild

WORD = "overlap"
_SECONDS = 120.0
_FAILED = "这一次查重没有完成，稿件未受影响，请稍后再试。"


def library_overlap(
    child: CheckingChild, text: str, library: Path, source: str | None = None
) -> OverlapReport:
    """Return what ``text`` shares with past speeches; ``source``, that it was made from, left out.

    A library that is missing or faulty has no speeches.

    Raises:
        DraftingError: the child gave no answer.
    """
    request = {"word": WORD, "text": text, "library": str(library), "source": source}
    return report_from(child.request(request, _SECONDS, _FAILED))


def answer_overlap(request: dict[str, Any]) -> dict[str, Any]:
    """Answer, in the child, what :func:`library_overlap` asks."""
    speeches = shared_lookups().lookup(request["library"])
    if speeches is None:
        return report_to(OverlapReport())
    source = request["source"]
    profile = shared_office_files().current().profile
    report = speeches.overlap(request["text"], profile, () if source is None else (source,))
    return report_to(report)


@dataclass(frozen=True, slots=True)
class SharedWording:
    """Two passages side by side; the spans count in them and cover what the other has not."""

    own: str
    other: str
    only_own: tuple[Span, ...]
    only_other: tuple[Span, ...]


def side_by_side(own: str, other: str) -> SharedWording:
    """Return a passage of the draft beside the one that it is like, with what differs."""
    whole_own, whole_other = Span(0, len(own)), Span(0, len(other))
    pieces = list(reworded_pieces(other, whole_other, own, whole_own))
    return SharedWording(
        own,
        other,
        tuple(one.new for one in pieces if one.kind is PieceKind.INSERTED),
        tuple(one.old for one in pieces if one.kind is PieceKind.DELETED),
    )


def report_to(report: OverlapReport) -> dict[str, Any]:
    """Return a report as JSON."""
    return {
        "passages": [_passage_to(one) for one in report.passages],
        "common": [_passage_to(one) for one in report.common],
        "set_phrases": list(report.set_phrases),
        "share": report.share,
        "sources": [[one.source, one.title, one.share, one.is_superior] for one in report.sources],
        "same": report.same,
    }


def report_from(message: dict[str, Any]) -> OverlapReport:
    """Return the report that :func:`report_to` made a message of."""
    return OverlapReport(
        passages=tuple(_passage_from(one) for one in message["passages"]),
        common=tuple(_passage_from(one) for one in message["common"]),
        set_phrases=tuple(message["set_phrases"]),
        share=message["share"],
        sources=tuple(SourceShare(*one) for one in message["sources"]),
        same=message["same"],
    )


def _passage_to(passage: SharedPassage) -> dict[str, Any]:
    return {
        "span": [passage.span.start, passage.span.end],
        "source": passage.source,
        "title": passage.source_title,
        "source_span": [passage.source_span.start, passage.source_span.end],
        "similarity": passage.similarity,
        "kind": passage.kind.value,
        "date": passage.source_date,
        "is_superior": passage.is_superior,
        "speeches": passage.speeches,
    }


def _passage_from(message: dict[str, Any]) -> SharedPassage:
    return SharedPassage(
        span=Span(*message["span"]),
        source=message["source"],
        source_title=message["title"],
        source_span=Span(*message["source_span"]),
        similarity=message["similarity"],
        kind=PassageKind(message["kind"]),
        source_date=message["date"],
        is_superior=message["is_superior"],
        speeches=message["speeches"],
    )
