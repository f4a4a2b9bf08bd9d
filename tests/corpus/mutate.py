"""Workbooks damaged at random from seeds: ``python -m tests.corpus.mutate 2000`` reads so many and tells.

Only a plan or a known refusal may come out. A seed that gives anything else is printed, so that it can be
read again: ``python -m tests.corpus.mutate 1 FIRST_SEED``.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from functools import cache

from mijlpalen_xlsx.plan import plan_to_data
from mijlpalen_xlsx.reader import read
from mijlpalen_xlsx.rules import check_plan
from mijlpalen_xlsx.sheets import Unreadable
from tests.corpus.bases import bases
from tests.corpus.cases import parts_of
from tests.sheets.made import package
from tests.sheets.test_mutations import PIECES

__all__ = ["mutated", "outcome", "outcomes"]

KNOWN = ("M001", "M002", "M003", "M004", "M005", "M006")
BASES = ("hand", "simple", "ods")

#: What makes values go wrong: dates, headers, numbers and references that nearly are some.
WORDS = [
    b"1e308", b"-0", b"99999999", b"0.1", b"XFD1048576", b"A0", b"mp_mijlpalen", b"M", b"2026-13-45",
    b"32-13-2026", b"eind", b"\xe2\x80\x8b", b"#REF!", b"e", b"d", b"str", b"", b"1.1", b"Gereed", b"1048577",
]  # fmt: skip

VALUE = re.compile(rb'>[^<>]{1,80}<|"[^"<>]{1,40}"')


@cache
def _parts(base: str) -> dict[str, bytes]:
    return parts_of(bases()[base])


def mutated(seed: int) -> bytes:
    """A workbook with a few bytes of the file, or of the XML in it, made into others."""
    chance = random.Random(seed)
    base = chance.choice(BASES)
    if chance.random() < 0.15:
        return _bytes_changed(bases()[base], chance)
    parts: dict[str, str | bytes] = dict(_parts(base))
    for _ in range(chance.randint(1, 6)):
        name = chance.choice([name for name in sorted(parts) for _ in range(_weight(name))])
        content = parts[name]
        assert isinstance(content, bytes)
        parts[name] = (
            _value_changed(content, chance) if chance.random() < 0.9 else _xml_changed(content, chance)
        )
    if chance.random() < 0.03:
        del parts[chance.choice(sorted(parts))]
    return package(parts)


def _weight(name: str) -> int:
    """How often a part is chosen: most that can go wrong stands in the sheets."""
    return 8 if "sheet" in name.lower() or name == "content.xml" else 1


def _bytes_changed(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed))
        changed[at : at + chance.choice((0, 1, 1, 4))] = chance.randbytes(chance.choice((0, 1, 4)))
    return bytes(changed)


def _xml_changed(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + chance.choice(PIECES) + data[at + chance.choice((0, 1, 3, 20)) :]


def _value_changed(data: bytes, chance: random.Random) -> bytes:
    """A text between two tags, or the value of an attribute, made into another: the XML stays whole."""
    found = list(VALUE.finditer(data))
    if not found:
        return data
    start, end = chance.choice(found).span()
    return data[: start + 1] + chance.choice(WORDS) + data[end - 1 :]


def outcome(data: bytes) -> str:
    """``plan``, the code of a refusal, or what went wrong; a plan must stand its rules and become data."""
    try:
        plan = read(data)
        check_plan(plan)
        plan_to_data(plan)
    except Unreadable as refusal:
        return refusal.code if refusal.code in KNOWN else f"unknown code {refusal.code}"
    except Exception as error:  # that is what is looked for
        return f"{type(error).__name__}: {error}"
    return "plan"


def outcomes(seeds: Sequence[int]) -> dict[int, str]:
    return {seed: outcome(mutated(seed)) for seed in seeds}


def main(count: int, first: int = 0) -> int:
    start = time.monotonic()
    found = outcomes(range(first, first + count))
    wrong = {seed: what for seed, what in found.items() if what not in ("plan", *KNOWN)}
    told = Counter(what for seed, what in found.items() if seed not in wrong)
    sys.stdout.write(f"{count} files in {time.monotonic() - start:.0f} s: {dict(sorted(told.items()))}\n")
    for seed, what in wrong.items():
        sys.stdout.write(f"seed {seed}: {what}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(*(int(argument) for argument in sys.argv[1:])))
