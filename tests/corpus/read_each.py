"""Reads every file of a folder, a line of JSON for each: what came out, and what it cost."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from mijlpalen_xlsx.dates import Precision, When
from mijlpalen_xlsx.format import Record
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.reader import read
from mijlpalen_xlsx.sheets import Unreadable
from tests.plans import comparable

ADDRESS_SPACE = 700 * 1024 * 1024


def outcome(path: Path) -> dict[str, Any]:
    """The refusal, or the data, the names of the remarks and what must stand at each address."""
    try:
        plan = read(path)
    except Unreadable as refusal:
        return {"code": refusal.code}
    noted = [*plan.remarks, *(remark for record in plan.records() for remark in record.remarks)]
    return {
        "data": comparable(plan),
        "remarks": sorted({remark.name for remark in noted}),
        "cells": list(cells(plan)),
    }


def cells(plan: Plan) -> Iterator[tuple[str, int, int, str]]:
    """Sheet, row and column of each value with a text or day of its own, and what it was read as."""
    for record in plan.records():
        for key, at in record.cells.items():
            shown = expected(record, key)
            if shown is not None:
                yield *at, shown


def expected(record: Record, key: str) -> str | None:
    if key in record.written:
        return record.written[key]
    if key.startswith("extra:"):
        return record.extra.get(key.removeprefix("extra:"))
    value = getattr(record, key, None)
    if isinstance(value, When):
        return value.text or (str(value.first) if value.precision is Precision.DAY else None)
    if isinstance(value, (str, date)) and key not in ("kind", "light", "stage"):  # shown as words
        return str(value)
    return None


def peak() -> int:
    """The most memory since the last call, in bytes; what is left behind by earlier files counts too."""
    with open("/proc/self/status") as status:  # noqa: PTH123 - a file of the system
        most = next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
    Path("/proc/self/clear_refs").write_text("5")
    return most


def main(folder: Path) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    for path in sorted(folder.iterdir()):
        peak()
        start = time.process_time()
        found = outcome(path)
        found |= {"name": path.stem, "cpu": time.process_time() - start, "memory": peak()}
        sys.stdout.write(json.dumps(found, default=str) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
