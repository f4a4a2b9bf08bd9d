"""References and formulas of OpenDocument as Excel writes them: ``[$Blad.$A$1]`` becomes ``Blad!$A$1``."""

from __future__ import annotations

import re

from mijlpalen_xlsx.regex import pattern

__all__ = ["as_excel", "reference"]

_SHEET = r"\$?('(?:[^']|'')*'|[^'.:\[\]]*)"
_REFERENCE = pattern(rf"{_SHEET}\.([^.:\[\]]+)(?::(?:{_SHEET}\.)?([^.:\[\]]+))?")
_PREFIX = pattern(r"(?:[A-Za-z]+:)?=?")

#: What differs: texts (left alone), references, and the signs between arguments and in arrays.
_TOKEN = pattern(r'"[^"]*"|\[((?:\'[^\']*\'|[^\[\]\'])*)\]|[;|]')


def reference(text: str) -> str:
    """``$Blad.$A$1:.$B$2`` as ``Blad!$A$1:$B$2``; what is no such reference as it stands."""
    match = _REFERENCE.fullmatch(text)
    if match is None:
        return text
    sheet, first, _, last = match.groups()
    place = f"{first}:{last}" if last else first
    return f"{sheet}!{place}" if sheet else place


def as_excel(formula: str) -> str:
    """A formula with its leading ``=``; ``of:=SUM([.A1:.B2];1)`` becomes ``=SUM(A1:B2,1)``."""
    prefix = _PREFIX.match(formula)
    start = prefix.end() if prefix else 0
    body = formula[start:]
    return "=" + (body if formula.startswith("msoxl:") else _TOKEN.sub(_token, body))


def _token(match: re.Match[str]) -> str:
    token = match[0]
    if token.startswith("["):
        return reference(match[1])
    return {";": ",", "|": ";"}.get(token, token)
