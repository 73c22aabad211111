"""Pages of county sites around our own speeches, as files of four kinds."""

from __future__ import annotations

import base64
import html
import re
from pathlib import Path

from tests.importers.packages import paragraph, word_file

PROJECT = Path(__file__).resolve().parent.parent.parent
SITES = sorted((PROJECT / "tests" / "fixtures" / "cleaning" / "sites").glob("*.txt"))
SPEECHES = sorted((PROJECT / "resources" / "library").glob("*.txt"))
KINDS = (".txt", ".html", ".mht", ".docx")
_MARK = "〔讲稿〕"
_BOUNDARY = "----=_NextPart_000"


def speech_for(site: Path) -> str:
    """The speech that stands in a site's page: another one for each."""
    return SPEECHES[SITES.index(site) % len(SPEECHES)].read_text(encoding="utf-8").strip()


def page_lines(site: Path, speech: str) -> tuple[list[str], list[str], list[str]]:
    """The lines of head, speech and tail; the page brings the title in its head."""
    title, rest = speech.split("\n", 1)
    head, _, tail = site.read_text(encoding="utf-8").partition(f"{_MARK}\n")
    head, tail = head.replace("{title}", title), tail.replace("{title}", title)
    return head.strip().split("\n"), rest.split("\n"), tail.strip().split("\n")


def page_file(site: Path, speech: str, kind: str) -> bytes:
    """The page as it is saved (.html, .mht), copied from the browser (.txt) or pasted (.docx)."""
    head, body, tail = page_lines(site, speech)
    if kind == ".txt":
        lines = [*head, "", *(f"\u3000\u3000{line}\n" for line in body), *tail]
        return "\r\n".join(lines).encode("gb18030")
    if kind == ".docx":
        return word_file("".join(paragraph(line) for line in [*head, *body, *tail]))
    page = _web_page(head, body, tail).encode()
    return page if kind == ".html" else _archive(page)


def _web_page(head: list[str], body: list[str], tail: list[str]) -> str:
    rows = [
        '<!DOCTYPE html><html><head><meta charset="utf-8">',
        f"<title>{html.escape(head[0])}</title><style>p{{text-indent:2em}}</style>",
        "<script>var visits = 1;</script></head><body>",
        *map(_row, head),
        '<div class="TRS_Editor">',
        *(f"<p>　　{html.escape(line)}</p>" for line in body),
        "</div>",
        *map(_row, tail),
        "</body></html>",
    ]
    return "\n".join(rows)


def _row(line: str) -> str:
    """A line of the page; what two blanks part are items of a list."""
    items = re.split("(?<! )  (?! )", line)
    if len(items) < 2:
        return f"<div>{html.escape(line)}</div>"
    cells = "".join(f"<li><a href='#'>{html.escape(item)}</a></li>" for item in items)
    return f"<ul>{cells}</ul>"


def _archive(page: bytes) -> bytes:
    lines = [
        "From: <Saved by Browser>",
        "Subject: page",
        "MIME-Version: 1.0",
        f'Content-Type: multipart/related; type="text/html"; boundary="{_BOUNDARY}"',
        "",
        f"--{_BOUNDARY}",
        "Content-Type: text/html; charset=utf-8",
        "Content-Transfer-Encoding: base64",
        "",
        base64.encodebytes(page).decode("ascii"),
        f"--{_BOUNDARY}--",
        "",
    ]
    return "\r\n".join(lines).encode("ascii")
