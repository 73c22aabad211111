"""The past speeches: their list, one of them to read or to mend, what an import brought."""

from __future__ import annotations
