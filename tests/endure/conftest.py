"""What the long tests share: figures that reach the terminal, and files to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

# The program on a screen of its own.
from tests.end_to_end.conftest import open_desk, screen

# The speech in several kinds of files, made by LibreOffice.
from tests.importers.conftest import convert, speech, speech_file

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["convert", "open_desk", "screen", "speech", "speech_file"]


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Print a figure, whatever pytest captures."""

    def show(text: str) -> None:
        with capsys.disabled():
            print(f"\n  {text}", end="", flush=True)  # noqa: T201 - the figures are the result

    return show
