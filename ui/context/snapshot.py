"""What a worker gets: the text as it stood, and all that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafting.model.particulars import Particulars

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.model.draft import Draft
    from drafting.model.finding import Suppression


@dataclass(frozen=True, slots=True)
class TextSnapshot:
    """One version of the text in the window.

    ``source`` is the text that it was made from, ``locked`` are the wordings that must survive,
    ``history`` is the mark of its versions, ``origin`` the file that it was read from where that is
    no draft.
    """

    text: str
    revision: int
    particulars: Particulars = field(default_factory=Particulars)
    suppressions: tuple[Suppression, ...] = ()
    source: str | None = None
    locked: tuple[str, ...] = ()
    history: str = ""
    origin: Path | None = None

    def parsed(self) -> Draft:
        """Return the structure of the text as it stands."""
        # Not before something is asked: the window is shown first.
        from drafting.workspace.drafts.opening import parse_text

        return parse_text(self.text, self.revision, self.particulars)
