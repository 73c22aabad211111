"""Kinds of rules that live on a word list: matching, preferred forms, patterns, counts."""

from __future__ import annotations
