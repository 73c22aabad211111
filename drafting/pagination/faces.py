"""Which of a layout's faces a machine lacks, and what is taken in their place."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from drafting.errors import ResourceError
from drafting.files.shipped_toml import read_toml
from resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Collection

    from drafting.model.layout import PageLayout

_BOLD = ":bold"


class FaceReplacement(NamedTuple):
    """A face of the layout that is missing, and the face that is taken for it.

    ``taken`` is None where no rung of the ladder is installed either; ``styles`` names the styles
    set in ``face``.
    """

    face: str
    taken: str | None
    bold: bool
    styles: tuple[str, ...]

    @property
    def message(self) -> str:
        """Return the sentence that the user reads before printing."""
        if self.taken is None:
            return f"本机没有“{self.face}”，也没有可替换的字体，将由系统自行代替。"
        return f"本机没有“{self.face}”，将用“{self.taken}”{'加粗' if self.bold else ''}代替。"


def missing_faces(layout: PageLayout, installed: Collection[str]) -> tuple[FaceReplacement, ...]:
    """Return what is missing among ``installed`` family names, in the order of the styles.

    Chinese and English names of one face (仿宋, FangSong) count as the same.
    """
    uses: dict[str, list[str]] = {}
    for name, style in layout.styles.items():
        for face in dict.fromkeys((style.face, style.latin_face)):
            uses.setdefault(face, []).append(name)
    known = {name.casefold() for name in installed}
    replacements = []
    for face, styles in uses.items():
        if not _is_installed(face, known):
            taken, bold = _first_rung(layout.substitutes.get(face, ()), known)
            replacements.append(FaceReplacement(face, taken, bold, tuple(styles)))
    return tuple(replacements)


def rungs_for(face: str, layout: PageLayout) -> tuple[tuple[str, bool], ...]:
    """Return the face and what may stand for it, best first, each with whether it is made bold."""
    ladder = layout.substitutes.get(face, ())
    return ((face, False), *((rung.removesuffix(_BOLD), rung.endswith(_BOLD)) for rung in ladder))


def face_names(face: str) -> tuple[str, ...]:
    """Return ``face`` and the other names of the same face."""
    return (face, *_tables()[0].get(face, ()))


def shipped_substitutes() -> dict[str, tuple[str, ...]]:
    """Return the ladders that hold for every layout."""
    return _tables()[1]


def _is_installed(face: str, known: Collection[str]) -> bool:
    return any(name.casefold() in known for name in face_names(face))


def _first_rung(ladder: tuple[str, ...], known: Collection[str]) -> tuple[str | None, bool]:
    for rung in ladder:
        face = rung.removesuffix(_BOLD)
        if _is_installed(face, known):
            return face, rung.endswith(_BOLD)
    return None, False


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    try:
        data = read_toml(resource_path("layouts", "faces.toml"))
        same = {face: tuple(names) for face, names in data["same"].items()}
        ladders = {face: tuple(rungs) for face, rungs in data["substitutes"].items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise ResourceError("字体表“faces.toml”无法读取，请恢复该文件。") from error
    return same, ladders
