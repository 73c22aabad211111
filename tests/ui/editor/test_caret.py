"""The suggestions learn what stands before the caret and in which section it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.editor.drafts import TEXT, place, speech
from ui.editor.caret import caret_context


@pytest.mark.parametrize(
    ("words", "section", "topic"),
    [
        ("在全县", None, ""),
        ("今天开会", "opening", ""),
        ("项目抓在手上", "heading", "把项目抓在手上"),
        ("开工只有一半", "body", "盯住开工"),
        ("做法值得学", "closing", "盯住开工"),
    ],
)
def test_sections(words, section, topic):
    draft = replace(speech(), closing=place("云岭的做法值得学。"))
    context = caret_context(TEXT, place(words).start + 1, draft)
    assert (context.section, context.topic) == (section, topic)
    assert TEXT[: context.position].endswith(context.before)


def test_without_structure_only_the_text_before_is_known():
    context = caret_context("字" * 7000, 6500, None)
    assert (len(context.before), context.section, context.place) == (6000, None, "此处")
