"""Compare our page breaker with LibreOffice's.

Usage: python packaging/measure_pages.py [--layout ID] TEXT…

Each text file is cleaned, parsed, exported to Word and converted to PDF; the lines of the PDF's
pages are compared with those of ``paginate``. Needs soffice and pdftotext.

LibreOffice 7.4 takes “ ” beside Latin letters from the Latin face, half as wide, where Word keeps
them Chinese as our files ask (w:hint). Each text is therefore measured twice: as it is, and with
“ ” written 『 』, which no program mistakes.
"""

from __future__ import annotations

import argparse
import html
import re
import subprocess
import sys
import tempfile
from difflib import SequenceMatcher
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from drafting.cleaning.cleaner import clean_text
from drafting.exporters.word import word_bytes
from drafting.exporters.word_runs import Decorations
from drafting.model.reading import ReadingAid
from drafting.pagination.layout_files import LAYOUT_IDS, load_layout
from drafting.pagination.paginate import paginate
from drafting.parsing.parser import parse_draft

_WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)
_HALF_LINE = 8.0  # points
_HEAD = 60.0  # points: above stands nothing but a header
_POINTS_PER_MM = 72 / 25.4
_PLAIN_QUOTES = str.maketrans("“”‘’", "『』「」")


def to_pdf(document: Path, profile: Path) -> Path:
    """Return the PDF that LibreOffice makes of a Word file, beside it."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(document.parent), str(document)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return document.with_suffix(".pdf")


def pdf_lines(pdf: Path, left_edge: float = 0.0, smallest: float = 0.0) -> list[list[str]]:
    """Return for each page its lines without blanks, the page number last.

    Line numbers and whatever else begins left of ``left_edge`` (points) are left out, headers,
    and words in boxes lower than ``smallest`` points (pinyin).
    """
    output = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, timeout=60
    ).stdout.decode("utf-8")
    return [_page_lines(page, left_edge, smallest) for page in output.split("<page ")[1:]]


def _page_lines(page: str, left_edge: float, smallest: float) -> list[str]:
    words = [
        ((float(top) + float(bottom)) / 2, float(left), html.unescape(text))
        for left, top, _, bottom, text in _WORD.findall(page)
        if float(left) >= left_edge
        and float(bottom) - float(top) >= smallest
        and (float(top) + float(bottom)) / 2 >= _HEAD
    ]
    rows: list[tuple[float, list[tuple[float, str]]]] = []
    for middle, left, text in sorted(words):
        if not rows or middle - rows[-1][0] > _HALF_LINE:
            rows.append((middle, []))
        rows[-1][1].append((left, text))
    return [dense("".join(text for _, text in sorted(row))) for _, row in rows]


def dense(text: str) -> str:
    """Return ``text`` without blanks."""
    return re.sub(r"\s", "", text)


def measure(text: str, layout_id: str, folder: Path) -> tuple[int, int, bool]:
    """Return LibreOffice's lines, how many are equal, and whether all pages break alike."""
    draft = parse_draft(text)
    layout = load_layout(layout_id)
    document = folder / "page.docx"
    pages = paginate(draft, layout)
    document.write_bytes(word_bytes(draft, layout, Decorations.of(pages, ReadingAid())))
    pdf = to_pdf(document, folder / "profile")
    edge = layout.margin_left * _POINTS_PER_MM - 1
    theirs = [page[:-1] for page in pdf_lines(pdf, edge)]
    ours = [
        [line_text for line in page.lines if (line_text := dense(line.span.of(draft.text)))]
        for page in pages
    ]
    flat_ours = list(chain.from_iterable(ours))
    flat_theirs = list(chain.from_iterable(theirs))
    matcher = SequenceMatcher(None, flat_ours, flat_theirs, autojunk=False)
    equal = sum(block.size for block in matcher.get_matching_blocks())
    return len(flat_theirs), equal, list(map(len, ours)) == list(map(len, theirs))


def main() -> int:
    """Print the figures of each file and of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--layout", choices=LAYOUT_IDS, default="official")
    parser.add_argument("files", nargs="+", type=Path)
    arguments = parser.parse_args()
    totals = {"as it is": [0, 0], "plain quotes": [0, 0]}
    with tempfile.TemporaryDirectory() as folder:
        for path in arguments.files:
            text = clean_text(path.read_text(encoding="utf-8")).text
            for kind, variant in zip(totals, (text, text.translate(_PLAIN_QUOTES)), strict=True):
                lines, equal, alike = measure(variant, arguments.layout, Path(folder))
                totals[kind][0] += lines
                totals[kind][1] += equal
                pages = "pages end alike" if alike else "pages end elsewhere"
                print(f"{path.name}, {kind}: {equal}/{lines} lines equal, {pages}")
    for kind, (lines, equal) in totals.items():
        print(f"all, {kind}: {equal}/{lines} = {equal / lines:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
