"""Parts of a draft moved, raised, lowered, inserted, deleted; numbers and promises mended."""

from __future__ import annotations
