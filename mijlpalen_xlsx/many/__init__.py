"""One piece of work over many files: found in folders, spread over workers, kept for next time."""

from __future__ import annotations

from mijlpalen_xlsx.many.cache import Cache, UnsafeFolder
from mijlpalen_xlsx.many.listing import Source, find
from mijlpalen_xlsx.many.pool import Workers, each, processes
from mijlpalen_xlsx.many.shelf import Shelf

__all__ = ["Cache", "Shelf", "Source", "UnsafeFolder", "Workers", "each", "find", "processes"]
