"""A copy of a checked file with each finding as a Word comment, safe fixes as tracked changes."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafting.errors import ImportProblem, UsageError
from drafting.files.atomic import atomic_write
from drafting.files.reading import read_bytes
from drafting.importers.prescan import open_package
from drafting.importers.registry import WORD, reader_for
from drafting.text.characters import HAN
from drafting.text.edits import TextEdit
from drafting.text.span import Span
from drafting.workspace.drafts.opening import OpenedFile, open_file
from drafting.workspace.office.layouts import find_layout
from drafting.workspace.papers.exporting import WORD_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafting.exporters.annotation.annotate import Annotated
    from drafting.model.clean import CleanText
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

_BLANKS = " 　\t"
_WORDS = re.compile(f"[{HAN}\n]")


@dataclass(frozen=True, slots=True)
class AnnotatedCopy:
    """What was written: how many comments, how many beside their words, how many fixes.

    ``cleaned`` counts marks and blanks mended as cleaning mends them; ``keeps_original`` tells
    whether it is the user's own file with all its looks.
    """

    comments: int
    displaced: int
    fixes: int
    cleaned: int
    keeps_original: bool


def save_annotated(
    opened: OpenedFile,
    findings: Sequence[Finding],
    path: Path | str,
    *,
    source: Path | str | None = None,
    with_fixes: bool = False,
) -> AnnotatedCopy:
    """Write a copy with the findings as comments; the same input gives the same bytes.

    Where ``source`` is a Word file, the copy is that file with nothing changed but comments and,
    ``with_fixes``, tracked changes; anything else is set in the layout for review.

    Raises:
        UsageError: the name does not end in .docx.
        ImportProblem: ``source`` cannot be read any more.
        StorageError: it could not be written; what stood there is untouched.
    """
    path = Path(path)
    if path.suffix.lower() != WORD_SUFFIX:
        raise UsageError(f"批注稿不能写成“{path.name}”，请把扩展名写成 .docx。")
    original = None if source is None or opened.imported is None else _word_file(source)
    if original is None:
        made = _own_file(opened, findings, with_fixes=with_fixes)
    else:
        made = _in_original(original, opened, findings, with_fixes=with_fixes)
    atomic_write(path, made.data)
    counts = (made.comments, made.displaced, made.fixes, made.cleaned)
    return AnnotatedCopy(*counts, keeps_original=original is not None)


def annotate_text(
    draft: Draft,
    findings: Sequence[Finding],
    path: Path | str,
    *,
    origin: Path | str | None = None,
    with_fixes: bool = False,
) -> AnnotatedCopy:
    """Write a copy of a text that is being worked on, with the findings as comments.

    Where it still is what was read from the Word file ``origin``, the copy is that file; what has
    been changed since, or whose file has changed or gone, is set in the layout for review.

    Raises:
        DraftingError: as :func:`save_annotated`.
    """
    opened = OpenedFile(draft)
    if origin is not None:
        with suppress(ImportProblem):
            read = open_file(origin)
            opened = read if read.draft.text == draft.text else opened
    source = None if opened.imported is None else origin
    return save_annotated(opened, findings, path, source=source, with_fixes=with_fixes)


def _word_file(source: Path | str) -> bytes | None:
    """Return the bytes of a Word package, None for every other kind of file."""
    data = read_bytes(source)
    if reader_for(data, str(source)) is not WORD:
        return None
    open_package(data, str(source)).close()
    return data


def _own_file(opened: OpenedFile, findings: Sequence[Finding], *, with_fixes: bool) -> Annotated:
    from drafting.exporters.annotation.annotate import annotate  # lxml, when it is needed
    from drafting.exporters.annotation.own_file import source_of_draft
    from drafting.exporters.word import word_bytes

    data = word_bytes(opened.draft, find_layout("review"))
    return annotate(data, source_of_draft(opened.draft), findings, with_fixes=with_fixes)


def _in_original(
    data: bytes, opened: OpenedFile, findings: Sequence[Finding], *, with_fixes: bool
) -> Annotated:
    from drafting.exporters.annotation.annotate import annotate
    from drafting.exporters.annotation.source_text import SourceText

    imported, clean = opened.imported, opened.clean
    assert imported is not None  # noqa: S101 - a Word file was imported
    text = SourceText(
        opened.draft.text,
        imported.text,
        imported.runs,
        None if clean is None else clean.origin,
    )
    preface = [] if clean is None else _preface(clean, with_fixes=with_fixes)
    cleaning = [] if clean is None else _joined(_iter_cleaning(imported.text, clean))
    return annotate(data, text, findings, with_fixes=with_fixes, preface=preface, cleaning=cleaning)


def _iter_cleaning(imported: str, clean: CleanText) -> Iterator[TextEdit]:
    """Yield what cleaning changed in marks, figures and blanks; words are the author's own."""
    place = 0
    for new, old in clean.origin.iter_pieces():
        gap = Span(place, max(place, old.start))
        if len(gap) and gap.of(imported).strip(_BLANKS) == "":
            yield TextEdit(gap, "")
        for part, after in _differing(imported, old, new.of(clean.text)):
            if after and not _WORDS.search(part.of(imported) + after):
                yield TextEdit(part, after)
        place = max(place, old.end)


def _joined(edits: Iterator[TextEdit]) -> list[TextEdit]:
    """Return the edits, neighbouring ones as one."""
    joined: list[TextEdit] = []
    for edit in edits:
        if joined and joined[-1].span.end == edit.span.start:
            last = joined[-1]
            span = Span(last.span.start, edit.span.end)
            joined[-1] = TextEdit(span, last.replacement + edit.replacement)
        else:
            joined.append(edit)
    return joined


def _differing(imported: str, old: Span, after: str) -> Iterator[tuple[Span, str]]:
    """Yield where a piece is another than before; one of the same length, character by character.

    Characters that were changed one for one are no pieces of their own.
    """
    before = old.of(imported)
    if len(before) != len(after):
        yield old, after
    elif before != after:
        for step, (one, other) in enumerate(zip(before, after, strict=True)):
            if one != other:
                yield Span(old.start + step, old.start + step + 1), other


def _preface(clean: CleanText, *, with_fixes: bool) -> list[str]:
    """Return what cleaning mended before the check, which the file itself still has."""
    mended = [step for step in clean.steps if not step.kind.is_only_told]
    if not mended:
        return []
    listed = "、".join(f"{step.kind.label} {step.count} 处" for step in mended)
    if with_fixes:
        return [f"校核前先作了清理：{listed}。其中标点、空格和全半角，能改的已用修订标出。"]
    return [f"校核前先作了清理（只用于校核，本文件的文字没有动）：{listed}。"]
