"""Which file with own rules holds for a workbook: the one beside it, else the person's own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

__all__ = ["NAME", "personal_file", "rules_file"]

NAME = "mijlpalen.toml"


def rules_file(workbook: str | None, environ: Mapping[str, str] = os.environ) -> Path | None:
    """``mijlpalen.toml`` in the folder of the workbook (None: it comes from no folder), else the person's."""
    beside = Path(workbook).parent / NAME if workbook else None
    for file in (beside, personal_file(environ)):
        if file and file.is_file():
            return file
    return None


def personal_file(environ: Mapping[str, str] = os.environ, system: str = os.name) -> Path | None:
    """Where a person keeps settings: ``%APPDATA%`` in Windows, else XDG's folder; None when there is none."""
    if system == "nt":
        home = environ.get("APPDATA")
    else:
        home = environ.get("XDG_CONFIG_HOME") or f"{environ.get('HOME', '')}/.config"
    folder = Path(home or "")
    return folder / "mijlpalen-xlsx" / NAME if folder.is_absolute() else None
