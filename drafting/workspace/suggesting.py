"""Set phrases for the caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.suggestions.suggester import SuggestionContext, suggest

if TYPE_CHECKING:
    from drafting.model.phrase import Suggestion


def suggest_for(
    before: str,
    section: str | None = None,
    topic: str = "",
    draft_text: str = "",
    query: str = "",
    limit: int = 20,
) -> list[Suggestion]:
    """Return the phrases that fit this place, the best first.

    ``before`` is the text left of the caret, ``section`` one of opening, body, closing, heading,
    ``query`` characters or pinyin initials that narrow the list.
    """
    return suggest(SuggestionContext(before, section, topic, draft_text, query), limit=limit)
