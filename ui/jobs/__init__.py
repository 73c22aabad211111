"""Work off the GUI thread, with tickets."""

from __future__ import annotations
