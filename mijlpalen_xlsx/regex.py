"""``pattern``: a regular expression that is compiled when it is first used, as one plan needs few of ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

__all__ = ["pattern"]


class _Pattern:
    """Stands for the compiled pattern: its methods and attributes, each fetched once and then kept here."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self._asked = source, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._asked), name)  # ``re`` itself keeps what it has compiled
        setattr(self, name, found)
        return found


if TYPE_CHECKING:
    from re import compile as pattern
else:
    pattern = _Pattern
