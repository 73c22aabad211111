"""What the office knows and wants checked: its profile, the rules and why, what is ignored."""

from __future__ import annotations
