"""What every dialog is made of: head, body and buttons, messages, tables and fields to fill in."""

from __future__ import annotations
