"""What a draft shares with other speeches: those of its meeting and those of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.lexicons.lexicons import load_lexicons
from drafting.model.overlap import OtherSpeech, OverlapReport

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Draft
    from drafting.settings.profile import OfficeProfile


def find_overlap(
    draft: Draft, profile: OfficeProfile, beside: Sequence[tuple[str, Draft]] = ()
) -> OverlapReport:
    """Return what ``draft`` shares with the speeches ``beside`` it (each under a name)."""
    from drafting.mining.formulae import formula_bank
    from drafting.mining.overlap import compare_with

    others = [OtherSpeech(name, other.title or name, other.text) for name, other in beside]
    return compare_with(draft.text, others, formula_bank(load_lexicons()), profile.own_names)
