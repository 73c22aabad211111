"""Check a draft with all rules, in this process or in a child of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafting.checks.base import CheckContext
from drafting.checks.runner import run_checks
from drafting.lexicons.lexicons import load_lexicons
from drafting.settings.profile import OfficeProfile
from drafting.settings.setting import Settings
from drafting.templates.catalogue import rules_of_template
from drafting.workspace.checking.spelling import shared_speller

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Sequence

    from drafting.checks.base import LibraryLookup, Speller
    from drafting.checks.report import CheckReport
    from drafting.model.draft import Draft
    from drafting.model.finding import Suppression
    from drafting.model.layout import PageLayout
    from drafting.workspace.office.files import Office


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What is checked for, and against what.

    ``select`` and ``ignore`` hold codes or groups (``RS``); None selects all rules that are on.
    ``source`` is the speech that the draft was made from, ``beside`` the others of its meeting,
    ``library`` the past speeches, ``locked`` the wordings that must survive. ``speller`` knows the
    library's words too; None stands for the shipped one. The page is checked where there is a
    ``layout``, against the names of the machine's fonts in ``faces``.
    """

    select: Collection[str] | None = None
    ignore: Collection[str] = ()
    suppressions: Sequence[Suppression] = ()
    date: dt.date | None = None
    source: Draft | None = None
    beside: tuple[Draft, ...] = ()
    library: LibraryLookup | None = None
    speller: Speller | None = None
    locked: tuple[str, ...] = ()
    profile: OfficeProfile = field(default_factory=OfficeProfile)
    settings: Settings = field(default_factory=Settings)
    layout: PageLayout | None = None
    faces: frozenset[str] | None = None


def check_draft(draft: Draft, options: CheckOptions | None = None) -> CheckReport:
    """Return what the rules find in ``draft``.

    Raises:
        UsageError: ``select`` or ``ignore`` names a code that does not exist.
    """
    options = options or CheckOptions()
    return run_checks(
        draft,
        context_of(draft, options, options.speller or shared_speller()),
        select=options.select,
        ignore=options.ignore,
        suppressions=options.suppressions,
    )


def context_of(draft: Draft, options: CheckOptions, speller: Speller) -> CheckContext:
    """Return what the rules may know beside ``draft``."""
    template = draft.particulars.template
    off, strict = rules_of_template(template) if template else ((), ())
    return CheckContext(
        lexicons=load_lexicons(),
        profile=options.profile,
        date=options.date or draft.particulars.date,
        source=options.source,
        beside=options.beside,
        library=options.library,
        locked=options.locked,
        settings=options.settings,
        speller=speller,
        layout=options.layout,
        faces=options.faces,
        off=frozenset(off),
        strict=frozenset(strict),
    )


@dataclass(frozen=True, slots=True)
class ComparedWith:
    """What a text is compared with: its source, past speeches and their words, locked wordings."""

    source: Draft | None = None
    library: LibraryLookup | None = None
    speller: Speller | None = None
    locked: tuple[str, ...] = ()


def options_of(
    suppressions: Sequence[Suppression], office: Office, compared: ComparedWith
) -> CheckOptions:
    """Return what a draft of this office is checked for, by the rules that are on."""
    return CheckOptions(
        suppressions=(*suppressions, *office.ignored),
        source=compared.source,
        library=compared.library,
        speller=compared.speller,
        locked=compared.locked,
        profile=office.profile,
        settings=office.settings,
    )
