"""Read back the PDFs of every layout: our own, and LibreOffice's from the same Word files.

Usage: python packaging/measure_pdf.py [--show] [--ours] [TEXT…]

Each text (by default the starter library's and the samples) is cleaned, parsed and printed in each
layout, the reading copy with pinyin; LibreOffice prints the first layout in two columns, too. For
each maker and layout: how many paragraphs stand in the PDF's text just as in the draft, and how
many were joined, cut or changed. ``--show`` prints those of the draft that are missing; ``--ours``
leaves LibreOffice out, which else is needed as soffice.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from measure_layouts import to_pdfs

from drafting.cleaning.cleaner import clean_text
from drafting.exporters.pdf import pdf_bytes
from drafting.exporters.word import word_bytes
from drafting.exporters.word_runs import Decorations
from drafting.files.font_files import installed_families
from drafting.importers.registry import import_bytes
from drafting.pagination.layout_files import LAYOUT_IDS
from drafting.parsing.parser import parse_draft
from drafting.workspace.papers.exporting import ExportOptions, set_draft

_SHOWN = 60


def make(
    path: Path, layout_id: str, folder: Path, *, is_ours: bool, columns: int = 1
) -> tuple[str, Path]:
    """Write the file of a text in a layout: a PDF, or a Word file for LibreOffice."""
    draft = parse_draft(clean_text(path.read_text(encoding="utf-8-sig")).text)
    made = set_draft(draft, ExportOptions(layout_id, layout_id == "reading"))
    if is_ours:
        data = pdf_bytes(draft, made.layout, made.pages, installed_families()).data
    else:
        data = word_bytes(draft, made.layout, Decorations.of(made.pages, made.aid))
        data = in_columns(data, columns) if columns > 1 else data
    target = folder / f"{path.stem}{'.pdf' if is_ours else '.docx'}"
    target.write_bytes(data)
    return draft.text, target


def in_columns(data: bytes, count: int) -> bytes:
    """Return a Word file with its text in so many columns, 7.5 mm apart."""
    document = docx.Document(io.BytesIO(data))
    for section in document.sections:
        properties = section._sectPr  # noqa: SLF001 - the library has no word for columns
        for old in properties.findall(qn("w:cols")):
            properties.remove(old)
        columns = OxmlElement("w:cols", attrs={qn("w:num"): str(count), qn("w:space"): "425"})
        # Its place is before the grid (ISO 29500-1, 17.6.17).
        grid = properties.find(qn("w:docGrid"))
        properties.append(columns) if grid is None else grid.addprevious(columns)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def differences(text: str, read: str) -> tuple[int, list[str], list[str]]:
    """Return how many paragraphs there are, those missing in ``read``, those that only it has."""
    before = [line for line in text.split("\n") if line.strip()]
    after = read.split("\n")
    missing: list[str] = []
    extra: list[str] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind != "equal":
            missing += before[first:last]
            extra += after[begin:end]
    return len(before), missing, extra


def measure(
    paths: list[Path], layout_id: str, *, is_ours: bool, show: bool, columns: int = 1
) -> int:
    """Print the figures of a maker and a layout; return how many paragraphs are missing."""
    sums: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = [make(path, layout_id, folder, is_ours=is_ours, columns=columns) for path in paths]
        if not is_ours:
            to_pdfs([path for _, path in made], folder)
        for text, path in made:
            data = path.with_suffix(".pdf").read_bytes()
            count, missing, extra = differences(text, import_bytes(data, path.stem + ".pdf").text)
            sums.update(paragraphs=count, missing=len(missing), extra=len(extra))
            sums["files"] += bool(missing or extra)
            for sign, lines in (("-", missing), ("+", extra)) if show else ():
                for line in lines:
                    print(f"  {path.stem} {sign} {line[:_SHOWN]} … {line[-10:]}")
    maker = "ours" if is_ours else "LibreOffice"
    maker += f" {columns} columns" if columns > 1 else ""
    equal = sums["paragraphs"] - sums["missing"]
    figures = f"{equal}/{sums['paragraphs']} paragraphs equal, {sums['extra']} others"
    print(f"{maker} {layout_id}: {figures}, in {sums['files']} of {len(paths)} files", flush=True)
    return sums["missing"] + sums["extra"]


def own_texts() -> list[Path]:
    """Return the speeches that are shipped."""
    resources = Path(__file__).resolve().parent.parent / "resources"
    folders = (resources / "library", resources / "samples")
    return [path for folder in folders for path in sorted(folder.glob("*.txt"))]


def main() -> int:
    """Print a line for each maker and layout; return 1 where a paragraph came back otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--ours", action="store_true")
    parser.add_argument("files", nargs="*", type=Path)
    arguments = parser.parse_args()
    paths = arguments.files or own_texts()
    wrong = 0
    for is_ours in (True,) if arguments.ours else (True, False):
        for layout_id in LAYOUT_IDS:
            wrong += measure(paths, layout_id, is_ours=is_ours, show=arguments.show)
    if not arguments.ours:
        wrong += measure(paths, "official", is_ours=False, show=arguments.show, columns=2)
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
