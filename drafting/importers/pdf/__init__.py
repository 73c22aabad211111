"""PDF documents with a text layer."""

from __future__ import annotations
