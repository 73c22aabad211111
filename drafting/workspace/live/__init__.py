"""The draft in the window is followed in a child: structure, findings, figures, overlap.

Each file has both sides: what the window asks and what the child answers. What the console asks
once is in ``checking``, ``library`` and ``papers``.
"""

from __future__ import annotations
