"""The speller's counts were made of the speeches and lists as they stand in the repository."""

from __future__ import annotations

import importlib.util
import json
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

STALE = (
    "changed since resources/spelling was made: run packaging/build_speller.py, "
    "then packaging/measure_spelling.py"
)


@pytest.fixture(scope="module")
def builder(project: Path) -> ModuleType:
    """packaging/build_speller.py, loaded from its file."""
    before = list(sys.path)
    sys.path.insert(0, str(project / "packaging"))
    try:
        path = project / "packaging" / "build_speller.py"
        spec = importlib.util.spec_from_file_location("build_speller", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path[:] = before
    return module


def test_the_counts_are_those_of_our_own_texts(project: Path, builder: ModuleType) -> None:
    path = project / "resources" / "spelling" / "contents.json"
    recorded = json.loads(path.read_text(encoding="utf-8"))["counts"]["inputs"]["own"]
    present = builder.own_digests(builder.read_own())
    assert len(present) > len(builder.OWN_LISTS)
    changed = {name for name, _ in recorded.items() ^ present.items()}
    assert not changed, f"{', '.join(sorted(changed))} {STALE}"


def test_a_changed_word_shows_and_a_renewed_figure_does_not(
    tmp_path: Path, builder: ModuleType
) -> None:
    path = tmp_path / "phrases.tsv"
    before, figure, word = (
        builder.own_digests({path: text})
        for text in ("凝心聚力\nnxjl\n12", "凝心聚力\nnxjl\n345", "齐心聚力\nqxjl\n12")
    )
    assert before == figure != word
