"""New speeches from templates, and skeletons from any speech."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from drafting.files.draft_file import DraftFile
from drafting.files.hashes import text_hash
from drafting.settings.profile import OccasionKind
from drafting.templates import catalogue
from drafting.templates.derive import template_from_draft
from drafting.templates.template import HeadingFrame
from drafting.workspace.drafts.opening import open_file

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from drafting.model.draft import Draft
    from drafting.model.imported import Changes
    from drafting.model.particulars import Particulars
    from drafting.settings.profile import OfficeProfile
    from drafting.templates.skeleton import Skeleton
    from drafting.templates.template import Template


def list_templates() -> tuple[Template, ...]:
    """Return the shipped templates in the order of the window."""
    return catalogue.list_templates()


def new_from_template(
    template_id: str,
    points: int | None = None,
    particulars: Particulars | None = None,
    frame: HeadingFrame = HeadingFrame.OWN,
    salutation: str = "",
) -> Skeleton:
    """Return the skeleton of a new speech with that many points, what is known of it filled in.

    Without ``points`` it has as many as most speeches of its kind, without ``salutation`` it begins
    as they do.

    Raises:
        UsageError: there is no such template, or the number of points does not fit it.
    """
    template = catalogue.template_by_id(template_id)
    return template.skeleton(points, particulars, frame, salutation)


def particulars_for(template_id: str, known: Particulars | None = None) -> Particulars:
    """Return what is known of a speech made from a template: its kind, and the template.

    Raises:
        UsageError: there is no such template.
    """
    # Not before a draft begins: the start page lists templates while nothing else is loaded.
    from drafting.model.particulars import Particulars

    template = catalogue.template_by_id(template_id)
    return replace(known or Particulars(), kind=template.kind, template=template.id)


def slot_prompt(template_id: str, slot: str) -> str:
    """Return what goes into a slot of a template; empty where nothing is known of either."""
    known = (one for one in catalogue.list_templates() if one.id == template_id)
    return next((one.prompt_of(slot) for one in known), "")


@dataclass(frozen=True, slots=True)
class SpeakerChoice:
    """Who may hold the speech: name and post."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class NewSpeechOffice:
    """What the office profile says for a new speech; everything may be unknown."""

    level: str = ""
    speakers: tuple[SpeakerChoice, ...] = ()
    occasions: tuple[str, ...] = ()


def office_for_new_speech(profile: OfficeProfile, day: dt.date) -> NewSpeechOffice:
    """Return level, the leaders who serve on ``day`` and the meetings of the profile."""
    speakers = tuple(SpeakerChoice(one.name, one.post) for one in profile.leaders_on(day))
    meetings = (one.name for one in profile.occasions if one.kind is OccasionKind.MEETING)
    return NewSpeechOffice(profile.level, speakers, tuple(meetings))


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
    from drafting.workspace.library.speeches import show_speech

    return derived_speech(parse_draft(show_speech(library, speech).text))


def derived_speech(draft: Draft) -> DerivedSpeech:
    """Return the skeleton of a speech, of several the first, with the draft that remembers it."""
    from drafting.parsing.each_speech import taken_apart  # as above

    draft = taken_apart(draft)[0] if draft.speeches else draft
    skeleton = template_from_draft(draft)
    source = {"title": draft.title, "hash": text_hash(draft.text), "text": draft.text}
    return DerivedSpeech(skeleton, DraftFile(text=skeleton.text, source=source))
