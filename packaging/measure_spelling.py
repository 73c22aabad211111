"""Measure WD002 and WD003 on sentences with known faults, on clean ones and on published reports.

    PYTHON packaging/measure_spelling.py [--pycorrector PYTHON] [--reports] [--quick]

PYTHON has lightgbm: each fifth of the sentences (repeats stay together) is judged with weights
learnt from the other four and from reports of other folds, and with a threshold that the other
four fifths choose (the least with at most one false alarm in a thousand clean sentences). The
same table holds word lists (WD001) and, with --pycorrector and a Python that has it, the parts of
pycorrector that run without a download. ``--reports`` prints every hit in ../shared/data/
speeches_dev, each report judged without itself in counts and weights. ``--quick`` judges with the
shipped weights, which have seen the sentences: a check of the program, no measure; with it, too,
``--reports`` gives every hit its verdict of adjudicated_findings.tsv, as measure_checks.py does.

Columns: sentences flagged; of these changed into exactly what was meant (whole), changed rightly
but not everywhere (part), changed wrongly (wrong). P and R are precision and recall by sentence,
once counting whole and part as right, once whole alone, and by character; alarms: clean newspaper
sentences flagged (of 2,318) and sentences without fault among the official documents.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

import numpy as np  # noqa: E402
from build_speller import TEXTS, read_own, read_texts  # noqa: E402
from measure_checks import context_of, digest_of, load_verdicts, name_of  # noqa: E402
from report_counts import count_reports  # noqa: E402
from spelling_examples import CLEAN, FOLDS, Sentence, read_clean, read_documents  # noqa: E402
from train_speller import SPELLING, all_examples  # noqa: E402

from drafting.checks.base import CheckContext  # noqa: E402
from drafting.checks.kinds.preferred_forms import iter_wrong_forms  # noqa: E402
from drafting.checks.runner import run_checks  # noqa: E402
from drafting.lexicons.lexicons import load_lexicons  # noqa: E402
from drafting.parsing.parser import parse_draft  # noqa: E402
from drafting.spelling.boosted_trees import BoostedTrees  # noqa: E402
from drafting.spelling.loading import load_counts, load_tables  # noqa: E402
from drafting.spelling.speller import Certainty, Speller, Tables  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from drafting.spelling.correction import Correction

    Arrays = dict[str, NDArray[np.generic]]
    # Begin, end, what should stand there.
    Edit = tuple[int, int, str]

THRESHOLDS = tuple(np.round(np.arange(0.80, 0.996, 0.005), 3).tolist())
MOST_ALARMS = 0.001
SHIPPED = Certainty()
ALL = Certainty(*[SHIPPED.further] * 5)


def tables_of(arrays: Arrays) -> Tables:
    """Return the shipped tables with other weights."""
    shipped = load_tables()
    return Tables(
        shipped.words,
        shipped.likeness,
        BoostedTrees(arrays, "replaced"),
        BoostedTrees(arrays, "length"),
    )


def told(corrections: Sequence[Correction], certainty: Certainty) -> list[Edit]:
    """Return what a speller with ``certainty`` tells, of what one with ``ALL`` tells."""
    return [(one.start, one.end, one.replacement) for one in certainty.sure(corrections)]


def tally(sentences: Sequence[Sentence], edits: Sequence[Sequence[Edit]]) -> Counter[str]:
    """Return the counts that the table is made of."""
    count: Counter[str] = Counter()
    for sentence, found in zip(sentences, edits, strict=True):
        faults = {
            place
            for place, (written, meant) in enumerate(
                zip(sentence.written, sentence.meant, strict=True)
            )
            if written != meant
        }
        count["faulty"] += bool(faults)
        count["faults"] += len(faults)
        if not found:
            continue
        if not faults:
            count["alarms" if sentence.source == CLEAN else "alarms in documents"] += 1
        if sentence.source != CLEAN:
            count["flagged"] += 1
            count.update(_verdict(sentence, found, len(faults)))
    return count


def _verdict(sentence: Sentence, found: Sequence[Edit], faults: int) -> Counter[str]:
    count: Counter[str] = Counter()
    for start, end, text in found:
        is_right = sentence.meant[start:end] == text != sentence.written[start:end]
        size = sum(
            one != other
            for one, other in zip(sentence.written[start:end].ljust(len(text)), text, strict=False)
        )
        count["right" if is_right else "wrong characters"] += max(size, 1)
    if count["wrong characters"]:
        count["wrong"] = 1
    else:
        count["whole" if count["right"] == faults else "part"] = 1
    return count


def row(name: str, count: Counter[str]) -> str:
    """Return one line of the table."""
    flagged, faulty = max(count["flagged"], 1), max(count["faulty"], 1)
    right = count["whole"] + count["part"]
    told_characters = max(count["right"] + count["wrong characters"], 1)
    return (
        f"{name:34} flagged {count['flagged']:4} whole {count['whole']:4} part {count['part']:4} "
        f"wrong {count['wrong']:3} | sentence P {right / flagged:.3f} R {right / faulty:.3f} | "
        f"whole P {count['whole'] / flagged:.3f} R {count['whole'] / faulty:.3f} | "
        f"character P {count['right'] / told_characters:.3f} "
        f"R {count['right'] / max(count['faults'], 1):.3f} | "
        f"alarms {count['alarms']} clean, {count['alarms in documents']} documents"
    )


def print_rows(
    name: str, sentences: Sequence[Sentence], edits: Sequence[Sequence[Edit]], *, by_fold: bool
) -> None:
    """Print a line for each fold, if wanted, and one for all."""
    for fold in range(FOLDS if by_fold else 0):
        chosen = [place for place, one in enumerate(sentences) if one.fold == fold]
        count = tally([sentences[place] for place in chosen], [edits[place] for place in chosen])
        print(row(f"{name}, fold {fold + 1}", count))
    print(row(f"{name}, all", tally(sentences, edits)), flush=True)


def threshold(sentences: Sequence[Sentence], found: Sequence[Sequence[Correction]]) -> float:
    """Return the least threshold with few enough false alarms on the clean sentences."""
    clean = [place for place, one in enumerate(sentences) if one.source == CLEAN]
    for least in THRESHOLDS:
        certainty = replace(SHIPPED, replaced=least)
        if sum(bool(told(found[place], certainty)) for place in clean) <= MOST_ALARMS * len(clean):
            return float(least)
    return float(THRESHOLDS[-1])


def five_fold(sentences: Sequence[Sentence], weights: Sequence[Arrays]) -> list[list[Edit]]:
    """Return what is told of each sentence by weights and threshold from the other folds."""
    counts = load_counts()
    found: list[tuple[Correction, ...]] = [()] * len(sentences)
    for fold, arrays in enumerate(weights):
        speller = Speller(counts, tables_of(arrays), ALL)
        places = [place for place, one in enumerate(sentences) if one.fold == fold]
        for place, one in zip(
            places, speller.corrections([sentences[place].written for place in places]), strict=True
        ):
            found[place] = one
    edits: list[list[Edit]] = [[] for _ in sentences]
    for fold in range(FOLDS):
        others = [place for place, one in enumerate(sentences) if one.fold != fold]
        least = threshold([sentences[one] for one in others], [found[one] for one in others])
        print(f"fold {fold + 1}: threshold {least} from the others")
        certainty = replace(SHIPPED, replaced=least)
        for place, one in enumerate(sentences):
            if one.fold == fold:
                edits[place] = told(found[place], certainty)
    shipped = [told(one, SHIPPED) for one in found]
    print_rows("WD002 and WD003, shipped thresholds", sentences, shipped, by_fold=False)
    return edits


def by_lists(sentences: Sequence[Sentence]) -> list[list[Edit]]:
    """Return what the word list of WD001 tells."""
    table = load_lexicons().table("checks_confusable_words")
    return [
        [
            (form.span.start, form.span.end, form.right)
            for form in iter_wrong_forms(one.written, table)
        ]
        for one in sentences
    ]


def by_pycorrector(sentences: Sequence[Sentence], python: str) -> list[list[Edit]]:
    """Return what pycorrector's offline parts change, character by character."""
    script = Path(__file__).with_name("pycorrector_offline.py")
    texts = json.dumps([one.written for one in sentences])
    done = subprocess.run(
        [python, str(script)], input=texts, capture_output=True, text=True, check=True
    )
    corrected = json.loads(done.stdout.splitlines()[-1])
    return [
        [
            (place, place + 1, new)
            for place, (old, new) in enumerate(zip(one.written, text, strict=False))
            if old != new
        ]
        for one, text in zip(sentences, corrected, strict=True)
    ]


