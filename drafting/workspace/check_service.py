"""Check texts in a child process, so that looping rules never take the window's time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafting.errors import DraftingError
from drafting.parsing.parser import parse_draft
from drafting.processes.child import ChildFault, ChildProcess, program_command
from drafting.workspace import check_messages
from drafting.workspace.checking import CheckedText, ComparedWith, check_text
from drafting.workspace.office import OfficeFiles
from drafting.workspace.opening import particulars_from
from drafting.workspace.overlapping import LibraryLookups

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from drafting.model.finding import Suppression
    from drafting.model.particulars import Particulars

_SECONDS = 60.0
_MEMORY = 1_500_000_000
_OFFICE_FILES = OfficeFiles()
_LIBRARIES = LibraryLookups()


class CheckService:
    """Owns one child that checks; the calls may come from any one thread at a time."""

    def __init__(self, library: Path | None = None) -> None:
        """Check against the speeches in ``library`` too, once there is such a file."""
        self._library = library
        self._child: ChildProcess | None = None

    def check_text(
        self,
        text: str,
        revision: int = 0,
        *,
        suppressions: Sequence[Suppression] = (),
        particulars: Particulars | None = None,
        source: str | None = None,
    ) -> CheckedText:
        """Return structure and findings of a text as it stands.

        ``source`` is the text of the speech that it was made from.
        The office's profile, settings and ignored findings hold as they stand on the disk.

        Raises:
            DraftingError: the child died or did not answer; the next call starts a new one.
        """
        request = check_messages.question(
            text, revision, suppressions, particulars, source, self._library
        )
        if self._child is None:
            self._child = ChildProcess(program_command(), memory_bytes=_MEMORY)
        try:
            answer = self._child.request(request, _SECONDS)
        except ChildFault as fault:
            self.close()
            raise DraftingError("这一次校核没有完成，稿件未受影响，请稍后再试。") from fault
        return CheckedText(
            parse_draft(text, revision=revision, particulars=particulars),
            check_messages.report_from(answer["report"]),
        )

    def close(self) -> None:
        """End the child."""
        if self._child is not None:
            self._child.close()
            self._child = None


def answer_check(request: dict[str, Any]) -> dict[str, Any]:
    """Answer, in the child, what :meth:`CheckService.check_text` asks."""
    suppressions = [check_messages.suppression_from(one) for one in request["suppressions"]]
    source = request["source"]
    checked = check_text(
        request["text"],
        request["revision"],
        suppressions=[one for one in suppressions if one is not None],
        particulars=particulars_from(request["particulars"]),
        compared=ComparedWith(
            None if source is None else parse_draft(source),
            _LIBRARIES.lookup(request["library"]),
        ),
        office=_OFFICE_FILES.current(),
    )
    return {"report": check_messages.report_to(checked.report)}
