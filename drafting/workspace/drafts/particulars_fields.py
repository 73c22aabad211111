"""The particulars of a speech as plain JSON fields: in draft files, records and messages."""

from __future__ import annotations

import datetime as dt
from typing import Any

from drafting.model.particulars import Particulars, SpeechType


def particulars_from(saved: dict[str, Any]) -> Particulars:
    """Return the particulars that a draft file holds; what it says wrongly stays unknown."""
    kinds = {kind.value: kind for kind in SpeechType}

    def text(key: str) -> str | None:
        value = saved.get(key)
        return value if isinstance(value, str) and value else None

    slot, target = saved.get("slot_minutes"), saved.get("target_characters")
    try:
        date = dt.date.fromisoformat(saved.get("date") or "")
    except (TypeError, ValueError):
        date = None
    return Particulars(
        kind=kinds.get(text("kind") or ""),
        occasion=text("occasion"),
        level=text("level"),
        date=date,
        speaker=text("speaker"),
        role=text("role"),
        slot_minutes=float(slot) if isinstance(slot, int | float) and slot > 0 else None,
        round_name=text("round_name"),
        target_characters=target if isinstance(target, int) and target > 0 else None,
        template=text("template"),
    )


def particulars_to(particulars: Particulars) -> dict[str, Any]:
    """Return the particulars as a draft file keeps them: only what is known."""
    values: dict[str, Any] = {
        "kind": None if particulars.kind is None else particulars.kind.value,
        "occasion": particulars.occasion,
        "level": particulars.level,
        "date": None if particulars.date is None else particulars.date.isoformat(),
        "speaker": particulars.speaker,
        "role": particulars.role,
        "slot_minutes": particulars.slot_minutes,
        "round_name": particulars.round_name,
        "target_characters": particulars.target_characters,
        "template": particulars.template,
    }
    return {key: value for key, value in values.items() if value is not None}
