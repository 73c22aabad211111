"""One file for each kind of file that can be read."""

from __future__ import annotations
