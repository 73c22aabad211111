"""Reading and writing on disk, so that nothing is ever lost."""

from __future__ import annotations
