"""Wrong characters that no list holds: a language model and learnt evidence over sentences.

All modules but ``correction`` need numpy; who uses the room imports it inside a function.
"""

from __future__ import annotations
