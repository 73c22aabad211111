"""Names an action's keys in a tooltip, from the one table of actions."""

from __future__ import annotations

from ui.actions.table import ACTIONS, shown_keys

_KEYS = {spec.id: shown_keys(spec.keys[0]) for spec in ACTIONS if spec.keys}


def with_keys(words: str, action_id: str) -> str:
    """Return ``words`` with the keys of that action in brackets, if it has any."""
    keys = _KEYS.get(action_id)
    return f"{words}（{keys}）" if keys else words
