"""What is told of the draft in the window: structure, findings, figures; and by which rules.

Findings are walked, mended, ignored and explained here; what they are is known in
``drafting.checks``.
"""

from __future__ import annotations
