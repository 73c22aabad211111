"""Every shipped word list is sound, and a faulty one is told to the user in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.errors import ResourceError
from drafting.lexicons.lexicons import Lexicons, load_lexicons
from drafting.lexicons.tsv import read_table, split_values

PROJECT = Path(__file__).resolve().parents[2]
TABLES = sorted((PROJECT / "resources" / "lexicons").glob("*.tsv"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_shipped_table(path: Path) -> None:
    table = read_table(path)
    assert table.source
    assert len(set(table.columns)) == len(table.columns)
    assert all(table.columns)
    assert len(set(table.rows)) == len(table.rows), "the same row twice"
    for row in table.rows:
        assert row[0], row
        # A pattern may begin with a blank that it looks for.
        cells = [c for n, c in zip(table.columns, row, strict=True) if n != "pattern"]
        assert all(cell == cell.strip() for cell in cells), row


def test_characters_of_several_readings() -> None:
    """Each has two readings and more; a word told of it holds it and no other entry."""
    table = load_lexicons().table("reading_several")
    for row in table:
        assert len(split_values(row["readings"])) > 1, row
        for pair in split_values(row["words"]):
            word, reading = pair.split("=")
            assert row["character"] in word, row
            assert reading
    common = "".join(load_lexicons().table("common_characters").column("characters"))
    assert not set(table.column("character")) & set(common)


def write(folder: Path, text: str) -> Path:
    path = folder / "list.tsv"
    path.write_bytes(text.encode())
    return path


def test_reading(tmp_path: Path) -> None:
    path = write(tmp_path, "# source: 自编\nword\tnote\n# a remark\n\n甲\t1\n乙\t\n")
    table = read_table(path)
    assert table.source == "自编"
    assert table.rows == (("甲", "1"), ("乙", ""))
    assert table.column("note") == ("1", "")
    assert table.by_first_column["甲"] == {"word": "甲", "note": "1"}
    with pytest.raises(ResourceError, match="other"):
        table.column("other")
    assert split_values("甲·乙") == ("甲", "乙")
    assert split_values("") == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "第 1 行"),
        ("word\n甲\n", "第 1 行"),
        ("# source: \nword\n", "第 1 行"),
        ("# source: 自编\n", "列名"),
        ("# source: 自编\nword\tnote\n甲\n", "第 3 行有 1 列"),
    ],
)
def test_faulty_table(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ResourceError, match=told):
        read_table(write(tmp_path, text))


def test_missing_or_undecodable_table(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="无法读取"):
        read_table(tmp_path / "none.tsv")
    (tmp_path / "bytes.tsv").write_bytes(b"# source: \xff\xff\n")
    with pytest.raises(ResourceError, match="无法读取"):
        read_table(tmp_path / "bytes.tsv")


def test_lists_are_read_once(tmp_path: Path) -> None:
    write(tmp_path, "# source: 自编\nword\n甲\n")
    lexicons = Lexicons(tmp_path)
    assert lexicons.table("list") is lexicons.table("list")
    assert load_lexicons() is load_lexicons()
