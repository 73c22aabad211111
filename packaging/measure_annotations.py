"""Prove copies of Word files with comments and tracked changes.

Usage: python packaging/measure_annotations.py [--pdf] FOLDER_OR_FILE…

Every file gets comments at random places and random replacements, deletions and insertions as
safe fixes. Counted are: comments at exactly their words as python-docx finds them, changes that
give back both texts, parts of the package that differ without need, files that openxml-audit and
docx-integrity object to more than to the original, and, with --pdf, files that LibreOffice opens.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path
from zipfile import BadZipFile

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import docx_integrity
from openxml_audit import OpenXmlValidator

from drafting.errors import ImportProblem
from drafting.exporters.annotation.annotate import annotate
from drafting.exporters.annotation.source_text import SourceText
from drafting.importers.word_xml.reader import read_word
from drafting.text.edits import TextEdit, apply_edits
from tests.exporters.annotation.rereading import (
    anchored_words,
    finding_at,
    raw_parts,
    spans_in_lines,
)

_CHANGED = ("document.xml", "comments.xml", "document.xml.rels", "[Content_Types].xml")


def measure(path: Path, folder: Path, seed: int, *, pdf: bool) -> Counter[str]:
    """Return what was counted of one file."""
    counts: Counter[str] = Counter(files=1)
    data = path.read_bytes()
    imported = read_word(data, path.name)
    source = SourceText(imported.text, imported.text, imported.runs)
    spans = spans_in_lines(imported.text, seed, 40)
    made = annotate(data, source, [finding_at(span) for span in spans])
    words = list(anchored_words(made.data).values())[-len(spans) :] if spans else []
    counts["comments"], counts["not made"] = made.comments, len(spans) - made.comments
    counts["at their words"] = sum(
        one == span.of(imported.text) for one, span in zip(words, spans, strict=False)
    )
    counts["told to be elsewhere"] = made.displaced
    before, after = raw_parts(data), raw_parts(made.data)
    counts["other parts"] = sum(not name.endswith(_CHANGED) for name in before)
    counts["other parts as packed"] = sum(
        not name.endswith(_CHANGED) and after.get(name) == part for name, part in before.items()
    )
    fixed = _fixed(data, source, seed, counts)
    for name, content in (("comments", made.data), ("fixes", fixed)):
        copy = folder / f"{path.stem}_{name}.docx"
        copy.write_bytes(content)
        counts[f"sound, {name}"] = _is_no_worse(path, copy)
        if pdf:
            counts[f"opened, {name}"] = _opens(copy, folder)
    return counts


def _fixed(data: bytes, source: SourceText, seed: int, counts: Counter[str]) -> bytes:
    """Make one fix after another, so that each is proved by itself; return them all together."""
    chance = random.Random(seed)  # noqa: S311 - the same edits each time
    findings = []
    for span in spans_in_lines(source.text, seed + 1, 12):
        if findings and span.start <= findings[-1].span.end + 1:
            continue
        wording = span.of(source.text)
        # An emptied line of a table, or one with a number of its own, is no line to the importer.
        shorter = "短" if wording in source.text.split("\n") else ""
        edit = TextEdit(span, chance.choice((shorter, "改成这样", wording + "补")))
        findings.append(finding_at(span, "改", edit))
    made = annotate(data, source, findings, with_fixes=True)
    counts["fixes made"], counts["fixes tried"] = made.fixes, len(findings)
    done = [
        finding for finding in findings if annotate(data, source, [finding], with_fixes=True).fixes
    ]
    edits = [edit for finding in done for edit in finding.fixes[0].edits]
    accepted, refused = read_word(made.data, "x"), read_word(made.data, "x", "original")
    counts["accepted exactly"] = accepted.text == apply_edits(source.text, edits)
    counts["refused exactly"] = refused.text == read_word(data, "x", "original").text
    return made.data


def _is_no_worse(original: Path, copy: Path) -> bool:
    audit = OpenXmlValidator()
    known = {str(one) for one in audit.validate(str(original)).errors}
    errors = [one for one in audit.validate(str(copy)).errors if str(one) not in known]
    grave = Counter(one.severity for one in docx_integrity.check(original))
    new = Counter(one.severity for one in docx_integrity.check(copy)) - grave
    for one in errors:
        print(f"  {copy.name}: {one}")
    if new:
        print(f"  {copy.name}: docx-integrity {dict(new)}")
    return not errors and not new


def _opens(copy: Path, folder: Path) -> bool:
    from measure_pages import to_pdf

    try:
        return to_pdf(copy, folder / "profile").stat().st_size > 0
    except (OSError, RuntimeError, ValueError) as error:
        print(f"  {copy.name}: {error}")
        return False


def main() -> int:
    """Print the counts of all files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pdf", action="store_true", help="open each copy in LibreOffice")
    parser.add_argument("paths", nargs="+", type=Path)
    arguments = parser.parse_args()
    files = [
        file
        for path in arguments.paths
        for file in (sorted(path.rglob("*.docx")) if path.is_dir() else [path])
    ]
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for seed, file in enumerate(files):
            try:
                total += measure(file, Path(folder), seed, pdf=arguments.pdf)
            except ImportProblem as problem:
                print(f"  {file.name}: {problem.code}")
            except (KeyError, ValueError, BadZipFile) as error:  # python-docx refuses the original
                print(f"  {file.name}: {error}")
    for name, count in total.items():
        print(f"{name}: {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
