"""What the window asks for while somebody writes: new speeches, pasting, parts, phrases.

Each use case is imported when it is first needed; every method may be called from a worker thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.model.draft import Draft
    from drafting.model.particulars import Particulars
    from drafting.model.phrase import Suggestion
    from drafting.restructuring.step import Restructured
    from drafting.suggestions.completion import Completion
    from drafting.templates.skeleton import Skeleton
    from drafting.templates.template import Template
    from drafting.text.edits import TextEdit
    from drafting.text.span import Span
    from drafting.workspace.writing.editing import PastedText
    from drafting.workspace.writing.suggestion_service import SuggestionService
    from drafting.workspace.writing.templating import DerivedSpeech, NewSpeechOffice
    from ui.context.snapshot import TextSnapshot


class WritingCases:
    """The phrases are looked up in the user's own library; what renews them runs in a child."""

    def __init__(self) -> None:
        self._suggestions: SuggestionService | None = None

    def list_templates(self) -> tuple[Template, ...]:
        """Return the shipped templates."""
        from drafting.workspace.writing.templating import list_templates

        return list_templates()

    def new_from_template(
        self,
        template_id: str,
        points: int,
        particulars: Particulars | None = None,
        frame: str = "",
        salutation: str = "",
    ) -> Skeleton:
        """Return the skeleton of a new speech; ``frame`` is how its headings are built."""
        from drafting.templates.template import HeadingFrame
        from drafting.workspace.writing.templating import new_from_template

        chosen = HeadingFrame(frame) if frame else HeadingFrame.OWN
        return new_from_template(template_id, points, particulars, chosen, salutation)

    def particulars_for(self, template_id: str, known: Particulars) -> Particulars:
        """Return what is known of a speech made from a template."""
        from drafting.workspace.writing.templating import particulars_for

        return particulars_for(template_id, known)

    def slot_prompt(self, template_id: str, slot: str) -> str:
        """Return what goes into a slot of a template, empty where nothing is known of it."""
        from drafting.workspace.writing.templating import slot_prompt

        return slot_prompt(template_id, slot)

    def office_for_new_speech(self) -> NewSpeechOffice:
        """Return what the office profile says for a speech held today."""
        from drafting.text.dates import today
        from drafting.workspace.office.files import shared_office_files
        from drafting.workspace.writing.templating import office_for_new_speech

        return office_for_new_speech(shared_office_files().current().profile, today())

    def template_from_file(self, path: Path) -> DerivedSpeech:
        """Return the skeleton of the speech in a file, and the draft that remembers the speech.

        Raises:
            ImportProblem: it cannot be read.
        """
        from drafting.workspace.writing.templating import template_from_file

        return template_from_file(path)

    def paste(self, text: str) -> PastedText:
        """Return a text from the clipboard, cleaned, with what was mended."""
        from drafting.workspace.writing.editing import paste

        return paste(text)

    def change_lines(self, text: str, span: Span, step: str) -> tuple[TextEdit, ...]:
        """Return the edits that join, split or simplify what ``span`` covers."""
        from drafting.workspace.writing.editing import change_lines

        return change_lines(text, span, step)

    def part_span(self, draft: Draft, position: int) -> Span:
        """Return the first-level part around ``position``."""
        from drafting.workspace.writing.editing import part_span

        return part_span(draft, position)

    def heading_spans(self, draft: Draft) -> list[Span]:
        """Return the title and all headings."""
        from drafting.workspace.writing.editing import heading_spans

        return heading_spans(draft)

    def restructure(self, snapshot: TextSnapshot, step: str, position: int) -> Restructured:
        """Return the edits of a step (up, down, promote …) with the part at ``position``.

        Raises:
            UsageError: it cannot be done there.
        """
        from drafting.workspace.writing.restructuring import PartStep, restructure

        return restructure(snapshot.parsed(), PartStep(step), position)

    def move_part(
        self, snapshot: TextSnapshot, position: int, target: int, *, is_behind: bool
    ) -> Restructured:
        """Return the edits that move a part before (or behind) the one at ``target``.

        Raises:
            UsageError: it cannot go there.
        """
        from drafting.workspace.writing.restructuring import move_part_beside

        return move_part_beside(snapshot.parsed(), position, target, is_behind=is_behind)

    def suggest(
        self, before: str, section: str | None, topic: str, draft_text: str, query: str
    ) -> list[Suggestion]:
        """Return the set phrases that fit, the best first."""
        if self._suggestions is None:
            from drafting.workspace.writing.suggestion_service import SuggestionService

            self._suggestions = SuggestionService()
        return self._suggestions.suggest(before, section, topic, draft_text, query)

    def is_begun(self, before: str) -> bool:
        """Return whether what stands before the caret may be worth finishing unasked."""
        from drafting.suggestions.completion import is_begun

        return is_begun(before)

    def complete(
        self, before: str, section: str | None, topic: str, draft_text: str, *, is_asked: bool
    ) -> Completion:
        """Return what finishes the text before the caret."""
        from drafting.suggestions.completion import complete

        def find(query: str) -> list[Suggestion]:
            return self.suggest(before, section, topic, draft_text, query)

        return complete(find, before, is_asked=is_asked)

    def close(self) -> None:
        """End what runs beside the program."""
        if self._suggestions is not None:
            self._suggestions.close()
