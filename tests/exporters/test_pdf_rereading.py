"""Our own PDFs read back: every paragraph of a starter speech as it was, in every layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.exporters.pdf import pdf_bytes
from drafting.files.font_files import installed_families
from drafting.importers.registry import import_bytes
from drafting.parsing.parser import parse_draft
from drafting.workspace.papers.exporting import ExportOptions, set_draft
from tests.exporters.test_pdf import CHINESE

if TYPE_CHECKING:
    from pathlib import Path

    from drafting.model.imported import ImportedText


def read_back(path: Path, layout_id: str) -> tuple[list[str], ImportedText]:
    """The paragraphs of a speech, and what its PDF says."""
    families = installed_families()
    if CHINESE not in families:
        pytest.skip("needs Noto Serif CJK SC")
    draft = parse_draft(path.read_text(encoding="utf-8").strip())
    made = set_draft(draft, ExportOptions(layout_id, layout_id == "reading"))
    data = pdf_bytes(draft, made.layout, made.pages, families).data
    return [one for one in draft.text.split("\n") if one], import_bytes(data, "讲话.pdf")


@pytest.mark.parametrize(
    ("layout_id", "name"),
    [
        ("official", "samples/sample_inspection"),
        ("reading", "library/12_greeting"),
        ("review", "samples/sample_economic"),
    ],
)
def test_the_paragraphs_come_back(project: Path, layout_id: str, name: str) -> None:
    expected, imported = read_back(project / "resources" / f"{name}.txt", layout_id)
    assert imported.text.split("\n") == expected
    kinds = {one.kind for one in imported.omissions}
    also = {"reading": {"拼音注音"}, "review": {"行号", "页眉页脚"}}.get(layout_id, set())
    assert kinds == {"页码", *also}
