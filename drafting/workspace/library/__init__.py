"""The library of past speeches: filled, listed, searched, counted, kept sound.

How its file is built is known in ``drafting.corpus``; what a draft borrows from it while one
writes is in ``writing``.
"""

from __future__ import annotations
