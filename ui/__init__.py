"""The window; it shows what drafting does and knows no rule of the trade."""

from __future__ import annotations
