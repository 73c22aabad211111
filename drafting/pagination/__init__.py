"""A draft and a layout become pages and lines; the only page breaker."""

from __future__ import annotations
