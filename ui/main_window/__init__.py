"""The main window: the only place that connects one part with another."""

from __future__ import annotations
