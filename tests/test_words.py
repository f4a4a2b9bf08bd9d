"""The one normalisation of text, nearest words, and addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mijlpalen_xlsx.cells import Address, column_letters, column_number
from mijlpalen_xlsx.vocabulary import LIGHTS, ROLES, ROW_KINDS, STAGES, STATUSES, Vocabulary
from mijlpalen_xlsx.words import clean, distance, nearest, normal, one_edit, trim

WORDS = st.text("abcdé ", max_size=8)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Mijlpaal:", "mijlpaal"), ("  MIJLPAAL\n", "mijlpaal"), ("Rollen\u00a0en\nTaken", "rollen en taken"),
        ("Coördinator", "coordinator"), ("\u200bWie?", "wie"), ("Gereed (gepland)", "gereed (gepland"),
    ],
)  # fmt: skip
def test_the_same_word_has_one_form(text: str, same: str) -> None:
    assert normal(text) == same


@given(st.text())
def test_normal_and_clean_are_done_once(text: str) -> None:
    assert normal(normal(text)) == normal(text)
    assert clean(clean(text)) == clean(text)


@given(WORDS, WORDS)
def test_distance_is_symmetric_and_zero_only_for_equals(a: str, b: str) -> None:
    assert distance(a, b, 10) == distance(b, a, 10)
    assert (distance(a, b, 10) == 0) == (a == b)


@pytest.mark.parametrize(("a", "b", "edits"), [("groen", "groem", 1), ("rood", "orod", 1), ("abc", "", 3)])
def test_distance_counts_edits(a: str, b: str, edits: int) -> None:
    assert distance(a, b, 5) == edits


@pytest.mark.parametrize(
    ("word", "choices", "found"),
    [
        ("Voortang", ["Voortgang", "Uitleg"], "Voortgang"), ("xyz", ["Voortgang"], None),
        ("1.2", ["1.1", "1.3"], None), ("", ["a"], None), ("Groen", ["groen"], "groen"),
    ],
)  # fmt: skip
def test_nearest_word(word: str, choices: list[str], found: str | None) -> None:
    assert nearest(word, choices) == found


@given(st.text("ab1.", min_size=1, max_size=4), st.text("ab1.", max_size=5))
def test_words_at_one_edit_are_all_there(word: str, other: str) -> None:
    assert (other in {*one_edit(word, "ab1.")} - {word}) == (distance(word, other, 1) == 1)


@given(st.integers(1, 16384))
def test_columns_have_letters(number: int) -> None:
    assert column_number(column_letters(number)) == number


@given(st.text(min_size=1, max_size=31), st.integers(1, 1048576), st.integers(1, 16384))
def test_an_address_reads_back(sheet: str, row: int, column: int) -> None:
    address = Address(sheet, row, column)
    assert Address.parse(str(address)) == address


@pytest.mark.parametrize("vocabulary", [LIGHTS, STAGES, ROW_KINDS, ROLES, STATUSES], ids=lambda v: v.name)
def test_no_word_means_two_things(vocabulary: Vocabulary) -> None:
    seen: dict[str, str] = {}
    for term in vocabulary:
        for word in (*term.word, term.code, term.sign, *term.synonyms):
            key = normal(word) or word
            assert seen.setdefault(key, term.code) == term.code, word
            assert vocabulary.read(word) == term.code, word


@pytest.mark.parametrize("text", ["\u200b1.1", " 1.1\u200b\u00a0", "\ufeff\u200b 1.1 "])
def test_what_cannot_be_seen_goes_from_the_ends(text: str) -> None:
    assert trim(text) == "1.1"


@given(st.text())
def test_trimming_is_done_once(text: str) -> None:
    assert trim(trim(text)) == trim(text)
