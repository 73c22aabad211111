"""What a draft must keep from one round to the next."""

from __future__ import annotations
