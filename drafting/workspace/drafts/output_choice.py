"""In which layout a draft is printed and whether with pinyin; kept in its file beside its text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafting.files.draft_file import DraftFile

# The key of the draft file; a version that does not know it hands it on.
_OUTPUT = "output"
# Where neither the draft nor the user chose another.
DEFAULT_LAYOUT = "official"


@dataclass(frozen=True, slots=True)
class OutputChoice:
    """What was chosen for one draft: ``layout_id`` is empty where nothing was.

    ``has_pinyin`` is None where the speaker's own wish decides.
    """

    layout_id: str = ""
    has_pinyin: bool | None = None


def choice_in(saved: DraftFile | None) -> OutputChoice:
    """Return what a draft file says; what it says wrongly counts as not chosen."""
    found = saved.extra.get(_OUTPUT) if saved is not None else None
    if not isinstance(found, dict):
        return OutputChoice()
    layout_id, pinyin = found.get("layout"), found.get("pinyin")
    return OutputChoice(
        layout_id if isinstance(layout_id, str) else "",
        pinyin if isinstance(pinyin, bool) else None,
    )


def with_choice(saved: DraftFile, choice: OutputChoice) -> DraftFile:
    """Return the draft file with this choice."""
    extra = {key: value for key, value in saved.extra.items() if key != _OUTPUT}
    chosen = {"layout": choice.layout_id or None, "pinyin": choice.has_pinyin}
    kept = {key: value for key, value in chosen.items() if value is not None}
    return replace(saved, extra=extra | {_OUTPUT: kept} if kept else extra)
