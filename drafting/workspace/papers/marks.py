"""Take in a file that came back with marks: what it proposes, and a draft with some accepted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from drafting.comparison.marks import carry, decide, marks_between, marks_in
from drafting.importers.safe_import import safe_import

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from drafting.files.draft_file import DraftFile
    from drafting.model.mark import Decided, Decision, Mark


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """The text as it stood before the marks (nothing is cleaned), and the marks in its order."""

    text: str
    marks: tuple[Mark, ...]


def read_marks(path: Path | str) -> ReturnedFile:
    """Return the tracked changes and comments of a Word file.

    Files of older Word tell what was changed but not by whom: their marks have no author.

    Raises:
        ImportProblem: the file cannot be read.
    """
    original = safe_import(path, "original")
    marks = marks_in(original)
    if not original.changes:
        accepted = safe_import(path).text
        marks = (*marks_between(original.text, accepted), *marks)
    return ReturnedFile(original.text, marks)


def marks_for(returned: ReturnedFile, text: str) -> tuple[Mark | None, ...]:
    """Return the marks with their places in ``text``, the draft as it stands now.

    None stands for a mark whose place was changed since the file was given out.
    """
    return carry(returned.marks, returned.text, text)


def with_marks(
    draft_file: DraftFile, marks: Mapping[int, Mark], decisions: Mapping[int, Decision]
) -> tuple[DraftFile, Decided]:
    """Return a draft with some marks accepted, and the edits that make it.

    ``marks`` have places in the draft's text; ``decisions`` names them by the same keys. What was
    locked stays locked.
    """
    order = sorted(marks)
    chosen = {place: decisions[key] for place, key in enumerate(order) if key in decisions}
    decided = decide(draft_file.text, [marks[key] for key in order], chosen)
    locked = tuple(dict.fromkeys((*draft_file.locked, *decided.locked)))
    return replace(draft_file, text=decided.text, locked=locked), decided
