"""Markdown: the marks of a note taken away, its words kept."""

from __future__ import annotations

import re

# `# 标题`, `## 一、…`, `> …`, `- …`, `* …`, `+ …`; 1. numbers parts in speeches too and stays.
_LINE_MARK = re.compile("^[ \\t]{0,12}(?:#{1,6}[ \\t]+|(?:>[ \\t]?){1,4}|[-*+][ \\t]+)+")
_CLOSING_MARK = re.compile("[ \\t]+#{1,6}[ \\t]*$")
# A rule (---, ***), the line under a title (=== or ---) and a code fence hold no words.
_EMPTY_LINE = re.compile(
    "[ \\t]*(?:[-*_][ \\t]*){3,}|[ \\t]*={3,}[ \\t]*|[ \\t]*(?:```|~~~)[\\w-]*"
)
_SPANS = (
    re.compile("(\\*\\*\\*|___)(?=[^\\s*_])([^\\n*_]{1,400})(?<=\\S)\\1"),
    re.compile("(\\*\\*|__)(?=[^\\s*_])([^\\n*_]{1,400})(?<=\\S)\\1"),
    # 3*4 is no emphasis, \\* is a star.
    re.compile("(?<![0-9*\\\\])(\\*)(?=[^\\s*])([^\\n*]{1,400})(?<=[^\\s*])\\1"),
    re.compile("(`)([^\\n`]{1,400})\\1"),
)
_LINK = re.compile("(?<!!)\\[([^\\[\\]\\n]{1,200})\\]\\([^()\\s]{1,500}\\)")
_ESCAPED = re.compile("\\\\([\\\\`*_{}\\[\\]()#+.!>-])")


def without_marks(text: str) -> str:
    """Return ``text`` (line feeds only) without Markdown's marks; its words and lines stay."""
    return "\n".join(_plain(line) for line in text.split("\n"))


def _plain(line: str) -> str:
    if _EMPTY_LINE.fullmatch(line):
        return ""
    line = _CLOSING_MARK.sub("", _LINE_MARK.sub("", line))
    for pattern in _SPANS:
        line = pattern.sub("\\2", line)
    return _ESCAPED.sub("\\1", _LINK.sub("\\1", line))
