"""Counts that a speech announces (讲三点意见), and what keeps them or breaks them."""

from __future__ import annotations
