"""Word packages (.docx and its kin), read over their XML."""

from __future__ import annotations
