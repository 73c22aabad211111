"""One file for each kind of file that can be written."""

from __future__ import annotations
