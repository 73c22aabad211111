"""The texts in which a rule must speak or be silent, together with what they are compared with.

An example may hold further texts below its own, each under a line of its own that says what it
is: 〔原稿〕 the speech that the draft was made from, 〔同会〕 another speech of the same meeting,
〔素材〕 a past speech of the library, 〔锁定〕 a wording that must survive.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from drafting.mining.formulae import formula_bank
from drafting.mining.overlap import compare_with
from drafting.model.overlap import OtherSpeech, OverlapReport
from drafting.parsing.parser import parse_draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.checks.base import CheckContext
    from drafting.lexicons.lexicons import Lexicons
    from drafting.settings.profile import OfficeProfile

_ASIDE = re.compile("\n〔(原稿|同会|素材|锁定)〕\n")


class FewSpeeches:
    """A library of a few speeches that stand in the memory."""

    def __init__(self, speeches: Sequence[OtherSpeech], lexicons: Lexicons) -> None:
        self._speeches = tuple(speeches)
        self._lexicons = lexicons

    def overlap(
        self, text: str, profile: OfficeProfile, except_for: Sequence[str] = ()
    ) -> OverlapReport:
        """Return what ``text`` shares with the speeches."""
        assert not except_for
        return compare_with(text, self._speeches, formula_bank(self._lexicons), profile.own_names)


def with_texts_beside(example: str, context: CheckContext) -> tuple[str, CheckContext]:
    """Return the own text of an example, and the context with the texts that stand below it."""
    own, *rest = _ASIDE.split(example)
    texts = tuple(zip(rest[::2], rest[1::2], strict=True))
    past = [
        OtherSpeech("", parse_draft(text).title, text) for label, text in texts if label == "素材"
    ]
    others = {
        label: tuple(parse_draft(text) for name, text in texts if name == label)
        for label in ("原稿", "同会")
    }
    return own, replace(
        context,
        source=others["原稿"][0] if others["原稿"] else None,
        beside=others["同会"],
        locked=tuple(text for label, text in texts if label == "锁定"),
        library=FewSpeeches(past, context.lexicons) if past else None,
    )
