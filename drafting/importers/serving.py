"""An import in the child process, and how its result travels."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from drafting.files.reading import read_bytes
from drafting.importers.registry import import_bytes
from drafting.model.imported import (
    ImportedChange,
    ImportedComment,
    ImportedText,
    Omission,
    SourceRun,
)
from drafting.text.edits import TextEdit
from drafting.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping


def import_request(payload: dict[str, Any]) -> dict[str, Any]:
    """Answer the word ``import``: ``path``, or ``data`` in base64, and the ``name`` to show.

    ``changes`` says how tracked changes are read, as in ``import_bytes``.

    Raises:
        ImportProblem: as ``import_bytes``.
    """
    path = payload.get("path")
    data = base64.b64decode(payload["data"]) if path is None else read_bytes(path)
    changes = payload.get("changes", "accepted")
    return imported_to(import_bytes(data, payload["name"], changes))


def imported_to(imported: ImportedText) -> dict[str, Any]:
    """Return an imported text as plain JSON types."""
    return {
        "text": imported.text,
        "runs": [
            [one.start, one.end, one.part, one.paragraph, one.run, one.offset]
            for one in imported.runs
        ],
        "omissions": [[one.kind, one.count, one.characters] for one in imported.omissions],
        "encoding": imported.encoding,
        "comments": [
            [one.author, one.date, one.text, one.start, one.end] for one in imported.comments
        ],
        "changes": [
            [one.author, one.date, [_edit_to(edit) for edit in one.edits], one.ranks, one.is_move]
            for one in imported.changes
        ],
        "doubts": imported.doubts,
        "whole": None if imported.whole is None else imported_to(imported.whole),
    }


def imported_from(answer: Mapping[str, Any]) -> ImportedText:
    """Return the imported text that :func:`imported_to` made into JSON."""
    return ImportedText(
        text=answer["text"],
        runs=tuple(SourceRun(*one) for one in answer["runs"]),
        omissions=tuple(Omission(*one) for one in answer["omissions"]),
        encoding=answer["encoding"],
        comments=tuple(ImportedComment(*one) for one in answer["comments"]),
        changes=tuple(
            ImportedChange(author, date, tuple(map(_edit_from, edits)), tuple(ranks), is_move)
            for author, date, edits, ranks, is_move in answer["changes"]
        ),
        doubts=tuple(answer["doubts"]),
        whole=None if answer["whole"] is None else imported_from(answer["whole"]),
    )


def _edit_to(edit: TextEdit) -> list[Any]:
    return [edit.span.start, edit.span.end, edit.replacement]


def _edit_from(saved: list[Any]) -> TextEdit:
    start, end, replacement = saved
    return TextEdit(Span(start, end), replacement)
