"""What the program stands on: every software that is shipped with it, its terms and their text."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from resources import resource_path

_QT_WORDS = (
    "Qt 和 PySide6 按 GNU LGPL 第 3 版使用，没有作任何修改；它们是独立的动态链接库，"
    "可以换成您自己编译的、接口相容的版本，做法见程序文件夹里的 NOTICE.txt。"
)
_NO_TEXT = "许可全文见程序文件夹里的 NOTICE.txt。"
_USUAL_NAMES = ("LICENSE", "LICENSE.txt")


@dataclass(frozen=True, slots=True)
class Licence:
    """One software: ``terms`` as SPDX names them; where its licence's text is found.

    ``package`` brings its own text; ``files`` are kept in ``resources/licences``; ``words`` stand
    before both.
    """

    name: str
    terms: str
    package: str = ""
    files: tuple[str, ...] = ()
    words: str = ""


def _package(name: str, terms: str, *files: str) -> Licence:
    return Licence(name, terms, name, files)


LICENCES = (
    Licence("讲稿", "MIT", files=("jianggao-MIT.txt",)),
    Licence("Qt 6、PySide6", "LGPL-3.0", files=("LGPL-3.0.txt", "GPL-3.0.txt"), words=_QT_WORDS),
    Licence("Python", "PSF-2.0", files=("Python.txt",)),
    _package("ahocorasick-rs", "Apache-2.0"),
    _package("chardet", "0BSD"),
    _package("defusedxml", "PSF-2.0"),
    _package("fonttools", "MIT"),
    _package("fpdf2", "LGPL-3.0", "GPL-3.0.txt"),
    Licence("jieba 的词典", "MIT", files=("jieba-MIT.txt",)),
    _package("lxml", "BSD-3-Clause"),
    _package("numpy", "BSD-3-Clause 等"),
    _package("olefile", "BSD-2-Clause"),
    Licence("OpenCC 的字表", "Apache-2.0", files=("Apache-2.0.txt",)),
    _package("opencc-python-reimplemented", "Apache-2.0"),
    _package("pillow", "MIT-CMU"),
    _package("pycryptodome", "BSD-2-Clause"),
    _package("pypdf", "BSD-3-Clause"),
    _package("pypinyin", "MIT"),
    _package("rapidfuzz", "MIT"),
    _package("selectolax", "MIT", "lexbor.txt"),
    _package("tomli-w", "MIT"),
)


def licence_text(licence: Licence) -> str:
    """Return the whole text of a licence; where a package lost it, where else it stands."""
    kept = [resource_path("licences", name).read_text(encoding="utf-8") for name in licence.files]
    brought = _brought_texts(licence.package) if licence.package else [""]
    parts = [licence.words, *(brought or [_NO_TEXT]), *kept]
    return "\n\n\n".join(part.strip("\n") for part in parts if part.strip())


def _brought_texts(package: str) -> list[str]:
    """Return the texts that an installed package holds of its licences."""
    try:
        found = distribution(package)
    except PackageNotFoundError:
        return []
    named = found.metadata.get_all("License-File") or _USUAL_NAMES
    return [text for text in (_read(found, name) for name in named) if text]


def _read(package: Distribution, name: str) -> str:
    """Return a licence's file where the older or the newer wheels have it, empty if nowhere."""
    return package.read_text(f"licenses/{name}") or package.read_text(name) or ""
