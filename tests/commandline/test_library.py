"""``library``: its JSON, its exit codes, its sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from drafting.model.imported import ImportedText
from drafting.workspace.drafts import opening
from drafting.workspace.library.opening import default_library
from tests.importers.packages import paragraph, run, word_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commandline.conftest import Answer

    Call = Callable[..., Answer]

TWO = "\n".join(
    f"在云岭县{what}会上的讲话\n同志们：\n" + f"要把{what}这件事一件一件抓到底。" * 20
    for what in ("护林", "清淤")
)
ENTRY = {
    "id", "title", "date", "speaker", "role", "occasion", "kind", "level", "characters",
    "starter", "path",
}  # fmt: skip


@pytest.fixture
def samples(project: Path) -> Path:
    return project / "resources" / "samples"


@pytest.fixture
def filled(call: Call, samples: Path, tmp_path: Path) -> Call:
    """The commands on a library of the three samples."""
    path = tmp_path / "库.db"

    def on_library(word: str, *arguments: object) -> Answer:
        return call("library", word, *arguments, "--library", path)

    assert on_library("add", samples).code == 0
    return on_library


def test_add(call: Call, samples: Path, tmp_path: Path) -> None:
    bad = tmp_path / "坏.docx"
    bad.write_bytes(b"PK\x03\x04 broken")
    answer = call("library", "add", samples, samples, bad, "--json")
    assert answer.code == 3
    assert set(answer.json) == {"added", "duplicates", "failed", "doubtful", "passed"}
    assert [set(one) for one in answer.json["added"]] == [{"id", "title", "path"}] * 3
    (failed,) = answer.json["failed"]
    assert failed["path"] == str(bad)
    assert failed["reason"]
    again = call("library", "add", samples, "--json")
    assert again.code == 0
    assert again.json["added"] == []
    assert [set(one) for one in again.json["duplicates"]] == [{"path", "id"}] * 3
    assert default_library().exists()


def test_what_became_of_a_folder_is_told(call: Call, samples: Path, tmp_path: Path) -> None:
    folder = tmp_path / "夹"
    folder.mkdir()
    for source in sorted(samples.glob("*.txt")):
        (folder / source.name).write_bytes(source.read_bytes())
    (folder / "副本.txt").write_bytes((folder / "sample_economic.txt").read_bytes())
    (folder / "打包.rar").write_bytes(b"Rar!")
    (folder / "合订.txt").write_text(TWO, encoding="utf-8")
    hidden = "".join(paragraph(one) for one in TWO.split("\n")[1:3])
    hidden += f"<w:p>{run('不念', '<w:vanish/>')}</w:p>"
    (folder / "有隐藏.docx").write_bytes(word_file(hidden))
    answer = call("library", "add", folder, "--library", tmp_path / "库.db")
    assert answer.code == 0
    first, same, passed = answer.out.splitlines()
    assert first == "新增 6 篇，已有 1 篇，未能读取 0 个文件，另有 1 项不是文稿，没有读。"
    assert re.fullmatch("已有：.*（与编号 [1-6]《.+》文字相同）", same)
    assert passed == "没有读：压缩文件 1 个（打包.rar），请先解压，再打开解出来的文稿。"
    told = answer.err.splitlines()
    assert f"“{folder / '合订.txt'}”里有 2 篇讲话，已分开添加，请看看分得对不对。" in told
    missing = "有内容没有读进来（隐藏文字 1 处），请对照原件核对。"
    assert f"“{folder / '有隐藏.docx'}”{missing}" in told
    again = call("library", "add", folder, "--library", tmp_path / "库.db").out.splitlines()
    assert again[0].startswith("新增 0 篇，已有 7 篇，")
    assert again[2:] == ["以前添加过、没有变化的 5 个文件没有再添加。", passed]


def test_list_and_show(filled: Call) -> None:
    listed = filled("list", "--json").json["speeches"]
    assert [set(one) for one in listed] == [ENTRY] * 3
    shown = filled("show", listed[0]["id"], "--json").json
    assert set(shown) == ENTRY | {"headings", "text"}
    assert all(shown["text"][h["start"] : h["end"]] == h["text"] for h in shown["headings"])
    assert filled("show", listed[0]["id"], "--text").out == shown["text"] + "\n"
    assert filled("show", 99).code == 3


def test_search(filled: Call) -> None:
    answer = filled("search", "同志们", "--json")
    assert answer.code == 0
    hits = answer.json["hits"]
    assert len(hits) == 3
    assert set(hits[0]) == {"id", "title", "date", "snippet", "start", "end"}
    text = filled("show", hits[0]["id"], "--json").json["text"]
    assert text[hits[0]["start"] : hits[0]["end"]] == "同志们"
    assert len(filled("search", "同志们", "-n", 2, "--json").json["hits"]) == 2
    nothing = filled("search", "龘靐", "--json")
    assert (nothing.code, nothing.json) == (1, {"hits": []})
    assert filled("search", '"((AND NOT', "--year", 2026).code == 1
    assert filled("search", "同志们", "--kind", "没有").code == 2


def test_remove_and_edit(filled: Call) -> None:
    first, second, third = sorted(one["id"] for one in filled("list", "--json").json["speeches"])
    assert filled("remove", first, 99).code == 3
    assert filled("remove", first, "--json").json == {"removed": [first]}
    edited = filled("edit", second, "--speaker", "周启明", "--date", "2020-05-06", "--json").json
    assert (edited["speaker"], edited["date"]) == ("周启明", "2020-05-06")
    assert filled("remove").code == 2
    assert filled("remove", "--year", 2020, "--json").json == {"removed": [second]}
    assert [one["id"] for one in filled("list", "--json").json["speeches"]] == [third]


def test_stats_verify_backup(filled: Call, tmp_path: Path) -> None:
    stats = filled("stats", "--json").json
    assert stats["speeches"] == 3
    assert sum(stats["by_kind"].values()) == 3
    assert filled("verify", "--json").json == {"ok": True, "problems": []}
    target = tmp_path / "备份.db"
    assert filled("backup", target, "--json").json == {"path": str(target)}
    listed = filled("list", "--json").json
    target.rename(tmp_path / "另一个.db")
    assert filled("backup", tmp_path / "库.db").code == 2
    assert filled("list", "--json").json == listed


def test_starters_come_and_go_together(filled: Call, samples: Path) -> None:
    assert len(filled("add", "--starter", "--json").json["added"]) >= 12
    listed = filled("list", "--json").json["speeches"]
    starters = [one for one in listed if one["starter"]]
    assert all(one["date"] and one["speaker"] and one["kind"] for one in starters)
    removed = filled("remove", "--starter", "--json").json["removed"]
    assert removed == sorted(one["id"] for one in starters)
    assert filled("stats", "--json").json["speeches"] == 3


def test_wrong_calls(call: Call, tmp_path: Path) -> None:
    assert call("library", "stats", "--library", "none").code == 2
    assert call("library", "add").code == 2
    assert call("library").code == 2
    missing = call("library", "list", "--library", tmp_path / "无.db")
    assert missing.code == 3
    assert missing.err.count("。") == 1
    assert not (tmp_path / "无.db").exists()
    assert call("library", "list", "--json").json == {"speeches": []}


def test_what_may_have_been_read_wrongly_is_said(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "稿.pdf"
    doubt = "第 1 页像是分栏或表格，文字的先后次序可能有误，请对照原件核对。"
    text = "在云岭县防汛会上的讲话\n同志们：\n要抓紧。"
    monkeypatch.setattr(opening, "safe_import", lambda *_: ImportedText(text, doubts=(doubt,)))
    path.write_bytes(b"%PDF-")
    answer = call("library", "add", path, "--json")
    assert answer.code == 0
    assert len(answer.json["added"]) == 1
    assert f"“{path}”{doubt}" in answer.err
