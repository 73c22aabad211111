"""What holds for every draft of an office: profile, settings, ignored findings, layouts.

It knows no draft. What is kept with one draft (its own ignored findings, its layout) lies in
``drafts``.
"""

from __future__ import annotations
