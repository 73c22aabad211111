"""What a command's process does beside its command."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.commandline.conftest import Answer


def test_garbage_is_collected_again_once_the_command_is_known(call: Callable[..., Answer]) -> None:
    usual = gc.get_threshold()
    gc.disable()
    try:
        assert call("rules", "ST001").code == 0
        assert gc.isenabled()
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()
        gc.enable()
