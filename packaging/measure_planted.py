"""Write the faults of the catalogue into clean speeches and print what share is found.

    python packaging/measure_planted.py [CODES] [--times N] [--missed N]

CODES is a list of codes or groups with commas (default: all). For each code: how grave the
catalogue calls it, the share that is wanted and found, the share of each form, and the first
places that were missed. Codes without a rule are listed at the end.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from tests.checks.planting.all_forms import (  # noqa: E402
    FORMS,
    WANTED,
    measured_codes,
    severity_of,
)
from tests.checks.planting.recall import measure  # noqa: E402


def print_code(code: str, times: int, missed: int) -> bool:
    """Print the figures of one code; return whether enough is found."""
    recall = measure(code, times=times)
    wanted = WANTED[severity_of(code)]
    verdict = "ok" if recall.share >= wanted else "TOO FEW"
    count = sum(recall.planted.values())
    print(f"{code} {severity_of(code).value:10} wanted {wanted:.2f} found {recall.share:.3f}"
          f" of {count:3}  {verdict}")  # fmt: skip
    for form, share in recall.by_form.items():
        print(f"    {share:.3f}  {form} ({recall.planted[form]})")
        for place in recall.missed[form][:missed]:
            print(f"           missed: {place}")
    return recall.share >= wanted


def main(arguments: list[str]) -> int:
    """Measure and print; return 1 where a code finds too few."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("codes", nargs="?", default="", help="codes or groups, with commas")
    parser.add_argument("--times", type=int, default=1, help="places of a form in each speech")
    parser.add_argument("--missed", type=int, default=2, help="missed places shown of a form")
    call = parser.parse_args(arguments)
    chosen = tuple(call.codes.upper().split(",")) if call.codes else ("",)
    started = time.perf_counter()
    codes = [code for code in measured_codes() if code.startswith(chosen)]
    failed = [code for code in codes if not print_code(code, call.times, call.missed)]
    print(f"{len(codes)} codes in {time.perf_counter() - started:.1f} s; too few: {failed}")
    print(f"without a rule yet: {[code for code in FORMS if code not in measured_codes()]}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
