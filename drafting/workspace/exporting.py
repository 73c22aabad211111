"""Export a draft as a Word file in one of the layouts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafting.errors import UsageError
from drafting.exporters.word import word_bytes
from drafting.files.atomic import atomic_write
from drafting.model.draft import BlockKind
from drafting.pagination.layout_files import load_layout
from drafting.pagination.paginate import paginate
from drafting.parsing.parser import parse_draft

if TYPE_CHECKING:
    from drafting.model.draft import Draft
    from drafting.model.layout import PageLayout
    from drafting.pagination.paginate import Page

WORD_SUFFIX = ".docx"


def export_word(draft: Draft, path: Path | str, layout_id: str = "official") -> tuple[str, ...]:
    """Write ``draft`` as a Word file and return warnings; the same draft gives the same bytes.

    Raises:
        UsageError: the path does not end in .docx, or there is no such layout.
        StorageError: it could not be written; what stood there is untouched.
    """
    path = Path(path)
    if path.suffix.lower() != WORD_SUFFIX:
        raise UsageError(f"不能导出为“{path.name}”：目前只导出 Word 文件，请把扩展名写成 .docx。")
    atomic_write(path, word_bytes(draft, load_layout(layout_id)))
    missing = [] if draft.title else ["稿件没有标题，导出的文件也没有标题。"]
    return tuple(missing)


def with_particulars(draft: Draft, *, speaker: str | None, date: str | None) -> Draft:
    """Return the draft with a speaker's and a date line under the title where it has none."""
    title_blocks = [block for block in draft.blocks if block.kind is BlockKind.TITLE]
    if not title_blocks:
        return draft
    lines = []
    if speaker and draft.first(BlockKind.SPEAKER) is None:
        lines.append(speaker)
    if date and draft.first(BlockKind.DATE) is None:
        lines.append(f"（{date}）")
    place = title_blocks[-1].span.end
    inserted = "".join(f"\n{line}" for line in lines)
    text = draft.text[:place] + inserted + draft.text[place:]
    return parse_draft(
        text, revision=draft.revision, script=draft.script, particulars=draft.particulars
    )


def preview(draft: Draft, layout_id: str = "official") -> tuple[PageLayout, tuple[Page, ...]]:
    """Return the layout and the pages as they will be printed.

    Raises:
        UsageError: there is no such layout.
    """
    layout = load_layout(layout_id)
    return layout, paginate(draft, layout)
