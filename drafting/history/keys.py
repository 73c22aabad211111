"""What a recovery copy is called by: the path of its draft's file, or a name of a new draft's."""

from __future__ import annotations

# Keys of drafts that have no file yet begin so; no path does.
NEW_DRAFT = "新稿件/"
