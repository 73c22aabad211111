"""On files that other readers stumbled over, no character of text is lost."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

from drafting.errors import ImportProblem
from drafting.importers.registry import import_bytes
from drafting.importers.word_xml.package import short_name

if TYPE_CHECKING:
    from pathlib import Path


def characters_of(data: bytes) -> Counter[str]:
    """All visible characters of w:t and w:delText, a second form of the same thing once."""
    counts: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in package.namelist():
            if not part.endswith(".xml"):
                continue
            try:
                root = etree.fromstring(package.read(part))
            except (etree.XMLSyntaxError, zipfile.BadZipFile):
                continue
            for element in root.iter("{*}t", "{*}delText"):
                if short_name(element) in ("w:t", "w:delText") and not is_second_form(element):
                    counts.update("".join((element.text or "").split()))
    return counts


def is_second_form(element: etree._Element) -> bool:
    for up in element.iterancestors("{*}Fallback"):
        parent = up.getparent()
        assert parent is not None
        choice = next(one for one in parent if short_name(one) == "mc:Choice")
        return any((one.text or "") for one in choice.iter("{*}t") if short_name(one) == "w:t")
    return False


def test_each_character_is_imported_or_listed(shared: Path) -> None:
    read = missing = total = 0
    for folder in ("docx_dev", "office_public"):
        for path in sorted((shared / "data" / folder).glob("*.do[ct][xm]")):
            data = path.read_bytes()
            try:
                imported = import_bytes(data, path.name)
            except ImportProblem:
                continue
            if not data.startswith(b"PK"):  # of another kind, whatever its name says
                continue
            read += 1
            expected = characters_of(data)
            lost = (expected - Counter(imported.text)).total()
            listed = sum(one.characters for one in imported.omissions)
            total += expected.total()
            missing += max(lost - listed, 0)
            assert lost <= listed, f"{path.name}: {lost} of {expected.total()}, {listed} listed"
    assert read >= 149
    assert total > 800_000
    assert missing == 0
