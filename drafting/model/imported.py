"""What an importer hands on: text, where each character came from, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SourceRun:
    """Characters ``start``..``end`` of the imported text and their place in the file.

    ``part`` is the part of the package (``word/document.xml``) or an empty string for plain text,
    ``paragraph`` and ``run`` count from 0 within it, ``offset`` within the run's text.
    """

    start: int
    end: int
    part: str = ""
    paragraph: int = 0
    run: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Omission:
    """Something in the file that is not in the text: ``kind`` in Chinese (批注), how many."""

    kind: str
    count: int
    characters: int = 0


@dataclass(frozen=True, slots=True)
class ImportedText:
    """The text of a file, one paragraph a line; ``encoding`` for plain text only."""

    text: str
    runs: tuple[SourceRun, ...] = field(default=(), repr=False)
    omissions: tuple[Omission, ...] = ()
    encoding: str | None = None
