"""The rows behind a summary as Parquet, a folder per region, as DuckDB, pandas and Spark read it."""

from __future__ import annotations

import os
import shutil
from array import array
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mijlpalen_xlsx.outputs.overview import key_text
from mijlpalen_xlsx.summary import SourceLines, Summary
from mijlpalen_xlsx.summary.frames import LINE_COLUMNS, source_rows
from mijlpalen_xlsx.words import Lang

__all__ = ["NotOurs", "write_parquet"]

_DAYS = ("reference_date", "start", "due", "expected", "actual")
_NUMBERS = {"slip_weeks": "int32", "effort": "float64"}
_AT_ONCE = 20_000  # rows in memory: more are handed to the writer first, and forgotten


class NotOurs(FileExistsError):
    """What stands under this name is not a folder that an earlier run wrote, so it stays."""


def write_parquet(summary: Summary, target: str, lang: Lang = "nl") -> None:
    """Write ``target/region=…/part-0.parquet``, whole or not at all; an earlier such folder is replaced.

    One region after the other and each in pieces, so that memory holds a piece. The columns are
    ``LINE_COLUMNS``, each row with its file and cell. Plans without a region stand under a word for that in
    ``lang``: pandas cannot read a region that is null beside others. Raises ImportError without the extra
    ``summary``, NotOurs, and OSError as the system says.
    """
    import pyarrow

    path = Path(os.path.realpath(target))
    if path.exists() and not _is_ours(path):
        raise NotOurs(17, "File exists", target)
    beside = path.with_name(f".{path.name[:100]}.{os.urandom(6).hex()}.tmp")
    types = {key: pyarrow.date32() for key in _DAYS}
    types |= {key: getattr(pyarrow, name)() for key, name in _NUMBERS.items()}
    columns = [key for key in LINE_COLUMNS if key != "region"]  # which the folder says
    schema = pyarrow.schema([(key, types.get(key, pyarrow.string())) for key in columns])
    try:
        beside.mkdir()
        for region, places in _by_region(summary, lang).items():
            _write_region(beside, region, (summary.sources[at] for at in places), schema)
        if path.exists():
            shutil.rmtree(path)
        beside.rename(path)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _by_region(summary: Summary, lang: Lang) -> dict[str, array[int]]:
    """Of every region which of the sources are its."""
    found: dict[str, array[int]] = {}
    for at, source in enumerate(summary.sources):
        if source.milestones or source.activities:
            found.setdefault(key_text("region", source.region, lang), array("Q")).append(at)
    return found


def _write_region(folder: Path, region: str, sources: Iterable[SourceLines], schema: Any) -> None:
    """The rows of one region in a folder of its own; a disk may take two regions for one name."""
    import pyarrow
    import pyarrow.parquet

    home = folder / f"region={quote(region, safe='')}"
    home.mkdir(exist_ok=True)
    target = home / f"part-{len(list(home.iterdir()))}.parquet"
    with pyarrow.parquet.ParquetWriter(target, schema) as writer:
        for rows in _pieces(row for source in sources for row in source_rows(source)):
            writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))


def _pieces(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while piece := list(islice(rows, _AT_ONCE)):
        yield piece


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
