"""A draft is checked: with what, against what, one or many, here or in children.

It holds no rule (they are in ``drafting.checks``). The draft in the window, which is checked step
by step while it changes, is followed in ``live``.
"""

from __future__ import annotations
