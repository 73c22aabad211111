"""A child that imports a folder and says each file once it is safe.

Usage: import_loop.py LIBRARY FOLDER
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from drafting.workspace.library import reading
from drafting.workspace.library.importing import ImportProgress, add_speeches


def tell(progress: ImportProgress) -> None:
    """Say one file."""
    os.write(1, os.fsencode(progress.path) + b"\n")


if __name__ == "__main__":
    # Without children it is at work at once, and killed a hundred times the sooner.
    reading._FEW = sys.maxsize
    add_speeches([Path(sys.argv[2])], Path(sys.argv[1]), on_progress=tell)
