"""What helps while one writes: edits, find and replace, phrases, parts, pasting, slots, locks.

Each change is one step back; nothing here says what is wrong with a text.
"""

from __future__ import annotations
