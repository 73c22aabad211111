"""The build scripts are no package: they are loaded from their folder, under names of their own."""

from __future__ import annotations

import importlib.util
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

SHARED = ("manifest", "notice", "version", "runtime", "wheels")


@pytest.fixture(scope="session")
def scripts(project: Path) -> dict[str, ModuleType]:
    """The modules of packaging/windows by name; nothing of them stays importable."""
    folder = project / "packaging" / "windows"
    before = set(sys.modules)
    before_path = list(sys.path)
    sys.path.insert(0, str(folder))
    try:
        names = (*SHARED, "core_tests", "proof_core")
        found = {name: importlib.import_module(name) for name in names}
        linux = project / "packaging" / "linux" / "build.py"
        spec = importlib.util.spec_from_file_location("linux_build", linux)
        assert spec is not None
        assert spec.loader is not None
        found["linux_build"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(found["linux_build"])
    finally:
        sys.path[:] = before_path
        for name in set(sys.modules) - before:
            if name in {*SHARED, "core_tests", "proof_core", "proof_session", "trial"}:
                del sys.modules[name]
    return found
