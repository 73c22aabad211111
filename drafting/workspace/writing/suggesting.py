"""Set phrases for the caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.model.particulars import Particulars, SpeechType
from drafting.suggestions.completion import complete
from drafting.suggestions.suggester import SuggestionContext, suggest
from drafting.text.dates import today

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafting.model.phrase import Suggestion
    from drafting.suggestions.library import PhraseLibrary

_BY_KIND = {
    SpeechType.HOST: "主持人",
    SpeechType.GREETING: "致辞人",
    SpeechType.PLEDGE: "表态人",
    SpeechType.REPORT_UPWARD: "汇报人",
}
_FIRST_HANDS = ("书记", "县长", "市长", "区长", "旗长", "州长", "主席", "主任")


def suggest_for(  # noqa: PLR0913 - what a place has
    before: str,
    section: str | None = None,
    topic: str = "",
    draft_text: str = "",
    query: str = "",
    limit: int = 20,
    *,
    library: PhraseLibrary | None = None,
    particulars: Particulars | None = None,
) -> list[Suggestion]:
    """Return the phrases that fit this place, the best first.

    ``before`` is the text left of the caret, ``section`` one of opening, body, closing, heading,
    ``query`` characters or pinyin initials that narrow the list; ``library`` adds the phrases of
    the office's own speeches. Speaker and day follow from ``particulars``.

    Raises:
        LibraryProblem: the library cannot be read.
    """
    about = particulars or Particulars()
    context = SuggestionContext(
        before,
        section,
        topic,
        draft_text,
        query,
        speaker_of(about),
        library=library,
        day=about.date or today(),
    )
    return suggest(context, limit=limit)


def finishing_first(find: Callable[[str], list[Suggestion]], before: str) -> list[Suggestion]:
    """Return the phrases that finish the words begun in ``before``, then those for the place.

    ``find`` looks phrases up by a query; each phrase is returned once.
    """
    begun = complete(find, before, is_asked=True)
    found: dict[str, Suggestion] = {}
    for one in (*(begun.suggestions if begun.typed else ()), *find("")):
        found.setdefault(one.phrase.text, one)
    return list(found.values())


def speaker_of(particulars: Particulars) -> str:
    """Return the speaker's role as the phrases have it (主要领导 …), empty if unknown."""
    if particulars.kind in _BY_KIND:
        return _BY_KIND[particulars.kind]
    role = particulars.role or ""
    if not role:
        return ""
    return "主要领导" if role.endswith(_FIRST_HANDS) and "副" not in role else "分管领导"
