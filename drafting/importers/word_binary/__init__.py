"""Word 97-2003 and older binary documents (.doc, .wps)."""

from __future__ import annotations
