"""Check texts in a child process, so that looping rules never take the window's time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafting.parsing.parser import parse_draft
from drafting.workspace.checking import messages
from drafting.workspace.checking.draft import ComparedWith, options_of
from drafting.workspace.checking.spelling import shared_spellers
from drafting.workspace.library.overlap import shared_lookups
from drafting.workspace.live.draft import FIRST_STEP, CheckedStep, shared_live_draft
from drafting.workspace.office.files import shared_office_files

if TYPE_CHECKING:
    from drafting.workspace.checking.messages import AskedText
    from drafting.workspace.live.child import CheckingChild

_SECONDS = 60.0
_FAILED = "这一次校核没有完成，稿件未受影响，请稍后再试。"


class CheckService:
    """Checks in a child, which is its owner's to close; called by one thread at a time."""

    def __init__(self, child: CheckingChild, library: Path | None = None) -> None:
        """Check against the speeches in ``library`` too, once there is such a file."""
        self._library = library
        self._child = child

    def check_step(self, asked: AskedText, step: str = FIRST_STEP) -> CheckedStep:
        """Return what is known of a text after one more step, and which comes next.

        The office's profile, settings and ignored findings hold as they stand on the disk.

        Raises:
            DraftingError: the child died or did not answer; the next call starts a new one.
        """
        request = messages.question(asked, step, self._library)
        answer = self._child.request(request, _SECONDS, _FAILED)
        return CheckedStep(messages.report_from(answer["report"]), answer["following"])


def answer_check(request: dict[str, Any]) -> dict[str, Any]:
    """Answer, in the child, what :meth:`CheckService.check_step` asks."""
    asked = messages.asked_from(request)
    library = None if request["library"] is None else Path(request["library"])
    compared = ComparedWith(
        None if asked.source is None else parse_draft(asked.source),
        shared_lookups().lookup(library),
        shared_spellers().speller(library),
        asked.locked,
    )
    options = options_of(asked.suppressions, shared_office_files().current(), compared)
    checked = shared_live_draft().check(
        asked.text, asked.revision, asked.particulars, options, request["step"]
    )
    return {
        "report": messages.report_to(checked.report),
        "following": checked.following,
    }
