"""For the proof alone: the complex functions of C that Wine 10 leaves unwritten.

NumPy takes them from Windows's own runtime, where they are; under Wine the first call ends the
process. A small library stands in for that one module in the installed copy that is proved: it
computes these functions with MinGW's and hands all others on to the runtime.
"""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

COMPILER = "x86_64-w64-mingw32-gcc"
OBJDUMP = "x86_64-w64-mingw32-objdump"
RUNTIME = b"api-ms-win-crt-math-l1-1-0.dll"
# As long as the name that it takes the place of in the module's table of imports.
STAND_IN = b"jianggao-crt-math-for-wine.dll"
_TO_REAL = ("cabs", "carg", "creal", "cimag")
_TO_COMPLEX = ("ccos", "ccosh", "cexp", "csin", "csinh", "ctan", "ctanh")
_IMPORT = re.compile(r"\s+[0-9a-f]+\s+(?:<none>\s+)?(?:[0-9a-f]+\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*$")
# Microsoft passes a complex number as a structure of its two parts; its long double is a double.
_HEAD = """#include <complex.h>
#define I1(T, z) ((z).r + (z).i * I)
typedef struct { double r, i; } D;
typedef struct { float r, i; } F;
"""


def stand_in_for_wine(site: Path, work: Path) -> None:
    """Build the library and let the NumPy below ``site`` take its mathematics from it."""
    (module,) = (site / "numpy" / "_core").glob("_multiarray_umath*.pyd")
    names = _imported(module)
    work.mkdir(parents=True, exist_ok=True)
    source, exports = work / "complex.c", work / "complex.def"
    source.write_text(_source(), encoding="ascii")
    exports.write_text(_exports(names), encoding="ascii")
    library = module.with_name(STAND_IN.decode("ascii"))
    command = [COMPILER, "-shared", "-O1", "-fno-builtin", "-static-libgcc", "-o", str(library)]
    subprocess.run([*command, str(source), str(exports)], check=True)
    module.write_bytes(module.read_bytes().replace(RUNTIME, STAND_IN))


def _imported(module: Path) -> list[str]:
    """Return what ``module`` takes from the runtime's mathematics."""
    listing = subprocess.run(
        [OBJDUMP, "-p", str(module)], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    part = listing.split(f"DLL Name: {RUNTIME.decode('ascii')}", 1)[1].split("\n\n", 1)[0]
    found = [_IMPORT.match(line) for line in part.splitlines()]
    return [match.group(1) for match in found if match]


def _variants() -> list[tuple[str, str, str]]:
    """Return suffix, structure and real type of each precision."""
    return [("", "D", "double"), ("f", "F", "float"), ("l", "D", "double")]


def _source() -> str:
    lines = [_HEAD]
    for suffix, kind, real in _variants():
        lines += [
            f"{real} own_{name}{suffix}({kind} z) {{ return {name}(I1({kind}, z)); }}"
            for name in _TO_REAL
        ]
        lines += [
            _complex(f"{kind} own_{name}{suffix}({kind} z)", f"{name}(I1({kind}, z))", kind)
            for name in _TO_COMPLEX
        ]
        power = f"cpow(I1({kind}, z), I1({kind}, y))"
        lines.append(_complex(f"{kind} own_cpow{suffix}({kind} z, {kind} y)", power, kind))
    return "\n".join(lines) + "\n"


def _complex(head: str, value: str, kind: str) -> str:
    out = f"{kind} out = {{ creal(w), cimag(w) }}; return out;"
    return f"{head} {{ double _Complex w = {value}; {out} }}"


def _exports(names: list[str]) -> str:
    ours = {
        f"{name}{suffix}"
        for suffix, _, _ in _variants()
        for name in (*_TO_REAL, *_TO_COMPLEX, "cpow")
    }
    lines = [
        f"{name} = own_{name}" if name in ours else f"{name} = ucrtbase.{name}" for name in names
    ]
    return "\n".join(["EXPORTS", *lines]) + "\n"
