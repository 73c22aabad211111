"""What is known of the draft in the window beside its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.files.draft_file import DraftFile
    from drafting.model.finding import Suppression
    from drafting.model.particulars import Particulars

UNNAMED = "未命名讲稿"


@dataclass(slots=True)
class OpenDraft:
    """One draft; ``owner`` has its file open, ``history`` is the mark of its versions."""

    path: Path | None = None
    name: str = UNNAMED
    base: DraftFile | None = None
    particulars: Particulars | None = None
    suppressions: tuple[Suppression, ...] = ()
    saved_text: str = ""
    owner: str = ""
    history: str = ""
    is_open: bool = False
