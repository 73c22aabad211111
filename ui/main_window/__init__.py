"""The main window: the only place that connects one part with another.

A room for each side of the work holds its sessions. Beside the rooms lies what puts them together:
``sessions`` builds them, ``wiring`` says when, the links connect them.
"""

from __future__ import annotations
