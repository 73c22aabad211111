"""New speeches from templates, and skeletons from any speech."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.files.draft_file import DraftFile
from drafting.files.hashes import text_hash
from drafting.templates import catalogue
from drafting.templates.derive import template_from_draft
from drafting.workspace.opening import open_file

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.model.draft import Draft
    from drafting.model.imported import Changes
    from drafting.templates.skeleton import Skeleton
    from drafting.templates.template import Template


def list_templates() -> tuple[Template, ...]:
    """Return the shipped templates in the order of the window."""
    return catalogue.list_templates()


def new_from_template(template_id: str, points: int = 3) -> Skeleton:
    """Return the skeleton of a new speech with that many points.

    Raises:
        UsageError: there is no such template, or the number of points does not fit it.
    """
    return catalogue.template_by_id(template_id).skeleton(points=points)


@dataclass(frozen=True, slots=True)
class DerivedSpeech:
    """The skeleton of a speech, and the new draft that remembers what it was made from."""

    skeleton: Skeleton
    draft_file: DraftFile


def template_from_file(path: Path | str, *, changes: Changes = "accepted") -> DerivedSpeech:
    """Return the skeleton of the speech in a file; ``changes`` as in ``open_file``.

    Raises:
        ImportProblem: the file cannot be read.
    """
    return derived_speech(open_file(path, changes=changes).draft)


def template_from_speech(library: Path, speech: int) -> DerivedSpeech:
    """Return the skeleton of a speech of the library.

    Raises:
        LibraryProblem: ``unknown-speech``, or the library cannot be read.
    """
    # Not before a speech is chosen: the start page lists templates while nothing else is loaded.
    from drafting.parsing.parser import parse_draft
    from drafting.workspace.library import show_speech

    return derived_speech(parse_draft(show_speech(library, speech).text))


def derived_speech(draft: Draft) -> DerivedSpeech:
    """Return the skeleton of a speech with the new draft that remembers it."""
    skeleton = template_from_draft(draft)
    source = {"title": draft.title, "hash": text_hash(draft.text), "text": draft.text}
    return DerivedSpeech(skeleton, DraftFile(text=skeleton.text, source=source))
