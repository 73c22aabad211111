"""What the window asks of the program: each use case is imported when it is first needed.

Nothing here may load before the window's first paint but the standard library and small modules;
every method may be called from a worker thread.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from ui.context.library_cases import LibraryCases
from ui.context.office_cases import OfficeCases
from ui.context.paper_cases import PaperCases
from ui.context.writing_cases import WritingCases

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.checks.base import Rule
    from drafting.files.draft_file import DraftFile
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding, Fix, IgnoreReach, Suppression
    from drafting.model.overlap import OverlapReport
    from drafting.model.statistics import DraftStatistics
    from drafting.workspace.drafts.keeping import Keeping
    from drafting.workspace.drafts.open_elsewhere import FileWatch
    from drafting.workspace.drafts.opening import OpenedFile
    from drafting.workspace.live.checks import CheckService
    from drafting.workspace.live.child import CheckingChild
    from drafting.workspace.live.draft import CheckedStep
    from drafting.workspace.live.structure import Structure
    from ui.context.snapshot import TextSnapshot


class UseCases:
    """The program behind the window; ``is_warm`` once a text can be parsed without delay."""

    def __init__(self, data_folder: Path) -> None:
        self._data_folder = data_folder
        self.is_warm = False
        self.library = LibraryCases()
        self._lock = threading.Lock()
        self._child: CheckingChild | None = None
        self._checks: CheckService | None = None
        self._keeping: Keeping | None = None
        self.office = OfficeCases()
        self.papers = PaperCases()
        self.writing = WritingCases()

    def warm_up(self) -> None:
        """Import what the first keystrokes will need."""
        from drafting.workspace.drafts import opening

        _ = opening
        self.is_warm = True

    def open_file(self, path: Path) -> OpenedFile:
        """Return the draft in a file.

        Raises:
            ImportProblem: it cannot be read.
        """
        from drafting.workspace.drafts.opening import open_file

        return open_file(path)

    def parse(self, snapshot: TextSnapshot) -> Draft:
        """Return the structure of the text as it stands."""
        return snapshot.parsed()

    def structure(self, snapshot: TextSnapshot) -> Structure:
        """Return the structure of the text as it stands, its length and its time."""
        from drafting.workspace.live.structure import text_structure

        child = self._checking_child()
        return text_structure(child, snapshot.text, snapshot.revision, snapshot.particulars)

    def check(self, snapshot: TextSnapshot, step: str | None = None) -> CheckedStep:
        """Return what is known of the text after the first or another step; one call at a time.

        Raises:
            DraftingError: the check was not completed.
        """
        from drafting.workspace.checking.messages import AskedText
        from drafting.workspace.live.draft import FIRST_STEP

        if self._checks is None:
            from drafting.workspace.library.opening import default_library
            from drafting.workspace.live.checks import CheckService

            self._checks = CheckService(self._checking_child(), default_library())
        asked = AskedText(
            text=snapshot.text,
            revision=snapshot.revision,
            suppressions=snapshot.suppressions,
            particulars=snapshot.particulars,
            source=snapshot.source,
            locked=snapshot.locked,
        )
        return self._checks.check_step(asked, step or FIRST_STEP)

    def overlap(self, snapshot: TextSnapshot) -> OverlapReport:
        """Return what the text shares with past speeches; what it was made from is left out.

        Raises:
            DraftingError: the look-up was not completed.
        """
        from drafting.workspace.live.overlap import library_overlap

        child = self._checking_child()
        return library_overlap(child, snapshot.text, self.library.path(), snapshot.source)

    def statistics(self, snapshot: TextSnapshot, layout_id: str) -> DraftStatistics:
        """Return what can be counted in the text, its pages in that layout.

        Raises:
            DraftingError: the count was not completed.
        """
        from drafting.workspace.live.statistics import text_statistics

        child = self._checking_child()
        return text_statistics(child, snapshot.text, snapshot.particulars, layout_id)

    def file_hash(self, path: Path) -> str | None:
        """Return the hash of a file, empty where there is none, None where it is unknown."""
        from drafting.workspace.drafts.saving import file_hash

        return file_hash(path)

    def save_draft(self, path: Path, saved: DraftFile, known_hash: str | None = None) -> str:
        """Write a draft file and return its hash; without traces the version before is not kept.

        Raises:
            ChangedOutside: what stands there has not ``known_hash``.
            StorageError: it could not be written.
        """
        from drafting.workspace.drafts.saving import save_draft

        return save_draft(path, saved, known_hash, keeps_previous=not self.is_traceless())

    def watch_file(self, path: Path) -> FileWatch:
        """Return what sees who else has a draft's file open; without traces it leaves no mark."""
        from drafting.workspace.drafts.open_elsewhere import FileWatch

        return FileWatch(path, self._data_folder, leaves_mark=lambda: not self.is_traceless())

    def draft_file(self, snapshot: TextSnapshot, base: DraftFile | None = None) -> DraftFile:
        """Return the text and what belongs to it as a draft file; ``base`` gives what it adds."""
        from dataclasses import replace

        from drafting.files.draft_file import DraftFile
        from drafting.workspace.checking.messages import suppression_to
        from drafting.workspace.drafts.particulars_fields import particulars_to

        return replace(
            base or DraftFile(text=""),
            text=snapshot.text,
            revision=snapshot.revision,
            particulars=particulars_to(snapshot.particulars),
            history=snapshot.history,
            suppressions=tuple(suppression_to(one) for one in snapshot.suppressions),
        )

    def suppressions_in(self, saved: DraftFile) -> tuple[Suppression, ...]:
        """Return the ignored findings that a draft file remembers."""
        if not saved.suppressions:
            return ()
        from drafting.workspace.checking.messages import suppression_from

        found = (suppression_from(one) for one in saved.suppressions)
        return tuple(one for one in found if one is not None)

    def ignore(self, finding: Finding, text: str, reach: IgnoreReach) -> Suppression:
        """Return what makes the checks silent about ``finding``; the office's is kept by then.

        Raises:
            DraftingError: the office's file could not be read or written.
        """
        from drafting.workspace.office.ignoring import ignore_finding

        return ignore_finding(finding, text, reach)

    def fixes_at(self, finding: Finding, position: int, text: str) -> tuple[Fix, ...]:
        """Return the fixes of ``finding`` for the place at ``position``."""
        from drafting.workspace.checking.fixing import fixes_at

        return fixes_at(finding, position, text)

    def rule(self, code: str) -> Rule:
        """Return one rule with reason, source and examples.

        Raises:
            UsageError: there is no rule of that code.
        """
        from drafting.checks.catalogue import rule_by_code

        return rule_by_code(code)

    def keeping(self) -> Keeping:
        """Return what is kept of the drafts: versions and recovery copies."""
        if self._keeping is None:
            from drafting.workspace.drafts.keeping import Keeping

            self._keeping = Keeping(self._data_folder)
        return self._keeping

    def is_traceless(self) -> bool:
        """Return whether the user wants nothing remembered outside the drafts (无痕)."""
        from drafting.history.places import Place

        return self.keeping().place is Place.NOWHERE

    def close(self) -> None:
        """End what runs beside the program."""
        if self._child is not None:
            self._child.close()
        self.writing.close()

    def _checking_child(self) -> CheckingChild:
        with self._lock:  # asked by several workers
            if self._child is None:
                from drafting.workspace.live.child import CheckingChild

                self._child = CheckingChild()
            return self._child
