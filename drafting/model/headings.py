"""Headings and the forms in which parts are numbered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafting.text.span import Span


class MarkerKind(StrEnum):
    """The forms in which parts are numbered."""

    HAN_COMMA = "一、"
    HAN_BRACKET = "（一）"
    ARABIC_DOT = "1."
    ARABIC_COMMA = "1、"
    ARABIC_BRACKET = "（1）"
    CIRCLED = "①"
    ORDINAL = "第一"
    MUST = "一要"
    IS = "一是"
    LOOK = "一看"
    FIRST_THEN = "首先"
    ON_ONE_HAND = "一方面"
    DASH = "——"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, standing alone or run into its paragraph.

    ``span`` runs from the marker to before a final 。; ``text`` has neither; ``level`` is the depth
    in this speech from 1; ``number`` is None where the marker carries none; ``block`` is the
    index of its paragraph in ``Draft.blocks``.
    """

    level: int
    kind: MarkerKind
    marker: str
    marker_span: Span
    number: int | None
    text: str
    span: Span
    run_in: bool
    block: int
