"""The draft in the window: begun, opened, saved, left, named in title bar and status line.

``work`` is what every session at the open draft begins from. What keeps a draft from being lost
beside its file is in ``keeping``.
"""

from __future__ import annotations
