"""What is made of the draft to be handed out, and what comes back: files, pages, remarks.

How a file is written is known in ``drafting.exporters``.
"""

from __future__ import annotations
