"""Check texts in a child process, so that looping rules never take the window's time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafting.parsing.parser import parse_draft
from drafting.workspace import check_messages
from drafting.workspace.checking import CheckedText, ComparedWith, check_text
from drafting.workspace.checking_child import CheckingChild
from drafting.workspace.office import shared_office_files
from drafting.workspace.opening import particulars_from
from drafting.workspace.overlapping import shared_lookups

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from drafting.model.finding import Suppression
    from drafting.model.particulars import Particulars

_SECONDS = 60.0
_FAILED = "这一次校核没有完成，稿件未受影响，请稍后再试。"


class CheckService:
    """Checks in a child; the calls may come from any one thread at a time."""

    def __init__(self, library: Path | None = None, child: CheckingChild | None = None) -> None:
        """Check against the speeches in ``library`` too, once there is such a file."""
        self._library = library
        self._child = child or CheckingChild()

    def check_text(
        self,
        text: str,
        revision: int = 0,
        *,
        suppressions: Sequence[Suppression] = (),
        particulars: Particulars | None = None,
        source: str | None = None,
        locked: Sequence[str] = (),
    ) -> CheckedText:
        """Return structure and findings of a text as it stands.

        ``source`` is the text of the speech that it was made from, ``locked`` are the wordings
        that must survive.
        The office's profile, settings and ignored findings hold as they stand on the disk.

        Raises:
            DraftingError: the child died or did not answer; the next call starts a new one.
        """
        request = check_messages.question(
            text, revision, suppressions, particulars, source, self._library
        ) | {"locked": list(locked)}
        answer = self._child.request(request, _SECONDS, _FAILED)
        return CheckedText(
            parse_draft(text, revision=revision, particulars=particulars),
            check_messages.report_from(answer["report"]),
        )

    def close(self) -> None:
        """End the child."""
        self._child.close()


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
            shared_lookups().lookup(request["library"]),
            tuple(request["locked"]),
        ),
        office=shared_office_files().current(),
    )
    return {"report": check_messages.report_to(checked.report)}
