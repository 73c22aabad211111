"""The rules that rest on the speller: their places, and what keeps them silent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from drafting.checks.base import CheckContext
from drafting.checks.runner import run_checks
from drafting.lexicons.lexicons import load_lexicons
from drafting.parsing.parser import parse_draft
from drafting.text.edits import apply_edits
from drafting.workspace.checking.spelling import LazySpeller, shared_speller

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from drafting.model.finding import Finding

CODES = ("WD002", "WD003")
SLIP = "各乡镇要加强组只领导，明确责任分工。"


def findings(text: str, *, speller: LazySpeller | None = None) -> list[Finding]:
    context = CheckContext(load_lexicons(), speller=speller or shared_speller())
    return list(run_checks(parse_draft(text), context, select=CODES).findings)


def test_span_and_fix_are_the_wrong_character() -> None:
    text = f"同志们：\n{SLIP}"
    (finding,) = findings(text)
    assert "组织" in finding.message
    assert apply_edits(text, finding.fixes[0].edits) == text.replace("组只", "组织")


def test_silent_without_a_speller() -> None:
    context = CheckContext(load_lexicons())
    assert run_checks(parse_draft(f"同志们：\n{SLIP}"), context, select=CODES).findings == ()


def test_titles_of_works_and_terms_of_the_draft_are_left_alone() -> None:
    assert findings("同志们：\n要学好《各乡镇要加强组只领导明确责任》一文。") == []
    thrice = "组只领导是新词。所谓组只领导，就是这样。"
    assert findings(f"同志们：\n{SLIP}{thrice}") == []


def test_only_new_sentences_are_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    from drafting.spelling.speller import Speller

    looked_at: list[int] = []
    found = Speller._found

    def counted(self: Speller, sentences: list[str]) -> list[tuple[object, ...]]:
        looked_at.append(len(sentences))
        return found(self, sentences)  # type: ignore[return-value]

    monkeypatch.setattr(Speller, "_found", counted)
    speller = LazySpeller()
    lines = "要抓好秋粮收购。要抓好冬季施工。"
    findings(f"同志们：\n{lines}", speller=speller)
    findings(f"同志们：\n{lines}要管好用好资金。", speller=speller)
    assert looked_at == [3, 1]


def test_sentences_with_known_faults(shared: Path) -> None:
    """A watch over changes only: the weights have seen these sentences."""
    folder = shared / "data" / "spelling_dev"
    clean = json.loads((folder / "clean_sentences.json").read_text(encoding="utf-8"))
    pairs = json.loads((folder / "official_document_train.json").read_text(encoding="utf-8"))
    faulty = [one["source"] for one in pairs if one["source"] != one["target"]]
    speller = shared_speller()
    assert sum(bool(one) for one in speller.corrections(clean)) <= 3
    assert sum(bool(one) for one in speller.corrections(faulty)) >= 0.35 * len(faulty)
