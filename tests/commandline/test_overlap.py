"""``overlap``, and ``check`` with the old speech or the others of the meeting at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commandline.conftest import Answer

    Call = Callable[..., Answer]

PASSAGE = {
    "start", "end", "text", "source", "source_title", "source_start", "source_end", "similarity",
}  # fmt: skip
COPIED = "招商不是等客上门，要把门店开到客商楼下，一家一家谈、一单一单签。"
OLD = f"在全县招商会上的讲话\n同志们：\n去年签了46个项目，来之不易。\n{COPIED}\n"
NEW = f"在全县产业会上的讲话\n同志们：\n今年又新签了46个项目，更不容易。\n{COPIED}要早动手。\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "旧稿.txt", tmp_path / "新稿.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


def test_shape(call: Call, files: tuple[Path, Path]) -> None:
    old, new = files
    answer = call("overlap", new, "--beside", old, "--json")
    assert answer.code == 0
    assert set(answer.json) == {"passages", "share"}
    (passage,) = answer.json["passages"]
    assert set(passage) == PASSAGE
    assert passage["text"] == NEW[passage["start"] : passage["end"]] == COPIED
    assert OLD[passage["source_start"] : passage["source_end"]] == COPIED
    assert (passage["source"], passage["source_title"]) == (str(old), "在全县招商会上的讲话")
    assert passage["similarity"] == 1
    assert 0.3 < answer.json["share"] < 0.7


def test_nothing_found(call: Call, files: tuple[Path, Path], tmp_path: Path) -> None:
    other = tmp_path / "另一篇.txt"
    other.write_text("在全县防汛会上的讲话\n同志们：\n要上堤值守，全力以赴。\n", encoding="utf-8")
    answer = call("overlap", files[1], "--beside", other)
    assert answer.code == 1
    assert answer.out.startswith("雷同 0 处")
    assert call("overlap", files[1], "--json").json == {"passages": [], "share": 0.0}


def test_lines_for_readers(call: Call, files: tuple[Path, Path]) -> None:
    old, new = files
    lines = call("overlap", new, "--beside", old).out
    assert "《在全县招商会上的讲话》占" in lines
    assert "一字不差" in lines


def test_a_missing_file(call: Call, files: tuple[Path, Path]) -> None:
    for word in ("overlap", "check"):
        answer = call(word, files[1], "--beside", files[0].with_name("没有.txt"))
        assert answer.code == 3
        assert "没有.txt" in answer.err


def test_check_against_the_old_speech(call: Call, files: tuple[Path, Path]) -> None:
    old, new = files
    answer = call("check", new, "--against", old, "--select", "RS007", "--json")
    (one,) = answer.json["files"]
    found = [(finding["text"], finding["severity"]) for finding in one["findings"]]
    assert found == [("46个", "warning")]
    (related,) = one["findings"][0]["related"]
    assert OLD[related["start"] : related["end"]] == "46个"


def test_check_beside_the_others(call: Call, files: tuple[Path, Path]) -> None:
    old, new = files
    answer = call("check", new, "--beside", old, "--select", "RP008", "--json")
    (finding,) = answer.json["files"][0]["findings"]
    assert finding["text"] == COPIED


def test_the_library(call: Call, files: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = files
    library = tmp_path / "单位.db"
    missing = call("overlap", new, "--library", library)
    assert missing.code == 3
    assert "单位.db" in missing.err
    from drafting.workspace.library.importing import add_speeches

    add_speeches([old, new], library.with_name("单位.db"))
    answer = call("overlap", new, "--library", library, "--json")
    (passage,) = answer.json["passages"]
    assert (passage["text"], passage["source_title"]) == (COPIED, "在全县招商会上的讲话")
    assert OLD[passage["source_start"] : passage["source_end"]] == COPIED
    both = call("overlap", new, "--library", library, "--beside", old, "--json")
    assert [one["source"] for one in both.json["passages"]] == [str(old)]
    assert call("overlap", new, "--library", "none").code == 1
    (one,) = call("check", new, "--library", library, "--select", "RP004", "--json").json["files"]
    (finding,) = one["findings"]
    assert finding["text"] == COPIED
    assert finding["related"][0]["source"] == "《在全县招商会上的讲话》"


def test_a_library_that_is_no_library(call: Call, files: tuple[Path, Path], tmp_path: Path) -> None:
    folder = tmp_path / "文件夹.db"
    folder.mkdir()
    answer = call("check", files[1], "--library", folder)
    assert answer.code == 3
    assert "文件夹.db" in answer.err
