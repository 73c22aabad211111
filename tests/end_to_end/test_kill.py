"""Killed while writing, five times: everything typed more than two seconds before is offered."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from drafting.history.recovery import RecoveryStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.end_to_end.conftest import Desk

KILLS = 5
PROMISED_SECONDS = 2.2


def test_a_killed_program_offers_what_was_typed(
    open_desk: Callable[[Path | None], Desk], tmp_path: Path
) -> None:
    speech = tmp_path / "speech.txt"
    speech.write_text("在石桥乡防汛会上的讲话\n同志们：\n", encoding="utf-8")
    store = RecoveryStore(tmp_path / "data" / "恢复")
    desk = open_desk(speech)
    for number in range(KILLS):
        words = f"kept{number}"
        desk.write(words)
        time.sleep(PROMISED_SECONDS)
        desk.write("late")  # may be lost, must not hurt
        desk.process.kill()
        desk.process.wait(timeout=20)
        copies = store.pending()
        assert len(copies) == 1
        assert words in copies[0].draft_file.text
        assert all(f"kept{one}" in copies[0].draft_file.text for one in range(number))
        desk = open_desk(None)
        desk.wait_for_window("恢复稿件")
        desk.keys("Return")
        desk.wait_for_window(words)  # the first line names the draft
