"""Versions and recovery copies lie where the setting says, and nowhere after clearing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafting.errors import StorageError
from drafting.files.draft_file import DraftFile, decode_draft, encode_draft
from drafting.history.places import Place
from drafting.settings.catalogue import KEEPING_PLACE
from drafting.settings.setting import Settings
from drafting.settings.settings_file import default_settings_path, save_settings
from drafting.workspace.drafts.keeping import Keeping
from drafting.workspace.drafts.saving import save_draft

if TYPE_CHECKING:
    from pathlib import Path

MARK = "0123456789abcdef"
CANARY = "金丝雀在井下第三层"


def choose(place: Place) -> None:
    save_settings(default_settings_path(), Settings().with_value(KEEPING_PLACE, place.value))


def holders(*folders: Path) -> list[str]:
    """Return the files in which the canary is found."""
    return [
        path.name
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and CANARY.encode() in path.read_bytes()
    ]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "讲话").mkdir()
    return tmp_path / "讲话" / "防火.jianggao"


def test_versions_count_their_changes(data_folder: Path, path: Path) -> None:
    versions = Keeping(data_folder).versions_of(MARK, path)
    assert versions.are_kept
    assert versions.keep("  \n") is None
    versions.keep("今天讲两点。要快。要实。")
    kept = versions.keep("今天讲三点。要快。要实。要稳。", "二稿")
    assert kept is not None
    assert kept.changes == 2
    assert [one.round_name for one in versions.versions()] == ["二稿", ""]
    assert versions.text(kept).endswith("要稳。")
    renamed = versions.rename(kept, "送审稿")
    assert versions.versions()[0] == renamed
    versions.remove(renamed)
    assert len(versions.versions()) == 1


def test_beside_the_draft_nothing_lies_in_the_data_folder(data_folder: Path, path: Path) -> None:
    choose(Place.BESIDE)
    keeping = Keeping(data_folder)
    keeping.versions_of(MARK, path).keep(CANARY)
    assert keeping.keep_recovery(str(path), DraftFile(text=CANARY), 1)
    assert not keeping.keep_recovery("新稿件/12", DraftFile(text=CANARY), 1)
    assert not keeping.versions_of(MARK, None).are_kept
    assert holders(data_folder) == []
    assert len(holders(path.parent)) == 2
    # The next start finds the copy where the recent files lie.
    again = Keeping(data_folder)
    (left,) = again.pending_recoveries((path,))
    assert left.key == str(path)
    assert again.pending_recoveries(()) == ()
    again.discard_recovery(str(path))
    assert again.pending_recoveries((path,)) == (left,), "nobody has decided about it"
    again.remove_recovery(left)
    assert again.pending_recoveries((path,)) == ()


def test_a_data_folder_that_takes_nothing_is_stood_in_for(data_folder: Path, path: Path) -> None:
    data_folder.mkdir(exist_ok=True)
    blocked = data_folder / "恢复"
    blocked.write_bytes(b"")
    keeping = Keeping(data_folder)
    with pytest.raises(StorageError, match="自动恢复"):
        keeping.keep_recovery("新稿件/12", DraftFile(text="没有自己的文件夹"), 1)
    assert keeping.keep_recovery(str(path), DraftFile(text="一"), 2)
    blocked.unlink()
    assert keeping.keep_recovery(str(path), DraftFile(text="一二"), 3)
    keeping.flush_recoveries()
    (left,) = Keeping(data_folder).pending_recoveries((path,))
    assert (left.sequence, left.draft_file.text) == (3, "一二")
    keeping.discard_recovery(str(path))
    assert Keeping(data_folder).pending_recoveries((path,)) == ()


def test_a_draft_restored_twice_leaves_nothing_when_it_is_saved(
    data_folder: Path, path: Path
) -> None:
    restored: tuple[str, ...] = ()
    for words in ("一", "一二", "一二三"):
        Keeping(data_folder).keep_recovery(str(path), DraftFile(text=words), 1, replaces=restored)
        (left,) = Keeping(data_folder).pending_recoveries(())
        assert left.draft_file.text == words
        restored = left.line
    Keeping(data_folder).discard_recovery(str(path), restored)
    assert list((data_folder / "恢复").iterdir()) == []


def test_a_copy_of_what_is_saved_is_not_offered(data_folder: Path, path: Path) -> None:
    draft = DraftFile(text=CANARY, locked=("井下",), revision=8)
    Keeping(data_folder).keep_recovery(str(path), draft, 1)
    save_draft(path, DraftFile(text=CANARY, revision=9))
    assert Keeping(data_folder).pending_recoveries(()), "its lock is not saved"
    save_draft(path, DraftFile(text=CANARY, locked=("井下",), revision=9))
    assert Keeping(data_folder).pending_recoveries(()) == ()
    assert holders(data_folder) == []


def test_nowhere_means_nowhere_but_the_past_can_still_be_read(
    data_folder: Path, path: Path
) -> None:
    keeping = Keeping(data_folder)
    keeping.versions_of(MARK, path).keep("从前的稿子。")
    choose(Place.NOWHERE)
    versions = keeping.versions_of(MARK, path)
    assert not versions.are_kept
    assert versions.keep(CANARY) is None
    assert not keeping.keep_recovery(str(path), DraftFile(text=CANARY), 1)
    assert [versions.text(one) for one in versions.versions()] == ["从前的稿子。"]
    assert holders(data_folder, path.parent) == []
    assert Keeping(data_folder).versions_of("", path).versions() == ()


def test_clearing_a_draft_leaves_its_own_file_alone(data_folder: Path, path: Path) -> None:
    keeping = Keeping(data_folder)
    for place in (Place.DATA, Place.BESIDE):
        choose(place)
        keeping.versions_of(MARK, path).keep(CANARY)
        keeping.keep_recovery(str(path), DraftFile(text=CANARY), 5)
    save_draft(path, DraftFile(text=CANARY))
    save_draft(path, DraftFile(text="改好了"))
    assert len(holders(data_folder, path.parent)) == 5
    keeping.clear_draft(MARK, path)
    assert holders(data_folder, path.parent) == []
    assert path.exists()


def test_clearing_everything_empties_the_data_folder(data_folder: Path, path: Path) -> None:
    keeping = Keeping(data_folder)
    keeping.versions_of(MARK, path).keep(CANARY)
    keeping.versions_of("abcdefab", None).keep(CANARY)
    keeping.keep_recovery("新稿件/1", DraftFile(text=CANARY), 5)
    keeping.clear_all()
    assert holders(data_folder) == []
    assert keeping.pending_recoveries(()) == ()
    keeping.clear_all()


@pytest.mark.parametrize("mark", [MARK, "", "../../etc", "ABCDEF12", 7])
def test_a_draft_file_carries_its_mark_and_no_path(mark: object) -> None:
    data = encode_draft(DraftFile(text="甲", history=mark))  # type: ignore[arg-type]  # on purpose
    read = decode_draft(data, "甲.jianggao")
    assert read.history == (mark if mark == MARK else "")
    assert not read.extra
