"""Clean and parse imported texts in children: many files at once are the work of all cores."""

from __future__ import annotations

from typing import Any

from drafting.errors import DraftingError
from drafting.model.imported import ImportedText
from drafting.processes.child import program_command
from drafting.processes.pool import ChildPool
from drafting.workspace.clean_messages import clean_from, clean_to
from drafting.workspace.draft_messages import draft_from, draft_to
from drafting.workspace.opening import OpenedFile, opened_from

WORD = "open"
_SECONDS = 20.0
_MEMORY_BYTES = 800_000_000


class OpeningChildren:
    """A child for each core; safe to use from any thread."""

    def __init__(self) -> None:
        self._pool = ChildPool(program_command(), memory_bytes=_MEMORY_BYTES, is_kept=True)

    def opened_from(self, imported: ImportedText, *, raw: bool = False) -> OpenedFile:
        """Return what ``opening.opened_from`` does; where a child fails, it is done here."""
        request = {"word": WORD, "text": imported.text, "raw": raw}
        try:
            answer = self._pool.request(request, _SECONDS)
        except DraftingError:
            return opened_from(imported, raw=raw)
        clean = None if raw else clean_from(answer["clean"])
        text = imported.text if clean is None else clean.text
        return OpenedFile(draft_from(answer["draft"], text, 0), clean, imported)

    def close(self) -> None:
        """End the children."""
        self._pool.close()


def answer_open(request: dict[str, Any]) -> dict[str, Any]:
    """Answer, in the child, with the cleaned text (None where it is taken raw) and its parts."""
    opened = opened_from(ImportedText(request["text"]), raw=request["raw"])
    clean = None if opened.clean is None else clean_to(opened.clean)
    return {"clean": clean, "draft": draft_to(opened.draft)}
