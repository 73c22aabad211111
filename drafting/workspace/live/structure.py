"""The structure of the text in the window, read in the checking child while somebody types.

Reading takes the interpreter from the window's own thread, a few milliseconds of every key that
falls into it; the child that checks the text has to read it anyhow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drafting.errors import DraftingError
from drafting.text.characters import count_characters
from drafting.workspace.drafts.opening import parse_text
from drafting.workspace.drafts.particulars_fields import particulars_from, particulars_to
from drafting.workspace.live.messages import draft_from, draft_to
from drafting.workspace.live.speaking_time import office_speed, speaking_minutes

if TYPE_CHECKING:
    from drafting.model.draft import Draft
    from drafting.model.particulars import Particulars
    from drafting.workspace.live.child import CheckingChild

WORD = "structure"
_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Structure:
    """A draft with its length in Word's 字数 and the minutes in which it is said."""

    draft: Draft
    characters: int
    minutes: float


def text_structure(
    child: CheckingChild, text: str, revision: int, particulars: Particulars
) -> Structure:
    """Return the structure of a text as it stands, from the child once it has begun to answer.

    Until then, and where the child fails, the text is read here: nothing is ever missing.
    """
    if child.is_warm:
        request = {
            "word": WORD,
            "text": text,
            "revision": revision,
            "particulars": particulars_to(particulars),
        }
        try:
            answer = child.request(request, _SECONDS, "")
        except DraftingError:
            return _structure_of(parse_text(text, revision, particulars))
        draft = draft_from(answer["draft"], text, revision)
        return Structure(draft, answer["characters"], answer["minutes"])
    return _structure_of(parse_text(text, revision, particulars))


def answer_structure(request: dict[str, Any]) -> dict[str, Any]:
    """Read, in the child, what :func:`text_structure` asks about."""
    from drafting.workspace.live.draft import parsed_draft  # the rules, which the child has

    particulars = particulars_from(request["particulars"])
    found = _structure_of(
        parsed_draft(request["text"], request["revision"], particulars, has_promises=True)
    )
    return {
        "draft": draft_to(found.draft),
        "characters": found.characters,
        "minutes": found.minutes,
    }


def _structure_of(draft: Draft) -> Structure:
    minutes = speaking_minutes(draft, office_speed(draft))
    return Structure(draft, count_characters(draft.text), minutes)
