"""Load PySide without the generator of stub files that it brings along."""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PACKAGE = "shibokensupport.signature"
_GENERATOR = f"{_PACKAGE}.lib.pyi_generator"


class _EmptyGenerator:
    """Stands among the finders of modules; PySide, once begun, finds an empty generator there."""

    def __init__(self) -> None:
        self._module = ModuleType(_GENERATOR)
        self._module.__spec__ = ModuleSpec(_GENERATOR, None)

    def find_spec(
        self, _name: str, _path: Sequence[str] | None, _target: ModuleType | None = None, /
    ) -> ModuleSpec | None:
        """Find nothing; what PySide throws away before it begins must not be put there earlier."""
        if _PACKAGE in sys.modules:
            sys.modules.setdefault(_GENERATOR, self._module)
        return None


def load_pyside() -> None:
    """Import PySide; its generator would take 90 of the 690 million instructions of that.

    It lies as source within PySide's library and is compiled with its patterns at every start,
    though only who makes stub files calls it. A version without such a module is loaded as ever.
    """
    finder = _EmptyGenerator()
    sys.meta_path.insert(0, finder)
    try:
        import PySide6.QtCore  # noqa: F401 - what is loaded with it matters
    finally:
        sys.meta_path.remove(finder)
