"""The rows behind a summary as Parquet, a folder per region, as DuckDB, pandas and Spark read it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from mijlpalen_xlsx.summary import Summary
from mijlpalen_xlsx.summary.frames import LINE_COLUMNS, line_rows

__all__ = ["NotOurs", "write_parquet"]

_DAYS = ("reference_date", "start", "due", "expected", "actual")
_NUMBERS = {"slip_weeks": "int32", "effort": "float64"}


class NotOurs(FileExistsError):
    """What stands under this name is not a folder that an earlier run wrote, so it stays."""


def write_parquet(summary: Summary, target: str) -> None:
    """Write ``target/region=…/part-0.parquet``, whole or not at all; an earlier such folder is replaced.

    The columns are ``LINE_COLUMNS``, each row with its file and cell. Raises ImportError without the extra
    ``summary``, NotOurs, and OSError as the system says.
    """
    import pyarrow.dataset

    path = Path(os.path.realpath(target))
    if path.exists() and not _is_ours(path):
        raise NotOurs(17, "File exists", target)
    beside = path.with_name(f".{path.name[:100]}.{os.urandom(6).hex()}.tmp")
    try:
        pyarrow.dataset.write_dataset(
            _table(summary),
            beside,
            format="parquet",
            partitioning=["region"],
            partitioning_flavor="hive",
            basename_template="part-{i}.parquet",
            max_partitions=10_000,
        )
        beside.mkdir(exist_ok=True)  # no rows at all: still a folder
        if path.exists():
            shutil.rmtree(path)
        beside.rename(path)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _is_ours(path: Path) -> bool:
    """A folder with nothing in it but folders of regions with Parquet in them."""
    if not path.is_dir() or path.is_symlink():
        return False
    return all(
        folder.is_dir()
        and folder.name.startswith("region=")
        and all(file.suffix == ".parquet" for file in folder.iterdir())
        for folder in path.iterdir()
    )


def _table(summary: Summary) -> Any:
    import pyarrow

    types = {key: pyarrow.date32() for key in _DAYS}
    types |= {key: getattr(pyarrow, name)() for key, name in _NUMBERS.items()}
    schema = pyarrow.schema([(key, types.get(key, pyarrow.string())) for key in LINE_COLUMNS])
    return pyarrow.Table.from_pylist(list(line_rows(summary)), schema=schema)
