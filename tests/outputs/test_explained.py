"""What a code means, as plain text: nothing of the Markdown of its page shows."""

from __future__ import annotations

import pytest

from mijlpalen_xlsx.outputs.explained import explained
from mijlpalen_xlsx.rules import RULES
from mijlpalen_xlsx.words import Lang


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("code", sorted(RULES))
def test_no_marks_of_markdown(code: str, lang: Lang) -> None:
    known = explained(code, lang)
    assert known
    assert not set("*`|") & set(f"{known.title}{known.finds}{known.why}")


def test_a_word_meant_as_such_stands_in_quotes() -> None:
    known = explained("M210", "nl")
    assert known
    assert "zoals 'medio', 'begin', 'voorjaar' of 'vóór'" in known.finds
