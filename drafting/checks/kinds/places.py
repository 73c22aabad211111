"""One finding for many like places: the others stand beside it as related places."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from drafting.model.finding import Applicability, Fix, Related
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafting.model.draft import BlockKind, Draft


_PAUSES = ("，", "；", "、")


def related_places(spans: Iterable[Span], note: str) -> tuple[Related, ...]:
    """Return the places with the same note."""
    return tuple(Related(span, note) for span in spans)


def replace_all(spans: Sequence[Span], replacement: str, title: str, *, safe: bool = False) -> Fix:
    """Return a fix that puts one wording at all places."""
    applicability = Applicability.SAFE if safe else Applicability.ASK
    return Fix(title, tuple(TextEdit(span, replacement) for span in spans), applicability)


def replacement(span: Span, wording: str, *, safe: bool = False) -> tuple[Fix, ...]:
    """Return the one fix that puts ``wording`` in the place of ``span``."""
    title = f"改为“{wording}”" if wording else "删去"
    return (replace_all((span,), wording, title, safe=safe),)


def deletion(text: str, span: Span, title: str) -> Fix:
    """Return a fix that deletes ``span``; no empty line and no second mark stays behind."""
    start, end = span.start, span.end
    before, behind = _past_blanks(text, start, -1), _past_blanks(text, end, 1)
    if _is_edge(text, before - 1) and _is_edge(text, behind):
        is_last = behind == len(text)
        start, end = (max(before - 1, 0), behind) if is_last else (before, behind + 1)
    elif text[start - 1 : start] in ("。", "！", "？") and text[end : end + 1] == "。":
        end += 1
    elif text[start - 1 : start] in _PAUSES and text[end : end + 1] in (*_PAUSES, "。"):
        start -= 1
    return Fix(title, (TextEdit(Span(start, end), ""),))


def _past_blanks(text: str, place: int, step: int) -> int:
    """Return the place behind (or, with a step of -1, before) the blanks of the line there."""
    beside = place if step > 0 else place - 1
    while not _is_edge(text, beside) and text[beside].isspace():
        beside += step
        place += step
    return place


def _is_edge(text: str, place: int) -> bool:
    """Return whether the character at ``place`` is a line break, or there is none."""
    return not 0 <= place < len(text) or text[place] == "\n"


def kind_at(draft: Draft, place: int) -> BlockKind | None:
    """Return what the paragraph at ``place`` is, None between paragraphs."""
    index = bisect_right(draft.blocks, place, key=lambda block: block.span.start) - 1
    if index < 0 or place >= draft.blocks[index].span.end:
        return None
    return draft.blocks[index].kind


def quoted(wording: str) -> str:
    """Return the wording in quotation marks, its own ones turned into single ones."""
    return "“" + wording.replace("“", "‘").replace("”", "’") + "”"


def how_many(count: int, wording: str) -> str:
    """Return ``“X”`` for one place and ``20 处“X”`` for twenty."""
    return f"“{wording}”" if count == 1 else f" {count} 处“{wording}”"
