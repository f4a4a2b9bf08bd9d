"""What to show of an error that nobody foresaw: its traceback only to who asks for it."""

from __future__ import annotations

import os
import sys

__all__ = ["show_trace", "show_traceback"]


def show_traceback(error: BaseException) -> None:
    """Print the traceback where ``MIJLPALEN_DEBUG=1`` asks for it. It may hold what stood in cells."""
    if _asked():
        import traceback

        show_trace("".join(traceback.format_exception(error)))


def show_trace(trace: str | None) -> None:
    """Likewise, of an error that a worker noted."""
    if trace and _asked():
        sys.stderr.write(trace)


def _asked() -> bool:
    return os.environ.get("MIJLPALEN_DEBUG") == "1"
