"""Past speeches in the window: taken in, searched, read, drawn on, compared with the draft."""

from __future__ import annotations
