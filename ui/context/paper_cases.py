"""What the window asks about papers that go out and come back: exports, redlines, marks, tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from drafting.model.draft import Draft
    from drafting.model.finding import Finding
    from drafting.model.layout import PageLayout
    from drafting.model.mark import Decided, Decision, Mark
    from drafting.model.task import Task
    from drafting.pagination.pages import Page
    from drafting.workspace.papers.annotating import AnnotatedCopy
    from drafting.workspace.papers.exporting import Exported
    from drafting.workspace.papers.marks import ReturnedFile
    from ui.context.snapshot import TextSnapshot


class PaperCases:
    """Each use case is imported when it is first needed; to be called from a worker."""

    def export_file(
        self, draft: Draft, path: Path, layout: PageLayout, *, has_pinyin: bool | None = None
    ) -> Exported:
        """Write a Word file or a PDF, as the name ends; return its pages and what to know.

        ``has_pinyin`` is None where the speaker's own wish decides.

        Raises:
            DraftingError: it could not be written.
        """
        from drafting.workspace.office.files import load_office
        from drafting.workspace.papers.exporting import ExportOptions, export_file

        options = ExportOptions(layout.id, has_pinyin, load_office(), layout)
        return export_file(draft, path, options)

    def preview(
        self, draft: Draft, layout: PageLayout, *, has_pinyin: bool | None = None
    ) -> tuple[PageLayout, tuple[Page, ...]]:
        """Return the layout and the pages as they will be printed."""
        from drafting.workspace.papers.exporting import preview

        return preview(draft, layout, has_pinyin=has_pinyin)

    def save_redline(self, old: str, new: str, path: Path, layout: PageLayout) -> None:
        """Write a Word file whose tracked changes lead from one text to the other.

        Raises:
            DraftingError: it could not be written.
        """
        from drafting.workspace.drafts.opening import parse_text
        from drafting.workspace.papers.comparing import save_redline

        save_redline(parse_text(old), parse_text(new), path, layout)

    def text_of(self, path: Path) -> str:
        """Return the text of a file as it would be opened.

        Raises:
            ImportProblem: it cannot be read.
        """
        from drafting.workspace.drafts.opening import open_file

        return open_file(path).draft.text

    def annotate(
        self, snapshot: TextSnapshot, findings: Sequence[Finding], path: Path, *, with_fixes: bool
    ) -> AnnotatedCopy:
        """Write a Word file with the findings as comments, safe fixes as tracked changes.

        Raises:
            DraftingError: it could not be written.
        """
        from drafting.workspace.papers.annotating import annotate_text

        draft = snapshot.parsed()
        return annotate_text(draft, findings, path, origin=snapshot.origin, with_fixes=with_fixes)

    def tasks(self, draft: Draft) -> tuple[Task, ...]:
        """Return what a speech assigns to whom."""
        from drafting.workspace.papers.tasks import list_tasks

        return list_tasks(draft)

    def save_tasks(self, draft: Draft, tasks: Sequence[Task], path: Path) -> None:
        """Write assignments as a Word table or a sheet, by the name's ending.

        Raises:
            DraftingError: they could not be written.
        """
        from drafting.workspace.papers.tasks import save_tasks

        save_tasks(draft, tasks, path)

    def read_marks(self, path: Path) -> ReturnedFile:
        """Return what a returned Word file proposes.

        Raises:
            ImportProblem: it cannot be read.
        """
        from drafting.workspace.papers.marks import read_marks

        return read_marks(path)

    def marks_for(self, returned: ReturnedFile, text: str) -> tuple[Mark | None, ...]:
        """Return the marks with their places in ``text``; None where the place has changed."""
        from drafting.workspace.papers.marks import marks_for

        return marks_for(returned, text)

    def decide(
        self, text: str, marks: Mapping[int, Mark], decisions: Mapping[int, Decision]
    ) -> Decided:
        """Return what the decisions make of a text: edits, and wordings to be locked."""
        from drafting.files.draft_file import DraftFile
        from drafting.workspace.papers.marks import with_marks

        return with_marks(DraftFile(text=text), marks, decisions)[1]
