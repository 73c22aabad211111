"""The comparison with other products names rules that exist, and leaves none of the fields out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.checks.catalogue import RULES
from drafting.lexicons.tsv import read_table, split_values

if TYPE_CHECKING:
    from pathlib import Path

PRODUCTS = {"讯飞公文校对", "阿里全妙 智能审校", "黑马校对", "psknlr/GONGWEN", "billowsand/gongwen"}


def test_every_code_is_in_the_catalogue(project: Path) -> None:
    table = read_table(project / "packaging" / "checks_compared.tsv")
    assert set(table.column("product")) == PRODUCTS
    codes = {rule.code for rule in RULES}
    for row in table:
        named = split_values(row["codes"])
        assert set(named) - codes == set(), row["category"]
        assert named or row["lacks"], row["category"]
