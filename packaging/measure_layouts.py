"""Prove the Word files of every layout: schema, package, re-reading, and LibreOffice's pages.

Usage: python packaging/measure_layouts.py [--profile OFFICE.toml] TEXT…

Each text is cleaned, parsed and exported in each layout, the reading copy with pinyin. One line a
file tells whether it reads back as the draft, the errors of openxml-audit, the findings of
docx-integrity, and how many of LibreOffice's lines and pages are ours. “ ” are written 『 』: see
measure_pages.py. Needs soffice, pdftotext and the libraries of requirements-dev.txt.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from typing import TYPE_CHECKING

from docx_integrity.inspector import check
from measure_pages import dense, pdf_lines
from openxml_audit import OpenXmlValidator

from drafting.cleaning.cleaner import clean_text
from drafting.exporters.word import word_bytes
from drafting.exporters.word_runs import Decorations
from drafting.importers.registry import import_bytes
from drafting.pagination.layout_files import LAYOUT_IDS, POINTS_PER_MM
from drafting.parsing.parser import parse_draft
from drafting.settings.profile_file import load_profile
from drafting.workspace.office.files import Office
from drafting.workspace.papers.exporting import ExportOptions, SetDraft, set_draft

if TYPE_CHECKING:
    from drafting.model.draft import Draft

_PLAIN_QUOTES = str.maketrans("“”‘’", "『』「」")
# Pinyin is set in less than this height of its box, in points; body text in more.
_PINYIN_HEIGHT = 18.0


@dataclass(frozen=True)
class Made:
    """One text in one layout, and its file."""

    draft: Draft
    made: SetDraft
    path: Path


def make(text_path: Path, layout_id: str, office: Office, folder: Path) -> Made:
    """Write the Word file of a text in a layout."""
    text = clean_text(text_path.read_text(encoding="utf-8")).text.translate(_PLAIN_QUOTES)
    draft = parse_draft(text)
    made = set_draft(draft, ExportOptions(layout_id, layout_id == "reading", office))
    path = folder / f"{layout_id}-{text_path.stem}.docx"
    path.write_bytes(word_bytes(draft, made.layout, Decorations.of(made.pages, made.aid)))
    return Made(draft, made, path)


def to_pdfs(paths: list[Path], folder: Path) -> None:
    """Convert all files in one run of LibreOffice."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(folder), *map(str, paths)],
        check=True, capture_output=True, timeout=60 + 20 * len(paths),
    )  # fmt: skip


def agreement(one: Made) -> tuple[int, int, bool]:
    """Return LibreOffice's lines, how many of them are ours, and whether all pages end alike."""
    layout = one.made.layout
    edge = layout.margin_left * POINTS_PER_MM - 1
    pdf = one.path.with_suffix(".pdf")
    smallest = _PINYIN_HEIGHT if one.made.aid.hard_words else 0.0
    theirs = [page[:-1] for page in pdf_lines(pdf, edge, smallest)]
    ours = [
        [text for line in page.lines if (text := dense(line.span.of(one.draft.text)))]
        for page in one.made.pages
    ]
    flat_ours, flat_theirs = list(chain(*ours)), list(chain(*theirs))
    matcher = SequenceMatcher(None, flat_ours, flat_theirs, autojunk=False)
    equal = sum(block.size for block in matcher.get_matching_blocks())
    return len(flat_theirs), equal, list(map(len, ours)) == list(map(len, theirs))


def faults(one: Made) -> tuple[bool, int, int]:
    """Return whether the file reads back as its draft, and what both validators object to."""
    text = import_bytes(one.path.read_bytes(), one.path.name).text.rstrip("\n")
    errors = OpenXmlValidator().validate(str(one.path)).errors
    findings = check(one.path)
    return text == one.draft.text.rstrip("\n"), len(errors), len(findings)


def main() -> int:
    """Print a line a file and the sums of each layout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", type=Path)
    parser.add_argument("files", nargs="+", type=Path)
    arguments = parser.parse_args()
    office = Office() if arguments.profile is None else Office(load_profile(arguments.profile))
    for layout_id in LAYOUT_IDS:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            made = [make(path, layout_id, office, folder) for path in arguments.files]
            to_pdfs([one.path for one in made], folder)
            sums = [0, 0, 0, 0, 0, 0]
            for one in made:
                is_equal, errors, findings = faults(one)
                lines, equal, alike = agreement(one)
                read, pages = "equal" if is_equal else "DIFFERS", "alike" if alike else "elsewhere"
                print(f"{one.path.stem}: re-read {read}, {errors} schema errors, {findings} "
                      f"package findings, {equal}/{lines} lines, pages {pages}")  # fmt: skip
                values = (not is_equal, errors, findings, lines, equal, not alike)
                sums = [a + int(b) for a, b in zip(sums, values, strict=True)]
            print(f"{layout_id}: {len(made)} files, {sums[0]} re-read otherwise, {sums[1]} schema "
                  f"errors, {sums[2]} package findings, {sums[4]}/{sums[3]} lines equal, "
                  f"{sums[5]} with pages that end elsewhere")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
