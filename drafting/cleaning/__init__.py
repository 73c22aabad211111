"""Small steps from an imported text to a clean one."""

from __future__ import annotations
