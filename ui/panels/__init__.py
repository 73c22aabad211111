"""Outline, set phrases, findings: the sides of the desk."""

from __future__ import annotations
