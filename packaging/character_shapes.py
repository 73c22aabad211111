"""How alike characters look: pictures of them compared (for packaging/build_speller.py).

Two characters are compared whole, by their right side, foot and inside (冶/治, 捡/检), by their
left side and head, and one with a part of the other (禅/单). Pictures are trimmed, scaled to one
size, blurred a little and compared by correlation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from PIL import Image

    Floats = NDArray[np.float32]

_DRAWN, _SIZE, _BLUR = 64, 20, 0.8
_PARTS = {
    "left": (0, 0, 32, 64), "edge": (0, 0, 24, 64), "right": (26, 0, 64, 64),
    "rim": (32, 0, 64, 64), "head": (0, 0, 64, 32), "foot": (0, 28, 64, 64),
    "inside": (14, 18, 64, 64),
}  # fmt: skip
# How many neighbours of a kind are listed for each character, and from which correlation on.
_WHOLE, _SAME_PART, _PART_OF, _SAME_SIDE = (40, 0.55), (30, 0.75), (12, 0.60), (8, 0.85)


def shape_matrices(
    characters: str, font: Path, face: int
) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.bool_]]:
    """Return shape and part quality (0 to 7) of every pair, and which pairs look alike."""
    pictures = _draw(characters, font, face)
    whole = _vectors(pictures, (0, 0, _DRAWN, _DRAWN))
    parts = {name: _vectors(pictures, box) for name, box in _PARTS.items()}
    shape = whole @ whole.T
    same_part = _greatest([parts[one] @ parts[one].T for one in ("right", "rim", "foot", "inside")])
    same_side = _greatest([parts[one] @ parts[one].T for one in ("left", "edge", "head")])
    across = _greatest(
        [whole @ parts[one].T for one in ("right", "rim", "foot", "head", "inside", "left")]
    )
    part_of = np.maximum(across, across.T)
    kinds = ((shape, _WHOLE), (same_part, _SAME_PART), (part_of, _PART_OF), (same_side, _SAME_SIDE))
    is_near = np.zeros(shape.shape, bool)
    for matrix, (most, least) in kinds:
        np.fill_diagonal(matrix, 0.0)
        is_near |= _nearest(matrix, most, least)
    return _steps(shape), _steps(np.maximum(same_part, part_of)), is_near


def _draw(characters: str, font: Path, face: int) -> list[Image.Image]:
    from PIL import Image, ImageDraw, ImageFont

    letters = ImageFont.truetype(str(font), _DRAWN, index=face)
    pictures = []
    for one in characters:
        picture = Image.new("L", (_DRAWN, _DRAWN), 0)
        ImageDraw.Draw(picture).text((0, -14), one, fill=255, font=letters)
        pictures.append(picture)
    return pictures


def _vectors(pictures: list[Image.Image], box: tuple[int, int, int, int]) -> Floats:
    from PIL import Image, ImageFilter

    vectors = []
    for picture in pictures:
        part = picture.crop(box)
        part = part.crop(part.getbbox() or (0, 0, 1, 1))
        part = part.resize((_SIZE, _SIZE), Image.Resampling.BILINEAR)
        part = part.filter(ImageFilter.GaussianBlur(_BLUR))
        values = np.asarray(part, np.float32).ravel()
        values = values - values.mean()
        vectors.append(values / (np.linalg.norm(values) + 1e-6))
    return np.stack(vectors)


def _greatest(matrices: list[Floats]) -> Floats:
    greatest = matrices[0]
    for one in matrices[1:]:
        greatest = np.maximum(greatest, one)
    return greatest


def _nearest(matrix: Floats, most: int, least: float) -> NDArray[np.bool_]:
    """Return which pairs are among the ``most`` best of their row and correlate by ``least``."""
    bounds = np.partition(matrix, -most, axis=1)[:, -most]
    return (matrix >= bounds[:, None]) & (matrix >= least)


def _steps(matrix: Floats) -> NDArray[np.uint8]:
    """Return eight steps of correlation: below 0.4, then tenths, the last from 0.95 on."""
    return np.digitize(matrix, [0.4, 0.5, 0.6, 0.7, 0.8, 0.88, 0.95]).astype(np.uint8)
