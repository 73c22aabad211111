"""What argparse says is told in Chinese, in whichever words this Python says it."""

from __future__ import annotations

import pytest

from drafting.commandline.argument_parser import Parser
from drafting.errors import UsageError


@pytest.mark.parametrize("names", ["'opening', 'body'", "opening, body"])
def test_choices_are_told_with_and_without_quotes(names: str) -> None:
    with pytest.raises(UsageError, match="--section 没有“foo”，可用的有“opening”“body”）"):
        Parser(prog="x").error(f"argument --section: invalid choice: 'foo' (choose from {names})")
