"""Rules of the printed page; silent where no layout is given."""

from __future__ import annotations
