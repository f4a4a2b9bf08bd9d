"""Three hundred workbooks damaged at random; ``make fuzz`` reads two thousand."""

from __future__ import annotations

from tests.corpus.mutate import KNOWN, mutated, outcomes


def test_a_plan_or_a_known_refusal() -> None:
    found = outcomes(range(300))
    assert {seed: what for seed, what in found.items() if what not in ("plan", *KNOWN)} == {}
    assert {"plan", "M003"} <= set(found.values())


def test_the_same_seed_gives_the_same_file() -> None:
    assert mutated(7) == mutated(7) != mutated(8)
