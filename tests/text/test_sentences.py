from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafting.text.sentences import iter_sentences


def test_quotes_close_with_their_sentence() -> None:
    text = "他说：“干！”\n大家都干。好"
    assert [span.of(text) for span in iter_sentences(text)] == ["他说：“干！”", "大家都干。", "好"]


@given(st.text("干。！”\n …", max_size=40))
def test_nothing_but_blanks_is_lost(text: str) -> None:
    joined = "".join(span.of(text) for span in iter_sentences(text))
    assert joined.replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")
