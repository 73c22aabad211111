"""The crash dialog and the local log; never text of a draft."""

from __future__ import annotations
