"""Findings that the user does not want to see: at this place, in this draft, in this office.

What is ignored at a place or in a draft is kept with the draft; what the whole office ignores
stands in a file of the user's data folder. Everything can be taken back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.suppressions import suppression_for
from drafting.files.atomic import atomic_write
from drafting.files.folders import make_folder, user_data_folder
from drafting.files.reading import read_bytes
from drafting.model.finding import IgnoreReach, Suppression
from drafting.settings.toml_fields import Fields, parse_toml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from drafting.model.finding import Finding

IGNORING_FILE = "单位忽略.toml"


def office_ignoring_path() -> Path:
    """Return where the office's ignored findings lie; the file need not exist."""
    return user_data_folder() / IGNORING_FILE


def ignored_in_office() -> tuple[Suppression, ...]:
    """Return what the office ignores, the oldest first.

    Raises:
        ImportProblem: the file cannot be read.
        ResourceError: it is damaged.
    """
    path = office_ignoring_path()
    if not path.exists():
        return ()
    top = parse_toml(read_bytes(path), f"忽略清单“{path}”")
    return tuple(_suppression(table) for table in top.tables("ignored"))


def ignore_finding(finding: Finding, text: str, reach: IgnoreReach) -> Suppression:
    """Return what keeps ``finding`` from being shown again within ``reach``.

    A place's or a draft's is to be kept with the draft; the office's is in its file by then.

    Raises:
        DraftingError: the office's file could not be read or written.
    """
    wanted = suppression_for(finding, text, reach)
    if reach is IgnoreReach.OFFICE:
        known = ignored_in_office()
        if wanted not in known:
            _save((*known, wanted))
    return wanted


def take_back_in_office(wanted: Suppression) -> None:
    """Let the office ignore ``wanted`` no longer; what it never ignored changes nothing.

    Raises:
        DraftingError: the office's file could not be read or written.
    """
    known = ignored_in_office()
    if wanted in known:
        _save(tuple(one for one in known if one != wanted))


def _save(ignored: Sequence[Suppression]) -> None:
    import tomli_w

    path = office_ignoring_path()
    make_folder(path.parent)
    tables = [{"code": one.code, "text": one.text} for one in ignored]
    atomic_write(path, tomli_w.dumps({"ignored": tables}).encode("utf-8"), keep_previous=True)


def _suppression(table: Fields) -> Suppression:
    code = table.text("code", required=True)
    text = table.data.get("text", "")
    if not isinstance(text, str):
        raise table.fault("text", "须为加引号的文字")
    return Suppression(IgnoreReach.OFFICE, code, text)
