"""The window itself: its frame, the page and the panels around it, the view, choices of files.

It knows no draft and asks nothing of the program; what is done with a draft is in the rooms above
it.
"""

from __future__ import annotations
