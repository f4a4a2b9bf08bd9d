"""Rows found again in another version: renamed, renumbered, pushed down; quick on thousands."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mijlpalen_xlsx.comparison.match import Named, alike, matched

OPEN = "Het techlab opent met een rooster voor vier scholen"
BUILT = "De ruimte voor het techlab is verbouwd en gekeurd"
TAUGHT = "Zestig docenten zijn geschoold in robotica"
LESSONS = "Vier technieklessen zijn getest op drie basisscholen"

rows = st.lists(
    st.builds(
        Named,
        st.none() | st.sampled_from(("1.1", "1.2", "1.3", "2.1")),
        st.none() | st.sampled_from((OPEN, BUILT, TAUGHT, LESSONS, "Go/no-go", "")),
    ),
    max_size=8,
)


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        pytest.param([("1.1", OPEN)], [("1.1", TAUGHT)], {0: 0}, id="renamed"),
        pytest.param([("1.1", OPEN)], [("2.4", OPEN)], {0: 0}, id="renumbered"),
        pytest.param([("1.1", OPEN)], [("1.1.", OPEN.upper())], {0: 0}, id="written otherwise"),
        pytest.param([("1.1", OPEN)], [("2.1", TAUGHT)], {}, id="one gone, one new"),
        pytest.param(
            [("1.1", OPEN), ("1.2", BUILT), ("1.3", TAUGHT)],
            [("1.1", LESSONS), ("1.2", OPEN), ("1.3", BUILT), ("1.4", TAUGHT)],
            {0: 1, 1: 2, 2: 3},
            id="pushed down by one in front",
        ),
        pytest.param(
            [("1.1", OPEN), ("1.2", BUILT)],
            [("1.1", LESSONS), ("1.2", f"In mei: {OPEN}"), ("1.3", BUILT)],
            {0: 1, 1: 2},
            id="pushed down and reworded",
        ),
        pytest.param(
            [("1.1", OPEN), ("1.2", BUILT)], [("1.2", OPEN), ("1.1", BUILT)], {0: 0, 1: 1}, id="swapped"
        ),
        pytest.param(
            [("1.3", "Go/no-go"), ("2.3", "Go/no-go")], [("2.3", "Go/no-go")], {1: 0}, id="common text"
        ),
        pytest.param([("1.3", "Go/no-go"), ("2.3", "Go/no-go")], [("1.4", "Go/no-go"), ("2.3", "Go/no-go")],
                     {0: 0, 1: 1}, id="common text pushed down"),
        pytest.param([(None, OPEN), (None, BUILT)], [(None, BUILT)], {1: 0}, id="without numbers"),
        pytest.param([(None, None)], [(None, None)], {0: 0}, id="nothing to know it by"),
        pytest.param([("1.1", None)], [("1.1", OPEN)], {0: 0}, id="text filled in"),
        pytest.param([("1.1", OPEN), ("1.1", BUILT)], [("1.1", BUILT), ("1.1", OPEN)], {0: 1, 1: 0},
                     id="number twice"),
    ],
)  # fmt: skip
def test_rows_are_found_again(
    old: list[tuple[str, str]], new: list[tuple[str, str]], pairs: dict[int, int]
) -> None:
    assert matched([Named(*row) for row in old], [Named(*row) for row in new]) == pairs


@given(rows, rows)
def test_nobody_is_paired_twice(old: list[Named], new: list[Named]) -> None:
    pairs = matched(old, new)
    assert len(set(pairs.values())) == len(pairs)
    assert all(0 <= at < len(old) and 0 <= other < len(new) for at, other in pairs.items())


@given(rows)
def test_a_plan_is_its_own_next_version(version: list[Named]) -> None:
    assert matched(version, version) == {at: at for at in range(len(version))}


@given(rows, rows)
def test_a_number_in_both_is_never_gone_and_new(old: list[Named], new: list[Named]) -> None:
    pairs = matched(old, new)
    gone = {row.number for at, row in enumerate(old) if at not in pairs and row.number}
    came = {row.number for at, row in enumerate(new) if at not in pairs.values() and row.number}
    assert not gone & came


def test_likeness_counts_words() -> None:
    assert alike(OPEN, OPEN.upper()) == 1
    assert alike(OPEN, TAUGHT) < 0.5 < alike(OPEN, f"In mei 2027: {OPEN}")
    assert alike("", "") == 0


def test_thousands_of_new_numbers_and_wordings_take_no_pairwise_time() -> None:
    chance = random.Random(1)
    words = [f"woord{n}" for n in range(3000)]
    texts = [" ".join(chance.sample(words, 8)) for _ in range(5000)]
    old = [Named(f"1.{at}", text) for at, text in enumerate(texts)]
    changed = [f"{text} nieuw" if at % 2 else text for at, text in enumerate(texts)]
    new = [Named(f"2.{at}", text) for at, text in enumerate(changed)]
    started = time.perf_counter()
    assert matched(old, new) == {at: at for at in range(5000)}
    assert time.perf_counter() - started < 5
