"""Count a draft for the pictures of its statistics, in the checking child.

The plan that a part is held against: all main parts are equally long, and together with opening
and closing they fill the agenda's slot (where none is known, the length that the draft has now).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafting.checks.kinds.counts import count_phrases
from drafting.checks.rules.speaking.long_sentence import MOST_CHARACTERS
from drafting.lexicons.lexicons import load_lexicons
from drafting.model.statistics import CrowdedPhrase, DraftStatistics, PartLength, SentenceLength
from drafting.pagination.paginate import paginate
from drafting.parsing.parser import parse_draft
from drafting.text.characters import count_characters
from drafting.text.sentences import iter_sentences
from drafting.text.span import Span
from drafting.text.spoken import count_syllables
from drafting.workspace.drafts.particulars_fields import particulars_from, particulars_to
from drafting.workspace.live.speaking_time import office_speed, said_spans, speaking_minutes
from drafting.workspace.office.layouts import layout_in_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafting.model.draft import Draft
    from drafting.model.particulars import Particulars
    from drafting.workspace.live.child import CheckingChild

WORD = "statistics"
_SECONDS = 60.0
_FAILED = "这一次统计没有完成，稿件未受影响，请稍后再试。"


def text_statistics(
    child: CheckingChild, text: str, particulars: Particulars, layout_id: str
) -> DraftStatistics:
    """Return what can be counted in ``text``, its pages in that layout.

    Raises:
        DraftingError: the child gave no answer.
    """
    request = {
        "word": WORD,
        "text": text,
        "particulars": particulars_to(particulars),
        "layout": layout_id,
    }
    return statistics_from(child.request(request, _SECONDS, _FAILED))


def answer_statistics(request: dict[str, Any]) -> dict[str, Any]:
    """Count, in the child, what :func:`text_statistics` asks for."""
    draft = parse_draft(request["text"], particulars=particulars_from(request["particulars"]))
    return statistics_to(count_draft(draft, office_speed(draft), request["layout"]))


def count_draft(draft: Draft, speed: int, layout_id: str = "official") -> DraftStatistics:
    """Return what can be counted in ``draft``; ``speed`` is in characters a minute."""
    text = draft.text
    table = load_lexicons().table("checks_set_phrase_limits")
    return DraftStatistics(
        characters=count_characters(text),
        pages=len(paginate(draft, layout_in_use(layout_id)[0])),
        minutes=speaking_minutes(draft, speed),
        slot_minutes=draft.particulars.slot_minutes,
        long_sentence=MOST_CHARACTERS,
        parts=tuple(_iter_parts(draft, speed)),
        sentences=tuple(
            SentenceLength(span, count_characters(span.of(text)))
            for block in said_spans(draft)
            for span in iter_sentences(text, block)
        ),
        crowded=tuple(
            CrowdedPhrase(one.phrase, one.spans, one.allowed) for one in count_phrases(draft, table)
        ),
    )


def _iter_parts(draft: Draft, speed: int) -> Iterator[PartLength]:
    """Yield opening, main parts and closing with their plan."""
    sections = () if draft.outline is None else draft.outline.sections
    frame = [(name, span) for name, span in _frame(draft) if span is not None and len(span)]
    main = [(one.heading.marker + one.heading.text, one.span) for one in sections]
    lengths = {span: count_characters(span.of(draft.text)) for _, span in [*frame, *main]}
    total = sum(lengths.values())
    if draft.particulars.slot_minutes is not None:
        total = round(draft.particulars.slot_minutes * speed)
    around = sum(lengths[span] for _, span in frame)
    share = round(max(total - around, 0) / len(main)) if main else 0
    for name, span in sorted([*frame, *main], key=lambda one: one[1].start):
        planned = lengths[span] if (name, span) in frame else share
        minutes = count_syllables(span.of(draft.text)) / speed
        yield PartLength(name, span, lengths[span], planned, minutes)


def _frame(draft: Draft) -> list[tuple[str, Span | None]]:
    """Return opening and closing, of each speech where there are several."""
    frames = [(one.opening, one.closing) for one in draft.speeches]
    found: list[tuple[str, Span | None]] = []
    for opening, closing in frames or [(draft.opening, draft.closing)]:
        found += [("开头", None if opening is None else opening.span), ("结尾", closing)]
    return found


def statistics_to(counted: DraftStatistics) -> dict[str, Any]:
    """Return the statistics as JSON."""
    return {
        "characters": counted.characters,
        "pages": counted.pages,
        "minutes": counted.minutes,
        "slot_minutes": counted.slot_minutes,
        "long_sentence": counted.long_sentence,
        "parts": [
            [one.name, *_pair(one.span), one.characters, one.planned, one.minutes]
            for one in counted.parts
        ],
        "sentences": [[*_pair(one.span), one.characters] for one in counted.sentences],
        "crowded": [
            [one.phrase, [_pair(span) for span in one.spans], one.allowed]
            for one in counted.crowded
        ],
    }


def statistics_from(message: dict[str, Any]) -> DraftStatistics:
    """Return the statistics that :func:`statistics_to` made a message of."""
    return DraftStatistics(
        message["characters"],
        message["pages"],
        message["minutes"],
        message["slot_minutes"],
        message["long_sentence"],
        tuple(
            PartLength(name, Span(start, end), length, planned, minutes)
            for name, start, end, length, planned, minutes in message["parts"]
        ),
        tuple(SentenceLength(Span(start, end), n) for start, end, n in message["sentences"]),
        tuple(
            CrowdedPhrase(phrase, tuple(Span(*one) for one in spans), allowed)
            for phrase, spans, allowed in message["crowded"]
        ),
    )


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
