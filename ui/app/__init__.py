"""Starting and ending the program with a window."""

from __future__ import annotations
