"""Versions are kept in order, bounded, told apart, and gone without a trace when cleared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.errors import ImportProblem
from drafting.history.versions import MOST_UNNAMED, VersionStore

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "在石桥乡防火会上的讲话\n同志们：\n今天讲两点意见。"


@pytest.fixture
def store(tmp_path: Path) -> VersionStore:
    return VersionStore(tmp_path / "版本" / "ab12ab12")


def rounds(store: VersionStore) -> list[str]:
    return [one.round_name for one in store.versions()]


def test_versions_come_back_newest_first_with_what_is_known_of_them(store: VersionStore) -> None:
    assert store.versions() == ()
    first = store.keep(TEXT)
    second = store.keep(TEXT + "一、看住山。", round_name="二稿", changes=1)
    assert first is not None
    assert second is not None
    assert [one.sequence for one in store.versions()] == [2, 1]
    assert store.versions()[0] == second
    assert (second.round_name, second.changes, second.characters) == ("二稿", 1, 29)
    assert store.text(first) == TEXT


def test_the_same_text_is_kept_once_and_can_be_named_later(store: VersionStore) -> None:
    store.keep(TEXT)
    assert store.keep(TEXT) is None
    named = store.keep(TEXT, round_name="一稿")
    assert named is not None
    assert rounds(store) == ["一稿"]
    assert store.keep(TEXT) is None
    # The same text may be two rounds: 送审稿 unchanged as 定稿.
    store.keep(TEXT, round_name="定稿")
    assert rounds(store) == ["定稿", "一稿"]


def test_a_version_is_renamed_and_removed(store: VersionStore) -> None:
    version = store.keep(TEXT)
    assert version is not None
    renamed = store.rename(version, "送审稿")
    assert store.versions() == (renamed,)
    assert store.text(renamed) == TEXT
    store.remove(renamed)
    assert store.versions() == ()


def test_order_is_by_sequence_and_not_by_the_clock(
    store: VersionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, now in enumerate((2e9, 1e9, -5.0)):
        monkeypatch.setattr("drafting.history.versions.time.time", lambda now=now: now)
        store.keep(f"{TEXT}{number}")
    found = store.versions()
    assert [store.text(one)[-1] for one in found] == ["2", "1", "0"]
    assert [one.saved_at for one in found] == [None, 1e9, 2e9]


def test_the_past_grows_coarser_but_rounds_stay(
    store: VersionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drafting.history.versions.MOST_UNNAMED", 20)
    assert MOST_UNNAMED == 120
    for number in range(100):
        store.keep(f"{TEXT}{number}", round_name="一稿" if number == 3 else "")
    found = store.versions()
    assert len(found) <= 21
    assert rounds(store).count("一稿") == 1
    assert store.text(found[0]).endswith("99")
    newest = [one.sequence for one in found[:10]]
    assert newest == list(range(100, 90, -1))
    assert found[-1].sequence < 40


def test_a_damaged_version_harms_no_other(store: VersionStore, tmp_path: Path) -> None:
    store.keep(TEXT)
    second = store.keep(TEXT + "。")
    folder = tmp_path / "版本" / "ab12ab12"
    assert second is not None
    (folder / "00000009-aaaaaa.version").write_bytes(b"\xff no head")
    (folder / "00000008-aaaaaa.version").write_bytes(b'{"sequence": "x"}\n')
    path = folder / second.key
    path.write_bytes(path.read_bytes()[:-3])
    assert len(store.versions()) == 2
    with pytest.raises(ImportProblem, match="另选一个版本"):
        store.text(second)
    assert store.keep(TEXT + "第三") is not None


def test_clearing_leaves_no_trace(store: VersionStore, tmp_path: Path) -> None:
    canary = "金丝雀七号机密"
    store.keep(canary)
    store.keep(canary + "改", round_name=canary)
    folder = tmp_path / "版本" / "ab12ab12"
    (folder / ".jianggao-12345678-abcd.tmp").write_text(canary, encoding="utf-8")
    store.clear()
    assert not folder.exists()
    for path in tmp_path.rglob("*"):
        assert canary not in path.name
        assert path.is_dir() or canary.encode() not in path.read_bytes()
    store.clear()
