"""Set phrases for the place where one writes."""

from __future__ import annotations
