"""TOML files that are kept as JSON beside them: the same content, and never an older one."""

from __future__ import annotations

import json
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from drafting.files import shipped_toml
from drafting.files.shipped_toml import PARSED_FILE, checksum, read_toml
from resources import resource_path

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = sorted(
    path for folder in ("layouts", "templates") for path in resource_path(folder).glob("*.toml")
)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_is_kept_is_what_the_file_says(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    # Without a parser only what is kept can answer: packaging/parse_toml.py writes it anew.
    monkeypatch.setitem(sys.modules, "tomllib", None)
    assert json.dumps(read_toml(path)) == json.dumps(said)


def test_a_file_that_was_changed_is_read_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "版式.toml"
    path.write_text('name = "公文版"\n', encoding="utf-8")
    kept = {path.name: {"sum": checksum('name = "公文版"\n'), "data": {"name": "所存"}}}
    (tmp_path / PARSED_FILE).write_text(json.dumps(kept), encoding="utf-8")
    assert read_toml(path) == {"name": "所存"}
    path.write_bytes('name = "公文版"\r\n'.encode())
    assert read_toml(path) == {"name": "所存"}
    path.write_text('name = "大字版"\n', encoding="utf-8")
    assert read_toml(path) == {"name": "大字版"}


@pytest.mark.parametrize("kept", ["", "[]", "{", "{}"])
def test_without_what_is_kept_the_file_itself_is_parsed(tmp_path: Path, kept: str) -> None:
    (tmp_path / PARSED_FILE).write_text(kept, encoding="utf-8")
    path = tmp_path / "版式.toml"
    path.write_text("lines = 22\n", encoding="utf-8")
    assert read_toml(path) == {"lines": 22}
    path.write_text("lines =\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 1"):
        read_toml(path)
    shipped_toml._parsed.cache_clear()