def print_reports(tables: Sequence[Tables]) -> None:
    """Print every hit in the reports of the second folder with its verdict, and how many."""
    verdicts, tally = load_verdicts(), Counter[str]()
    texts = read_texts(TEXTS)
    counts = count_reports([*texts.values(), *read_own().values()])
    hits = characters = 0
    for index, (path, text) in enumerate(texts.items()):
        if path.parent != TEXTS[1]:
            continue
        without = counts.minus(count_reports([text]))
        speller = Speller(without, tables[index % FOLDS])
        draft = parse_draft(text)
        context = CheckContext(load_lexicons(), speller=speller)
        report = run_checks(draft, context, select=["WD002", "WD003"])
        characters += len(text)
        hits += len(report.findings)
        for one in report.findings:
            place = context_of(one, text)
            digest = digest_of(place)
            verdict = verdicts.get((one.code, name_of(path), digest), "unread")
            tally[verdict] += 1
            mark = digest if verdict == "unread" else ""
            print(f"{name_of(path)} {one.code} {verdict} {mark}[{place}] {one.message}")
    print(f"{hits} hits in {characters} characters, {1e4 * hits / characters:.2f} in 10,000")
    print(", ".join(f"{verdict} {number}" for verdict, number in sorted(tally.items())))


def learnt(folder: Path) -> list[Arrays]:
    """Return the weights for each fold, learnt from the others."""
    from spelling_weights import learn

    examples = all_examples(folder)
    return [learn(examples, {*range(FOLDS)} - {fold}) for fold in range(FOLDS)]


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--spelling", type=Path, default=SPELLING)
    parser.add_argument("--pycorrector")
    parser.add_argument("--reports", action="store_true")
    parser.add_argument("--quick", action="store_true")
    call = parser.parse_args(arguments)
    sentences = [*read_documents(call.spelling), *read_clean(call.spelling)]
    print_rows("word lists (WD001)", sentences, by_lists(sentences), by_fold=False)
    if call.pycorrector:
        edits = by_pycorrector(sentences, call.pycorrector)
        print_rows("pycorrector, offline parts", sentences, edits, by_fold=False)
    if call.quick:
        speller = Speller(load_counts(), load_tables())
        found = speller.corrections([one.written for one in sentences])
        edits = [told(one, SHIPPED) for one in found]
        print_rows("shipped weights (have seen these)", sentences, edits, by_fold=False)
        if call.reports:
            print_reports([load_tables()] * FOLDS)
        return 0
    weights = learnt(call.spelling)
    edits = five_fold(sentences, weights)
    print_rows("WD002 and WD003", sentences, edits, by_fold=True)
    if call.reports:
        print_reports([tables_of(arrays) for arrays in weights])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
