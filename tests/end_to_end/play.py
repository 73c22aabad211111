"""The program with somebody in front of it: shows the window and plays the five moments,
or a session that leaves no trace.

Usage: play.py keys|mouse|private FOLDER. Ends with 0 when every moment came to its end.
"""

from __future__ import annotations

import os
import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from tests.end_to_end.hands import Asker, Hands
from tests.end_to_end.moments_by_keys import ByKeys
from tests.end_to_end.moments_by_mouse import ByMouse
from tests.end_to_end.private_session import PrivateSession
from ui.app.start import Program, make_application

if TYPE_CHECKING:
    from tests.end_to_end.moments import Moments

WAYS: dict[str, type[Moments | PrivateSession]] = {
    "keys": ByKeys,
    "mouse": ByMouse,
    "private": PrivateSession,
}


def main(way: str, folder: Path) -> int:
    """Play the moments in that way; files come into ``folder``."""
    app = make_application()
    faults: list[str] = []
    program = Program(app, [])
    program.faults._show = faults.append
    program.window.show()
    outcome: list[int] = []

    def play() -> None:
        try:
            WAYS[way](Hands(asker), program, folder).play()
            outcome.append(int(bool(faults)))
        except BaseException:  # noqa: BLE001 - told, and the process ends
            traceback.print_exc()
            sys.stderr.flush()
            asker.ask(lambda: app.primaryScreen().grabWindow(0).save(str(folder / "failed.png")))
            os._exit(1)

    asker = Asker()
    thread = threading.Thread(target=play)
    thread.start()
    app.exec()
    thread.join()
    program.close()
    print(*faults, file=sys.stderr)  # noqa: T201 - what the test shows when it fails
    return outcome[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
