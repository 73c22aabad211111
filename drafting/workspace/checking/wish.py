"""What a call of ``check`` wants beside the files, and how that travels to children."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafting.parsing.parser import parse_draft
from drafting.workspace.checking.draft import CheckOptions
from drafting.workspace.checking.spelling import counting_speller
from drafting.workspace.library.overlap import LibraryLookups
from drafting.workspace.office.layouts import find_layout, installed_faces

if TYPE_CHECKING:
    from drafting.model.draft import Draft
    from drafting.workspace.office.files import Office


@dataclass(frozen=True, slots=True)
class CheckWish:
    """As ``CheckOptions``, but with the names of what is loaded from files.

    ``layout`` is the id of a layout by which the page is checked.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    date: dt.date | None = None
    source: Draft | None = None
    beside: tuple[Draft, ...] = ()
    locked: tuple[str, ...] = ()
    library: Path | None = None
    profile: Path | None = None
    layout: str | None = None


def options_for(wish: CheckWish, office: Office) -> CheckOptions:
    """Return what is checked for; ``office`` is what the office has set.

    Raises:
        LibraryProblem: the library named cannot be opened.
        UsageError: there is no such layout.
    """
    past = LibraryLookups().required(wish.library)
    speller = None if wish.library is None or past is None else counting_speller(wish.library)
    return CheckOptions(
        select=wish.select,
        ignore=wish.ignore,
        suppressions=office.ignored,
        date=wish.date,
        source=wish.source,
        beside=wish.beside,
        library=past,
        speller=speller,
        locked=wish.locked,
        profile=office.profile,
        settings=office.settings,
        layout=None if wish.layout is None else find_layout(wish.layout),
        faces=None if wish.layout is None else installed_faces(),
    )


def wish_to(wish: CheckWish) -> dict[str, Any]:
    """Return a wish as plain JSON types; of the drafts their text."""
    return {
        "select": wish.select,
        "ignore": wish.ignore,
        "date": None if wish.date is None else wish.date.isoformat(),
        "source": None if wish.source is None else wish.source.text,
        "beside": [one.text for one in wish.beside],
        "locked": wish.locked,
        "library": None if wish.library is None else str(wish.library.absolute()),
        "profile": None if wish.profile is None else str(wish.profile.absolute()),
        "layout": wish.layout,
    }


def wish_from(message: dict[str, Any]) -> CheckWish:
    """Return the wish that :func:`wish_to` made a message of."""
    select, date, source = message["select"], message["date"], message["source"]
    return CheckWish(
        select=None if select is None else tuple(select),
        ignore=tuple(message["ignore"]),
        date=None if date is None else dt.date.fromisoformat(date),
        source=None if source is None else parse_draft(source),
        beside=tuple(map(parse_draft, message["beside"])),
        locked=tuple(message["locked"]),
        library=None if message["library"] is None else Path(message["library"]),
        profile=None if message["profile"] is None else Path(message["profile"]),
        layout=message["layout"],
    )
