"""Which speeches of a library teach wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafting.workspace.library.importing import add_speeches
from drafting.workspace.library.phrases import list_library_phrases

if TYPE_CHECKING:
    from pathlib import Path

SAID = "县委研究决定，把今年的灌区清淤一抓到底，谁的渠谁清，谁的门谁看。"


def test_the_slots_of_skeletons_are_no_wording(tmp_path: Path) -> None:
    """A folder holds drafts still to be filled in beside the speeches that were given."""
    for number in range(6):
        title = f"在第{number}次清淤会上的讲话"
        given = f"{title}\n同志们：\n第{number}件，{SAID}\n谢谢大家！"
        (tmp_path / f"{number}.txt").write_text(given, encoding="utf-8")
        open_slots = f"{title}\n同志们：\n第{number}，{{第一部分内容}}。\n{{结尾内容}}。谢谢大家！"
        (tmp_path / f"{number}稿.txt").write_text(open_slots, encoding="utf-8")
    library = tmp_path / "库.db"
    assert len(add_speeches([tmp_path], library).added) == 12
    phrases = [one.text for one in list_library_phrases(library)]
    assert any("一抓到底" in one for one in phrases)
    assert not [one for one in phrases if "内容}" in one]
