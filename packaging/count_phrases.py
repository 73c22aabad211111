"""Count the set phrases over folders of published reports, and fill in their pinyin initials.

    python packaging/count_phrases.py DIR [DIR …]

Every ``.txt`` file below a folder is one report. ``documents`` says how many reports use a phrase,
``count`` how often all of them together; a frame with slots counts by its fixed parts in order
within one sentence. Both go back into ``resources/lexicons/phrases.tsv``, with ``initials``. The
same reports give the same file, byte for byte.
"""

from __future__ import annotations

import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from drafting.corpus.initials import initials_of  # noqa: E402 - needs the path
from drafting.lexicons.tsv import SOURCE_MARK, read_table  # noqa: E402 - needs the path
from drafting.suggestions.frames import count_uses, fixed_parts  # noqa: E402 - needs the path

PHRASES = PROJECT / "resources" / "lexicons" / "phrases.tsv"


def read_reports(folders: list[str]) -> list[str]:
    """Return the texts of all reports in a fixed order, line breaks made one kind."""
    files = sorted(file for folder in folders for file in Path(folder).rglob("*.txt"))
    return [file.read_text(encoding="utf-8", errors="replace") for file in files]


def filled(row: dict[str, str], reports: list[str]) -> dict[str, str]:
    """Return one row with its initials and figures renewed."""
    parts = fixed_parts(row["text"])
    uses = [count_uses(report, parts) for report in reports]
    return row | {
        "initials": initials_of("".join(parts)),
        "documents": str(sum(1 for one in uses if one)),
        "count": str(sum(uses)),
    }


def main(folders: list[str]) -> int:
    """Renew the table; without folders only say how this script is called."""
    reports = read_reports(folders)
    if not reports:
        print(__doc__)
        return 2
    table = read_table(PHRASES)
    rows = [filled(row, reports) for row in table]
    lines = [SOURCE_MARK + table.source, "\t".join(table.columns)]
    lines += ["\t".join(row[column] for column in table.columns) for row in rows]
    PHRASES.write_bytes(("\n".join(lines) + "\n").encode())
    print(f"{len(rows)} phrases counted over {len(reports)} reports")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
