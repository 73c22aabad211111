"""Measures the reader on speeches that were labelled by hand before any program read them.

    python packaging/measure_unseen.py FOLDER

FOLDER holds .txt speeches and labels.json: for each file its ``headings_1`` (the headings of the
first level with their markers, without a final 。) and its ``promises`` (``text``, ``count``,
``found``, ``kept``; null where it cannot be told). Every miss is listed. A promise is right where
its words, its count, and what was found are right; where the label says that the members cannot
be told, any answer but “broken” is right. A label with neither count nor members (三所联动) says
that careful readers may see no announcement there: it is counted apart.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from drafting.workspace.drafts.opening import open_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafting.model.draft import Draft, Promise

# Opening a file widens half-width marks between Han; labels may have been written from either.
_WIDE = str.maketrans(",:;?!()．", "，：；？！（）.")
_FINAL = "。．.：:；;，, \u3000"


@dataclass
class Tally:
    """What was wanted, found and right, with every miss in words."""

    headings: int = 0
    headings_found: int = 0
    headings_right: int = 0
    promises: int = 0
    noticed: int = 0
    counted: int = 0
    numbered: int = 0
    kept: int = 0
    right: int = 0
    false_broken: int = 0
    unlabelled: int = 0
    open_labels: int = 0
    misses: list[str] = field(default_factory=list)

    def rows(self) -> list[tuple[str, str]]:
        """Return the table."""
        wanted = self.promises
        return [
            ("level-1 headings, precision", share(self.headings_right, self.headings_found)),
            ("level-1 headings, recall", share(self.headings_right, self.headings)),
            ("promises noticed", share(self.noticed, wanted)),
            ("  count right", share(self.counted, wanted)),
            ("  found right", share(self.numbered, wanted)),
            ("  kept right", share(self.kept, wanted)),
            ("  all right", share(self.right, wanted)),
            ("falsely called broken", str(self.false_broken)),
            ("promises beside the labelled ones", str(self.unlabelled)),
            ("labels without count and members", str(self.open_labels)),
        ]


def share(part: int, whole: int) -> str:
    """Return a share in two forms."""
    return f"{part / whole:.3f}  ({part} of {whole})" if whole else "-"


def same_words(first: str, second: str) -> bool:
    """Return whether both name one count: 三点意见 and 三点 do."""
    one, other = first.strip("“”\"'"), second.strip("“”\"'")
    return one in other or other in one


def compare_headings(name: str, wanted: Sequence[str], draft: Draft, tally: Tally) -> None:
    """Add the headings of one speech."""
    found = [
        (one.marker + one.text).rstrip(_FINAL).translate(_WIDE)
        for one in draft.headings
        if one.level == 1
    ]
    tally.headings += len(wanted)
    tally.headings_found += len(found)
    for heading in wanted:
        bare = heading.rstrip(_FINAL).translate(_WIDE)
        if bare in found:
            found.remove(bare)
            tally.headings_right += 1
        else:
            tally.misses.append(f"{name}: heading not found: {heading}")
    tally.misses += [f"{name}: heading beside: {heading}" for heading in found]


def tells_nothing(label: dict[str, Any]) -> bool:
    """Return whether a label neither counts nor knows members; 几点 announces without a number."""
    unknown = label["count"] is None and label["found"] is None and label.get("kept") is None
    return unknown and "几" not in label["text"]


def best_match(label: dict[str, Any], promises: Sequence[Promise]) -> Promise | None:
    """Return the promise that a label means: the same words, the same count before others."""
    fitting = [one for one in promises if same_words(label["text"], one.text)]
    fitting.sort(
        key=lambda one: (one.count != label["count"], one.found != label["found"], one.span.start)
    )
    return fitting[0] if fitting else None


def compare_promises(
    name: str, labels: Sequence[dict[str, Any]], draft: Draft, tally: Tally
) -> None:
    """Add the promises of one speech."""
    left = list(draft.promises)
    for label in labels:
        match = best_match(label, left)
        if tells_nothing(label) and (match is None or match.kept is not False):
            tally.open_labels += 1
            left = [one for one in left if one is not match]
            continue
        tally.promises += 1
        wanted = f"{label['text']} {label['count']}/{label['found']}"
        if match is None:
            tally.misses.append(f"{name}: promise not noticed: {wanted}")
            continue
        left.remove(match)
        open_label = label["found"] is None and label.get("kept") is None
        counted = match.count == label["count"]
        numbered = match.found == label["found"] or (open_label and match.kept is not False)
        kept = match.kept == label.get("kept") or (open_label and match.kept is not False)
        tally.noticed += 1
        tally.counted += counted
        tally.numbered += numbered
        tally.kept += kept
        tally.right += counted and numbered and kept
        if not (counted and numbered and kept):
            tally.misses.append(
                f"{name}: promise wrong: {wanted}, read {match.text} {match.count}/{match.found}"
            )
        if match.kept is False and label.get("kept") is not False:
            tally.false_broken += 1
            tally.misses.append(f"{name}: FALSELY BROKEN: {match.text}")
    for one in left:
        tally.unlabelled += 1
        tally.misses.append(f"{name}: promise beside: {one.text} {one.count}/{one.found}")
        if one.kept is False:
            tally.false_broken += 1
            tally.misses.append(f"{name}: FALSELY BROKEN, beside: {one.text}")


def main() -> int:
    """Print the table and every miss; fail where a kept promise was called broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    tally = Tally()
    for name, label in labels.items():
        if name.startswith("_"):
            continue
        path = folder / name
        if not path.suffix:
            path = path.with_suffix(".txt")
        draft = open_file(path).draft
        if "title" in label and draft.title != label["title"]:
            tally.misses.append(f"{name}: title {draft.title!r}, not {label['title']!r}")
        compare_headings(name, label["headings_1"], draft, tally)
        compare_promises(name, label["promises"], draft, tally)
    for what, figure in tally.rows():
        print(f"{what:<36}{figure}")
    print("\n".join(["", *tally.misses]))
    return int(tally.false_broken > 0)


if __name__ == "__main__":
    sys.exit(main())
