"""What is known of the draft in the window beside its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from drafting.files.draft_file import DraftFile
    from drafting.model.finding import Suppression
    from drafting.model.particulars import Particulars
    from ui.context.snapshot import TextSnapshot

UNNAMED = "未命名讲稿"


class OpenDraft:
    """One draft; ``owner`` has its file open, ``history`` is the mark of its versions.

    ``has_kept_changed``: locks or notes are not saved yet. ``origin`` is the file of another kind
    that its text was read from.
    """

    def __init__(self, name: str = UNNAMED, path: Path | None = None, saved_text: str = "") -> None:
        self.path = path
        self.name = name
        self.base: DraftFile | None = None
        self.particulars: Particulars | None = None
        self.suppressions: tuple[Suppression, ...] = ()
        self.saved_text = saved_text
        self.owner = ""
        self.history = ""
        self.is_open = False
        self.has_kept_changed = False
        self.origin: Path | None = None

    def snapshot(self, text: str, revision: int) -> TextSnapshot:
        """Return ``text`` with what belongs to it, for a worker."""
        from drafting.model.particulars import Particulars  # not before there is a draft
        from ui.context.snapshot import TextSnapshot

        return TextSnapshot(
            text,
            revision,
            self.particulars or Particulars(),
            self.suppressions,
            None if self.base is None else self.base.made_from,
            () if self.base is None else self.base.locked,
            self.history,
            self.origin,
        )

    def name_round(self, name: str) -> None:
        """Remember which round the draft is (二稿, 送审稿)."""
        from dataclasses import replace

        from drafting.model.particulars import Particulars

        self.particulars = replace(self.particulars or Particulars(), round_name=name)
        self.has_kept_changed = True

    def proposed_name(self, title: str) -> str:
        """Return the name of a file for a draft of that title, or of none."""
        from drafting.files.draft_file import DRAFT_SUFFIX
        from drafting.files.names import safe_file_name

        return safe_file_name((title or self.name) + DRAFT_SUFFIX)

    def describe(self, particulars: Particulars) -> None:
        """Remember what the speech is and how long it is to be."""
        self.particulars = particulars
        self.has_kept_changed = True

    def lock(self, wordings: Sequence[str]) -> None:
        """Remember wordings that must survive."""
        from dataclasses import replace

        from drafting.files.draft_file import DraftFile

        base = self.base or DraftFile(text="")
        self.has_kept_changed = True
        self.base = replace(base, locked=tuple(dict.fromkeys((*base.locked, *wordings))))


def draft_from(
    saved: DraftFile, path: Path | None, name: str, suppressions: tuple[Suppression, ...]
) -> OpenDraft:
    """Return what is known of a draft that was saved before."""
    from drafting.workspace.drafts.particulars_fields import particulars_from

    draft = OpenDraft(name, path, saved.text)
    draft.base = saved
    draft.particulars = particulars_from(saved.particulars)
    draft.suppressions = suppressions
    draft.history = saved.history
    return draft


def writable(saved: DraftFile) -> DraftFile:
    """Return the draft so that it may be written to a new file."""
    from dataclasses import replace

    return replace(saved, read_only=False, format=1) if saved.read_only else saved
