"""Every rule file is listed, every rule explains itself, no code serves twice."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drafting.checks import catalogue
from drafting.checks.catalogue import RULES, rule_by_code, rule_codes
from drafting.errors import UsageError

if TYPE_CHECKING:
    from drafting.checks.base import Rule

RULE_FOLDER = Path(catalogue.__file__).parent / "rules"
FILES = sorted(path for path in RULE_FOLDER.rglob("*.py") if path.stem != "__init__")
GROUPS = {
    "structure": "ST", "repetition": "RP", "residue": "RS", "wording": "WD", "punctuation": "PU",
    "numbers": "NU", "expressions": "EX", "names": "NM", "speaking": "SP", "layout": "LA",
    "drafts": "DR",
}  # fmt: skip


def home_of(rule: Rule) -> Path:
    return Path(rule.check.__code__.co_filename)


def test_every_rule_file_is_listed() -> None:
    assert sorted(home_of(rule) for rule in RULES) == FILES


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_explains_itself(rule: Rule) -> None:
    home = home_of(rule)
    assert re.fullmatch("[A-Z]{2}[0-9]{3}", rule.code)
    assert rule.group == GROUPS[home.parent.name]
    assert rule.name.replace("-", "_") == home.stem
    assert len(rule.flagged) >= 3
    assert len(rule.clean) >= 5
    assert rule.source
    assert rule.summary
    assert rule.why.endswith("。")
    assert not re.search("[A-Za-z]{4,}", rule.why), "the reason is for a secretary"
    doc = ast.get_docstring(ast.parse(home.read_text(encoding="utf-8"))) or ""
    for part in ("What it does:", "Why:", "Limits:"):
        assert part in doc


def test_no_example_serves_both_ways() -> None:
    for rule in RULES:
        assert not set(rule.flagged) & set(rule.clean)


def test_look_ups() -> None:
    assert rule_by_code("st004").code == "ST004"
    with pytest.raises(UsageError, match="XX999"):
        rule_by_code("XX999")
    assert {"RS001", "RS005", "RS006"} <= rule_codes("RS")
    assert rule_codes("WD007") == {"WD007"}
    assert rule_codes("QQ") == set()


def test_at_least_250_confusable_words(project: Path) -> None:
    path = project / "resources" / "lexicons" / "checks_confusable_words.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[2:]]
    wrong = [row[0] for row in rows]
    assert len(wrong) >= 250
    assert len(set(wrong)) == len(wrong)
    assert {row[3] for row in rows} == {"", "quoted", "variant"}
    for row in rows:
        assert row[1]
        assert row[0] != row[1]
        assert all(row[0] in wider and wider != row[0] for wider in row[2].split("·") if wider), row
        assert row[1] not in wrong, f"{row[1]} is wanted here and objected to there"
