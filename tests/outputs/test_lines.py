"""Text for a terminal: nothing steers it, nothing is wider than it, nothing is lost."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mijlpalen_xlsx.outputs.lines import fit, pad, safe, width, wrap
from mijlpalen_xlsx.outputs.screen import Screen

ANY = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mrood", "\\x1b[31mrood"),
        ("a\x9bb", "a\\x9bb"),
        ("omge\u202ekeerd", "omge\\u202ekeerd"),
        ("nul\u200bbreed", "nul\\u200bbreed"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("los\udc80", "los\\udc80"),
        ("twee\r\n  regels", "twee regels"),
        ("België ● 中文", "België ● 中文"),
    ],
)
def test_what_steers_a_terminal_is_shown_instead(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(ANY)
def test_nothing_that_steers_is_left(text: str) -> None:
    for character in safe(text):
        assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        assert unicodedata.bidirectional(character) not in (
            "RLE",
            "LRE",
            "RLO",
            "LRO",
            "PDF",
            "RLI",
            "LRI",
            "FSI",
        )


@pytest.mark.parametrize(
    ("text", "columns"),
    [("plan", 4), ("één", 3), ("e\u0301e\u0301n", 3), ("中文", 4), ("Ｗ", 2), ("●", 1), ("", 0)],
)
def test_width_of_wide_and_combining_characters(text: str, columns: int) -> None:
    assert width(text) == columns


@given(ANY.map(safe), st.integers(2, 40), st.integers(2, 40))
def test_wrapped_lines_fit_and_keep_every_character(text: str, room: int, rest: int) -> None:
    lines = wrap(text, room, rest)
    assert all(width(line) <= (rest if i else room) for i, line in enumerate(lines))
    assert "".join(lines).replace(" ", "") == "".join(text.split())


def test_words_stay_whole_where_they_can() -> None:
    assert wrap("Gereed (gepland) ligt voor de start", 16) == ["Gereed (gepland)", "ligt voor de", "start"]
    assert wrap("onafscheidelijk woord", 6) == ["onafsc", "heidel", "ijk", "woord"]


@given(ANY.map(safe), st.integers(0, 30))
def test_fitted_text_fits(text: str, room: int) -> None:
    assert width(fit(text, room)) <= max(room, 0) or width(text) <= room


def test_fit_and_pad() -> None:
    assert fit("Techniek in het basisonderwijs", 12) == "Techniek in…"
    assert pad("中", 4) == "中  "
    assert pad("7", 3, right=True) == "  7"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "latin-1"])
@given(text=ANY)
def test_an_old_console_can_take_it(encoding: str, text: str) -> None:
    Screen(encoding=encoding).text(text).encode(encoding)


def test_an_old_console_shows_something_alike() -> None:
    assert Screen(encoding="ascii").text("België – ● 3") == "Belgie - o 3"
    assert Screen(encoding="cp1252").text("België – ● 3") == "België – o 3"
