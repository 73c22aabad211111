"""Which lines around a speech are a page's, told by signs whose weights were fitted to pages."""

from __future__ import annotations
