"""Make the pictures of the help from the gallery: ``python packaging/help_pictures.py``."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

PROJECT = Path(__file__).resolve().parent.parent
HELP = PROJECT / "resources" / "help"
WIDTH = 860
# The help's name of a picture, and the gallery's.
PICTURES = {
    "window": "window-findings",
    "rules": "rules",
    "profile": "profile-leaders",
    "layouts": "layouts",
    "versions": "versions",
    "marks": "marks",
}


def main() -> int:
    """Write the pictures, light and no wider than the help shows."""
    with tempfile.TemporaryDirectory() as folder:
        gallery = PROJECT / "packaging" / "gallery.py"
        command = [sys.executable, str(gallery), folder, "--screen", "1366x768"]
        subprocess.run(command, check=True)
        for name, shown in PICTURES.items():
            picture = QImage(str(Path(folder) / f"{shown}-light.png"))
            smooth = Qt.TransformationMode.SmoothTransformation
            small = picture.scaledToWidth(min(WIDTH, picture.width()), smooth)
            small.save(str(HELP / f"{name}.png"), quality=0)  # the smallest file, nothing lost
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
