"""The draft in the window: how it begins, what it is, what it is to be, what was noted on it."""

from __future__ import annotations
