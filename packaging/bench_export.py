"""Time the Word export against python-docx with formatting per run.

Usage: python packaging/bench_export.py

Both write the same 100,000 characters, once in 516 paragraphs and once in 2,488, interleaved in
one run; the medians and their ratio are printed. The goals are 0.15 and 0.05.
"""

from __future__ import annotations

import gc
import io
import random
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import docx
from docx.oxml.ns import qn
from docx.shared import Pt

from drafting.exporters.word import word_bytes
from drafting.model.draft import Block, BlockKind, Draft
from drafting.pagination.layout_files import load_layout
from drafting.text.span import Span

_CHARACTERS = 100_000
_ROUNDS = 9


def sample(paragraphs: int) -> Draft:
    """Return a draft of random characters, cut into equal paragraphs."""
    random_source = random.Random(6)  # noqa: S311 - a fixed sample
    letters = [chr(code) for code in range(0x4E00, 0x4E00 + 2500)] + ["，"] * 200 + ["。"] * 60
    size = _CHARACTERS // paragraphs
    lines = ["".join(random_source.choices(letters, k=size)) for _ in range(paragraphs)]
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, Span(i * (size + 1), i * (size + 1) + size))
        for i in range(paragraphs)
    )
    return Draft("\n".join(lines), blocks=blocks)


def with_python_docx(draft: Draft) -> bytes:
    """Return a .docx with face, size and indent set on every run and paragraph."""
    document = docx.Document()
    for block in draft.blocks:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.first_line_indent = Pt(32)
        run = paragraph.add_run(block.span.of(draft.text))
        run.font.name = "Times New Roman"
        run.font.size = Pt(16)
        run._element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")  # noqa: SLF001
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def main() -> int:
    """Print both medians and their ratio."""
    layout = load_layout("official")
    for paragraphs in (516, 2488):
        draft = sample(paragraphs)
        times: dict[str, list[float]] = {"python-docx": [], "ours": []}
        for _ in range(_ROUNDS):
            for name, export in (
                ("python-docx", with_python_docx),
                ("ours", lambda one: word_bytes(one, layout)),
            ):
                gc.collect()
                start = time.perf_counter()
                export(draft)
                times[name].append(time.perf_counter() - start)
        theirs, ours = (statistics.median(times[name]) * 1000 for name in times)
        print(
            f"{paragraphs} paragraphs: python-docx {theirs:.1f} ms, ours {ours:.1f} ms, "
            f"ratio {ours / theirs:.3f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
