"""What to show of an error that nobody foresaw: its traceback only to who asks for it."""

from __future__ import annotations

import os
import sys

__all__ = ["show_traceback"]


def show_traceback(error: BaseException) -> None:
    """Print the traceback where ``MIJLPALEN_DEBUG=1`` asks for it. It may hold what stood in cells."""
    if os.environ.get("MIJLPALEN_DEBUG") == "1":
        import traceback

        sys.stderr.write("".join(traceback.format_exception(error)))
