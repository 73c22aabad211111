"""Open a file: import it safely, clean it, parse it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafting.cleaning.cleaner import clean_text
from drafting.files.draft_file import DRAFT_SUFFIX, DraftFile, decode_draft
from drafting.files.reading import read_bytes
from drafting.importers.registry import IMPORTERS
from drafting.importers.safe_import import safe_import, safe_import_bytes
from drafting.model.draft import Draft, Script
from drafting.parsing.parser import parse_draft
from drafting.workspace.drafts.particulars_fields import particulars_from

if TYPE_CHECKING:
    from drafting.model.clean import CleanText
    from drafting.model.imported import Changes, ImportedText
    from drafting.model.particulars import Particulars


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """What came out of a file.

    ``clean`` is None for a saved draft and where cleaning was not wanted; ``imported`` is None
    for a saved draft; ``draft_file`` is None for everything else.
    """

    draft: Draft
    clean: CleanText | None = None
    imported: ImportedText | None = None
    draft_file: DraftFile | None = None


def open_file(
    path: Path | str,
    *,
    raw: bool = False,
    changes: Changes = "accepted",
) -> OpenedFile:
    """Return the draft in a file; a saved draft is never cleaned, others unless ``raw``.

    ``changes`` says how a Word file with tracked changes is read.

    Raises:
        ImportProblem: the file cannot be read; its text says why and what to do.
    """
    path = Path(path)
    if path.suffix.lower() == DRAFT_SUFFIX:
        return open_draft_file(decode_draft(read_bytes(path), path))
    return opened_from(safe_import(path, changes), raw=raw)


def file_kinds() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the kinds of files that can be opened: their names and suffixes, drafts first."""
    return (("讲稿", (DRAFT_SUFFIX,)), *((one.name, one.suffixes) for one in IMPORTERS))


def open_bytes(
    data: bytes, name: str, *, raw: bool = False, changes: Changes = "accepted"
) -> OpenedFile:
    """Return the draft in ``data``, as :func:`open_file` does; ``name`` stands in messages.

    Raises:
        ImportProblem: the data cannot be read.
    """
    return opened_from(safe_import_bytes(data, name, changes), raw=raw)


def open_draft_file(saved: DraftFile) -> OpenedFile:
    """Return a saved draft, parsed."""
    particulars = particulars_from(saved.particulars)
    draft = parse_draft(saved.text, revision=saved.revision, particulars=particulars)
    return OpenedFile(draft, draft_file=saved)


def parse_text(text: str, revision: int = 0, particulars: Particulars | None = None) -> Draft:
    """Return the structure of a text as it stands; nothing is cleaned."""
    return parse_draft(text, revision=revision, particulars=particulars)


def opened_from(imported: ImportedText, *, raw: bool = False) -> OpenedFile:
    """Return an imported text cleaned and parsed; with all that the file says where ``raw``."""
    if raw:
        imported = imported.in_full
        return OpenedFile(parse_draft(imported.text, script=Script.SIMPLIFIED), imported=imported)
    clean = clean_text(imported.text)
    return OpenedFile(parse_draft(clean.text, script=clean.script), clean, imported)
