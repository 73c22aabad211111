"""What changed between two versions, and the Word file that shows it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafting.comparison.differences import compare_texts
from drafting.errors import UsageError
from drafting.files.atomic import atomic_write
from drafting.workspace.office.layouts import find_layout
from drafting.workspace.papers.exporting import WORD_SUFFIX

if TYPE_CHECKING:
    from drafting.model.change import Change
    from drafting.model.draft import Draft
    from drafting.model.layout import PageLayout


def list_changes(old: Draft, new: Draft) -> tuple[Change, ...]:
    """Return what was added, removed, reworded and moved, in the order of the newer text."""
    return compare_texts(old.text, new.text).changes()


def save_redline(
    old: Draft, new: Draft, path: Path | str, layout: PageLayout | None = None
) -> None:
    """Write a Word file whose tracked changes lead from ``old`` to ``new``; without one in 公文版.

    Raises:
        UsageError: the name does not end in .docx.
        StorageError: it could not be written; what stood there is untouched.
    """
    from drafting.exporters.redline import redline_bytes

    path = Path(path)
    if path.suffix.lower() != WORD_SUFFIX:
        raise UsageError(f"花脸稿不能写成“{path.name}”，请把扩展名写成 .docx。")
    pieces = compare_texts(old.text, new.text).pieces()
    atomic_write(path, redline_bytes(old, new, pieces, layout or find_layout("official")))
