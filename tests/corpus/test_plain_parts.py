from __future__ import annotations

import json

import pytest

from drafting.corpus.plain_parts import parts_from, parts_to
from drafting.model.speech import SpeechHeading, SpeechParts
from drafting.text.span import Span


@pytest.mark.parametrize(
    "parts",
    [
        SpeechParts(),
        SpeechParts(Span(0, 0), None, ()),
        SpeechParts(
            Span(8, 40),
            Span(200, 240),
            (SpeechHeading(1, Span(40, 52)), SpeechHeading(2, Span(60, 71), run_in=True)),
        ),
    ],
)
def test_parts_come_back_through_json(parts: SpeechParts) -> None:
    assert parts_from(json.loads(json.dumps(parts_to(parts)))) == parts


def test_what_was_not_kept_is_not_there() -> None:
    assert parts_from({}) == SpeechParts()
