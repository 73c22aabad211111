"""The report of a fault and the local log; never text of a draft."""

from __future__ import annotations
