"""What helps while one writes: phrases, pasting, lines, parts, new speeches.

It changes texts by edits and never says what is wrong with them: that is ``checking``.
"""

from __future__ import annotations
