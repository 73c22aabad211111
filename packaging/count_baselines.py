"""Count the set phrases of RP001 in published reports and write the figures into their list.

    python packaging/count_baselines.py [FOLDER] [--from YEAR]

FOLDER holds plain texts whose names hold a year (default: ../shared/data/speeches_dev); reports
before YEAR (default 2013) are left out, since the wording of their time was another one. Columns
written: ``documents`` (reports that hold the phrase), ``mean`` and ``highest`` (per 10,000
characters). Prints what changed.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from drafting.cleaning.cleaner import clean_text  # noqa: E402
from drafting.lexicons.tsv import SOURCE_MARK, read_table  # noqa: E402
from drafting.text.characters import count_characters  # noqa: E402

TABLE = PROJECT / "resources" / "lexicons" / "checks_set_phrase_limits.tsv"
DATA = PROJECT.parent / "shared" / "data" / "speeches_dev"
YEAR = re.compile(r"(?:19|20)\d\d")


def texts(folder: Path, first_year: int) -> list[str]:
    """Return the cleaned reports of ``first_year`` and later."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        years = YEAR.findall(path.name)
        if years and int(years[-1]) >= first_year:
            found.append(clean_text(path.read_text(encoding="utf-8")).text)
    return found


def main(arguments: list[str]) -> int:
    """Count, write the list and print a summary."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DATA)
    parser.add_argument("--from", dest="first_year", type=int, default=2013)
    call = parser.parse_args(arguments)
    reports = texts(call.folder, call.first_year)
    if not reports:
        print(f"没有可统计的文本：{call.folder}", file=sys.stderr)
        return 3
    lengths = [count_characters(text) for text in reports]
    table = read_table(TABLE)
    lines = [f"{SOURCE_MARK}{table.source}", "\t".join(table.columns)]
    for row in table:
        counts = [text.count(row["phrase"]) for text in reports]
        shares = [10_000 * count / size for count, size in zip(counts, lengths, strict=True)]
        row["documents"] = str(sum(1 for count in counts if count))
        row["mean"] = f"{10_000 * sum(counts) / sum(lengths):.2f}"
        row["highest"] = f"{max(shares):.2f}"
        lines.append("\t".join(row[name] for name in table.columns))
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(table)} phrases in {len(reports)} reports, {sum(lengths)} characters")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
