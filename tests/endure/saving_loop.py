"""A child that saves one draft after another and says each number once it is safe.

Usage: saving_loop.py PATH FIRST
"""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path

from drafting.files.atomic import atomic_write
from drafting.files.draft_file import DraftFile, encode_draft

TEXT = "各收购点要提前腾仓，做到车不过夜、粮不落地。\n" * 900


def main(path: Path, first: int) -> None:
    """Save until killed."""
    for number in itertools.count(first):
        saved = DraftFile(text=f"{number}\n{TEXT}{number}", revision=number)
        atomic_write(path, encode_draft(saved), keep_previous=True)
        os.write(1, b"%d\n" % number)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
