"""Blank workbooks per scheme, language and layout; ``python -m mijlpalen_xlsx.writer.blanks`` keeps them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from mijlpalen_xlsx.format import LAYOUTS, VERSION, General
from mijlpalen_xlsx.plan import About, Plan
from mijlpalen_xlsx.schemes import known_schemes
from mijlpalen_xlsx.words import Lang
from mijlpalen_xlsx.writer import workbook_bytes

__all__ = ["blanks", "write_blanks"]


def blanks() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each: ``1.0/sto-2025-2028.nl.full.xlsx``."""
    for scheme in known_schemes():
        for language in get_args(Lang):
            for layout in LAYOUTS:
                plan = Plan(
                    about=About(language=language, layout=layout),
                    general=General(scheme=scheme),
                )
                yield f"{VERSION}/{scheme}.{language}.{layout}.xlsx", workbook_bytes(plan)


def write_blanks(folder: Path) -> None:
    """Write them all under ``folder``; those of older versions stay as they are."""
    for name, data in blanks():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


if __name__ == "__main__":
    write_blanks(Path(sys.argv[1] if len(sys.argv) > 1 else "templates"))
