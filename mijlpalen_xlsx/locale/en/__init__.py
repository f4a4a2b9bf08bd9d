"""The English catalogue: Dutch source sentence -> English sentence, a file per part of the project."""

from __future__ import annotations

from importlib import import_module

_PARTS = (
    "cli",
    "compare",
    "many",
    "outputs",
    "own",
    "page",
    "picture",
    "report",
    "rules",
    "summary",
    "web",
    "workbook",
)

CATALOGUE: dict[str, str] = {}
for _part in _PARTS:
    CATALOGUE.update(import_module(f"{__name__}.{_part}").SENTENCES)
