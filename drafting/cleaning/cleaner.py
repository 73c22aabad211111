"""The runner of cleaning: small steps in a considered order, each with its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.cleaning.control_characters import find_control_characters, find_line_breaks
from drafting.cleaning.emphasis import find_emphasis
from drafting.cleaning.full_width import find_full_width
from drafting.cleaning.garbled import find_garbled
from drafting.cleaning.glued_titles import find_glued_titles
from drafting.cleaning.hard_wraps import find_hard_wraps
from drafting.cleaning.inner_spaces import find_inner_spaces
from drafting.cleaning.layout import find_layout
from drafting.cleaning.page_marks import find_page_marks
from drafting.cleaning.pinyin_notes import find_pinyin_notes
from drafting.cleaning.punctuation import find_half_width_marks
from drafting.cleaning.repeated_titles import find_repeated_titles
from drafting.cleaning.script_conversion import find_script_conversion, iter_changes
from drafting.cleaning.scripts import detect_script
from drafting.cleaning.several_speeches import find_several_speeches
from drafting.cleaning.step import Found, Step
from drafting.cleaning.web.residue import find_web_residue
from drafting.model.clean import CleaningKind, CleaningStep, CleanText
from drafting.text.edits import apply_edits
from drafting.text.offsets import OffsetMap

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from drafting.text.edits import TextEdit
    from drafting.text.span import Span

# Unseen characters and pinyin notes go first, for they stand inside the words that the later
# steps look for. The page around the speech goes before lines are joined (its lines are short and
# many), page marks before wraps (a mark is at a line's beginning), and only whole sentences are
# converted and punctuated. The titles come after empty lines are gone.
STEPS: tuple[Step, ...] = (
    Step(None, find_line_breaks),
    Step(CleaningKind.CONTROL_CHARACTER, find_control_characters),
    Step(CleaningKind.PINYIN_NOTE, find_pinyin_notes),
    Step(CleaningKind.FULL_WIDTH_ALPHANUMERIC, find_full_width),
    Step(CleaningKind.WEB_RESIDUE, find_emphasis),
    Step(CleaningKind.WEB_RESIDUE, find_web_residue),
    Step(CleaningKind.PAGE_MARK, find_page_marks),
    Step(CleaningKind.HARD_WRAP, find_hard_wraps),
    Step(None, find_layout),
    Step(CleaningKind.TITLE_GLUED, find_glued_titles),
    Step(CleaningKind.REPEATED_TITLE, find_repeated_titles),
    Step(CleaningKind.SCRIPT_CONVERSION, find_script_conversion),
    Step(CleaningKind.HALF_WIDTH_PUNCTUATION, find_half_width_marks),
    Step(CleaningKind.INNER_SPACE, find_inner_spaces),
    Step(None, find_layout),
    Step(CleaningKind.SEVERAL_SPEECHES, find_several_speeches),
    Step(CleaningKind.GARBLED, find_garbled),
)
_SAMPLES = 5
_SAMPLE_LENGTH = 24
_CONTEXT = 4


def clean_text(text: str, *, without: Collection[CleaningKind] = ()) -> CleanText:
    """Return ``text`` cleaned: one paragraph a line, simplified, full-width marks.

    Steps whose kind is in ``without`` are left out. The result's ``origin`` leads from its
    positions to those of ``text``; every step that found something has its record. Lines that stay
    though they may be a page's are told last.
    """
    current = text
    origin = OffsetMap.identity(len(text))
    records: list[CleaningStep] = []
    told: list[CleaningStep] = []
    script = None
    for step in STEPS:
        if step.kind is CleaningKind.SCRIPT_CONVERSION:
            script = detect_script(current)
        if step.kind in without:
            continue
        result = step.find(current)
        if step.kind and result.count:
            records.append(_record(step.kind, current, result, origin, text))
        if result.doubtful and CleaningKind.DOUBTFUL_LINE not in without:
            doubts = Found(places=result.doubtful)
            told.append(_record(CleaningKind.DOUBTFUL_LINE, current, doubts, origin, text))
        if result.in_place:
            current = result.in_place
        elif result.edits:
            origin = _moved(origin, len(current), result.edits)
            current = apply_edits(current, result.edits)
    return CleanText(current, script or detect_script(current), (*records, *told), origin)


def _moved(origin: OffsetMap, length: int, edits: Iterable[TextEdit]) -> OffsetMap:
    """Return the map through ``edits`` of a text of ``length``, too; most keep every place."""
    moving = [edit for edit in edits if len(edit.span) != len(edit.replacement)]
    return OffsetMap.from_edits(length, moving).after(origin) if moving else origin


def _record(
    kind: CleaningKind, current: str, result: Found, origin: OffsetMap, imported: str
) -> CleaningStep:
    firsts = [*result.places[:1], *(edit.span for edit in result.edits[:1])]
    line = imported.count("\n", 0, origin.to_old(min(firsts).start)) + 1
    samples: Iterable[str]
    # Thousands may be mended, and few are shown.
    if kind is CleaningKind.SCRIPT_CONVERSION:
        changes = iter_changes(current, result.in_place)
        samples = (f"{_cut(one.span.of(current))}→{_cut(one.replacement)}" for one in changes)
    else:
        places = result.places or (edit.span for edit in result.edits)
        samples = (_sample(current, place) for place in places)
    return CleaningStep(kind, result.count, _distinct(samples), line)


def _sample(current: str, place: Span) -> str:
    """Return what stands at ``place``; a short or blank piece with its neighbours."""
    piece = place.of(current)
    if len(piece) <= 2 or not piece.strip():
        piece = current[max(place.start - _CONTEXT, 0) : place.end + _CONTEXT]
    return _cut("".join(one if one.isprintable() else "␣" for one in piece.strip()))


def _cut(piece: str) -> str:
    return piece if len(piece) <= _SAMPLE_LENGTH else piece[: _SAMPLE_LENGTH - 1] + "…"


def _distinct(samples: Iterable[str]) -> tuple[str, ...]:
    seen: dict[str, None] = {}
    for sample in samples:
        if sample:
            seen.setdefault(sample)
        if len(seen) == _SAMPLES:
            break
    return tuple(seen)
