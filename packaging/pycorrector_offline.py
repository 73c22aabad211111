"""Correct sentences with the parts of pycorrector that need no download.

    PYTHON packaging/pycorrector_offline.py < sentences.json > corrected.json

for packaging/measure_spelling.py; PYTHON has pycorrector 1.1 (installed with --no-deps), loguru,
jieba, pypinyin and pyahocorasick. Its statistical corrector and its neural ones fetch models from
the network and cannot run; what is left is the corrector of proper names and idioms. (The one for
confusions comes without a list.)
"""

from __future__ import annotations

import importlib.util
import json
import sys
import types


def main() -> int:
    """Read a JSON list of sentences, write the list of what they are corrected to."""
    # The package's own start imports torch; its parts do not need it.
    found = importlib.util.find_spec("pycorrector")
    if found is None or found.submodule_search_locations is None:
        print("pycorrector is not installed here", file=sys.stderr)
        return 1
    package = types.ModuleType("pycorrector")
    package.__path__ = list(found.submodule_search_locations)
    sys.modules["pycorrector"] = package
    from pycorrector.proper_corrector import ProperCorrector

    corrector = ProperCorrector()
    sentences = json.load(sys.stdin)
    json.dump([corrector.correct(one)["target"] for one in sentences], sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
