"""What a web page printed around and into a speech, told line by line."""

from __future__ import annotations
