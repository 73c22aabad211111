"""Menus, toolbar and keys."""

from __future__ import annotations
