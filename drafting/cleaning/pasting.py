"""Text from the clipboard (Word, WPS, a browser, WeChat) as it goes into a draft."""

from __future__ import annotations

from drafting.cleaning.cleaner import clean_text
from drafting.model.clean import CleaningKind, CleanText
from drafting.text.offsets import OffsetMap

# A few lines are no page: what looks like furniture there may be what somebody wants to have.
_PAGE_LINES = 8
_ONLY_IN_PAGES = (
    CleaningKind.WEB_RESIDUE,
    CleaningKind.REPEATED_TITLE,
    CleaningKind.TITLE_GLUED,
    CleaningKind.PAGE_MARK,
)


def clean_pasted(text: str) -> CleanText:
    """Return a pasted text cleaned; the line break at its end stays where it has several lines.

    One line without anything to mend comes back as it is, with the blanks at its ends.
    """
    filled = sum(bool(line.strip()) for line in text.split("\n"))
    without = () if filled >= _PAGE_LINES else _ONLY_IN_PAGES
    clean = clean_text(text, without=without)
    if not clean.steps and "\n" not in text and text.strip() == clean.text:
        return CleanText(text, clean.script, (), OffsetMap.identity(len(text)))
    if text.endswith("\n") and filled > 1:
        return CleanText(f"{clean.text}\n", clean.script, clean.steps, clean.origin)
    return clean
