"""What goes out on paper and comes back: layouts, preview, printing, tasks, a leader's marks."""

from __future__ import annotations
