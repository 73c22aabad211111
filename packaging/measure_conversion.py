"""Count how many published conversion cases come out right, and name the failures.

Usage: ``python packaging/measure_conversion.py [testcases.json]``. The cases are OpenCC's own
(JSON with comments and trailing commas); without an argument they are looked for in
``../shared/data/conversion`` beside the checkout.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from drafting.cleaning.script_conversion import to_simplified  # noqa: E402

CASES = ROOT.parent / "shared" / "data" / "conversion" / "testcases.json"
CONFIGURATIONS = ("t2s", "tw2s", "hk2s")
# Why a case is left wrong: a speech is served better so.
REASONS = {
    "BYVoid_OpenCC_Issue_767_solace": "助词一律作“着”；此例要求保留“著”，与 tw2s 同例相反",
    "t2s_huai_and_pi_phrases": "简体“一坏”不可改作“一坯”（一好一坏）",
}
_COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)
_TRAILING_COMMA = re.compile(r",(?=\s*[\]}])")


def read_cases(path: Path) -> list[dict[str, Any]]:
    """Return the cases of a JSON file that may hold comments and trailing commas."""
    text = _COMMENT.sub("", path.read_text(encoding="utf-8"))
    cases: list[dict[str, Any]] = json.loads(_TRAILING_COMMA.sub("", text))["cases"]
    return cases


def measure(cases: list[dict[str, Any]], configuration: str) -> tuple[int, list[str]]:
    """Return how many cases name that configuration, and a line for each that fails."""
    wanted = [case for case in cases if configuration in case["expected"]]
    failures: list[str] = []
    for case in wanted:
        expected, got = case["expected"][configuration], to_simplified(case["input"])
        if got != expected:
            pairs = zip(expected.split(), got.split(), strict=False)
            shown = "  ".join(f"{one} ≠ {other}" for one, other in pairs if one != other)
            reason = REASONS.get(case["id"], "原因未记")
            failures.append(f"  {case['id']}: {shown}（{reason}）")
    return len(wanted), failures


def main(arguments: list[str]) -> int:
    """Print the figures; return 3 where there are no cases to read."""
    path = Path(arguments[0]) if arguments else CASES
    if not path.is_file():
        print(f"没有找到转换用例：{path}", file=sys.stderr)
        return 3
    cases = read_cases(path)
    for configuration in CONFIGURATIONS:
        total, failures = measure(cases, configuration)
        print(f"{configuration}: {total - len(failures)} / {total}")
        print("\n".join(failures))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
