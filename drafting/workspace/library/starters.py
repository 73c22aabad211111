"""The speeches that the program brings along, so that the library works on the first day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.corpus import speeches
from drafting.lexicons.tsv import read_table
from drafting.workspace.drafts.opening import open_file
from drafting.workspace.drafts.particulars_fields import particulars_from
from drafting.workspace.library.opening import ignore_notice, make_folder, open_chosen
from drafting.workspace.library.records import speech_record
from resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from drafting.model.speech import CorpusChanges, SpeechRecord

_FOLDER = "library"
_PARTICULARS = "particulars.tsv"


def add_starter_speeches(
    library_path: Path, *, on_notice: Callable[[str], None] = ignore_notice
) -> CorpusChanges:
    """Add the shipped speeches, marked so that they can be removed all at once.

    Raises:
        LibraryProblem: the library cannot be opened or written; nothing was added.
    """
    records = list(iter_starter_speeches())
    make_folder(library_path)
    with open_chosen(library_path, on_notice) as library:
        return speeches.add_speeches(library, records)


def iter_starter_speeches() -> Iterator[SpeechRecord]:
    """Yield the shipped speeches with their particulars.

    Raises:
        ResourceError: the list of particulars is faulty.
        ImportProblem: a speech is missing.
    """
    folder = resource_path(_FOLDER)
    for row in read_table(folder / _PARTICULARS):
        path = folder / row["file"]
        draft = open_file(path).draft
        given = particulars_from(row)
        record = speech_record(replace(draft, particulars=given), path, is_starter=True)
        yield replace(record, source_path=row["file"])
