"""Export a draft as a Word file or a PDF in one of the layouts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from drafting.errors import UsageError
from drafting.files.atomic import atomic_write
from drafting.pagination.faces import missing_faces
from drafting.pagination.paginate import paginate
from drafting.workspace.office.files import Office, load_office
from drafting.workspace.office.layouts import find_layout, installed_faces
from drafting.workspace.papers.page_warnings import page_warnings
from drafting.workspace.papers.reading_copy import (
    reading_aid,
    reading_layout,
    speaker_of,
    told_words,
    wants_pinyin,
)

if TYPE_CHECKING:
    from drafting.model.draft import Draft
    from drafting.model.layout import PageLayout
    from drafting.model.reading import ReadingAid
    from drafting.pagination.paginate import Page

WORD_SUFFIX = ".docx"
PDF_SUFFIX = ".pdf"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """In which layout a draft is set, and for whom.

    ``layout`` is what the user sees the draft in; without one it is looked for by its id.
    ``has_pinyin`` is None where the speaker's own wish in the office's profile decides.
    """

    layout_id: str = "official"
    has_pinyin: bool | None = None
    office: Office = field(default_factory=Office)
    layout: PageLayout | None = None


@dataclass(frozen=True, slots=True)
class SetDraft:
    """A draft set in pages; ``told`` are sentences on what was added for the reader."""

    layout: PageLayout
    pages: tuple[Page, ...]
    aid: ReadingAid
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: how many pages it prints on, what the user should know, which layout.

    ``lacking`` are those of the ``warnings`` that tell what the machine lacks for any speech.
    """

    pages: int
    warnings: tuple[str, ...]
    layout_id: str
    lacking: tuple[str, ...] = ()


_OPTIONS = ExportOptions()


def export_file(draft: Draft, path: Path | str, options: ExportOptions = _OPTIONS) -> Exported:
    """Write ``draft`` as a Word file or a PDF, as the name ends.

    The same draft gives the same bytes; in a PDF only on a machine with the same fonts.

    Raises:
        UsageError: the path ends otherwise, or there is no such layout.
        DraftingError: the machine has no font for a PDF.
        StorageError: it could not be written; what stood there is untouched.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix not in {WORD_SUFFIX, PDF_SUFFIX}:
        raise UsageError(f"不能导出为“{path.name}”：请把扩展名写成 .docx（Word）或 .pdf。")
    made = set_draft(draft, options)
    warnings = [] if draft.title else ["稿件没有标题，导出的文件也没有标题。"]
    warnings += [*made.told, *page_warnings(draft, made.layout, made.pages)]
    lacking = tuple(one.message for one in missing_faces(made.layout, installed_faces()))
    warnings += lacking
    if suffix == WORD_SUFFIX:
        data = _word(draft, made)
    else:
        data, missing = _pdf(draft, made)
        if missing:
            listed = "、".join(f"“{one}”" for one in missing)
            warnings.append(f"本机的字体里没有 {listed}，PDF 中这些字是空白，请改用 Word 文件。")
    atomic_write(path, data)
    return Exported(len(made.pages), tuple(warnings), made.layout.id, lacking)


def set_draft(draft: Draft, options: ExportOptions = _OPTIONS) -> SetDraft:
    """Return the pages of ``draft`` as they will be printed.

    Raises:
        UsageError: there is no such layout.
    """
    leader = speaker_of(draft, options.office.profile)
    layout = reading_layout(options.layout or find_layout(options.layout_id), leader)
    has_pinyin = options.has_pinyin
    if has_pinyin is None:
        has_pinyin = wants_pinyin(layout, leader)
    aid = reading_aid(draft, layout, options.office, has_pinyin=has_pinyin)
    told = told_words(draft, aid, options.office.profile)
    return SetDraft(layout, paginate(draft, layout, aid), aid, tuple(told))


def _word(draft: Draft, made: SetDraft) -> bytes:
    from drafting.exporters.word import word_bytes
    from drafting.exporters.word_runs import Decorations

    return word_bytes(draft, made.layout, Decorations.of(made.pages, made.aid))


def _pdf(draft: Draft, made: SetDraft) -> tuple[bytes, str]:
    """Return the bytes, and the characters that no font of this machine has."""
    from drafting.exporters.pdf import pdf_bytes
    from drafting.files.font_files import installed_families

    pdf = pdf_bytes(draft, made.layout, made.pages, installed_families())
    return pdf.data, pdf.missing


def preview(
    draft: Draft, layout: PageLayout, *, has_pinyin: bool | None = None
) -> tuple[PageLayout, tuple[Page, ...]]:
    """Return the layout and the pages as they will be printed, for the office's own leaders."""
    made = set_draft(draft, ExportOptions(layout.id, has_pinyin, load_office(), layout))
    return made.layout, made.pages
