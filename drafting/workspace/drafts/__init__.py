"""A draft and its file: opened, saved, kept in versions, and what lies beside its text.

It judges nothing and makes no other kind of file: that is ``checking`` and ``papers``.
"""

from __future__ import annotations
