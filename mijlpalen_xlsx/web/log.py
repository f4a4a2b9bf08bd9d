"""What the server writes about each request: never a name, a text or an address that somebody sent."""

from __future__ import annotations

import logging
import sys

__all__ = ["LOG", "quiet_libraries", "say_to_stderr", "size_class"]

LOG = logging.getLogger("mijlpalen_xlsx.web")

_SIZES = ((64 * 1024, "<64k"), (1024 * 1024, "<1M"), (5 * 1024 * 1024, "<5M"), (20 * 1024 * 1024, "<20M"))


def size_class(size: int | None) -> str:
    """How large a request was, roughly: a size in bytes would tell whose file it was."""
    if not size:
        return "-"
    return next((word for most, word in _SIZES if size < most), ">20M")


def say_to_stderr() -> None:
    """Write the log to standard error, a line per request."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


def quiet_libraries() -> None:
    """The server's own log can name what was asked and show tracebacks with texts in them: it is not kept."""
    for name in ("waitress", "waitress.queue", "werkzeug", "flask.app"):
        library = logging.getLogger(name)
        library.handlers = [logging.NullHandler()]
        library.propagate = False
