"""Load PySide without what it compiles at every start and hardly any run of the program uses."""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_PACKAGE = "shibokensupport.signature"
# What explains a wrong call, asked for by the loader's functions alone: their patterns and classes
# are made when there is one to explain. (PySide looks into the dictionary of ``mapping`` itself.)
_LATE = ("errorhandler", "layout", "parser")
# What makes stub files and documents; nobody asks for it here.
_NEVER = ("lib.enum_sig", "lib.pyi_generator")


class _LateModule(ModuleType):
    """Runs its code when the first name is asked of it; it is an ordinary module from then on."""

    def __init__(self, name: str, loader: Any) -> None:  # noqa: ANN401 - PySide's own, untyped
        super().__init__(name)
        self.__spec__ = ModuleSpec(name, loader)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        loader: Any = self.__spec__ and self.__spec__.loader
        self.__class__ = ModuleType  # type: ignore[assignment]  # an ordinary one from here on
        self.__spec__ = ModuleSpec(self.__name__, loader)  # PySide has given it another name
        loader.exec_module(self)
        return getattr(self, name)


class _LeanParts:
    """Stands among the finders of modules until PySide is loaded."""

    def find_spec(
        self, _name: str, _path: Sequence[str] | None, _target: ModuleType | None = None, /
    ) -> ModuleSpec | None:
        """Find nothing, but put the lean modules there once PySide's package has begun.

        Before that it would throw them away. Only what lies as source within PySide's library is
        compiled at every start; files beside it are loaded as ever.
        """
        loader = getattr(sys.modules.get(_PACKAGE), "__loader__", None)
        if type(loader).__name__ == "EmbeddableZipImporter":
            for part in _LATE:
                name = f"{_PACKAGE}.{part}"
                if name not in sys.modules:
                    sys.modules[name] = _LateModule(name, loader)
            for part in _NEVER:
                name = f"{_PACKAGE}.{part}"
                if name not in sys.modules:
                    sys.modules[name] = ModuleType(name)
                    sys.modules[name].__spec__ = ModuleSpec(name, None)
        return None


def load_pyside() -> None:
    """Import PySide; what is left out would take 190 of 1,059 million instructions of a start.

    A version that has no such modules, or has them elsewhere, is loaded as ever.
    """
    finder = _LeanParts()
    sys.meta_path.insert(0, finder)
    try:
        import PySide6.QtCore  # noqa: F401 - what is loaded with it matters
    finally:
        sys.meta_path.remove(finder)
