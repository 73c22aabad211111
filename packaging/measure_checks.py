"""Run the rules over published reports and print every hit by code, to be looked at one by one.

    python packaging/measure_checks.py [FOLDER] [--select CODES] [--severity error] [--raw]

FOLDER holds plain texts (default: ../shared/data/speeches_dev), whose names hold the year of the
speech: by it the dated rules judge. Each hit is printed with at most twelve characters of context
and with its verdict in adjudicated_findings.tsv beside this script (true, false; unread and the
digest to be written there where nobody has looked yet); then come hits per 100,000 characters by
severity and by code, the false ones among them, and the slowest rule.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from drafting.checks.base import CheckContext  # noqa: E402
from drafting.checks.catalogue import RULES  # noqa: E402
from drafting.checks.runner import run_checks, selected_rules  # noqa: E402
from drafting.cleaning.cleaner import clean_text  # noqa: E402
from drafting.lexicons.lexicons import load_lexicons  # noqa: E402
from drafting.lexicons.tsv import read_table  # noqa: E402
from drafting.parsing.parser import parse_draft  # noqa: E402

if TYPE_CHECKING:
    from drafting.model.draft import Draft
    from drafting.model.finding import Finding

DATA = PROJECT.parent / "shared" / "data" / "speeches_dev"
CONTEXT = 12
VERDICTS = PROJECT / "packaging" / "adjudicated_findings.tsv"
# Reports of governments are given in the first days of March at the latest.
MONTH_AND_DAY = (3, 5)


def context_of(finding: Finding, text: str) -> str:
    """Return the place with a few characters around it, on one line."""
    spare = max(0, CONTEXT - len(finding.span)) // 2
    piece = text[max(0, finding.span.start - spare) : finding.span.end + spare]
    return piece[: 2 * CONTEXT].replace("\n", "⏎")


def name_of(path: Path) -> str:
    """Return a short name of a report: the last part of its file's name without fixed words."""
    return re.sub("中华人民共和国国务院政府工作报告|年", "", path.stem.rsplit("__", 1)[-1])


def date_of(path: Path) -> dt.date | None:
    """Return the day of a report from the year in its name, None without one."""
    found = re.search("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", path.stem)
    return dt.date(int(found.group()), *MONTH_AND_DAY) if found else None


def digest_of(place: str) -> str:
    """Return what stands for a place of a report: its words are not ours to keep."""
    return hashlib.sha256(place.encode()).hexdigest()[:12]


def load_verdicts() -> dict[tuple[str, str, str], str]:
    """Return the verdict of each hit that was looked at, by code, report and digest."""
    if not VERDICTS.exists():
        return {}
    return {(row["code"], row["report"], row["digest"]): row["verdict"]
            for row in read_table(VERDICTS)}  # fmt: skip


def add_times(draft: Draft, context: CheckContext, times: Counter[str]) -> None:
    """Add the milliseconds that each rule takes for ``draft``."""
    for rule in RULES:
        started = time.perf_counter()
        list(rule.check(draft, context))
        times[rule.code] += int(1_000_000 * (time.perf_counter() - started))


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DATA)
    parser.add_argument("--select", type=lambda text: text.split(","))
    parser.add_argument("--severity")
    parser.add_argument("--raw", action="store_true", help="do not clean the texts first")
    call = parser.parse_args(arguments)
    selected_rules(call.select, ())
    lexicons = load_lexicons()
    verdicts = load_verdicts()
    falsehoods: Counter[str] = Counter()
    characters = 0
    by_code: Counter[tuple[str, str]] = Counter()
    times: Counter[str] = Counter()
    for path in sorted(call.folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        draft = parse_draft(text if call.raw else clean_text(text).text)
        context = CheckContext(lexicons, date=date_of(path))
        characters += len(draft.text)
        report = run_checks(draft, context, select=call.select)
        add_times(draft, context, times)
        for code in report.failed_rules:
            print(f"{name_of(path)} {code} FAILED")
        for finding in report.findings:
            severity = finding.severity.value
            by_code[severity, finding.code] += 1
            place = context_of(finding, draft.text)
            digest = digest_of(place)
            verdict = verdicts.get((finding.code, name_of(path), digest), "unread")
            falsehoods[f"{severity} {verdict}"] += 1
            if call.severity in (None, severity):
                mark = digest if verdict == "unread" else ""
                print(f"{name_of(path)} {finding.code} {severity} {verdict} {mark}[{place}] "
                      f"{finding.message}")  # fmt: skip
    for (severity, code), count in sorted(by_code.items()):
        print(f"{severity:10} {code} {count:5} {100_000 * count / characters:8.2f} in 100,000")
    for kind, count in sorted(falsehoods.items()):
        print(f"{kind:20} {count:5} {100_000 * count / characters:8.2f} in 100,000")
    print(f"{characters} characters; microseconds by rule: {times.most_common(5)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
