"""Make the pictures of help and README from the gallery: ``python packaging/help_pictures.py``."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

PROJECT = Path(__file__).resolve().parent.parent
HELP = PROJECT / "resources" / "help"
README = PROJECT / "resources" / "pictures"
WIDTH = 860
WHOLE_WIDTH = 1366
COLOURS = 256
# The help's name of a picture, and the gallery's.
PICTURES = {
    "start": "window-start",
    "window": "window-findings",
    "rules": "rules",
    "profile": "profile-leaders",
    "layouts": "layouts",
    "versions": "versions",
    "marks": "marks",
}


def main() -> int:
    """Write the pictures: light ones, the window alone dark too."""
    with tempfile.TemporaryDirectory() as folder:
        gallery = PROJECT / "packaging" / "gallery.py"
        command = [sys.executable, str(gallery), folder, "--screen", "1366x768"]
        subprocess.run(command, check=True)
        for name, shown in PICTURES.items():
            save_small(Path(folder) / f"{shown}-light.png", HELP / f"{name}.png", WIDTH)
        for tone in ("light", "dark"):
            window = Path(folder) / f"{PICTURES['window']}-{tone}.png"
            save_small(window, README / f"window-{tone}.png", WHOLE_WIDTH)
    return 0


def save_small(source: Path, target: Path, width: int) -> None:
    """Save a picture no wider than ``width`` pixels and in few colours."""
    with Image.open(source) as picture:
        wide = min(width, picture.width)
        size = (wide, round(picture.height * wide / picture.width))
        small = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    every = Image.Quantize.MAXCOVERAGE  # the accent too, of which there is little
    few = small.quantize(COLOURS, method=every, kmeans=3, dither=Image.Dither.NONE)
    few.save(target, optimize=True)


if __name__ == "__main__":
    raise SystemExit(main())
