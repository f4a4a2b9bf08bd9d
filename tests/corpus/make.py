"""Makes the files of the corpus: ``python -m tests.corpus.make FOLDER`` writes them all, to look at."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.corpus import damage, large, people, programs, variants
from tests.corpus.cases import Case

__all__ = ["all_cases", "write"]


def all_cases() -> Iterator[Case]:
    """Every case, the same ones at every call."""
    for group in (damage, variants, programs, people, large):
        yield from group.cases()


def write(folder: Path) -> list[Case]:
    """Write every file into ``folder`` under the name of its case; gives the cases."""
    cases = list(all_cases())
    for case in cases:
        (folder / f"{case.name}.xlsx").write_bytes(case.data)
    return cases


if __name__ == "__main__":
    write(Path(sys.argv[1]))
